import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/kernel/errors.ts';
import { displayed } from '../display.data.ts';
import { SourcePosting } from '../posting.schema.ts';
import type { FeedAsk, JobSource, SourceKeys } from '../source.schema.ts';
import { boardAt, sourceOf, sources } from './registry.ts';

const keys: SourceKeys = {
  ADZUNA_APP_ID: 'id',
  ADZUNA_APP_KEY: 'key',
  USAJOBS_EMAIL: 'ops@ternteal.example',
  USAJOBS_KEY: 'key',
  REED_KEY: 'key',
  JOOBLE_KEY: 'key',
  THEMUSE_KEY: 'key',
};
/** Boards whose names are longer. */
const BOARDS: Readonly<Record<string, string>> = { workday: 'ternteal.wd5.myworkdayjobs.com/Careers' };

/** An ask that any source of its kind can start on. */
const askOf = (source: JobSource): FeedAsk => ({
  source: source.id,
  board: BOARDS[source.id] ?? (source.kind === 'board' ? 'ternteal' : 'https://ternteal.example/jobs'),
  query: { what: 'baker', country: 'gb' },
});
const read = (source: JobSource, body: string) => {
  const ask = askOf(source);
  return source.read({ url: source.start(ask, keys).url, contentType: 'text/plain', body }, ask);
};

describe('the registry of sources', () => {
  it('names each once, and says what each asks of those who show its postings', () => {
    const ids = sources.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !displayed.includes(id))).toEqual([]);
    expect(ids.filter((id) => sourceOf(id)?.id !== id)).toEqual([]);
    expect(sourceOf('linkedin')).toBeUndefined();
  });

  it.each(sources.filter(({ kind }) => kind === 'board').map((source) => [source.id, source] as const))(
    '%s takes a web page, nothing and another answer for what they are, never for an empty board',
    (_, source) => {
      for (const body of [
        '',
        '<!doctype html><html><body>Just a moment…</body></html>',
        '{"jobs":',
        '"text"',
        '{"error":"x"}',
        'null',
      ])
        expect(() => read(source, body), body).toThrow(expect.objectContaining({ code: 'feed.unreadable' }));
    },
  );

  it.each(sources.map((source) => [source.id, source] as const))(
    '%s gives postings in good form or says the answer is none, whatever it is answered',
    (_, source) => {
      const named = ['jobs', 'offers', 'content', 'results', 'data', 'SearchResult', 'items', 'children', 'hits'];
      const entry = fc.dictionary(
        fc.constantFrom(
          'id',
          'title',
          'text',
          'name',
          'url',
          'locations',
          'location',
          'salary',
          'description',
          'lists',
          'shortcode',
          'categories',
          'compensation',
          'absolute_url',
          'jobUrl',
        ),
        fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant('https://ternteal.example/1')),
      );
      const body = fc.oneof(
        fc.jsonValue().map((value) => JSON.stringify(value)),
        fc
          .tuple(fc.constantFrom(...named), fc.array(entry, { maxLength: 4 }))
          .map(([name, entries]) => JSON.stringify({ [name]: entries })),
        fc.array(entry, { maxLength: 4 }).map((entries) => JSON.stringify(entries)),
        fc.string().map((text) => `<workzag-jobs><position><id>${text}</id></position></workzag-jobs>`),
        fc.string(),
      );
      fc.assert(
        fc.property(body, (text) => {
          try {
            const page = read(source, text);
            for (const posting of page.postings) expect(SourcePosting.safeParse(posting).success).toBe(true);
            if (page.next) expect(new URL(page.next.url).protocol).toBe('https:');
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
          }
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe('the board an address shows', () => {
  it.each([
    ['https://boards.greenhouse.io/ternteal', 'greenhouse', 'ternteal'],
    ['https://job-boards.greenhouse.io/ternteal/jobs/4400100200?gh_src=x', 'greenhouse', 'ternteal'],
    ['https://job-boards.eu.greenhouse.io/ternteal', 'greenhouse', 'ternteal'],
    ['https://boards.greenhouse.io/embed/job_app?for=ternteal&token=4400100200', 'greenhouse', 'ternteal'],
    ['https://boards-api.greenhouse.io/v1/boards/ternteal/jobs', 'greenhouse', 'ternteal'],
    ['jobs.lever.co/ternteal/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee/apply', 'lever', 'ternteal'],
    ['https://jobs.eu.lever.co/ternteal', 'lever', 'eu:ternteal'],
    ['https://jobs.ashbyhq.com/TernTeal', 'ashby', 'TernTeal'],
    ['https://jobs.ashbyhq.com/tern%20teal/1', 'ashby', 'tern teal'],
    ['https://jobs.smartrecruiters.com/TernTeal/744000999000111-nurse', 'smartrecruiters', 'TernTeal'],
    ['https://careers.smartrecruiters.com/TernTeal', 'smartrecruiters', 'TernTeal'],
    ['https://jobs.smartrecruiters.com/oneclick-ui/company/TernTeal/publication/1', 'smartrecruiters', 'TernTeal'],
    ['https://ternteal.recruitee.com/o/baker', 'recruitee', 'ternteal'],
    ['https://ternteal.jobs.personio.de/job/1?language=de', 'personio', 'ternteal'],
    ['https://ternteal.jobs.personio.com', 'personio', 'ternteal.jobs.personio.com'],
    ['https://apply.workable.com/tern-teal/j/AB12CD34EF/', 'workable', 'tern-teal'],
    ['https://apply.workable.com/api/v1/widget/accounts/tern-teal', 'workable', 'tern-teal'],
    ['https://ternteal.teamtailor.com/jobs/1-x', 'teamtailor', 'ternteal'],
    ['https://ternteal.na.teamtailor.com', 'teamtailor', 'ternteal.na.teamtailor.com'],
    ['https://ternteal.bamboohr.com/careers/86', 'bamboohr', 'ternteal'],
    [
      'https://ternteal.wd5.myworkdayjobs.com/en-US/Careers/job/x_1',
      'workday',
      'ternteal.wd5.myworkdayjobs.com/Careers',
    ],
  ])('%s is %s %s', (address, source, board) => {
    expect(boardAt(address)).toEqual({ source, board });
    const found = sourceOf(source);
    expect(() => found?.start({ source, board }, {})).not.toThrow();
    // What people are shown as the board leads back to it.
    expect(boardAt(found?.boardUrl?.(board) ?? '')).toEqual({ source, board });
  });

  it.each([
    'https://ternteal.example/careers',
    'https://apply.workable.com/j/AB12CD34EF',
    'https://boards.greenhouse.io/',
    'https://boards.greenhouse.io.evil.example/ternteal',
    'https://www.recruitee.com/',
    'https://www.linkedin.com/company/ternteal',
    'https://jobs.lever.co/%2e%2e',
    'javascript:alert(1)',
    '',
  ])('%s is none', (address) => expect(boardAt(address)).toBeUndefined());
});
