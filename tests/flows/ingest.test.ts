/** Boards that are watched come in, stay up to date, and go when they are gone; whatever a source does harms nothing. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { about, type PlayedJob, playBoards } from '../support/played-boards.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

const HOUR = 3_600_000;
/** Hours after which every source is due again. */
const ROUND = 6.1;
let world: Awaited<ReturnType<typeof playBoards>>;
let stack: TestStack;
let admin: Person;
let ada: Person;
let bob: Person;
let boards = 0;

beforeAll(async () => {
  world = await playBoards();
  stack = await startTestStack({
    env: { ADMIN_EMAIL: 'admin@example.org', ENABLE_SOURCES: 'played,other,detailed' },
    outside: world.outside,
    sources: [
      world.source('played'),
      world.source('other'),
      world.source('detailed', {
        detail: ({ sourceId }) => ({ url: `${world.origin}/boards/details/${sourceId.split('-').at(-1)}` }),
        questions: ({ sourceId }) => ({ url: `${world.origin}/boards/forms/${sourceId}` }),
        readQuestions: () => ({ count: 7, written: 2, knockouts: ['May you work here?'] }),
        readDetail: ({ body }, given) => ({ ...given, description: JSON.parse(body).text }),
      }),
      world.source('off'),
    ],
  });
  admin = await stack.person({ email: 'admin@example.org' });
  ada = await stack.person();
  bob = await stack.person();
});
afterAll(async () => {
  await stack?.close();
  await world?.close();
});

const job = (id: string, title: string, what = title.toLowerCase()): PlayedJob => ({
  id,
  title,
  text: about(`works as ${what}`),
  place: 'Berlin, Germany',
});
const trades = ['Baker', 'Nurse', 'Electrician', 'Accountant', 'Gardener', 'Tram Driver', 'Physicist', 'Carpenter'];
/** A board of its own with the first `count` trades. */
function newBoard(count = 3): string {
  const name = `guild-${++boards}`;
  world.boards.set(
    name,
    trades.slice(0, count).map((trade, i) => job(String(i + 1), trade, `${trade} of ${name}`)),
  );
  return name;
}
async function watch(who: Person, name: string, source = 'played') {
  const watched = await who.call(contract.feed.watch, { body: { address: `https://${source}.example/${name}` } });
  await stack.idle();
  return watched;
}
async function signIn(who: Person) {
  const body = { email: who.email, password: who.password };
  const { accessToken } = await who.call(contract.auth.login, { body });
  who.headers.authorization = `Bearer ${accessToken}`;
}
/** Time passes; who was signed in before is no more, but Ada. */
async function later(hours: number) {
  stack.clock.advance(hours * HOUR);
  await stack.tick();
  await stack.idle();
  await signIn(ada);
}
const nameOf = (board: string) => board.replace('guild-', 'Guild ');
async function open(board: string) {
  const { items } = await ada.call(contract.job.list, { query: { company: nameOf(board), limit: 100 } });
  return items.filter(({ company }) => company === nameOf(board));
}
const titles = async (board: string) => (await open(board)).map(({ title }) => title).sort();
const asked = (board: string) => world.asked.filter((line) => line.includes(`/boards/${board}/`)).length;
const watchedBy = async (who: Person, board: string) =>
  (await who.call(contract.feed.watched, {})).items.find((item) => item.board === board);

