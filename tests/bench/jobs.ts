/**
 * Searching, filtering and taking in postings at growing numbers, through HTTP on the local stack, beside a pass over
 * plain objects in the same process. `CORPUS=DIR` measures with real texts.
 */
import { JobQuery } from '#shared/job/job.contract.ts';
import type { Job } from '#shared/job/job.schema.ts';
import { createJobIndexReader } from '#shared/job/job-index.service.ts';
import { createJobIndexStore } from '#shared/job/job-index.store.ts';
import type { JobRow } from '#shared/job/job-row.rules.ts';
import { tokens } from '#shared/job/text.rules.ts';
import { key } from '#shared/platform/table.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { createMarket, type Market } from './jobs-market.ts';
import { memory } from './memory.ts';
import type { Row } from './row.ts';

const COUNTS = [1_000, 10_000, 100_000];
const INGESTED = 10_000;
const REQUESTS = 100;
const WARM_UP = 10;
/** Rows a segment begins with. */
const BATCH = 2_000;
const MB = 1024 * 1024;

const p95 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * 0.95))] ?? 0;

/** Index rows, a source's batch at a time; milliseconds it took. */
async function fill(stack: TestStack, { market, from, to }: { market: Market; from: number; to: number }) {
  let building = 0;
  for (let start = from; start < to; start += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, to - start) }, (_, i) => market.row(start + i).row);
    const began = performance.now();
    await stack.core.jobs.reader.append(rows);
    building += performance.now() - began;
  }
  return building;
}

/** The postings that answers will show; those no page holds need not lie in the table. */
async function writeShown(stack: TestStack, { market, asked }: { market: Market; asked: readonly string[] }) {
  const index = await stack.core.jobs.reader.get();
  const ids = new Set<string>();
  for (const question of asked) {
    const {
      limit,
      offset = 0,
      postedSince,
      ...filter
    } = JobQuery.parse(Object.fromEntries(new URLSearchParams(question)));
    const since = postedSince === undefined ? {} : { postedSince: Date.parse(postedSince) };
    for (const id of index.page({ ...filter, ...since }, { now: stack.clock.now(), offset, limit }).ids) ids.add(id);
  }
  const jobs = [...ids].map((id) => market.row(Number(id.slice('job_'.length))).job);
  for (let at = 0; at < jobs.length; at += 25)
    await stack.platform.table.transact(
      jobs.slice(at, at + 25).map((job) => ({ put: { ...key(['JOB', job.id], ['POSTING']), ...storedOf(job) } })),
    );
}

/** As much of a stored posting as reading it needs. */
const storedOf = (job: Job) => ({
  job,
  version: 1,
  rev: 1,
  hashes: {},
  edges: [],
  never: [],
  employer: '',
  contentHash: '',
  contentAt: job.postedAt ?? '',
});

/** What people ask, in turn; each text of the market brings other words, places and employers. */
function questions(market: Market): { search: (n: number) => string; filter: (n: number) => string } {
  const textAt = (n: number) =>
    market.texts[(n * 37) % market.texts.length] ?? { title: '', company: '', location: '' };
  const query = (fields: Record<string, string>) => `?${new URLSearchParams({ limit: '20', ...fields })}`;
  return {
    search(n) {
      const { title, company } = textAt(n);
      const [first = 'engineer', second = 'manager'] = tokens(title).filter((word) => word.length > 3);
      return [
        query({ q: `${first} ${second}` }),
        query({ q: first.slice(0, 4) }),
        query({ q: `${first} ${company}`.slice(0, 100), grouped: 'true' }),
        query({ q: `${first}x ${second}` }),
        query({ q: 'experience', sort: 'date' }),
      ][n % 5] as string;
    },
    filter(n) {
      const { company, location } = textAt(n);
      const offset = String((n * 311) % 5_000);
      return [
        query({ sort: 'date', offset }),
        query({ location: location.slice(0, 100) || 'Germany', sort: 'date' }),
        query({ sort: 'salary', remote: 'remote', facets: 'true' }),
        query({ company: company.slice(0, 100), sort: 'date' }),
        query({ postedSince: '2026-09-15', employmentType: 'full-time', salaryMin: '50000', sort: 'salary' }),
      ][n % 5] as string;
    },
  };
}

