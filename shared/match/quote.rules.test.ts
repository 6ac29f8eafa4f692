import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteAround, quotesAt } from './quote.rules.ts';

const TEXT =
  'About us\n• We run the software behind 40,000 rooftop batteries. You will run Kubernetes clusters on AWS with Terraform, build services in Go and TypeScript, and own observability with Prometheus.\nRequirements: 4+ years running production systems; Kubernetes, Terraform, Linux.';
const spanOf = (word: string, from = 0): [number, number] => {
  const at = TEXT.indexOf(word, from);
  return [at, at + word.length];
};
const bare = (quote: string) => quote.replace(/^… | …$/g, '');

describe('quotations from a posting', () => {
  it('begin and end at words, say where they were cut, and hold the place they are about', () => {
    const quote = quoteAround(TEXT, spanOf('Terraform'));
    expect(quote).toContain('Terraform');
    expect(quote).toBe('You will run Kubernetes clusters on AWS with Terraform, build services in Go and …');
    expect(quoteAround(TEXT, spanOf('rooftop'))).toBe('We run the software behind 40,000 rooftop batteries.');
    expect(quoteAround(TEXT, spanOf('Prometheus'))).toMatch(/^… .*observability with Prometheus\.$/);
  });

  it('show each place once', () => {
    const spans = [spanOf('Kubernetes'), spanOf('Terraform'), spanOf('AWS')];
    expect(quotesAt(TEXT, { spans, most: 2 })).toHaveLength(1);
    const later = [...spans, spanOf('Linux')];
    expect(quotesAt(TEXT, { spans: later, most: 2 })).toHaveLength(2);
  });

  it('are of whole words and of bearable length, whatever the posting is', () => {
    const word = fc.stringMatching(/^[a-zA-Z,.;:•-]{1,14}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.constantFrom(' ', '\n'),
        (words, n, gap) => {
          const text = words.join(gap);
          const chosen = n % words.length;
          const start = words.slice(0, chosen).reduce((sum, one) => sum + one.length + 1, 0);
          const quote = quoteAround(text, [start, start + (words[chosen]?.length ?? 0)]);
          expect(bare(quote).length).toBeLessThanOrEqual(90);
          const known = new Set(
            words.flatMap((one) => [
              one,
              one.replace(/^[•-]+/, ''),
              one.replace(/[,;:]+$/, ''),
              one.replace(/^[•-]+/, '').replace(/[,;:]+$/, ''),
            ]),
          );
          for (const part of bare(quote).split(' ').filter(Boolean).slice(1, -1)) expect(known).toContain(part);
        },
      ),
    );
  });
});