describe('a company that is watched', () => {
  it('is read at once, shows its jobs to everybody, and says when it was read', async () => {
    const board = newBoard();
    const answer = await stack.fetch('/api/v1/companies/watched', {
      method: 'POST',
      headers: { ...ada.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ address: `played.example/${board}` }),
    });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ company: nameOf(board), source: 'played', board, state: 'waiting' });
    await stack.idle();
    expect(await titles(board)).toEqual(['Baker', 'Electrician', 'Nurse']);
    expect(await watchedBy(ada, board)).toMatchObject({
      state: 'reading',
      open: 3,
      url: `https://played.example/${board}`,
    });
    expect((await bob.call(contract.job.list, { query: { company: nameOf(board) } })).page.total).toBe(3);
    expect(await watchedBy(bob, board)).toBeUndefined();
  });

  it('that did not change costs one request and touches no posting', async () => {
    const board = newBoard();
    await watch(ada, board);
    const before = await open(board);
    const requests = asked(board);
    await later(ROUND);
    expect(asked(board)).toBe(requests + 1);
    expect(await open(board)).toEqual(before);
  });

  it('brings what is new and what changed, and nothing twice', async () => {
    const board = newBoard();
    await watch(ada, board);
    world.boards.get(board)?.push(job('9', 'Stonemason'));
    const first = world.boards.get(board)?.[0];
    if (first) first.title = 'Master Baker';
    await later(ROUND);
    await later(ROUND);
    expect(await titles(board)).toEqual(['Electrician', 'Master Baker', 'Nurse', 'Stonemason']);
  });

  it('that drops a job makes it uncertain, and closes it only when it is missing again', async () => {
    const board = newBoard();
    await watch(ada, board);
    const gone = (await open(board)).find(({ title }) => title === 'Nurse');
    const livenessOfGone = async () => (await ada.call(contract.job.get, { params: { id: gone?.id ?? '' } })).liveness;
    world.boards.set(
      board,
      (world.boards.get(board) ?? []).filter(({ title }) => title !== 'Nurse'),
    );
    await later(ROUND);
    expect(await livenessOfGone()).toBe('uncertain');
    await later(ROUND);
    expect(await livenessOfGone()).toBe('closed');
    expect(await titles(board)).toEqual(['Baker', 'Electrician']);
    world.boards.get(board)?.push(job('2', 'Nurse'));
    await later(ROUND);
    expect(await livenessOfGone()).toBe('live');
    expect(await titles(board)).toEqual(['Baker', 'Electrician', 'Nurse']);
  });

  it('that suddenly lists nothing closes nothing until it stays so', async () => {
    const board = newBoard(8);
    await watch(ada, board);
    const all = world.boards.get(board) ?? [];
    world.boards.set(board, []);
    await later(ROUND);
    expect((await open(board)).map(({ liveness }) => liveness)).toEqual(Array(8).fill('live'));
    expect(await watchedBy(ada, board)).toMatchObject({ state: 'failing', trouble: { code: 'feed.shrunk' } });
    world.boards.set(board, all);
    await later(ROUND);
    expect(await watchedBy(ada, board)).toMatchObject({ state: 'reading', open: 8 });
    world.boards.set(board, []);
    for (let i = 0; i < 3; i++) await later(ROUND);
    expect(await open(board)).toEqual([]);
  });

  it('stays for who still watches it, and is asked no more when nobody does', async () => {
    await signIn(bob);
    const board = newBoard();
    const mine = await watch(ada, board);
    const his = await watch(bob, board);
    expect(his.id).toBe(mine.id);
    await ada.call(contract.feed.unwatch, { params: { id: mine.id } });
    await later(ROUND);
    const requests = asked(board);
    expect(requests).toBe(2);
    await signIn(bob);
    await bob.call(contract.feed.unwatch, { params: { id: mine.id } });
    await later(ROUND);
    expect(asked(board)).toBe(requests);
    expect((await open(board)).map(({ liveness }) => liveness)).toEqual(['live', 'live', 'live']);
    await later(31 * 24);
    expect((await open(board)).map(({ liveness }) => liveness)).toEqual(['uncertain', 'uncertain', 'uncertain']);
    await later(16 * 24);
    expect(await open(board)).toEqual([]);
    await signIn(bob);
    const again = await stack.fetch(`/api/v1/companies/watched/${mine.id}`, { method: 'DELETE', headers: bob.headers });
    expect(again.status).toBe(404);
  });

  it('is forgotten with the person who watched it', async () => {
    const board = newBoard();
    const carl = await stack.person();
    const { id } = await watch(carl, board);
    expect(JSON.stringify(await carl.call(contract.privacy.export, {}))).toContain(board);
    await carl.call(contract.privacy.erase, {});
    await stack.idle();
    expect((await stack.core.feeds.store.feed(id))?.wants).toBe(0);
  });

  it('cannot be one whose site forbids fetching, nor an address without a board', async () => {
    const post = (address: string) =>
      stack.fetch('/api/v1/companies/watched', {
        method: 'POST',
        headers: { ...ada.headers, 'content-type': 'application/json' },
        body: JSON.stringify({ address }),
      });
    const code = async (address: string) => {
      const answer = await post(address);
      return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
    };
    expect(await code('https://www.linkedin.com/company/x/jobs')).toEqual([400, 'feed.never_fetched']);
    expect(await code('https://de.indeed.com/cmp/x')).toEqual([400, 'feed.never_fetched']);
    expect(await code('not an address')).toEqual([422, 'feed.no_board']);
    expect(await code('https://off.example/board')).toEqual([422, 'feed.no_board']);
  });
});

