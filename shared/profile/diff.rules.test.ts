import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsOf, diffResumes } from './diff.rules.ts';
import { matchEntries } from './entries.rules.ts';
import { datesNear, organisationLikeness, saysTheSame } from './likeness.rules.ts';
import type { Resume } from './profile.schema.ts';
import { putBack, takeEntry, takeEverythingNew, takeField, takeSection } from './take.rules.ts';

const mine: Resume = {
  basics: { name: 'Nora Quimby', email: 'nora@example.org', phone: '(415) 555-2671' },
  work: [
    {
      name: 'Lantern Analytics',
      position: 'Senior Data Engineer',
      startDate: '2021-03',
      highlights: ['Rebuilt the nightly load of 40 source systems', 'Wrote this point myself'],
    },
    { name: 'Harbour Freight Systems LLC', position: 'Software Engineer', startDate: '2017-06', endDate: '2021-02' },
  ],
  skills: [{ name: 'Python' }, { name: 'SQL' }],
};
const theirs: Resume = {
  basics: {
    name: 'NORA QUIMBY',
    email: 'nora.quimby@work.example',
    phone: '+1 415 555 2671',
    url: 'https://nora.example',
  },
  work: [
    { name: 'Brightwater GmbH', position: 'Lead Engineer', startDate: '2024-01' },
    {
      name: 'Lantern Analytics Inc.',
      position: 'Senior Data Engineer',
      startDate: '2021',
      endDate: '2023-12',
      highlights: ['Rebuilt the nightly load of 41 source systems', 'Led a team of five'],
    },
  ],
  skills: [
    { name: 'Languages', keywords: ['Python', 'SQL'] },
    { name: 'Tools', keywords: ['Kafka', 'SQL'] },
  ],
};

describe('a second resume beside the profile', () => {
  const diff = diffResumes({ mine, theirs });
  const entry = (title: string) => diff.entries.find((item) => item.title.includes(title));
  const field = (title: string, label: string) => entry(title)?.fields.filter((item) => item.label === label);

  test('tells same, new, different and only mine apart in the basics', () => {
    expect(Object.fromEntries(diff.basics.map(({ label, state }) => [label, state]))).toEqual({
      'Full name': 'same',
      'E-mail': 'different',
      Phone: 'same',
      Website: 'new',
    });
  });

  test('finds the same job under another legal form and a coarser date, and what it says otherwise', () => {
    expect(entry('Lantern')).toMatchObject({ state: 'different', at: 0, from: 1 });
    expect(field('Lantern', 'Start')?.[0]?.state).toBe('same');
    expect(field('Lantern', 'End')?.[0]).toMatchObject({ state: 'different', mine: 'present', theirs: '2023-12' });
    expect(field('Lantern', 'Points')?.map(({ state }) => state)).toEqual(['different', 'new', 'mine']);
  });

  test('a job nobody knew is new, one the file leaves out stays mine', () => {
    expect(entry('Brightwater')?.state).toBe('new');
    expect(entry('Harbour')?.state).toBe('mine');
  });

  test('skills in groups are not new when the profile lists them one by one', () => {
    expect(entry('Languages')?.state).toBe('same');
    expect(entry('Tools')?.state).toBe('new');
  });

  test('everything new is added in its place in time, nothing replaced, nothing lost', () => {
    const all = takeEverythingNew({ mine, theirs });
    expect(all.work?.map(({ name }) => name)).toEqual([
      'Brightwater GmbH',
      'Lantern Analytics',
      'Harbour Freight Systems LLC',
    ]);
    expect(all.work?.[1]?.highlights).toEqual([
      'Rebuilt the nightly load of 40 source systems',
      'Wrote this point myself',
      'Led a team of five',
    ]);
    expect(all.basics).toMatchObject({ email: 'nora@example.org', url: 'https://nora.example' });
    expect(countsOf(diffResumes({ mine: all, theirs })).new).toBe(0);
  });

  test('a field is replaced only by itself', () => {
    const email = diff.basics.find(({ label }) => label === 'E-mail');
    const changed = email ? takeField(mine, email) : mine;
    expect(changed).toEqual({ ...mine, basics: { ...mine.basics, email: 'nora.quimby@work.example' } });
  });

  test('one entry is added whole', () => {
    const added = entry('Brightwater');
    expect(added && takeEntry(mine, { theirs, entry: added }).work?.[0]).toEqual(theirs.work?.[0]);
  });
});

test('two addresses are never mixed', () => {
  const here = { basics: { location: { city: 'Berlin' } } };
  const there = { basics: { location: { city: 'München', region: 'Bayern' } } };
  expect(takeEverythingNew({ mine: here, theirs: there })).toEqual(here);
  const nearer = { basics: { location: { city: 'Berlin', countryCode: 'DE' } } };
  expect(takeEverythingNew({ mine: here, theirs: nearer })).toEqual(nearer);
});

