/** Making documents through the service, with its tasks, store and renderers. Longer than 300 lines as the model is one more way through one set-up. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job } from '#shared/job/job.schema.ts';
import type { UserActor } from '#shared/kernel/actor.ts';
import type { Llm, LlmRequest } from '#shared/platform/llm.ts';
import { createOutside } from '#shared/platform/outside.ts';
import { tombstoneKey } from '#shared/platform/tombstone.ts';
import { engineer, engineerJob } from '#tests/fixtures/people.ts';
import { startTestPlatform, type TestPlatform } from '#tests/support/platform.ts';
import { createDocuments, type Documents } from './document.service.ts';
import { generateDocuments } from './document.tasks.ts';
import { readDocxText, readPdfText } from './read-file.extract.ts';
import { WordingAnswer } from './wording.prompt.ts';

const actorOf = (userId: string): UserActor => ({
  type: 'user',
  userId,
  role: 'seeker',
  scope: 'portal',
  credentialId: 'c',
});
const ada = actorOf('usr_ada');
const bob = actorOf('usr_bob');
const JOB_ID = 'job_01HAVELBANK';
const job: Job = {
  ...engineerJob,
  id: JOB_ID,
  location: { text: 'Berlin', country: 'DE', remote: null },
  url: 'https://havelbank.example/jobs/1',
  skills: [],
  sources: [],
  liveness: 'live',
  variants: [],
};

let platform: TestPlatform;
let documents: Documents;
let server: Server;
let address: string;

const profiles = { get: async () => ({ ...engineer, version: 3, updatedAt: '2026-11-01T00:00:00.000Z' }) };
const jobs = { find: async (_actor: unknown, id: string) => (id === JOB_ID ? job : undefined) };
const withLlm = (llm: Llm): Documents => createDocuments({ ...platform, llm }, { profiles, jobs, outside: local() });
const local = () => createOutside({ allows: () => true, ports: new Set([new URL(address).port]) });

/** Delivers what was sent, as the queue would; `times` plays a queue that delivers more than once. */
async function deliver(service: Documents, times = 1): Promise<void> {
  for (const { task, payload } of platform.sent.take())
    for (let i = 0; i < times; i++)
      if (task === 'document.generate') await service.generate(generateDocuments.schema.parse(payload));
}
async function generated(service: Documents, body: Parameters<Documents['request']>[1]) {
  platform.clock.advance(1000);
  const { generationId } = await service.request(ada, body);
  await deliver(service);
  return service.generation(ada, generationId);
}

