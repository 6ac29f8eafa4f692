import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askKey, companyOfBoard, companyOfTitle, isEnabled, normalAsk } from './feed.rules.ts';
import { isBelieved, isShrunk, wordOfAbsent } from './liveness.rules.ts';
import { dueAfter, nextDay, retryAt, wakeAt } from './pace.rules.ts';
import { delayOf, mayRead, robotsOf } from './robots.rules.ts';
import type { FeedAsk } from './source.schema.ts';
import { troubleText } from './trouble.rules.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('what many people look for', () => {
  it('is one feed however they write it', () => {
    const ask = (what: string, where: string): FeedAsk => ({ source: 'x', query: { what, where, country: 'de' } });
    expect(askKey(ask('  Köchin ', 'BERLIN'))).toBe(askKey(ask('köchin', 'berlin')));
    expect(askKey(ask('koch', 'berlin'))).not.toBe(askKey(ask('koch berlin', '')));
    expect(askKey({ source: 'x', board: 'Acme' })).not.toBe(askKey({ source: 'x', board: 'acme' }));
    expect(askKey({ source: 'x' })).not.toBe(askKey({ source: 'x', query: {} }));
  });
  it('stays what it is when it is put in its one spelling again', () => {
    const text = fc.option(fc.string({ maxLength: 30 }), { nil: undefined });
    fc.assert(
      fc.property(text, text, fc.boolean(), (what, where, remote) => {
        const ask = {
          source: 'x',
          query: { remote, ...(what !== undefined && { what }), ...(where !== undefined && { where }) },
        };
        const once = normalAsk(ask);
        expect(normalAsk(once)).toEqual(once);
        expect(askKey(once)).toBe(askKey(ask));
      }),
    );
  });
});

describe('an employer', () => {
  it.each([
    ['acme-labs', 'Acme Labs'],
    ['acme.recruitee.com', 'Acme'],
    ['https://www.careers.acme.co.uk/jobs', 'Acme'],
    ['https://jobs.north-wind.example/list', 'North Wind'],
  ])('known as %s is called %s', (board, name) => expect(companyOfBoard(board)).toBe(name));
  it('is called as its page calls it, where that is the same name', () => {
    expect(companyOfTitle('ACME Labs – Jobs', 'acmelabs')).toBe('ACME Labs');
    expect(companyOfTitle('Jobs at Acme Labs', 'acme-labs')).toBe('Acme Labs');
    expect(companyOfTitle('Buy cheap watches', 'acme-labs')).toBeUndefined();
  });
});

describe('a source that failed', () => {
  it('is asked later each time, never before it allows, and at least daily', () => {
    const wait = (failures: number, retryAfter?: number) => retryAt({ now: 0, failures, retryAfter });
    expect([1, 2, 3].map((n) => wait(n) / 60_000)).toEqual([5, 10, 20]);
    expect(wait(1, 7200)).toBe(2 * HOUR);
    expect(wait(60)).toBe(DAY);
    expect(wait(1, 1e9)).toBe(DAY);
    fc.assert(
      fc.property(fc.nat(200), fc.nat(10_000_000), (failures, seconds) => {
        expect(wait(failures, seconds)).toBeGreaterThanOrEqual(Math.min(seconds * 1000, DAY));
        expect(wait(failures + 1, seconds)).toBeGreaterThanOrEqual(wait(failures, seconds));
      }),
    );
  });
  it('is looked at again in the future', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 60_000, max: DAY }), (roundAt, now, everyMs) => {
        expect(dueAfter({ roundAt, everyMs, now })).toBeGreaterThan(now);
        expect(wakeAt([{ nextAt: roundAt }], now)).toBeGreaterThanOrEqual(now);
        expect(nextDay(now)).toBeGreaterThan(now);
      }),
    );
    expect(wakeAt([], 0)).toBeUndefined();
  });
  it('tells the person what happens next, whatever it was', () => {
    expect(troubleText('feed.busy')).toMatch(/asked again/);
    expect(troubleText('outside.too_slow')).toMatch(/asked again/);
    expect(troubleText('something else')).toMatch(/tried again/);
  });
});

describe('a posting that is not listed', () => {
  const word = (hours: number, complete: boolean) => wordOfAbsent({ missingSince: 0 }, { now: hours * HOUR, complete });
  it('is missing first, gone only at a second reading some hours later', () => {
    expect([0, 1, 3, 6].map((hours) => word(hours, true))).toEqual(['missing', 'missing', 'gone', 'gone']);
  });
  it('of a search is doubted by age alone', () => {
    expect([6, 29 * 24, 30 * 24, 45 * 24].map((hours) => word(hours, false))).toEqual([
      undefined,
      undefined,
      'missing',
      'gone',
    ]);
  });
  it('with nearly all others counts as a failure until it stays so', () => {
    expect(isShrunk({ before: 100, now: 20 })).toBe(true);
    expect(isShrunk({ before: 100, now: 21 })).toBe(false);
    expect(isShrunk({ before: 5, now: 0 })).toBe(false);
    expect(isBelieved({ shrunkAt: undefined, now: DAY })).toBe(false);
    expect(isBelieved({ shrunkAt: 0, now: HOUR })).toBe(false);
    expect(isBelieved({ shrunkAt: 0, now: 6 * HOUR })).toBe(true);
  });
});

describe('a site', () => {
  const url = 'https://acme.example/jobs/1';
  it('says where we may read and how slowly', () => {
    const rules = robotsOf({ status: 200, text: 'User-agent: *\nDisallow: /private\nCrawl-delay: 5' });
    expect(mayRead(rules, url)).toBe(true);
    expect(mayRead(rules, 'https://acme.example/private/1')).toBe(false);
    expect(delayOf(rules, url)).toBe(5000);
    expect(mayRead(robotsOf({ status: 200, text: 'User-agent: Foothold\nDisallow: /' }), url)).toBe(false);
    expect(delayOf(robotsOf({ status: 200, text: 'User-agent: *\nCrawl-delay: 99999' }), url)).toBe(60_000);
  });
  it('without rules is open, without an answer is not read', () => {
    for (const status of [404, 403, 410]) expect(mayRead(robotsOf({ status, text: '' }), url)).toBe(true);
    for (const status of [0, 500, 503, 429]) expect(mayRead(robotsOf({ status, text: '' }), url)).toBe(false);
  });
});

describe('a source whose postings must be open to everybody', () => {
  it('is asked only where it is named: the portal shows postings after signing in', () => {
    const open = { id: 'open', display: { name: 'Open', homepage: 'https://open.example', openToAll: true } } as const;
    const usual = { id: 'usual', display: { name: 'Usual', homepage: 'https://usual.example' } };
    expect([open, usual].map((source) => isEnabled(source, 'all'))).toEqual([false, true]);
    expect([open, usual].map((source) => isEnabled(source, ['open']))).toEqual([true, false]);
    expect([open, usual].map((source) => isEnabled(source, ['none']))).toEqual([false, false]);
  });
});
