/** Who a person is must not move a score: only what they did, can and want. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeVacancy } from '#shared/job/vacancy.rules.ts';
import type { Resume } from '#shared/profile/profile.schema.ts';
import { inventedPeople, inventedPostings } from '#tests/fixtures/market.ts';
import { describeCandidate, type MatchProfile } from './candidate.rules.ts';
import { candidateFeaturesOf } from './features.rules.ts';
import { scoreCandidate } from './score.rules.ts';

const vacancies = inventedPostings({ count: 10, seed: 21 }).map((job) => describeVacancy(job));
const profiles = inventedPeople({ count: 10, seed: 22 });

const NAMES = [
  'Mary Smith',
  'Mohammed Al-Fulani',
  'Zhang Wei',
  'Lakisha Washington',
  'Jürgen Müller',
  'Oluwaseun Adeyemi',
  'Maria José da Silva',
  'Sir Reginald Ashworth III',
  'Paris Berlin',
  'Java Nurse',
  'Senior Director',
];
/** One thing said in three ways; then what says nothing of work, in place of nothing. */
const PRONOUNS = [
  'She is known for her patience.',
  'He is known for his patience.',
  'They are known for their patience.',
];
const PRIVATE = [
  '',
  'Mother of three.',
  'Father of three.',
  'Married, born 1961.',
  'Single, 24 years old.',
  'Born in Lagos.',
  'Date of birth: 3 March 1999',
  'Nationality: French',
  'Staatsangehörigkeit: deutsch, ledig.',
  'Turkish citizen',
];
const SCHOOLS = [
  'Harvard University',
  'University of Oxford',
  'École Polytechnique',
  'Valley Evening University',
  'Technische Universität Nowhere',
  'Stanford University',
  'Spelman University',
];

type Person = {
  name: string;
  image: string | undefined;
  phone: string;
  about: string;
  school: string;
};

/** The same person under another name, age, sex, origin and school. */
const dressed = ({ resume, ...rest }: MatchProfile, { name, image, phone, about, school }: Person): MatchProfile => {
  const { image: _image, ...basics } = resume.basics ?? {};
  return {
    ...rest,
    resume: {
      ...resume,
      basics: {
        ...basics,
        name,
        phone,
        email: `${name.replace(/\W/g, '')}@mail.example`,
        ...(image && { image }),
        summary: `I keep my word. ${about}`,
      },
      education: (resume.education ?? []).map((one) => ({ ...one, institution: school })),
    } satisfies Resume,
  };
};

const person = fc.record({
  name: fc.oneof(fc.constantFrom(...NAMES), fc.string({ minLength: 1, maxLength: 40 })),
  image: fc.option(fc.constant('https://photos.example/me.jpg'), { nil: undefined }),
  phone: fc.constantFrom('+1 202 555 0101', '+49 30 5550 1234', '+234 1 555 0101', ''),
  about: fc.tuple(fc.constantFrom(...PRONOUNS), fc.constantFrom(...PRIVATE)).map((two) => two.join(' ')),
  school: fc.constantFrom(...SCHOOLS),
});

describe('a score looks at work, not at the person', () => {
  it('name, photo, contact, sex, age, origin, family and school move no number and no gate', () => {
    fc.assert(
      fc.property(fc.constantFrom(...profiles), person, person, (profile, one, other) => {
        const [a, b] = [dressed(profile, one), dressed(profile, other)].map(describeCandidate);
        if (!a || !b) return;
        for (const vacancy of vacancies) {
          const [first, second] = [scoreCandidate(a, vacancy), scoreCandidate(b, vacancy)];
          expect([second.score, second.gate, second.breakdown]).toEqual([first.score, first.gate, first.breakdown]);
        }
      }),
      { numRuns: 50 },
    );
  });
  it('what is kept for scoring holds no name, address, date of birth, photo or school', () => {
    for (const profile of profiles) {
      const me = dressed(profile, {
        name: 'Zebulon Quickfeather',
        image: 'https://photos.example/zebulon.jpg',
        phone: '+1 202 555 0199',
        about: 'Date of birth: 3 March 1999',
        school: 'Quagmire University',
      });
      const kept = JSON.stringify(candidateFeaturesOf(describeCandidate(me))).toLowerCase();
      for (const word of ['zebulon', 'quickfeather', 'photos', '555', '1999', 'quagmire', '@'])
        expect(kept).not.toContain(word);
    }
  });
});
