import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraseTime, judgeUnused, monthsDue, monthsFrom, NOTICE } from './unused.rules.ts';

const at = (iso: string) => Date.parse(`${iso}T12:00:00Z`);
const DAY = 86_400_000;

describe('an account nobody uses', () => {
  const lastActiveAt = at('2026-01-31');

  it('is announced after 11 months and erased after 12, never without 30 days of notice', () => {
    expect(judgeUnused({ lastActiveAt }, at('2026-12-30'))).toBe('keep');
    expect(judgeUnused({ lastActiveAt }, at('2026-12-31'))).toBe('announce');
    const announced = { lastActiveAt, announcedAt: at('2026-12-31') };
    expect(judgeUnused(announced, at('2027-01-30'))).toBe('keep');
    expect(judgeUnused(announced, at('2027-01-31'))).toBe('erase');
    expect(judgeUnused({ lastActiveAt }, at('2027-06-01'))).toBe('announce');
    const late = { lastActiveAt, announcedAt: at('2027-06-01') };
    expect(judgeUnused(late, at('2027-06-30'))).toBe('keep');
    expect(judgeUnused(late, at('2027-07-01'))).toBe('erase');
  });

  it('is kept when the person came back after the announcement', () => {
    expect(judgeUnused({ lastActiveAt: at('2027-01-10') }, at('2027-02-01'))).toBe('keep');
  });

  it('is never erased before 12 months, nor within 30 days of the announcement', () => {
    const time = fc.integer({ min: at('2000-01-01'), max: at('2090-01-01') });
    fc.assert(
      fc.property(time, time, time, (last, announcedAt, now) => {
        if (judgeUnused({ lastActiveAt: last, announcedAt }, now) !== 'erase') return;
        expect(now).toBeGreaterThanOrEqual(monthsFrom(last, 12));
        expect(now).toBeGreaterThanOrEqual(announcedAt + NOTICE);
        expect(now).toBeGreaterThanOrEqual(eraseTime(last, announcedAt));
      }),
    );
  });

  it('is found in the months that are looked through', () => {
    const time = fc.integer({ min: at('2000-01-01'), max: at('2090-01-01') });
    fc.assert(
      fc.property(time, fc.integer({ min: 0, max: 900 }), (now, days) => {
        const last = now - days * DAY;
        if (judgeUnused({ lastActiveAt: last }, now) === 'keep') return;
        const month = new Date(last).toISOString().slice(0, 7);
        expect(monthsDue(now, 36).map((due) => new Date(due).toISOString().slice(0, 7))).toContain(month);
      }),
    );
  });
});

describe('a month later', () => {
  it('is the same day, or the last of a shorter month', () => {
    expect(monthsFrom(at('2024-01-31'), 1)).toBe(at('2024-02-29'));
    expect(monthsFrom(at('2026-03-31'), -1)).toBe(at('2026-02-28'));
    expect(monthsFrom(at('2026-11-15'), 12)).toBe(at('2027-11-15'));
  });
});
