import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_ANSWERS, withAnswer, wordingOf } from './saved-answers.rules.ts';

const why = { question: 'Why do you want to work here?', answer: 'The rivers.' };

describe('answers kept for the next form', () => {
  test('the same wording has one answer, the latest, in its old place', () => {
    const list = [why, { question: 'Shoe size', answer: '39' }];
    expect(withAnswer(list, { question: ' why do you want to work here *', answer: 'The people.' })).toEqual([
      { question: ' why do you want to work here *', answer: 'The people.' },
      list[1],
    ]);
  });

  test('a question that differs in a word is another question', () => {
    expect(withAnswer([why], { question: 'Why do you want to leave here?', answer: 'x' })).toHaveLength(2);
  });

  test('saving the same again changes nothing, so the version need not move', () => {
    const list = [why];
    expect(withAnswer(list, { ...why })).toBe(list);
  });

  test('a full list takes no new question and still takes a better answer to an old one', () => {
    const full = Array.from({ length: MOST_ANSWERS }, (_, i) => ({ question: `Question ${i}`, answer: 'a' }));
    expect(withAnswer(full, why)).toBeUndefined();
    expect(withAnswer(full, { question: 'Question 7', answer: 'b' })?.[7]?.answer).toBe('b');
  });

  test('however often and in whatever spelling answers come, no wording stands twice', () => {
    const answer = fc.record({ question: fc.string({ minLength: 1, maxLength: 20 }), answer: fc.string() });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 30 }), (all) => {
        let list: readonly { question: string; answer: string }[] = [];
        for (const one of all) list = withAnswer(list, one) ?? list;
        const wordings = list.map(({ question }) => wordingOf(question));
        expect(new Set(wordings).size).toBe(wordings.length);
      }),
    );
  });
});