test('a group of skills is added without those the profile has', () => {
  const tools = { skills: [{ name: 'Tools', keywords: ['Kafka', 'SQL'] }] };
  expect(takeEverythingNew({ mine: { skills: [{ name: 'sql' }] }, theirs: tools }).skills).toEqual([
    { name: 'sql' },
    { name: 'Tools', keywords: ['Kafka'] },
  ]);
});

test('two posts at one employer meet their own, not each other', () => {
  const posts = [
    { name: 'Acme', position: 'Engineer', startDate: '2015', endDate: '2018' },
    { name: 'Acme', position: 'Senior Engineer', startDate: '2018', endDate: '2021' },
  ];
  const file = [
    { name: 'ACME Corp.', position: 'Senior Engineer', startDate: '2018-02', endDate: '2021-05' },
    { name: 'ACME Corp.', position: 'Engineer', startDate: '2015-09', endDate: '2018-02' },
  ];
  expect(matchEntries('work', posts, file)).toEqual(
    expect.arrayContaining([
      { at: 1, from: 0 },
      { at: 0, from: 1 },
    ]),
  );
});

test('a return to an old employer is another job', () => {
  const job = { name: 'Acme', position: 'Engineer' };
  expect(
    matchEntries('work', [{ ...job, startDate: '2010', endDate: '2012' }], [{ ...job, startDate: '2020' }]),
  ).toEqual([]);
});

test('the same post at the same time meets under a renamed employer', () => {
  const when = { position: 'Head of Sales', startDate: '2019-04', endDate: '2022-01' };
  expect(matchEntries('work', [{ name: 'Twitter', ...when }], [{ name: 'X', ...when }])).toHaveLength(1);
});

test('names, dates, phones and addresses are compared as people do', () => {
  expect(organisationLikeness('Google', 'Google LLC')).toBe(1);
  expect(organisationLikeness('Fiat S.p.A.', 'FIAT')).toBe(1);
  expect(organisationLikeness('MIT', 'Massachusetts Institute of Technology')).toBeLessThan(1);
  expect(organisationLikeness('Apple', 'Banana')).toBe(0);
  expect(datesNear('2019', '2019-11')).toBe(true);
  expect(datesNear('2019-12', '2020-02')).toBe(true);
  expect(datesNear('2019', '2020-02')).toBe(false);
  expect(saysTheSame('phone', '020 7946 0018', '+44 20 7946 0018')).toBe(true);
  expect(saysTheSame('url', 'https://www.ada.example/', 'ada.example')).toBe(true);
  expect(saysTheSame('startDate', '2019', '2019-04')).toBe(false);
});

test('a kept section becomes one project, or an entry for each of its lines', () => {
  const section = { heading: 'Talks', text: ['On engines, 1842', ' ', 'On looms'] };
  expect(takeSection(mine, { ...section, as: 'projects' }).projects).toEqual([
    { name: 'Talks', highlights: ['On engines, 1842', 'On looms'] },
  ]);
  const twice = takeSection(takeSection(mine, { ...section, as: 'awards' }), { ...section, as: 'publications' });
  expect(twice.awards).toEqual([{ title: 'On engines, 1842' }, { title: 'On looms' }]);
  expect(twice.publications?.map(({ name }) => name)).toEqual(['On engines, 1842', 'On looms']);
  expect(twice.work).toEqual(mine.work);
});

test('taking over is undone where nothing was changed since, and only there', () => {
  const after = takeEverythingNew({ mine, theirs });
  expect(putBack({ now: after, before: mine, after })).toEqual(mine);
  const edited = { ...after, work: [{ name: 'Typed since' }] };
  expect(putBack({ now: edited, before: mine, after })).toEqual({ ...mine, work: [{ name: 'Typed since' }] });
});

const text = fc.stringMatching(/^[A-Za-z]{1,8}( [A-Za-z]{1,8}){0,2}$/);
const date = fc.constantFrom('2012', '2015-03', '2018-11', '2020');
const work = fc.record({ name: text, position: text, startDate: date }, { requiredKeys: ['name'] });
const resume: fc.Arbitrary<Resume> = fc.record({
  basics: fc.record({ name: text, email: text }, { requiredKeys: [] }),
  work: fc.array(work, { maxLength: 4 }),
  skills: fc.array(fc.record({ name: text, keywords: fc.array(text, { maxLength: 3 }) }), { maxLength: 4 }),
});

test('whatever is compared: taking everything new loses nothing of mine and leaves nothing new', () => {
  fc.assert(
    fc.property(resume, resume, (a, b) => {
      const all = takeEverythingNew({ mine: a, theirs: b });
      for (const job of a.work ?? []) expect(all.work).toContainEqual(expect.objectContaining(job));
      expect(countsOf(diffResumes({ mine: all, theirs: b })).new).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test('a resume compared with itself has nothing to say', () => {
  fc.assert(
    fc.property(resume, (a) => {
      expect(countsOf(diffResumes({ mine: a, theirs: a }))).toEqual({ new: 0, different: 0 });
    }),
    { numRuns: 100 },
  );
});
