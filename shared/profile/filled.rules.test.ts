import { expect, test } from 'vitest';
import { filledBetween, withoutFilled } from './filled.rules.ts';
import { mergeResume } from './merge.rules.ts';

const before = { basics: { name: 'Ada King', phone: '' }, work: [{ name: 'Royal Society' }] };
const read = {
  basics: { name: 'Ada Lovelace', phone: '+44 20 7946 0018' },
  work: [{ name: 'Analytical Engines' }],
  skills: [{ name: 'Mathematics' }, { name: 'Poetry' }],
};

test('what a resume filled in is told, and only that', () => {
  const now = mergeResume({ current: before, read, savedByPerson: true });
  expect(filledBetween({ before, now })).toEqual([
    { path: 'basics.phone', label: 'Phone', text: '+44 20 7946 0018' },
    { path: 'skills', label: 'Skills', text: 'Mathematics, Poetry' },
  ]);
});

test('taken out again, the profile says what it said before', () => {
  const now = mergeResume({ current: before, read, savedByPerson: true });
  const back = withoutFilled(now, filledBetween({ before, now }));
  expect(back).toEqual({ basics: { name: 'Ada King' }, work: before.work });
  expect(filledBetween({ before, now: back })).toEqual([]);
});
