/** Job boards played by this machine: what they list, how they answer, and what they were asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { feedErrors } from '#shared/feed/feed.errors.ts';
import { posting } from '#shared/feed/posting.schema.ts';
import type { JobSource } from '#shared/feed/source.schema.ts';
import { createOutside, isPublicAddress } from '#shared/platform/outside.ts';
import { listen } from './listen.ts';

export type PlayedJob = { id: string; title: string; text: string; place?: string; url?: string };
type Answering = (request: IncomingMessage, response: ServerResponse) => void;

const SAID =
  'bench early morning order supplier plan repair measure guest report customer shift tool safety invoice garden train record sample wood cable ward oven visit drawing season stock delivery contract lesson machine phone budget school holiday permit journey repairable ladder basket quality signal'.split(
    ' ',
  );

/** A posting's text about `what`, long enough to stand for itself and unlike that of anything else. */
export function about(what: string): string {
  let seed = hash(what) + 1;
  const word = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return SAID[seed % SAID.length] ?? '';
  };
  const sentence = () =>
    `You ${word()} the ${word()} and the ${word()} with our ${word()} before the ${word()} ${word()}.`;
  return `<p>We look for somebody who ${what}. ${Array.from({ length: 24 }, sentence).join(' ')}</p>`;
}

export async function playBoards() {
  const boards = new Map<string, PlayedJob[]>();
  const answering = new Map<string, Answering>();
  const pages = new Map<string, string>();
  const asked: string[] = [];

  const listed: Answering = (request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const jobs = boards.get(path.split('/')[2] ?? '');
    if (jobs === undefined) return void response.writeHead(404).end();
    const body = JSON.stringify({ jobs });
    const etag = `"${Buffer.from(body).toString('base64').length}-${body.length}-${hash(body)}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    response.writeHead(200, { 'content-type': 'application/json', etag }).end(body);
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    asked.push(`${request.method} ${url.pathname}${url.search}`);
    const page = pages.get(url.pathname);
    const answer = answering.get(url.pathname.split('/')[2] ?? '');
    if (page !== undefined) response.setHeader('content-type', 'text/html').end(page);
    else if (url.pathname.startsWith('/boards/')) (answer ?? listed)(request, response);
    else response.writeHead(404).end();
  });
  const { port, close } = await listen(server);
  const origin = `http://127.0.0.1:${port}`;

  /** A source whose boards are the ones of this machine. */
  const source = (id: string, more: Partial<JobSource> = {}): JobSource => ({
    id,
    display: { name: id, homepage: origin },
    kind: 'board',
    keys: [],
    pace: { everyMs: 1 },
    boardAt: (url) => (url.hostname === `${id}.example` ? url.pathname.split('/')[1] || undefined : undefined),
    boardUrl: (board) => `https://${id}.example/${board}`,
    start: ({ board }) => ({ url: `${origin}/boards/${encodeURIComponent(board ?? id)}/jobs` }),
    read: ({ body, url }) => {
      let answer: { jobs: PlayedJob[]; next?: string };
      try {
        answer = JSON.parse(body);
      } catch (cause) {
        throw feedErrors.unreadable({ cause });
      }
      return {
        postings: answer.jobs.map((job) =>
          posting({
            source: id,
            // An id of one board means nothing at another.
            sourceId: `${url.split('/')[4]}-${job.id}`,
            url: job.url ?? `https://${id}.example/${url.split('/')[4]}/${job.id}`,
            title: job.title,
            description: job.text,
            places: job.place ? [{ text: job.place, city: null, region: null, country: null }] : [],
          }),
        ),
        rejected: [],
        ...(answer.next !== undefined && { next: { url: new URL(answer.next, origin).href } }),
      };
    },
    ...more,
  });

  return {
    origin,
    boards,
    /** Answers of one board that are not simply its list. */
    answering,
    /** Other pages, by path. */
    pages,
    asked,
    source,
    outside: createOutside({
      allows: (address) => address === '127.0.0.1' || isPublicAddress(address),
      ports: new Set(['', '80', '443', String(port)]),
    }),
    close,
  };
}

const hash = (text: string): number =>
  [...text].reduce((sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) % 1_000_003, 7);
