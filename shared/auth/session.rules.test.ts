import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coarseAddress, describeAgent, expiryOf, judgeRefresh, REFRESH_GRACE } from './session.rules.ts';

describe('a refresh', () => {
  const family = { hash: 'now', previousHash: 'before', rotatedAt: 1000 };
  it('rotates by the current token and repeats by the one before, for 10 s', () => {
    expect(judgeRefresh(family, { hash: 'now', now: 10 ** 12 })).toBe('rotate');
    expect(judgeRefresh(family, { hash: 'before', now: 1000 + REFRESH_GRACE })).toBe('repeat');
    expect(judgeRefresh(family, { hash: 'before', now: 1001 + REFRESH_GRACE })).toBe('reused');
    expect(judgeRefresh(family, { hash: 'older', now: 1000 })).toBe('reused');
    expect(judgeRefresh({ hash: 'now' }, { hash: 'older', now: 1000 })).toBe('reused');
  });
});

describe('a session', () => {
  it('ends by want of use or by age, whichever comes first; a pasted token never by age', () => {
    const days = (n: number) => n * 86_400_000;
    expect(expiryOf({ kind: 'portal', createdAt: 0, lastUsedAt: days(1) })).toBe(days(15));
    expect(expiryOf({ kind: 'portal', createdAt: 0, lastUsedAt: days(89) })).toBe(days(90));
    expect(expiryOf({ kind: 'token', createdAt: 0, lastUsedAt: days(1000) })).toBe(days(1180));
  });
});

describe('an address', () => {
  it('loses the part that names a device', () => {
    expect(coarseAddress('203.0.113.77')).toBe('203.0.113.0');
    expect(coarseAddress('::ffff:203.0.113.77')).toBe('203.0.113.0');
    expect(coarseAddress('2001:db8:12:34:56:78:9a:bc')).toBe('2001:db8:12::');
    expect(coarseAddress('2001:db8::1')).toBe('2001:db8::');
    expect(coarseAddress('::1')).toBe('::');
    expect(coarseAddress('not an address')).toBe('unknown');
  });

  it('keeps no last part of any IPv4 address, and never fails', () => {
    const part = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(part, part, part, part), (parts) => {
        expect(coarseAddress(parts.join('.'))).toBe([...parts.slice(0, 3), 0].join('.'));
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(coarseAddress(text).length).toBeLessThan(20);
      }),
    );
  });
});

describe('a user agent', () => {
  it('is named as people know it', () => {
    const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
    expect(describeAgent(`${windows} Chrome/140.0.0.0 Safari/537.36`)).toBe('Chrome on Windows');
    expect(describeAgent(`${windows} Chrome/140.0.0.0 Safari/537.36 Edg/140.0`)).toBe('Edge on Windows');
    expect(
      describeAgent('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1'),
    ).toBe('Safari on iOS');
    expect(describeAgent('curl/8.5.0')).toBe('curl');
    expect(describeAgent('')).toBe('Unknown device');
  });
});
