import { describe, expect, it } from 'vitest';
import { column, extracted, plainText, put } from '../../../tests/support/page.ts';
import { headingKind, looseHeadingKind } from './headings.rules.ts';
import { readExtracted } from './read.rules.ts';

describe('a heading says what its section holds', () => {
  it.each([
    ['Where I’ve worked', 'work'],
    ['My toolbox', 'skills'],
    ['What I do', 'skills'],
    ['Parcours', 'work'],
    ['Kurzprofil', 'summary'],
    ['Akademischer Werdegang', 'education'],
    ['Weiterbildung', 'certificates'],
    ['Ehrenamt', 'volunteer'],
    ['B E R U F S E R F A H R U N G', 'work'],
    ['Berufs-Erfahrung:', 'work'],
    ['Formación académica', 'education'],
    ['Competências técnicas', 'skills'],
    ['Esperienze lavorative', 'work'],
    ['Opleidingen', 'education'],
    ['Przebieg pracy zawodowej', 'work'],
    ['Arbetslivserfarenhet', 'work'],
    ['İş Deneyimi', 'work'],
    ['教育背景', 'education'],
    ['工作经历', 'work'],
    ['शैक्षिक योग्यता', 'education'],
    ['Опыт работы', 'work'],
    ['Erhvervserfaring', 'work'],
    ['Työkokemus', 'work'],
    ['職務経歴', 'work'],
    ['الخبرات', 'work'],
    ['Percorso lavorativo', 'work'],
    ['Scuola', 'education'],
    ['So fare', 'skills'],
    ['Obsługa programów', 'skills'],
    ['योग्यताएँ', 'skills'],
    ['Scheine und Prüfungen', 'certificates'],
    ['Beceri ve Yeterlilikler', 'skills'],
    ['Kurz gesagt', 'summary'],
    ['Professional bodies', 'volunteer'],
    ['Skills & Languages', 'skills'],
    ['Certifications and Education', 'education'],
  ])('%s: %s', (text, kind) => {
    expect(headingKind(text)).toBe(kind);
  });

  it.each(['Senior Software Engineer', 'Acme Education GmbH, Berlin', 'Managed a team of five'])(
    '%s is none',
    (text) => {
      expect(headingKind(text)).toBeUndefined();
    },
  );
});

const read = (text: string) => readExtracted(plainText(text)).reading;