describe('a source that misbehaves', () => {
  const trouble = async (board: string) => (await watchedBy(ada, board))?.trouble?.code;
  const answers = (board: string, status: number, headers: Record<string, string> = {}, body = '') =>
    world.answering.set(board, (_request, response) => void response.writeHead(status, headers).end(body));

  it('with an error, a page instead of data, or far too much, says so and closes nothing', async () => {
    const board = newBoard();
    await watch(ada, board);
    const cases: [string, () => void][] = [
      ['feed.down', () => answers(board, 500)],
      ['feed.gone', () => answers(board, 404)],
      ['feed.refused', () => answers(board, 403)],
      ['feed.unreadable', () => answers(board, 200, { 'content-type': 'text/html' }, '<h1>Be right back</h1>')],
      ['outside.not_text', () => answers(board, 200, { 'content-type': 'image/png' }, 'x')],
      ['outside.too_large', () => answers(board, 200, { 'content-type': 'application/json' }, ' '.repeat(40_000_000))],
      ['outside.unreachable', () => world.answering.set(board, (request) => void request.socket.destroy())],
    ];
    for (const [code, misbehave] of cases) {
      misbehave();
      await later(30);
      expect(await trouble(board), code).toBe(code);
    }
    expect((await open(board)).map(({ liveness }) => liveness)).toEqual(['live', 'live', 'live']);
    world.answering.delete(board);
    await later(30);
    expect(await watchedBy(ada, board)).toMatchObject({ state: 'reading', open: 3 });
  });

  it('that asks for time is left alone as long as it says, with all its boards', async () => {
    const board = newBoard();
    const neighbour = newBoard();
    await watch(ada, board, 'other');
    await watch(ada, neighbour, 'other');
    answers(board, 429, { 'retry-after': String(10 * 3600) });
    await later(ROUND);
    const requests = [asked(board), asked(neighbour)];
    await later(3);
    expect([asked(board), asked(neighbour)]).toEqual(requests);
    expect(await trouble(board)).toBe('feed.busy');
    world.answering.delete(board);
    await later(7);
    expect(asked(board)).toBeGreaterThan(requests[0] ?? 0);
    expect(await trouble(board)).toBeUndefined();
  });

  it('with pages without end is read to a limit', async () => {
    const board = newBoard();
    let page = 0;
    world.answering.set(board, (_request, response) => {
      page += 1;
      const jobs = page === 1 ? world.boards.get(board) : [];
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ jobs, next: `/boards/${board}/jobs?page=${page}` }));
    });
    await watch(ada, board);
    expect(await trouble(board)).toBe('feed.endless');
    expect(page).toBeLessThan(100);
    expect(await titles(board)).toHaveLength(3);
  });

  it('is seen by the admin, and by nobody else', async () => {
    const board = newBoard();
    answers(board, 500);
    await watch(ada, board);
    await signIn(admin);
    const { items } = await admin.call(contract.feed.sources, {});
    const played = items.find(({ id }) => id === 'played');
    expect(played?.errors.map(({ code }) => code)).toContain('feed.down');
    expect(played).toMatchObject({ ready: true, kind: 'board' });
    expect(items.find(({ id }) => id === 'off')).toMatchObject({ ready: false, enabled: false, feeds: 0 });
    expect((await stack.fetch('/api/v1/admin/sources', { headers: ada.headers })).status).toBe(403);
    world.answering.delete(board);
    await admin.call(contract.feed.ingest, { params: { source: 'played' } });
    await stack.idle();
    expect(await watchedBy(ada, board)).toMatchObject({ state: 'reading', open: 3 });
    const off = await stack.fetch('/api/v1/admin/sources/off/ingest', { method: 'POST', headers: admin.headers });
    expect(off.status).toBe(409);
  });
});

