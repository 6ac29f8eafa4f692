import { describe, expect, it } from 'vitest';
import { ACCESS_SECONDS, createJwt } from './jwt.ts';

const SECRET = 'a signing secret that is long enough';
const claims = { sub: 'usr_1', sid: 'ses_1' };

function setup(start = 1_800_000_000_000) {
  const clock = { time: start, now: () => clock.time };
  return { clock, jwt: createJwt({ secret: SECRET, issuer: 'https://foothold.example', clock }) };
}

describe('access tokens', () => {
  it('say who, until they expire, however often they were verified before', async () => {
    const { clock, jwt } = setup();
    const token = await jwt.sign(claims);
    expect(await jwt.verify(token)).toEqual(claims);
    clock.time += (ACCESS_SECONDS - 1) * 1000;
    expect(await jwt.verify(token)).toEqual(claims);
    clock.time += 12_000;
    expect(await jwt.verify(token)).toBeUndefined();
  });

  it('bear clocks that differ by up to 10 s', async () => {
    const { clock, jwt } = setup();
    const token = await jwt.sign(claims);
    clock.time -= 9000;
    expect(await jwt.verify(token)).toEqual(claims);
    const ahead = setup(clock.time - 60_000).jwt;
    expect(await ahead.verify(token)).toBeUndefined();
  });

  it('with one changed character are refused', async () => {
    const { jwt } = setup();
    const token = await jwt.sign(claims);
    for (let i = 0; i < token.length - 1; i += 7) {
      const changed = token.slice(0, i) + (token[i] === 'A' ? 'B' : 'A') + token.slice(i + 1);
      expect([i, await jwt.verify(changed)]).toEqual([i, undefined]);
    }
  });

  it('are not made with a secret shorter than 32 bytes', () => {
    const clock = { now: () => 0 };
    expect(() => createJwt({ secret: 'short', issuer: 'https://foothold.example', clock })).toThrow();
  });
});
