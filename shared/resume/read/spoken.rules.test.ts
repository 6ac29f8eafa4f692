import { describe, expect, test } from 'vitest';
import { spokenLanguages } from './spoken.rules.ts';

describe('the languages of a resume', () => {
  test('have one code whatever the file calls them, and a CEFR level where it gives one', () => {
    const languages = [
      { language: 'Deutsch', fluency: 'Muttersprache' },
      { language: 'İngilizce', fluency: 'c1 (IELTS 7.5)' },
      { language: '法语', fluency: '流利' },
      { language: 'Język francuski (B2)' },
      { language: 'हिंदी' },
    ];
    expect(spokenLanguages({ languages })).toEqual([
      { code: 'de', path: 'languages[0]' },
      { code: 'en', cefr: 'C1', path: 'languages[1]' },
      { code: 'fr', path: 'languages[2]' },
      { code: 'fr', cefr: 'B2', path: 'languages[3]' },
      { code: 'hi', path: 'languages[4]' },
    ]);
  });

  test('whose names nobody knows are left out, and so is what is no language', () => {
    expect(spokenLanguages({ languages: [{ language: 'Qwertyish' }, {}, { language: 'TypeScript' }] })).toEqual([]);
    expect(spokenLanguages({})).toEqual([]);
  });
});
