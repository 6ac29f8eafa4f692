import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateQuote } from './locate.rules.ts';
import { quoteAround } from './quote.rules.ts';

const posting = `About the bakery

Requirements:
• 5+ years of Python   and PostgreSQL
• A driving licence – class B

We bake at night. You will run ovens, talk to the people who eat the bread, keep the flour dry and look after two apprentices through the whole of their first year with us; fluent German.`;

const found = (quote: string) => {
  const at = locateQuote(posting, quote);
  return at && posting.slice(...at);
};

describe('a quotation', () => {
  it('is found however its words were spaced', () => {
    expect(found('5+ years of python and PostgreSQL')).toBe('5+ years of Python   and PostgreSQL');
    expect(found('A driving licence class B')).toBe('A driving licence – class B');
  });
  it('is found by its words where its ends were left out', () => {
    expect(found('… keep the flour dry …')).toBe('keep the flour dry');
  });
  it('that is not there is not found, nor is an empty one', () => {
    expect([found('6+ years of Python'), found('…'), found(''), found(' • ')]).toEqual(Array(4).fill(undefined));
  });
  it('is found wherever the posting was quoted', () => {
    fc.assert(
      fc.property(fc.nat(posting.length - 1), fc.integer({ min: 1, max: 30 }), (start, length) => {
        const span = [start, Math.min(posting.length, start + length)] as const;
        const quote = quoteAround(posting, span);
        if (/[\p{L}\d]{2}/u.test(quote)) expect(found(quote)).toBeDefined();
      }),
    );
  });
  it('is looked for in anything without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, quote) => {
        const at = locateQuote(text, quote);
        if (at) expect(at[0] < at[1] && at[1] <= text.length).toBe(true);
      }),
    );
  });
});
