import { describe, expect, it } from 'vitest';
import { column, extracted, plainText, put } from '../../../tests/support/page.ts';
import { readExtracted } from './read.rules.ts';

const head = 'Jane Miller\njane@example.com\n\n';
const skills = (text: string) => readExtracted(plainText(head + text)).reading.resume.skills;
const languages = (text: string) => readExtracted(plainText(head + text)).reading.resume.languages;

describe('listed skills', () => {
  it('come apart at every usual mark', () => {
    for (const list of ['Java, SQL, Git', 'Java; SQL; Git', 'Java | SQL | Git', 'Java • SQL • Git', 'Java · SQL · Git'])
      expect(skills(`Skills\n${list}`)).toEqual([{ name: 'Java' }, { name: 'SQL' }, { name: 'Git' }]);
  });

  it('keep the label of their group', () => {
    expect(skills('Kenntnisse\nSprachen und Werkzeuge: Java, SQL')).toEqual([
      { name: 'Sprachen und Werkzeuge', keywords: ['Java', 'SQL'] },
    ]);
  });

  it.each([
    ['Java – advanced', 'advanced'],
    ['Java (sehr gut)', 'sehr gut'],
    ['Java ●●●○○', '3/5'],
    ['Java ★★★★☆', '4/5'],
    ['Java 80%', '80%'],
    ['Java: 4/5', '4/5'],
    ['Java - 精通', '精通'],
  ])('keep the level of %j', (line, level) => {
    expect(skills(`Skills\n${line}\nSQL`)).toEqual([{ name: 'Java', level }, { name: 'SQL' }]);
  });

  it('take the level their group is labelled with', () => {
    expect(skills('Skills\nAdvanced: Java, SQL\nBasic: Rust')).toEqual([
      { name: 'Java', level: 'Advanced' },
      { name: 'SQL', level: 'Advanced' },
      { name: 'Rust', level: 'Basic' },
    ]);
  });

  it('include the programming languages of a group of that name', () => {
    expect(skills('Technical Skills\nLANGUAGES: Java, Python, SQL\nFrameworks: React, Flask')).toEqual([
      { name: 'LANGUAGES', keywords: ['Java', 'Python', 'SQL'] },
      { name: 'Frameworks', keywords: ['React', 'Flask'] },
    ]);
  });

  it('keep the label set bold before a list without a colon', () => {
    const items = ['Languages', 'Tools'].flatMap((label, i) => [
      put({ text: label, x: 50, y: 120 + i * 14, width: 45, weight: 700 }),
      put({ text: ['Java · Go', 'Git · Docker'][i] ?? '', x: 98, y: 120 + i * 14 }),
    ]);
    const head = ['Jane Miller', 'jane@example.com', '', 'Skills'];
    const { resume } = readExtracted(extracted([...column(head, { x: 50, y: 50 }), ...items])).reading;
    expect(resume.skills).toEqual([
      { name: 'Languages', keywords: ['Java', 'Go'] },
      { name: 'Tools', keywords: ['Git', 'Docker'] },
    ]);
  });

  it('keep the Chinese label before each list in Latin letters', () => {
    const text = '张伟\n手机：138 1234 5678\n\n技能\n语言 Java · Go\n数据库 MySQL · Redis';
    expect(readExtracted(plainText(text)).reading.resume.skills).toEqual([
      { name: '语言', keywords: ['Java', 'Go'] },
      { name: '数据库', keywords: ['MySQL', 'Redis'] },
    ]);
  });

  it('are neither sentences, addresses nor spoken languages', () => {
    const read = skills(
      'Skills\nI have always enjoyed working with people of all ages and backgrounds and finding solutions for them.\nJava, SQL\nwww.example.com\nLanguages: English (native), German (B1)',
    );
    expect(read).toEqual([{ name: 'Java' }, { name: 'SQL' }]);
  });
});

describe('spoken languages', () => {
  it.each([
    [
      'Languages\nEnglish (native), German (B1)',
      [
        ['English', 'native'],
        ['German', 'B1'],
      ],
    ],
    [
      'Sprachen\nDeutsch: Muttersprache\nEnglisch: verhandlungssicher (C1)',
      [
        ['Deutsch', 'Muttersprache'],
        ['Englisch', 'verhandlungssicher (C1)'],
      ],
    ],
    [
      'Langues\nAnglais – courant\nItalien – notions',
      [
        ['Anglais', 'courant'],
        ['Italien', 'notions'],
      ],
    ],
    [
      'Idiomas\nInglés: nivel alto\nCatalán: nativo',
      [
        ['Inglés', 'nivel alto'],
        ['Catalán', 'nativo'],
      ],
    ],
    ['Idiomas\nInglês – Fluente', [['Inglês', 'Fluente']]],
    ['Lingue\nInglese: B2', [['Inglese', 'B2']]],
    [
      'Talen\nNederlands (moedertaal), Engels (vloeiend)',
      [
        ['Nederlands', 'moedertaal'],
        ['Engels', 'vloeiend'],
      ],
    ],
    ['Języki\nangielski – biegle', [['angielski', 'biegle']]],
    [
      'Språk\nSvenska: modersmål\nFinska: grundläggande',
      [
        ['Svenska', 'modersmål'],
        ['Finska', 'grundläggande'],
      ],
    ],
    ['Diller\nİngilizce – ileri seviye', [['İngilizce', 'ileri seviye']]],
    ['语言能力\n英语（流利）', [['英语', '流利']]],
    [
      'भाषाएं\nहिन्दी (मातृभाषा), अंग्रेज़ी (अच्छा)',
      [
        ['हिन्दी', 'मातृभाषा'],
        ['अंग्रेज़ी', 'अच्छा'],
      ],
    ],
    [
      'Languages\nEnglish ●●●●●\nFrench ●●○○○',
      [
        ['English', '5/5'],
        ['French', '2/5'],
      ],
    ],
    [
      'Languages\nEnglish\nNative\nFrench\nIntermediate',
      [
        ['English', 'Native'],
        ['French', 'Intermediate'],
      ],
    ],
  ])('of %j', (text, expected) => {
    expect(languages(text)).toEqual(expected.map(([language, fluency]) => ({ language, fluency })));
  });

  it('are never programming languages', () => {
    expect(languages('Languages\nJava, Python, Go')).toBeUndefined();
  });

  it('stand among the skills, too', () => {
    expect(languages('Skills\nJava, SQL\nLanguages: English (native), German (B1)')).toEqual([
      { language: 'English', fluency: 'native' },
      { language: 'German', fluency: 'B1' },
    ]);
  });
});