async function timesOf(ask: (n: number) => Promise<unknown>): Promise<number[]> {
  for (let n = 0; n < WARM_UP; n++) await ask(n);
  const times: number[] = [];
  for (let n = 0; n < REQUESTS; n++) {
    const started = performance.now();
    await ask(n);
    times.push(performance.now() - started);
  }
  return times;
}

/** What a pass over plain objects costs: the words of a query in each posting's text, then in order. */
function plainScan(rows: readonly { text: string; posted: number; id: string }[], n: number): number {
  const word = ['engineer', 'nurse', 'manager', 'data', 'sales'][n % 5] ?? '';
  const started = performance.now();
  rows
    .filter(({ text }) => text.includes(` ${word}`))
    .sort((a, b) => b.posted - a.posted || (a.id < b.id ? 1 : -1))
    .slice(0, 20);
  return performance.now() - started;
}

export async function measureJobs(): Promise<Row[]> {
  const market = createMarket();
  const { search, filter } = questions(market);
  const stack = await startTestStack({ env: { RATE_LIMIT: '100000000' } });
  const rows: Row[] = [];
  try {
    const person = await stack.person();
    const ask = (question: string) => async () => {
      const answer = await stack.fetch(`/api/v1/jobs/all${question}`, { headers: person.headers });
      if (answer.status !== 200) throw new Error(`/jobs/all${question} answered ${answer.status}`);
      return answer.arrayBuffer();
    };
    let have = 0;
    let building = 0;
    for (const count of COUNTS) {
      const last = count === COUNTS.at(-1);
      building += await fill(stack, { market, from: have, to: count });
      have = count;

      const asked = Array.from({ length: REQUESTS }, (_, n) => [search(n), filter(n)]).flat();
      await writeShown(stack, { market, asked });
      const before = await memory();
      const alone = createJobIndexReader({ store: createJobIndexStore(stack.platform), clock: stack.clock });
      const started = performance.now();
      const index = await alone.get();
      const loading = performance.now() - started;
      if (index.size !== count) throw new Error(`The index holds ${index.size} of ${count}`);
      const bytes = (await memory()) - before;
      const stored = index.parts().reduce((sum, { segment }) => sum + segment.count, 0);

      const plain = Array.from({ length: count }, (_, i) => {
        const { row }: { row: JobRow } = market.row(i);
        return { id: row.id, posted: row.posted, text: ` ${tokens(row.title).join(' ')} ${row.words}` };
      });
      const scans = Array.from({ length: 20 }, (_, n) => plainScan(plain, n));
      plain.length = 0;
      const baseline = { name: 'pass over plain objects, p95', figure: p95(scans) };
      const bar = last ? { bar: { atMost: 100 } } : {};
      const inProcess = await timesOf(async (n) =>
        index.page({ q: 'senior engineer', sort: 'relevance' }, { now: stack.clock.now(), offset: n, limit: 20 }),
      );
      rows.push(
        {
          measure: `${count} postings: search p95, HTTP`,
          figure: p95(await timesOf((n) => ask(search(n))())),
          unit: 'ms',
          baseline,
          ...bar,
        },
        {
          measure: '  filter + sort page p95, HTTP',
          figure: p95(await timesOf((n) => ask(filter(n))())),
          unit: 'ms',
          baseline,
          ...bar,
        },
        { measure: '  one search in process, p95', figure: p95(inProcess), unit: 'ms' },
        { measure: '  rows written and merged', figure: building / 1000, unit: 's' },
        { measure: `  loaded from the store (${stored} rows)`, figure: loading, unit: 'ms' },
        { measure: '  memory of the index', figure: bytes / MB, unit: 'MB', ...(last && { bar: { atMost: 500 } }) },
      );
    }
    rows.push(await ingest(stack, market));
  } finally {
    await stack.close();
  }
  return rows;
}

/** New postings taken in as a source brings them, deduplication and index rows included. */
async function ingest(stack: TestStack, market: Market): Promise<Row> {
  const given = market.given(COUNTS.at(-1) ?? 0, INGESTED);
  const started = performance.now();
  for (let start = 0; start < given.length; start += 100) {
    const { rejected } = await stack.core.jobs.take(given.slice(start, start + 100));
    if (rejected.length > 0) throw new Error(`${rejected.length} postings were refused: ${rejected[0]?.code}`);
  }
  return {
    measure: `${INGESTED} more taken in, a hundred at a time`,
    figure: (performance.now() - started) / 1000,
    unit: 's',
    bar: { atMost: 150 },
  };
}