describe('a round', () => {
  beforeEach(() => {
    world.answering.set('details', (request, response) => {
      const text = about(`does ${request.url} of number ${boards}`);
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ text }));
    });
    return later(7);
  });

  it('that is delivered twice, or again later, repeats nothing', async () => {
    const board = newBoard();
    await watch(ada, board);
    const slot = new Date(stack.clock.now()).toISOString();
    const requests = asked(board);
    await Promise.allSettled([0, 0, 1].map((step) => stack.core.feeds.runIngest({ source: 'played', slot, step })));
    expect(asked(board)).toBe(requests);
    expect(await titles(board)).toHaveLength(3);
  });

  it('whose reader died is taken over when its time is up', async () => {
    const board = newBoard();
    const { store } = stack.core.feeds;
    await store.lease('played', { holder: 'a reader that died', until: stack.clock.now() + 60_000 });
    await watch(ada, board);
    expect(asked(board)).toBe(0);
    stack.clock.advance(61_000);
    await stack.core.feeds.runIngest({ source: 'played', slot: new Date(stack.clock.now()).toISOString(), step: 0 });
    expect(await titles(board)).toHaveLength(3);
  });

  it('that dies between two batches is taken up where it stopped', async () => {
    const board = newBoard(0);
    const many = Array.from({ length: 110 }, (_, i) =>
      job(String(i), `${trades[i % 8]} ${i}`, `number ${i} of ${board}`),
    );
    world.boards.set(board, many);
    const { take } = stack.core.jobs;
    let batches = 0;
    stack.core.jobs.take = async (postings) => {
      batches += 1;
      if (batches === 2) throw new Error('the machine went down');
      return take(postings);
    };
    await watch(ada, board);
    stack.core.jobs.take = take;
    expect(batches).toBeGreaterThan(2);
    expect(await watchedBy(ada, board)).toMatchObject({ open: 110, state: 'reading' });
    expect((await ada.call(contract.job.list, { query: { company: nameOf(board) } })).page.total).toBe(110);
  });

  it('finds out what the form of a posting asks when somebody opens it, once', async () => {
    const board = newBoard(1);
    world.answering.set('forms', (_request, response) => {
      response.setHeader('content-type', 'application/json').end('{}');
    });
    await watch(ada, board, 'detailed');
    const [one] = await open(board);
    for (let i = 0; i < 2; i++) {
      await ada.call(contract.job.get, { params: { id: one?.id ?? '' } });
      await stack.idle();
    }
    expect(await ada.call(contract.job.get, { params: { id: one?.id ?? '' } })).toMatchObject({
      questions: 7,
      effort: { questions: 7, written: 2 },
      knockouts: ['May you work here?'],
    });
    expect(asked('forms')).toBe(1);
  });

  it('reads the board of a posting somebody keeps', async () => {
    const board = newBoard(2);
    const page = { title: 'Baker', company: 'Guild', description: 'Bakes.', url: `https://played.example/${board}/1` };
    await ada.call(contract.job.capture, { body: page });
    await stack.idle();
    expect(await titles(board)).toEqual(['Baker', 'Nurse']);
    expect(await watchedBy(ada, board)).toBeUndefined();
  });

  it('asks for details of new jobs alone', async () => {
    const board = newBoard();
    await watch(ada, board, 'detailed');
    const before = asked('details');
    world.boards.get(board)?.push(job('77', 'Stonemason'));
    await later(ROUND);
    expect(asked('details')).toBe(before + 1);
    expect((await open(board)).every(({ description }) => description.includes('does'))).toBe(true);
  });

  it('that brings one vacancy from two boards shows it once, and closes it when both dropped it', async () => {
    const board = newBoard(1);
    await watch(ada, board, 'played');
    await watch(ada, board, 'other');
    const [one, ...rest] = await open(board);
    expect(rest).toEqual([]);
    expect(one?.sources.map(({ source }) => source).sort()).toEqual(['other', 'played']);
    const there = async () => (await ada.call(contract.job.get, { params: { id: one?.id ?? '' } })).liveness;
    world.boards.set(board, []);
    await later(ROUND);
    expect(await there()).toBe('uncertain');
    await later(ROUND);
    expect(await there()).toBe('closed');
  });
});
