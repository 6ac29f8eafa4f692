import { describe, expect, it } from 'vitest';
import { inventedPostings } from '#tests/fixtures/market.ts';
import { describeVacancy, featuresOf, type MatchJob } from './vacancy.rules.ts';

const read = (over: Partial<MatchJob> & { place?: string } = {}) => {
  const { place = 'Leeds, United Kingdom', ...rest } = over;
  return describeVacancy({
    title: 'Backend Engineer',
    company: 'Alder Works',
    location: { text: place, remote: null },
    description: '',
    skills: [],
    ...rest,
  });
};
const demands = (description: string, title?: string) => read({ description, ...(title && { title }) }).demands;
const yearsIn = (description: string) => demands(description).years?.value;

describe('years asked for', () => {
  it('are read with and without the word experience', () => {
    expect(yearsIn('Requirements:\n• 4+ years in a customer-facing role')).toBe(4);
    expect(yearsIn('You bring:\n• At least 6 years shipping software')).toBe(6);
    expect(yearsIn('3 to 5 years of experience with ships')).toBe(3);
  });
  it('are not the age of the house, of somebody, or of a benefit, nor what is only welcome', () => {
    for (const text of [
      'With 30 years of experience in transformation, we help harbours.',
      'You must be at least 18 years old.',
      'Benefits:\n• a paid sabbatical after 5 years of service',
      'Nice to have:\n• 7 years of experience with bridges',
      'In just over 4 years we grew from 0 to 65 people working here.',
    ])
      expect(yearsIn(text)).toBeUndefined();
  });
});

describe('licences asked for', () => {
  const licences = (description: string, title?: string) =>
    demands(description, title).licences.map(({ licence }) => licence);
  it('are those the holder must have, also when the next line is about extras', () => {
    expect(licences('Requirements:\n• Active RN license required\nNice to have:\n• Spanish', 'Nurse')).toEqual([
      'Registered Nurse',
    ]);
  });
  it('are not those of colleagues, of the people sold to, or yet to get', () => {
    expect(licences('You work under the supervision of a Board Certified Behavior Analyst (BCBA).')).toEqual([]);
    expect(licences('Visit physicians in your territory.', 'Physician Liaison')).toEqual([]);
    expect(licences('Ability to obtain a security clearance.')).toEqual([]);
  });
});

describe('languages asked for', () => {
  const languages = (description: string) => demands(description).languages.map(({ language }) => language);
  it('of which one will do make one demand', () => {
    expect(languages('Fluent in at least one of the following languages: Portuguese, Spanish or Greek')).toEqual([
      'Portuguese / Spanish / Greek',
    ]);
    expect(languages('Fluency in English and German')).toEqual(expect.arrayContaining(['German']));
  });
  it('are not those nobody needs, nor help offered in the interview', () => {
    expect(languages('Fluent in English (no need to speak French!)')).not.toContain('French');
    expect(languages('Accommodations: sign language interpreters, written materials')).toEqual([]);
  });
});

it('a master’s degree in a subject is a master’s degree', () => {
  expect(demands('Master’s degree in computer science required').degree?.value).toBe(4);
  expect(demands('Bachelor’s or Master’s degree in computer science').degree?.value).toBe(3);
  expect(demands('A degree in law').degree?.value).toBe(3);
});

describe('where the work is', () => {
  const countries = (place: string, over: Partial<MatchJob> = {}) => read({ place, ...over }).countries;
  it('anywhere in a country is that country, anywhere in the world is none', () => {
    expect(countries('Anywhere in France')).toEqual(['FR']);
    expect(countries('Anywhere (USA)')).toEqual(['US']);
    expect(countries('Anywhere in the World')).toEqual([]);
    expect(countries('Anywhere')).toEqual([]);
  });
  it('a place the gazetteer does not know lies where its language is spoken, or where counties are', () => {
    const description =
      'Nous cherchons une personne pour notre équipe. Vous êtes à l’aise avec les outils et vous aimez la mer.';
    expect(countries('Saint-Machin-sur-Truc', { description })).toEqual(['FR']);
    expect(countries('Remote', { description })).toEqual([]);
    expect(countries('Graham, Invented County')).toEqual(['US']);
    expect(countries('Headquarters')).toEqual([]);
  });
});

describe('the occupation', () => {
  const occupations = (over: Partial<MatchJob>) => [...read(over).occupations.keys()];
  it('comes from the title, else from the head of the text, else from the skills asked for', () => {
    expect(occupations({ title: 'Registered Nurse' })).toEqual(['nursing.nurse']);
    expect(occupations({ title: 'Full-time', description: 'Oak Systems | Data Engineer | Leeds' })).toEqual([
      'data.dataengineering',
    ]);
    expect(
      occupations({
        title: 'Create your own role',
        description: 'Python, Django, PostgreSQL, Java and Spring wanted.',
      }),
    ).toContain('software.backend');
    expect(occupations({ title: 'Create your own role', description: 'Tell us what you like.' })).toEqual([]);
  });
});

describe('the features of a posting', () => {
  it('are the same for the same posting, survive JSON and stay around a kilobyte', () => {
    for (const job of inventedPostings({ count: 20, seed: 5 })) {
      const fit = featuresOf(describeVacancy(job));
      expect(featuresOf(describeVacancy(job))).toEqual(fit);
      const text = JSON.stringify(fit);
      expect(JSON.parse(text)).toEqual(fit);
      expect(text.length).toBeLessThan(1400);
    }
  });
});