beforeAll(async () => {
  platform = await startTestPlatform();
  server = createServer((request, response) => {
    if (request.url === '/posting') {
      response.setHeader('content-type', 'text/html');
      const posting = {
        '@type': 'JobPosting',
        title: engineerJob.title,
        description: `<p>${engineerJob.description}</p>`,
        hiringOrganization: { name: 'Havelbank' },
      };
      response.end(`<html><script type="application/ld+json">${JSON.stringify(posting)}</script></html>`);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  documents = createDocuments(platform, { profiles, jobs, outside: local() });
});
afterAll(async () => {
  server.close();
  await platform.close();
});

describe('documents', () => {
  it('are made by a task with visible state, and every sentence names facts of the profile or the posting', async () => {
    const { generationId } = await documents.request(ada, { jobId: JOB_ID });
    expect(await documents.generation(ada, generationId)).toMatchObject({ status: 'queued', documents: [] });
    await deliver(documents);
    const generation = await documents.generation(ada, generationId);
    expect(generation.status).toBe('done');
    expect(generation.documents.map(({ kind }) => kind)).toEqual(['resume', 'coverLetter']);
    for (const { trace, text, atsReport } of generation.documents) {
      expect(atsReport.parseBack).toEqual([]);
      for (const line of trace) {
        expect(line.evidence.length).toBeGreaterThan(0);
        expect(text).toContain(line.text);
      }
    }
    expect(generation.documents[1]?.text).toContain('Dear Havelbank hiring team');
    expect(generation.documents[1]?.trace.some(({ text }) => text.startsWith('Dear'))).toBe(false);
  });

  it('come as PDF, DOCX and TXT with real text and a sensible name', async () => {
    const { documents: made } = await generated(documents, { jobId: JOB_ID, kinds: ['resume'] });
    const id = made[0]?.id ?? '';
    const pdf = await documents.download(ada, { id, format: 'pdf' });
    expect(pdf.headers.get('content-disposition')).toContain('Marta-Kowalczyk-Oyelaran-Havelbank-Resume.pdf');
    const bytes = new Uint8Array(await pdf.arrayBuffer());
    expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('%PDF-');
    expect(await readPdfText(bytes)).toContain('Lindwurm Payments GmbH');
    const docx = new Uint8Array(await (await documents.download(ada, { id, format: 'docx' })).arrayBuffer());
    expect(readDocxText(docx)).toContain('Lindwurm Payments GmbH');
    expect(await (await documents.download(ada, { id, format: 'txt' })).text()).toContain('Lindwurm Payments GmbH');
  });

  it('are made once however often the task is delivered', async () => {
    const before = (await documents.list(ada, { limit: 100 })).page.total;
    const { generationId } = await documents.request(ada, { jobId: JOB_ID });
    await deliver(documents, 3);
    const { documents: made } = await documents.generation(ada, generationId);
    expect(made).toHaveLength(2);
    expect((await documents.list(ada, { limit: 100 })).page.total).toBe(before + 2);
    await documents.giveUp({ owner: ada.userId, generationId });
    expect((await documents.generation(ada, generationId)).status).toBe('done');
  });

  it('are listed by posting, rated, and nobody else’s', async () => {
    const { id: generationId, documents: made } = await generated(documents, { jobId: JOB_ID, kinds: ['coverLetter'] });
    const id = made[0]?.id ?? '';
    expect((await documents.list(ada, { limit: 5, jobId: JOB_ID })).items[0]).toMatchObject({
      id,
      kind: 'coverLetter',
      company: 'Havelbank',
    });
    expect((await documents.list(ada, { limit: 5, jobId: 'job_other' })).items).toEqual([]);
    expect(await documents.rate(ada, { id, rating: 4, comment: 'Good.' })).toEqual({ rating: 4, comment: 'Good.' });
    expect((await documents.list(ada, { limit: 1 })).items[0]?.rating).toBe(4);
    for (const foreign of [
      () => documents.download(bob, { id, format: 'pdf' }),
      () => documents.rate(bob, { id, rating: 1 }),
      () => documents.generation(bob, generationId),
      () => documents.request(bob, { jobId: 'external', edits: { documentId: id, lines: [] } }),
      () => documents.request(ada, { jobId: 'job_unknown' }),
    ])
      await expect(foreign()).rejects.toMatchObject({ code: 'not_found' });
  });

  it('answer a posting that was pasted, one at an address, or none at all', async () => {
    const pasted = await generated(documents, {
      jobId: 'external',
      job: { title: 'Baker', company: 'Krume', description: 'Bake bread.' },
    });
    expect(pasted.documents[1]?.text).toContain('Baker position at Krume');
    const read = await generated(documents, { jobId: 'external', jobUrl: `${address}/posting` });
    expect(read.documents[1]?.text).toContain('Havelbank');
    const general = await generated(documents, { jobId: 'external' });
    expect(general.documents.map(({ kind }) => kind)).toEqual(['resume']);
    const gone = await generated(documents, { jobId: 'external', jobUrl: `${address}/nothing` });
    expect(gone).toMatchObject({ status: 'failed', error: { code: 'outside.unreachable' } });
  });

  it('never read a private address', async () => {
    const guarded = createDocuments(platform, { profiles, jobs });
    for (const jobUrl of [
      'http://127.0.0.1/x',
      'http://10.0.0.7/',
      'http://[::1]/',
      'http://169.254.169.254/latest',
      'http://localhost/',
      'ftp://example.org/x',
      'javascript:alert(1)',
      'http://0x7f.1/',
      'http://2130706433/',
      'http://[::ffff:10.0.0.1]/',
      'https://example.org:8443/',
      'http://user:pw@example.org/',
    ])
      await expect(guarded.request(ada, { jobId: 'external', jobUrl })).rejects.toMatchObject({
        code: 'job.url_not_allowed',
      });
  });

  it('follow a person’s edits line by line', async () => {
    const first = await generated(documents, { jobId: JOB_ID, kinds: ['resume'] });
    const document = first.documents[0];
    const index = document?.trace.findIndex(({ text }) => text.startsWith('Organised the reading group')) ?? -1;
    const other = document?.trace.findIndex(({ text }) => text.startsWith('Mentored three')) ?? -1;
    const lines = [
      { index, text: null },
      { index: other, text: 'Mentored three junior engineers.' },
    ];
    const second = await generated(documents, { jobId: JOB_ID, edits: { documentId: document?.id ?? '', lines } });
    expect(second.documents).toHaveLength(1);
    expect(second.documents[0]?.text).not.toContain('reading group');
    expect(second.documents[0]?.text).toContain('• Mentored three junior engineers.\n');
    expect(second.documents[0]?.id).not.toBe(document?.id);
  });

  it('edited, still answer the posting they were written for, also one that was only pasted', async () => {
    const first = await generated(documents, {
      jobId: 'external',
      job: { title: 'Baker', company: 'Krume', description: 'Bake bread.' },
    });
    const letter = first.documents.find(({ kind }) => kind === 'coverLetter');
    const opening = letter?.trace.findIndex(({ text }) => text.includes('Baker position')) ?? -1;
    const lines = [{ index: opening, text: 'I would like to be your baker at Krume.' }];
    const second = await generated(documents, { jobId: 'external', edits: { documentId: letter?.id ?? '', lines } });
    expect(second.documents[0]?.text).toContain('I would like to be your baker at Krume.');
    // The recipient rests on the posting: without it this line would be gone.
    expect(second.documents[0]?.trace.some(({ evidence }) => evidence.includes('job.company'))).toBe(true);
    expect(second.documents[0]?.trace).toHaveLength(letter?.trace.length ?? 0);
  });

  it('can be waited for', async () => {
    const { generationId } = await documents.request(ada, { jobId: JOB_ID, kinds: ['resume'] });
    expect(await documents.waitFor(ada, { id: generationId, seconds: 0.2 })).toBeUndefined();
    const waiting = documents.waitFor(ada, { id: generationId, seconds: 10 });
    await deliver(documents);
    expect((await waiting)?.status).toBe('done');
  });

  it('are exported and erased with the person', async () => {
    const eve = actorOf('usr_eve');
    const { generationId } = await documents.request(eve, { jobId: JOB_ID, kinds: ['resume'] });
    await deliver(documents);
    const id = (await documents.generation(eve, generationId)).documents[0]?.id ?? '';
    expect(JSON.stringify(await documents.store.exportUser(eve.userId))).toContain('Lindwurm');
    await documents.store.eraseUser(eve.userId);
    expect(await documents.store.exportUser(eve.userId)).toEqual([]);
    await expect(documents.download(eve, { id, format: 'pdf' })).rejects.toMatchObject({ code: 'not_found' });
    expect(await documents.store.file(eve.userId, id, 'pdf')).toBeUndefined();
    // Work that comes late brings nothing back.
    await platform.table.write({ put: { ...tombstoneKey(eve.userId) } });
    await expect(documents.request(eve, { jobId: JOB_ID })).rejects.toMatchObject({ code: 'table.condition_failed' });
  });
});

describe('with a model', () => {
  const answering = (answer: (request: LlmRequest<unknown>) => unknown, seen: string[] = []): Llm => ({
    enabled: true,
    async complete(request) {
      seen.push(`${request.system}\n${request.user}`);
      const parsed = request.schema.safeParse(answer(request));
      return parsed.success
        ? { ok: true, value: parsed.data, tokens: 10, cached: false }
        : { ok: false, reason: 'failed' };
    },
    usage: async () => ({ spent: 0, budget: 1 }),
  });
  const sentences = (request: LlmRequest<unknown>) =>
    request.user
      .split('\n')
      .flatMap((line) =>
        line.startsWith('{') ? [JSON.parse(line) as { id: number; sentence: string; facts: { path: string }[] }] : [],
      );

  it('lies are left out and reported, and the plain sentence stands', async () => {
    const liar = withLlm(
      answering((request) => ({
        lines: sentences(request).map(({ id, facts }) => ({
          id,
          text: 'At Google I led 900 people and won a Nobel Prize.',
          evidence: facts.map(({ path }) => path),
        })),
      })),
    );
    const plain = await generated(documents, { jobId: JOB_ID, kinds: ['coverLetter'] });
    const lied = await generated(liar, { jobId: JOB_ID, kinds: ['coverLetter'] });
    expect(lied.warnings.some(({ code }) => code === 'unsupported_claim')).toBe(true);
    expect(lied.documents[0]?.text).not.toMatch(/Google|Nobel|900/);
    expect(lied.documents[0]?.text).toBe(plain.documents[0]?.text);
  });

  it('true rewrites are used', async () => {
    const honest = withLlm(
      answering((request) => ({
        lines: sentences(request).flatMap(({ id, sentence, facts }) =>
          sentence.includes('migration of 14 services')
            ? [
                {
                  id,
                  text: 'I also led the migration of 14 services from virtual machines to Kubernetes, without a maintenance window.',
                  evidence: facts.map(({ path }) => path),
                },
              ]
            : [],
        ),
      })),
    );
    const generation = await generated(honest, { jobId: JOB_ID, kinds: ['coverLetter'] });
    expect(generation.documents[0]?.text).toContain('Kubernetes, without a maintenance window.');
  });

  it('an answer that is no answer changes nothing', async () => {
    const broken = withLlm(answering(() => 'Sure! Here is your letter.'));
    const generation = await generated(broken, { jobId: JOB_ID, kinds: ['coverLetter'] });
    expect(generation).toMatchObject({ status: 'done' });
    expect(generation.warnings.map(({ code }) => code)).toContain('ai_failed');
  });

  it('contact data and private answers are not in the prompt', async () => {
    const seen: string[] = [];
    const curious = withLlm(answering(() => WordingAnswer.parse({ lines: [] }), seen));
    await generated(curious, { jobId: JOB_ID });
    expect(seen).toHaveLength(1);
    expect(seen[0]).not.toMatch(/marta@|5550|95000|female|githu/);
    expect(seen[0]).toContain('<posting>');
  });
});
