/** How many requests the API answers, how often it goes to the stores, and how long a resume takes to become a profile. */
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import autocannon from 'autocannon';
import { Hono } from 'hono';
import { sampleResume } from '#infra/local/sample-resume.ts';
import { contract } from '#shared/contract.ts';
import { key } from '#shared/platform/table.ts';
import { createResumeReader } from '#shared/resume/reader.extract.ts';
import { applicantAnswers, applicantResume } from '../support/applicant.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';
import { median, type Row } from './row.ts';
import { countStoreCalls, sum } from './stores.ts';

const ROUNDS = 3;
const ROUND_SECONDS = 3;
const UPLOADS = 10;

export const measureApi = (): Promise<Row[]> =>
  withPerson(async (stack, person) => [
    await throughput(stack, person),
    ...(await roundTrips(stack, person)),
    await reading(stack),
  ]);

/** Only the first row of {@link measureApi}. */
export const measureThroughput = (): Promise<Row[]> =>
  withPerson(async (stack, person) => [await throughput(stack, person)]);

async function withPerson(measure: (stack: TestStack, person: Person) => Promise<Row[]>): Promise<Row[]> {
  const stack = await startTestStack({ env: { RATE_LIMIT: '100000000' } });
  try {
    const person = await stack.person();
    await person.call(contract.profile.put, {
      body: { resume: applicantResume, answers: applicantAnswers, version: 0 },
    });
    await stack.idle();
    return await measure(stack, person);
  } finally {
    await stack.close();
  }
}

/** A–B–A rounds, so that a machine that slows down or speeds up does so for both. */
async function throughput(stack: TestStack, person: Person): Promise<Row> {
  const { table } = stack.platform;
  const profile = key(['USER', person.id], ['PROFILE']);
  const limit = key(['USER', person.id], ['BENCHLIMIT']);
  let requests = 0;
  // What the route does: the row each time, a lease of twenty permits, the session once a second.
  let seen = 0;
  const bare = new Hono().get('/', async (c) => {
    if (requests++ % 20 === 0) await table.increment(limit, { field: 'permits', by: 20 });
    if (Date.now() - seen > 1000) {
      seen = Date.now();
      await table.getMany([key(['USER', person.id], ['ACCOUNT']), profile]);
    }
    return c.json(await table.get(profile));
  });
  const server = serve({ fetch: bare.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const bareUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;
  const ours = `http://127.0.0.1:${stack.port}/api/v1/me/profile`;
  const shoot = async (url: string): Promise<number> => {
    const { requests: served, non2xx } = await autocannon({
      url,
      connections: 16,
      duration: ROUND_SECONDS,
      workers: 1,
      headers: person.headers,
    });
    if (non2xx > 0) throw new Error(`${url} answered ${non2xx} times with something else than 200`);
    return served.average;
  };
  try {
    await shoot(ours);
    await shoot(bareUrl);
    const pairs: { a: number; b: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const before = await shoot(ours);
      const b = await shoot(bareUrl);
      pairs.push({ a: (before + (await shoot(ours))) / 2, b });
    }
    const [middle = { a: 0, b: 1 }] = pairs.toSorted((x, y) => x.a / x.b - y.a / y.b).slice(ROUNDS >> 1);
    return {
      measure: 'GET /me/profile, 16 connections',
      figure: middle.a,
      unit: 'req/s',
      baseline: { name: 'bare Hono, same store calls', figure: middle.b },
      bar: { atLeast: 0.8, of: 'ratio' },
    };
  } finally {
    server.close();
  }
}

/** The most calls of three requests, each after the session's second of memory is over. */
async function roundTrips(stack: TestStack, person: Person): Promise<Row[]> {
  const stores = countStoreCalls(stack.platform);
  const upload = async () => {
    const form = new FormData();
    form.set('file', new File([await sampleResume()], 'resume.pdf', { type: 'application/pdf' }));
    return person.call(contract.resume.upload, { body: form });
  };
  const { resumeId } = await upload();
  await stack.idle();
  const job = await person.call(contract.job.capture, {
    body: { title: 'Data Engineer', company: 'Example Ltd', description: 'We look for a data engineer who knows SQL.' },
  });
  await stack.idle();
  const params = { id: resumeId };
  const routes: [string, () => Promise<unknown>][] = [
    ['GET /me', () => person.call(contract.auth.me)],
    ['GET /me/profile', () => person.call(contract.profile.get)],
    ['GET /me/preferences', () => person.call(contract.profile.preferences)],
    ['GET /resumes', () => person.call(contract.resume.list)],
    ['GET /resumes/{id}/status', () => person.call(contract.resume.status, { params })],
    ['GET /resumes/{id}/data', () => person.call(contract.resume.data, { params })],
    ['GET /jobs/all', () => person.call(contract.job.list)],
    ['GET /jobs/{id}', () => person.call(contract.job.get, { params: { id: job.job.id } })],
    ['GET /matches', () => person.call(contract.match.list)],
    ['GET /documents', () => person.call(contract.document.list)],
    ['GET /notifications', () => person.call(contract.notification.list)],
    ['POST /ws/ticket', () => person.call(contract.notification.ticket)],
    [
      'PUT /me/preferences',
      () => person.call(contract.profile.putPreferences, { body: { titles: ['Data Engineer'] } as never }),
    ],
    ['POST /login', () => person.call(contract.auth.login, { body: person })],
  ];
  const rows: Row[] = [];
  for (const [name, request] of routes) {
    let most = 0;
    for (let again = 0; again < 3; again++) {
      stack.clock.advance(1500);
      stores.take();
      await request();
      most = Math.max(most, sum(stores.take()));
      await stack.idle();
    }
    rows.push({ measure: `store calls of ${name}`, figure: most, unit: 'calls', bar: { atMost: 3 } });
  }
  return rows;
}

async function reading(stack: TestStack): Promise<Row> {
  const bytes = await sampleResume();
  const reader = createResumeReader({ entry: stack.platform.config.resumeWorker ?? '' });
  const alone: number[] = [];
  const whole: number[] = [];
  try {
    for (let round = 0; round <= UPLOADS; round++) {
      const startedAlone = performance.now();
      await reader.read({ bytes: bytes.slice(), fileName: 'resume.pdf' });
      if (round > 0) alone.push(performance.now() - startedAlone);

      const person = await stack.person();
      await sleep(100);
      const form = new FormData();
      form.set('file', new File([bytes], 'resume.pdf', { type: 'application/pdf' }));
      const started = performance.now();
      await person.call(contract.resume.upload, { body: form });
      while ((await person.call(contract.profile.get)).version === 0) await sleep(10);
      if (round > 0) whole.push(performance.now() - started);
      await stack.idle();
    }
  } finally {
    await reader.close();
  }
  return {
    measure: `two-page PDF to profile, median of ${UPLOADS}`,
    figure: median(whole),
    unit: 'ms',
    baseline: { name: 'reading it in a worker', figure: median(alone) },
    bar: { atMost: 1000 },
  };
}
