import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSkills } from '#shared/skill/skill.rules.ts';
import { nameKey, pack, unpack } from './pack.rules.ts';
import { cosineOf, packVector, unpackVector } from './vector.rules.ts';

describe('packing', () => {
  it('gives numbers and vectors back', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 30 - 1), (n) => {
        expect(unpack(pack(n, 5), { at: 0, width: 5 })).toBe(n);
      }),
    );
    fc.assert(
      fc.property(fc.int8Array({ minLength: 0, maxLength: 90 }), (vector) => {
        const back = unpackVector(packVector(vector));
        expect([...back.slice(0, vector.length)]).toEqual([...vector]);
        expect(back.slice(vector.length).every((x) => x === 0)).toBe(true);
      }),
    );
  });
  it('no two skills share a key', () => {
    const names = allSkills().map(({ name }) => name);
    expect(new Set(names.map(nameKey)).size).toBe(names.length);
  });
  it('vectors of different models are not compared', () => {
    expect(cosineOf(new Int8Array(3), new Int8Array(6))).toBeNaN();
    expect(cosineOf(Int8Array.of(127, 0, 0), Int8Array.of(127, 0, 0))).toBe(1);
  });
});
