import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '#tests/support/platform.ts';
import { createLimits, type Limits } from './limits.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.close());

const minute = { windowSeconds: 60 };
async function allowedOf(limits: Limits, request: { owner: string; limit: number; times: number }) {
  let allowed = 0;
  for (let i = 0; i < request.times; i++) if ((await limits.take({ ...request, ...minute })).allowed) allowed++;
  return allowed;
}

describe('rate limits', () => {
  it('refuse the 11th of 10 and the 101st of 100, and name the time to wait', async () => {
    const limits = createLimits(platform.table, platform.clock);
    expect(await allowedOf(limits, { owner: 'sign-in', limit: 10, times: 12 })).toBe(10);
    expect(await allowedOf(limits, { owner: 'person', limit: 100, times: 102 })).toBe(100);
    platform.clock.advance(20_000);
    expect(await limits.take({ owner: 'person', limit: 100, ...minute })).toEqual({ allowed: false, retryAfter: 40 });
    platform.clock.advance(40_000);
    expect(await allowedOf(limits, { owner: 'person', limit: 100, times: 102 })).toBe(100);
  });

  it('are exact for limits that are no multiple of a block', async () => {
    const limits = createLimits(platform.table, platform.clock);
    for (const limit of [1, 20, 21, 39, 47])
      expect(await allowedOf(limits, { owner: `odd ${limit}`, limit, times: limit + 3 })).toBe(limit);
  });

  it('let 100 of 150 calls through that arrive together', async () => {
    const limits = createLimits(platform.table, platform.clock);
    const request = { owner: 'together', limit: 100, ...minute };
    const permits = await Promise.all(Array.from({ length: 150 }, () => limits.take(request)));
    expect(permits.filter(({ allowed }) => allowed)).toHaveLength(100);
  });

  it('are one count for several processes', async () => {
    const processes = [1, 2, 3].map(() => createLimits(platform.table, platform.clock));
    const ask = (limit: number, times: number) =>
      Promise.all(processes.map((limits) => allowedOf(limits, { owner: `shared ${limit}`, limit, times })));
    const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
    expect(sum(await ask(10, 10))).toBe(10);
    expect(sum(await ask(100, 100))).toBe(100);
  });

  it('count owners and buckets apart', async () => {
    const limits = createLimits(platform.table, platform.clock);
    const take = (owner: string, bucket: string) => limits.take({ owner, bucket, limit: 1, ...minute });
    expect((await take('a', 'x')).allowed).toBe(true);
    expect((await take('a', 'x')).allowed).toBe(false);
    expect((await take('a', 'y')).allowed).toBe(true);
    expect((await take('b#ACCOUNT', 'x')).allowed).toBe(true);
  });

  it('cost a twentieth of a write, and nothing once refused', async () => {
    const limits = createLimits(platform.table, platform.clock);
    platform.roundTrips();
    await allowedOf(limits, { owner: 'cheap', limit: 100, times: 100 });
    expect(platform.roundTrips()).toBe(5);
    await allowedOf(limits, { owner: 'cheap', limit: 100, times: 1 });
    platform.roundTrips();
    await allowedOf(limits, { owner: 'cheap', limit: 100, times: 50 });
    expect(platform.roundTrips()).toBe(0);
  });
});
