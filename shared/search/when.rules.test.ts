import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, minutesIn, minutesOf, nextDigest, quietUntil } from './when.rules.ts';

const at = (iso: string) => Date.parse(iso);
const iso = (moment: number | undefined) => (moment === undefined ? undefined : new Date(moment).toISOString());
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Africa/Casablanca',
];
const zone = fc.constantFrom(...ZONES);
const clock = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
const moment = fc
  .integer({ min: at('2025-01-01T00:00:00Z') / 1000, max: at('2028-12-31T00:00:00Z') / 1000 })
  .map((seconds) => seconds * 1000);
const HOUR = 3_600_000;

describe('the hour of the digest', () => {
  it('is eight in the morning where the person lives, in winter and in summer', () => {
    const habits = { timeZone: 'Europe/Berlin' };
    expect(iso(nextDigest(at('2026-01-10T12:00:00Z'), habits, 'daily'))).toBe('2026-01-11T07:00:00.000Z');
    expect(iso(nextDigest(at('2026-07-10T05:59:00Z'), habits, 'daily'))).toBe('2026-07-10T06:00:00.000Z');
    expect(iso(nextDigest(at('2026-07-10T06:00:00Z'), habits, 'daily'))).toBe('2026-07-11T06:00:00.000Z');
  });
  it('is UTC for someone of whom no zone is known, or one that does not exist', () => {
    expect(iso(nextDigest(at('2026-01-10T12:00:00Z'), {}, 'daily'))).toBe('2026-01-11T08:00:00.000Z');
    expect(iso(nextDigest(at('2026-01-10T12:00:00Z'), { timeZone: 'Mars/Base' }, 'daily'))).toBe(
      '2026-01-11T08:00:00.000Z',
    );
  });
  it('once a week is Monday', () => {
    expect(iso(nextDigest(at('2026-11-21T12:00:00Z'), {}, 'weekly'))).toBe('2026-11-23T08:00:00.000Z');
    expect(iso(nextDigest(at('2026-11-23T08:00:00Z'), {}, 'weekly'))).toBe('2026-11-30T08:00:00.000Z');
  });
  it('that spring skips comes right after the gap, and the one that autumn repeats comes once', () => {
    const habits = { timeZone: 'Europe/Berlin', digestAt: '02:30' };
    expect(iso(nextDigest(at('2026-03-28T12:00:00Z'), habits, 'daily'))).toBe('2026-03-29T01:00:00.000Z');
    expect(iso(nextDigest(at('2026-10-24T12:00:00Z'), habits, 'daily'))).toBe('2026-10-25T00:30:00.000Z');
    expect(iso(nextDigest(at('2026-10-25T00:30:00Z'), habits, 'daily'))).toBe('2026-10-26T01:30:00.000Z');
  });
  it('lies ahead, at most 25 h off (a week for weekly ones), at the hour asked unless the zone skips it', () => {
    fc.assert(
      fc.property(moment, zone, clock, fc.boolean(), (now, timeZone, digestAt, weekly) => {
        const next = nextDigest(now, { timeZone, digestAt }, weekly ? 'weekly' : 'daily');
        expect(next).toBeGreaterThan(now);
        expect(next - now).toBeLessThanOrEqual(weekly ? 7 * 24 * HOUR + 2 * HOUR : 26 * HOUR);
        const shown = minutesIn(next, timeZone);
        const late = (shown - minutesOf(digestAt) + 1440) % 1440;
        expect(late).toBeLessThanOrEqual(60);
        if (late > 0) expect(minutesIn(next - 60_000, timeZone)).toBeLessThan(minutesOf(digestAt));
      }),
      { numRuns: 2000 },
    );
  });
  it('comes once a day, whatever summer time does: a year of digests is a year of days', () => {
    fc.assert(
      fc.property(zone, clock, (timeZone, digestAt) => {
        const end = at('2027-01-01T00:00:00Z');
        let count = 0;
        for (let now = at('2026-01-01T00:00:00Z'); now < end; count++)
          now = nextDigest(now, { timeZone, digestAt }, 'daily');
        expect(count).toBeGreaterThanOrEqual(365);
        expect(count).toBeLessThanOrEqual(366);
      }),
      { numRuns: 20 },
    );
  });
});

describe('quiet hours', () => {
  const habits = { timeZone: 'Europe/Berlin', quietHours: { from: '22:00', to: '07:00' } };
  it('hold over midnight and end where the person lives', () => {
    expect(iso(quietUntil(at('2026-01-10T21:30:00Z'), habits))).toBe('2026-01-11T06:00:00.000Z');
    expect(iso(quietUntil(at('2026-01-11T05:59:00Z'), habits))).toBe('2026-01-11T06:00:00.000Z');
    expect(quietUntil(at('2026-01-11T06:00:00Z'), habits)).toBeUndefined();
    expect(quietUntil(at('2026-01-10T20:59:00Z'), habits)).toBeUndefined();
  });
  it('of the night in which the clock changes last an hour less or more', () => {
    expect(iso(quietUntil(at('2026-03-28T22:00:00Z'), habits))).toBe('2026-03-29T05:00:00.000Z');
    expect(iso(quietUntil(at('2026-10-24T21:00:00Z'), habits))).toBe('2026-10-25T06:00:00.000Z');
  });
  it('that begin and end alike, or were never set, are none', () => {
    expect(quietUntil(at('2026-01-10T21:30:00Z'), { quietHours: { from: '09:00', to: '09:00' } })).toBeUndefined();
    expect(quietUntil(at('2026-01-10T21:30:00Z'), {})).toBeUndefined();
  });
  it('end ahead of now, within 25 hours, and are over then', () => {
    fc.assert(
      fc.property(moment, zone, clock, clock, (now, timeZone, from, to) => {
        const quiet = { timeZone, quietHours: { from, to } };
        const end = quietUntil(now, quiet);
        if (end === undefined) return;
        expect(end).toBeGreaterThan(now);
        expect(end - now).toBeLessThanOrEqual(26 * HOUR);
        const again = quietUntil(end, quiet);
        // Only where the zone skips the very hour of the end may the next night begin at once.
        if (again !== undefined) expect(minutesIn(end, timeZone)).not.toBe(minutesOf(to));
      }),
      { numRuns: 3000 },
    );
  });
});

it('names of zones are known or refused, never a failure', () => {
  expect(ZONES.every(isTimeZone)).toBe(true);
  for (const name of ['', 'Mars/Base', '<b>', 'Europe/Berlin; DROP', '../../etc'])
    expect([name, isTimeZone(name)]).toEqual([name, false]);
});