describe('sections', () => {
  const text = `Jane Miller
jane@example.com

Profile
Welder with nine years in workshops and on building sites.

Experience
Welder, Holt Fabrications Ltd
01/2019 – 03/2021
- Welded frames for trailers

Military service
Royal Engineers, discharged with honour`;

  it('cover every line once, in order', () => {
    const { sections = [], lines = [] } = read(text);
    expect(sections.map((s) => s.kind)).toEqual(['header', 'summary', 'work', 'other']);
    expect(sections[0]?.lines[0]).toBe(0);
    sections.slice(1).forEach((s, i) => {
      expect(s.lines[0]).toBe(sections[i]?.lines[1]);
    });
    expect(sections.at(-1)?.lines[1]).toBe(lines.length);
    expect(lines[sections[2]?.lines[0] ?? 0]?.text).toBe('Experience');
  });

  it('no field holds are kept as they stand', () => {
    const [kept] = read(text).others ?? [];
    expect(kept).toMatchObject({ heading: 'Military service', text: ['Royal Engineers, discharged with honour'] });
    expect(kept?.spans[0]?.page).toBe(1);
  });

  it('without a heading are told by what they hold', () => {
    const { resume, sections } = read(`Jane Miller
jane@example.com

Welder with nine years in workshops and on building sites.

Senior Welder, Holt Fabrications Ltd
01/2019 – 03/2021
- Welded frames for trailers

Junior Engineer, Dunmore Engines Ltd
05/2016 – 12/2018
- Fitted pumps`);
    expect(sections?.map((s) => s.kind)).toContain('work');
    expect(resume.work).toHaveLength(2);
  });

  it('headed Qualifications hold studies where they list degrees', () => {
    const { resume } = read(`Jane Miller
jane@example.com

Employment
Welder, Holt Fabrications Ltd
2019 – 2021

Qualifications
BA Business Management, Sheffield University
2009 – 2012`);
    expect(resume.education?.[0]?.institution).toContain('Sheffield');
    expect(resume.basics?.summary).toBeUndefined();
  });

  it('are not opened by a bold job title that holds a section’s word', () => {
    const { sections } = readExtracted(
      extracted([
        put({ text: 'Jane Miller', x: 50, y: 40, fontSize: 20 }),
        ...['Experience', 'Education', 'Languages'].flatMap((text, i) => [
          put({ text: text.toUpperCase(), x: 50, y: 100 + i * 160, weight: 700, fontSize: 13 }),
        ]),
        put({ text: 'Skills Trainer', x: 50, y: 122, weight: 700 }),
        put({ text: '2019 – 2021', x: 450, y: 122 }),
        ...column(['City College, Leeds', 'Taught apprentices'], { x: 50, y: 136 }),
        put({ text: 'Project Manager', x: 50, y: 172, weight: 700 }),
        put({ text: '2016 – 2019', x: 450, y: 172 }),
        ...column(['City Council, Leeds', 'Built schools'], { x: 50, y: 186 }),
        ...column(['BA History, Leeds University'], { x: 50, y: 282 }),
        put({ text: '2012 – 2015', x: 450, y: 282 }),
        ...column(['English (native)'], { x: 50, y: 442 }),
      ]),
    ).reading;
    expect(sections?.map((s) => s.kind)).toEqual(['header', 'work', 'education', 'languages']);
  });

  it('of a sidebar do not swallow the name that stands over the main column', () => {
    const { resume, sections } = readExtracted(
      extracted([
        ...column(['Contact', 'jane@example.com', '', 'Skills', 'Welding', 'Brazing', 'Grinding', 'Forging'], {
          x: 30,
          y: 100,
        }),
        put({ text: 'Jane Miller', x: 220, y: 60, fontSize: 22 }),
        put({ text: 'Welder', x: 220, y: 88 }),
        ...column(
          [
            'Experience',
            'Welder',
            'Holt Fabrications',
            '2019 – 2021',
            'Welded frames for trailers and',
            'ships of every size',
            'Education',
            'Diploma',
          ],
          { x: 220, y: 130 },
        ),
      ]),
    ).reading;
    expect(resume.basics?.name).toBe('Jane Miller');
    expect(resume.skills?.map((s) => s.name)).toEqual(['Welding', 'Brazing', 'Grinding', 'Forging']);
    expect(sections?.some((s) => s.kind === 'header')).toBe(true);
  });

  it('open on one line with their text where it is in capitals, and end at the next label', () => {
    const { resume } = read(`Jane Miller
jane@example.com
LANGUAGES: English (native), Polish (B2)
Phone: +44 20 7946 0018

Experience
Welder, Holt Fabrications Ltd
01/2019 – 03/2021`);
    expect(resume.languages?.map((l) => l.language)).toEqual(['English', 'Polish']);
    expect(resume.basics?.phone).toBe('+44 20 7946 0018');
  });

  it('end before the line of place, date and signature', () => {
    const { resume, others } = read(
      'Anna Müller\nanna@example.de\n\nInteressen\nChorgesang, Radreisen\nMünster, den 03.05.2024',
    );
    expect(resume.interests?.map((i) => i.name)).toEqual(['Chorgesang', 'Radreisen']);
    expect(others?.[0]?.text).toEqual(['Münster, den 03.05.2024']);
  });

  it('of contact data in one line at the very end belong to no list above, however close they stand', () => {
    const { resume } = readExtracted(
      plainText('Jane Miller\n\nInterests\nRowing\nChess\nLeeds • +44 20 7946 0018 • jane@example.com'),
    ).reading;
    expect(resume.interests?.map((i) => i.name)).toEqual(['Rowing', 'Chess']);
    expect(resume.basics?.phone).toBe('+44 20 7946 0018');
  });

  it('of contact data at the very end are the person’s even below the references, where no other address is', () => {
    const text = 'Jane Miller\n\nExperience\nWelder, Holt Ltd\n2019 – 2021\n\nReferences\nAvailable on request\n';
    const foot = 'Leeds • +44 20 7946 0018 • jane@example.com';
    expect(read(text + foot).resume.basics?.email).toBe('jane@example.com');
    expect(read(`jane.miller@example.org\n${text}Tom Baker • ${foot}`).resume.basics?.email).toBe(
      'jane.miller@example.org',
    );
  });

  it('are not opened by a label with its list, however it looks', () => {
    expect(looseHeadingKind('Språk: C, C++, Rust')).toBeUndefined();
    expect(looseHeadingKind('Skills and tools at work:')).toBe('skills');
  });

  it('named Languages that list programming languages belong to the skills', () => {
    const { resume } = read('Jane Miller\njane@example.com\n\nSkills\nLanguages\nJava, Rust\nTools\nGit, Docker');
    const skills = resume.skills?.flatMap((s) => s.keywords ?? [s.name]);
    expect(skills).toEqual(expect.arrayContaining(['Java', 'Rust', 'Git', 'Docker']));
    expect(resume.languages).toBeUndefined();
  });

  const beside = (rows: readonly [string, string][]) =>
    readExtracted(
      extracted([
        put({ text: 'Jane Miller', x: 50, y: 30, fontSize: 20 }),
        ...rows.flatMap(([left, text], i) => [
          ...(left === '' ? [] : [put({ text: left, x: 50, y: 80 + i * 14 })]),
          ...(text === '' ? [] : [put({ text, x: 180, y: 80 + i * 14 })]),
        ]),
      ]),
    ).reading;

  it('are opened by headings in the margin that look no different from the text beside them', () => {
    const { resume, sections } = beside([
      ['Experience', 'Welder, Holt Fabrications Ltd'],
      ['', '01/2019 – 03/2021'],
      ['Education', 'Diploma in Welding, Leeds City College'],
      ['', '2015 – 2017'],
      ['Skills', 'Welding, Brazing'],
      ['Languages', 'English (native)'],
    ]);
    expect(sections?.map((s) => s.kind)).toEqual(['header', 'work', 'education', 'skills', 'languages']);
    expect(resume.skills?.map((s) => s.name)).toEqual(['Welding', 'Brazing']);
  });

  it('keep their heading whole where a narrow margin breaks it', () => {
    const { sections, lines, resume } = beside([
      ['Experience', 'Welder, Holt Fabrications Ltd'],
      ['', '01/2019 – 03/2021'],
      ['', 'Welded frames for trailers and ships of every size, in steel'],
      ['', 'Kept the workshop, its tools and the books of both in order'],
      ['', 'Taught three apprentices'],
      ['Education and', 'Diploma in Welding, Leeds City College'],
      ['professional', '2015 – 2017'],
      ['qualifications', ''],
      ['', 'Certificate in Brazing, Hull City College'],
      ['', '2014 – 2015'],
      ['Skills', 'Welding, Brazing'],
      ['Languages', 'English (native)'],
    ]);
    const education = sections?.filter((s) => s.kind === 'education') ?? [];
    expect(education.map((s) => s.heading)).toEqual(['Education and professional qualifications']);
    expect(lines?.map((l) => l.text)).not.toContain('qualifications');
    expect(resume.education).toMatchObject([
      { institution: 'Leeds City College' },
      { institution: 'Hull City College' },
    ]);
  });

  it('are not opened by labels of one section', () => {
    const { sections } = beside([
      ['Skills', ''],
      ['Languages', 'Java, Rust'],
      ['Tools', 'Git, Docker'],
      ['Software', 'Excel'],
    ]);
    expect(sections?.map((s) => s.kind)).toEqual(['header', 'skills']);
  });

  it('of contact data at the foot belong to no list above', () => {
    const { resume } = readExtracted(
      extracted([
        put({ text: 'Jane Miller', x: 50, y: 40, fontSize: 20 }),
        ...column(['Interests', 'Rowing', 'Chess'], { x: 50, y: 600 }).map((i, n) =>
          n === 0 ? { ...i, weight: 700, fontSize: 13 } : i,
        ),
        put({ text: '+44 20 7946 0018', x: 50, y: 780 }),
        put({ text: 'jane@example.com', x: 250, y: 780 }),
      ]),
    ).reading;
    expect(resume.interests?.map((i) => i.name)).toEqual(['Rowing', 'Chess']);
    expect(resume.basics?.email).toBe('jane@example.com');
  });
});
