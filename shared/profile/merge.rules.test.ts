import { describe, expect, it } from 'vitest';
import { mergeResume } from './merge.rules.ts';

const read = {
  basics: { name: 'Ada Lovelace', email: 'ada@example.org', phone: '+44 20 7946 0018', location: { city: 'London' } },
  work: [
    {
      name: 'Analytical Engines',
      position: 'Programmer',
      startDate: '2019-04',
      highlights: ['Wrote the first program'],
    },
  ],
  skills: [{ name: 'Mathematics' }],
};

describe('merging a resume into the profile', () => {
  it('takes everything into an empty profile', () => {
    expect(mergeResume({ current: {}, read, savedByPerson: false })).toEqual(read);
  });

  it('keeps what the person typed and fills only what is empty', () => {
    const current = {
      basics: { name: 'Augusta Ada King', phone: '' },
      work: [{ name: 'Royal Society', position: 'Fellow' }],
    };
    const merged = mergeResume({ current, read, savedByPerson: true });
    expect(merged.basics?.name).toBe('Augusta Ada King');
    expect(merged.basics?.phone).toBe('+44 20 7946 0018');
    expect(merged.work).toEqual(current.work);
    expect(merged.skills).toEqual(read.skills);
  });

  it('does not bring back an entry the person deleted', () => {
    const merged = mergeResume({ current: { work: [{ name: 'Royal Society' }] }, read, savedByPerson: true });
    expect(merged.work?.map((w) => w.name)).toEqual(['Royal Society']);
  });

  it('unites the entries of two resumes before the person has saved, each once', () => {
    const second = { work: [...read.work, { name: 'Royal Society', position: 'Fellow', startDate: '2021' }] };
    const merged = mergeResume({ current: read, read: second, savedByPerson: false });
    expect(merged.work?.map((w) => w.name)).toEqual(['Analytical Engines', 'Royal Society']);
  });

  it('knows an employer under another legal form and a skill in another grouping', () => {
    const second = {
      work: [{ name: 'Analytical Engines Ltd', position: 'Programmer', startDate: '2019' }],
      skills: [{ name: 'Sciences', keywords: ['mathematics'] }, { name: 'Poetry' }],
    };
    const merged = mergeResume({ current: read, read: second, savedByPerson: false });
    expect(merged.work).toEqual(read.work);
    expect(merged.skills?.map(({ name }) => name)).toEqual(['Mathematics', 'Poetry']);
  });

  it('is idempotent', () => {
    const once = mergeResume({ current: {}, read, savedByPerson: false });
    expect(mergeResume({ current: once, read, savedByPerson: false })).toEqual(once);
  });
});
