import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueAt } from '#shared/profile/path.rules.ts';
import type { Resume } from '#shared/profile/profile.schema.ts';
import { applicantAnswers, applicantResume } from '#tests/support/applicant.ts';
import { aField } from '#tests/support/form-field.ts';
import { countWords } from './cut.rules.ts';
import { DRAFT_FRAMES } from './draft.data.ts';
import { draftFor, limitOf } from './draft.rules.ts';
import type { FormField } from './form.schema.ts';
import { plain } from './spelling.rules.ts';

const resume: Resume = {
  ...applicantResume,
  basics: {
    ...applicantResume.basics,
    summary: 'Data engineer who builds pipelines for ports. Teaches SQL to analysts.',
  },
  work: [
    {
      name: 'Tidewater Analytics',
      position: 'Senior Data Engineer',
      startDate: '2021-03',
      highlights: ['Moved 40 pipelines to Kafka', 'Cut the cost of storage by a third', 'Mentored three engineers'],
    },
  ],
};
const posting = { title: 'Data Engineer', company: 'Acme' };

const draft = (field: FormField, change: { resume?: Resume; drafts?: boolean } = {}) =>
  draftFor({
    field,
    input: {
      fields: [field],
      resume,
      answers: applicantAnswers,
      documents: [],
      origin: 'https://x',
      posting,
      ...change,
    },
  });
const area = (label: string, change: Partial<Omit<FormField, 'options'>> = {}) =>
  aField(label, { kind: 'textarea', ...change });

describe('a draft says what the profile says', () => {
  it('about the thing that was asked, with where it comes from', () => {
    expect(draft(area('Describe your experience with Kafka.'))).toEqual({
      text: 'Moved 40 pipelines to Kafka.',
      source: 'work[0].highlights[0]',
      review: 'A draft from your profile: read it before you submit',
    });
    expect(draft(area('What is your experience mentoring engineers?'))?.text).toContain('Mentored three engineers.');
  });

  it('a motive is never made up: only what the person would bring', () => {
    expect(draft(area('Why do you want to work at Acme?'))?.text).toMatch(
      /^What I would bring: I have worked as Senior Data Engineer at Tidewater Analytics since 2021\./,
    );
    expect(
      draft(area('Why do you want to work at Acme?'), { resume: { work: [{ highlights: ['Baked bread'] }] } }),
    ).toBeUndefined();
  });

  it.each([
    'Describe your experience with Cobol.',
    'What is your greatest weakness?',
    'Tell us about a conflict with a colleague.',
    'How would you design a rate limiter?',
    'What are your salary expectations?',
    'If yes, please explain your experience with Kafka.',
    'Do you need accommodations?',
    'Comments',
    'Please list three references.',
  ])('nothing is drafted for “%s”', (question) => {
    expect(draft(area(question))).toBeUndefined();
  });

  it('not in a short box, not when switched off, and not in another language than the facts', () => {
    expect(draft(aField('Describe your experience with Kafka.'))).toBeUndefined();
    expect(draft(area('Describe your experience with Kafka.'), { drafts: false })).toBeUndefined();
    expect(draft(area('Beschreiben Sie Ihre Erfahrung mit Kafka.'))).toBeUndefined();
    const german: Resume = { work: [{ highlights: ['Habe die Systeme der Bank auf Kafka umgestellt'] }] };
    expect(draft(area('Beschreiben Sie Ihre Erfahrung mit Kafka.'), { resume: german })?.text).toBe(
      'Habe die Systeme der Bank auf Kafka umgestellt.',
    );
  });

  it('limits are read from the box and from its words', () => {
    expect(limitOf(area('Why? (max 200 words)'))).toEqual({ words: 200 });
    expect(limitOf(area('Why?', { hint: '100–150 words', maxLength: 900 }))).toEqual({ characters: 900, words: 150 });
    expect(limitOf(area('Warum? Höchstens 500 Zeichen'))).toEqual({ characters: 500 });
    expect(limitOf(area('Why? At least 50 words'))).toEqual({});
    expect(draft(area('Tell us about yourself. At least 400 words.'))).toBeUndefined();
    expect(draft(area('Tell us about yourself.', { maxLength: 20 }))).toBeUndefined();
  });
});

describe('every word of a draft is a fact’s or a frame’s', () => {
  const FRAME_WORDS = new Set(
    Object.values(DRAFT_FRAMES).flatMap((frames) => Object.values(frames).flatMap((frame) => plain(frame).split(' '))),
  );
  const sentence = fc
    .lorem({ mode: 'sentences', maxCount: 2 })
    .map((text) => `With the help of this and that for you: ${text}`);
  const word = fc.lorem({ mode: 'words', maxCount: 2 });
  const wild = fc.record({
    basics: fc.record({ summary: sentence }),
    work: fc.array(
      fc.record({
        name: word,
        position: word,
        startDate: fc.constantFrom('2012', '2018-04'),
        summary: sentence,
        highlights: fc.array(fc.oneof(sentence, fc.string()), { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  });
  const questions = [
    'Why do you want to work here?',
    'Tell us about yourself.',
    'What are you most proud of?',
    'Describe your experience with lorem ipsum dolor.',
  ];

  it('whatever the profile, the question and the limits', () => {
    let drafts = 0;
    fc.assert(
      fc.property(
        wild,
        fc.constantFrom(...questions),
        fc.option(fc.integer({ min: 1, max: 400 })),
        (profile, question, limit) => {
          const found = draft(area(question, limit === null ? {} : { maxLength: limit }), { resume: profile });
          if (!found) return;
          drafts++;
          const facts = new Set(
            found.source.split(', ').flatMap((path) => plain(String(valueAt(profile, path))).split(' ')),
          );
          for (const token of plain(found.text).split(' ')) {
            const isKnown =
              facts.has(token) ||
              FRAME_WORDS.has(token) ||
              [...facts].some((fact) => fact.startsWith(token) && /^\d{4}$/.test(token));
            expect(isKnown, `${token} in “${found.text}”`).toBe(true);
          }
          if (limit !== null) expect(found.text.length).toBeLessThanOrEqual(limit);
          expect(countWords(found.text)).toBeLessThanOrEqual(110);
        },
      ),
    );
    expect(drafts).toBeGreaterThan(10);
  });
});
