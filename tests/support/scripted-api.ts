/**
 * A scripted server for tests of the extension alone: answers the calls the extension makes in the contract's shapes,
 * notes every request, and can be told to fail, so that what the extension does with bad answers can be seen. What the
 * real API answers is tested against the real one.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { applicantAnswers, applicantResume } from './applicant.ts';
import { listen } from './listen.ts';

export const GOOD_TOKEN = 'fht_scripted_token_0123456789';
const AT = '2026-11-21T10:00:00.000Z';

export type Noted = { method: string; path: string; body: string; headers: IncomingMessage['headers'] };
type Answer = { status?: number; json?: unknown; bytes?: Buffer; type?: string };
type Handler = (request: Noted, params: string[]) => Answer | Promise<Answer>;

export type ScriptedApi = {
  origin: string;
  requests: Noted[];
  /** Requests to the API proper whose path matches. */
  seen: (method: string, path: RegExp) => Noted[];
  /** Replaces the answer for a route until {@link ScriptedApi.restore}. */
  script: (route: string, handler: Handler) => void;
  restore: () => void;
  pages: Record<string, string>;
  close: () => Promise<void>;
};

export const scriptedUser = {
  id: 'usr_1',
  email: 'nora.lindqvist@example.com',
  name: 'Nora Lindqvist',
  role: 'seeker',
};

export const scriptedJob = (given: { title: string; company: string; url?: string; description: string }) => ({
  id: 'job_1',
  title: given.title,
  company: given.company,
  description: given.description,
  url: given.url ?? '',
  location: { text: 'Portland, Oregon', country: 'US', remote: null },
  skills: [],
  sources: [],
  liveness: 'live',
  variants: [],
  personal: { status: null, notes: '' },
});

const atsReport = { score: 100, keywords: [], checks: [], parseBack: [] };
export const scriptedGeneration = {
  id: 'gen_1',
  status: 'done',
  warnings: [],
  documents: [
    { id: 'doc_resume', kind: 'resume', text: 'Nora Lindqvist', trace: [], atsReport },
    { id: 'doc_letter', kind: 'coverLetter', text: 'Dear hiring team, I build data platforms.', trace: [], atsReport },
  ],
};

const failure = (status: number, code: string, message: string): Answer => ({
  status,
  json: { error: { code, message, requestId: 'req_1' } },
});

const ROUTES: Record<string, Handler> = {
  'GET /api/v1/me': () => ({
    json: { ...scriptedUser, mfa: false, createdAt: AT, aiTokens: { spent: 0, budget: 1000 } },
  }),
  'GET /api/v1/me/profile': () => ({
    json: { resume: applicantResume, answers: applicantAnswers, version: 3, updatedAt: AT },
  }),
  'GET /api/v1/me/preferences': () => ({ json: {} }),
  'GET /api/v1/resumes': () => ({
    json: {
      items: [
        { id: 'res_1', status: 'read', progress: 1, fileName: 'Nora CV.pdf', size: 20, active: true, uploadedAt: AT },
      ],
      page: { limit: 20, total: 1 },
    },
  }),
  'GET /api/v1/resumes/res_1/download': () => ({ bytes: Buffer.from('%PDF-1.4 active'), type: 'application/pdf' }),
  'POST /api/v1/jobs/capture': ({ body }) => ({ status: 201, json: { job: scriptedJob(JSON.parse(body)) } }),
  'PUT /api/v1/jobs/job_1/status': ({ body }) => ({
    json: { jobId: 'job_1', notes: '', history: [], updatedAt: AT, ...JSON.parse(body) },
  }),
  'GET /api/v1/matches/job_1': () => ({ json: match() }),
  'GET /api/v1/matches': () => ({ json: { items: [], page: { limit: 50, total: 0 } } }),
  'GET /api/v1/applications': () => ({ json: { items: [], page: { limit: 100, total: 0 } } }),
  'GET /api/v1/jobs/job_1': () => ({
    json: scriptedJob({
      title: 'Data Engineer',
      company: 'Acme',
      url: 'http://localhost/',
      description: 'Water data.',
    }),
  }),
  'POST /api/v1/me/profile/answers': ({ body }) => ({
    status: 201,
    json: { answers: { custom: [JSON.parse(body)] }, version: 4 },
  }),
  'POST /api/v1/jobs/job_1/generate-documents': () => ({ json: scriptedGeneration }),
  'POST /api/v1/jobs/external/generate-documents': () => ({ json: scriptedGeneration }),
  'GET /api/v1/generations/gen_1': () => ({ json: scriptedGeneration }),
  'GET /api/v1/documents/doc_resume/download': () => ({
    bytes: Buffer.from('%PDF-1.4 resume'),
    type: 'application/pdf',
  }),
  'GET /api/v1/documents/doc_letter/download': () => ({
    bytes: Buffer.from('%PDF-1.4 letter'),
    type: 'application/pdf',
  }),
};

const match = () => ({
  job: scriptedJob({ title: 'Data Engineer', company: 'Acme', url: 'http://localhost/', description: '' }),
  score: 87,
  breakdown: { skills: 90, experience: 80, education: 100, location: 100, preferences: 50, semantic: 0, recency: 100 },
  reasons: [],
  matchedSkills: [],
  missingSkills: [],
  provisional: false,
  status: null,
});

/** Starts the server; `pages` are served as HTML beside the API, without asking who calls. */
export async function startScriptedApi(pages: Record<string, string> = {}): Promise<ScriptedApi> {
  const requests: Noted[] = [];
  const scripted = new Map<string, Handler>();
  const server = createServer(async (request, response) => {
    const noted = await note(request);
    requests.push(noted);
    const page = pages[noted.path.split('?')[0] ?? ''];
    if (page !== undefined && noted.method === 'GET')
      return send(response, { bytes: Buffer.from(page), type: 'text/html; charset=utf-8' });
    const route = `${noted.method} ${noted.path.split('?')[0]}`;
    const handler = scripted.get(route) ?? ROUTES[route];
    if (handler === undefined)
      return send(response, failure(404, 'not_found', 'There is nothing here, or it is not yours.'));
    const isApi = noted.path.startsWith('/api/');
    if (isApi && !scripted.has(route) && noted.headers.authorization !== `Bearer ${GOOD_TOKEN}`)
      return send(response, failure(401, 'auth.invalid_token', 'You are not signed in.'));
    send(response, await handler(noted, []));
  });
  const { origin, close } = await listen(server);
  return {
    origin,
    requests,
    pages,
    seen: (method, path) => requests.filter((one) => one.method === method && path.test(one.path)),
    script: (route, handler) => void scripted.set(route, handler),
    restore: () => {
      scripted.clear();
      requests.length = 0;
    },
    close,
  };
}

async function note(request: IncomingMessage): Promise<Noted> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    body: Buffer.concat(chunks).toString('utf8'),
    headers: request.headers,
  };
}

function send(response: ServerResponse, { status = 200, json, bytes, type }: Answer): void {
  response.statusCode = status;
  response.setHeader('content-type', type ?? 'application/json');
  response.end(bytes ?? JSON.stringify(json ?? {}));
}
