import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decided, decisionKey, doubtsOf, importanceOf } from './review.rules.ts';
import type { Decisions } from './review.schema.ts';

const origin = (confidence: number) => (path: string) => ({ path, confidence, spans: [] });

test('what matters most and is least sure is asked first', () => {
  const confidence: Record<string, number> = {
    'skills[0].name': 0.1,
    'work[0].name': 0.5,
    'basics.email': 0.5,
    'work[1].position': 0.2,
  };
  const asked = doubtsOf({
    texts: Object.keys(confidence).map((path) => ({ path, text: 'x' })),
    originOf: (path) => origin(confidence[path] ?? 1)(path),
    decisions: {},
  });
  expect(asked.map(({ path }) => path)).toEqual(['work[1].position', 'basics.email', 'work[0].name', 'skills[0].name']);
});

test('a sure value and one that was answered are not asked; the same place with another value is', () => {
  const texts = [{ path: 'work[0].name', text: 'Blue Door' }];
  const ask = (decisions: Decisions, confidence = 0.3) =>
    doubtsOf({ texts, originOf: origin(confidence), decisions }).length;
  expect(ask({})).toBe(1);
  expect(ask({}, 0.9)).toBe(0);
  expect(ask({ [decisionKey('work[0].name', 'Blue Door')]: 'skipped' })).toBe(0);
  expect(ask({ [decisionKey('work[0].name', 'Red Door')]: 'accepted' })).toBe(1);
});

test('a decision is found again after letters changed their case, and does not show the value', () => {
  expect(decisionKey('basics.name', 'Zoë  Quill')).toBe(decisionKey('basics.name', 'zoe quill'));
  expect(decisionKey('basics.name', 'Zoë Quill')).not.toMatch(/quill/i);
});

test('two texts almost never share a key', () => {
  const keys = new Set<string>();
  const texts = new Set<string>();
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9 ]{1,12}$/), (text) => {
      const plain = text.replace(/\s+/g, ' ').trim();
      texts.add(plain);
      keys.add(decisionKey('p', plain));
      return keys.size === texts.size;
    }),
    { numRuns: 2000 },
  );
});

test('a later decision replaces, null takes back, the rest stays', () => {
  const before: Decisions = { a: 'accepted', b: 'skipped' };
  expect(decided(before, { a: null, c: 'kept' })).toEqual({ b: 'skipped', c: 'kept' });
  expect(decided(before, { b: 'accepted' })).toEqual({ a: 'accepted', b: 'accepted' });
});

test('ways to reach the person weigh more than any skill', () => {
  expect(importanceOf('basics.email')).toBeGreaterThan(importanceOf('skills[3].keywords[1]'));
  expect(importanceOf('work[0].name')).toBeGreaterThan(importanceOf('projects[0].name'));
});
