import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded, languageOf, tokens } from './text.rules.ts';

describe('words of a posting', () => {
  it('are what the pattern of letters and digits finds, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(tokens(text)).toEqual(folded(text).match(/[\p{L}\p{N}][\p{L}\p{N}+#]*/gu) ?? []);
      }),
      { numRuns: 500 },
    );
  });
  it('keep the marks that tell C, C++ and C# apart, and lose accents and case', () => {
    expect(tokens('C, C++ und C#: Köche—Straße (m/w/d) 100% 𝐁𝐨𝐥𝐝')).toEqual([
      'c',
      'c++',
      'und',
      'c#',
      'koche',
      'strasse',
      'm',
      'w',
      'd',
      '100',
      'bold',
    ]);
  });
});

describe('the language of a text', () => {
  it('is told by its commonest words, and not guessed from a few', () => {
    expect(languageOf('We are looking for a cook who is good with the people of our house and to be part of it')).toBe(
      'en',
    );
    expect(languageOf('Wir suchen eine Köchin für die Küche, die mit uns arbeitet und von der Straße ist')).toBe('de');
    expect(languageOf('Koch')).toBe('und');
  });
});
