import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from './dedupe.rules.ts';
import { type Comparable, fingerprint } from './fingerprint.rules.ts';

const about =
  'Acme builds tools that bakers of every size rely on every single morning, from the first loaf to the last delivery of the day. ';
const body =
  'You will plan and run the ovens of our pilot bakery, write down what you learn, and teach the crews of forty shops how to do the same with less flour and fewer burnt crusts. You know yeast, heat and people, you rise early, and you like to measure twice before you cut the dough. ';
const other =
  'You will sell our ordering system to independent cafes along the coast, visiting each of them twice a year, listening first, and bringing back what they miss so that the product people can build it before the season starts. A car and an honest laugh are all the equipment it takes. ';

const posting = (over: Partial<Comparable> = {}): Comparable => ({
  url: 'https://board.example/1',
  title: 'Senior Baker',
  company: 'Acme Inc.',
  location: 'Berlin, Germany',
  description: (about + body).repeat(3),
  ...over,
});
const verdict = (a: Partial<Comparable>, b: Partial<Comparable>) =>
  compare(fingerprint(posting(a)), fingerprint(posting({ url: 'https://other.example/2', ...b }))).outcome;

describe('compare', () => {
  it('calls two listings of one vacancy the same', () => {
    expect(verdict({}, { company: 'ACME' })).toBe('same');
    expect(verdict({ title: 'Baker (m/w/d)' }, { title: 'Baker' })).toBe('same');
  });
  it('calls the same role in another city a variant', () => {
    expect(verdict({}, { location: 'Paris, France' })).toBe('variant');
  });
  it('calls another level another job, however alike the text', () => {
    expect(verdict({}, { title: 'Senior Baker II' })).toBe('different');
    expect(verdict({}, { title: 'Baker' })).toBe('different');
  });
  it('is not fooled by what an employer writes into every advert', () => {
    expect(
      verdict(
        { description: about.repeat(4) + body },
        { title: 'Senior Seller', description: about.repeat(4) + other },
      ),
    ).toBe('different');
  });
  it('keeps two ids of one board apart, and one id together', () => {
    const ats = (id: string) => `https://boards.greenhouse.io/acme/jobs/${id}`;
    expect(verdict({ url: ats('1234567') }, { url: ats('7654321') })).toBe('variant');
    expect(
      verdict({ url: ats('1234567') }, { url: 'https://acme.example/?gh_jid=1234567', title: 'Head of Ovens' }),
    ).toBe('same');
  });
  it('does not merge other employers with a common title', () => {
    expect(verdict({}, { company: 'Breadworks', description: other.repeat(3) })).toBe('different');
  });
  it('is symmetric', () => {
    const text = fc.constantFrom(about + body, about + other, body, '', other.repeat(2));
    const title = fc.constantFrom('Senior Baker', 'Baker', 'Baker II', 'Cafe Seller', 'Multiple roles');
    const place = fc.constantFrom('Berlin', 'Paris, France', '', 'Remote', 'Remote, EMEA');
    const company = fc.constantFrom('Acme', 'Acme GmbH', 'Breadworks', '');
    const any = fc.record({ title, description: text, location: place, company });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const x = fingerprint(posting(a));
        const y = fingerprint(posting({ ...b, url: 'https://other.example/2' }));
        expect(compare(x, y)).toEqual(compare(y, x));
      }),
    );
  });
});
