import { describe, expect, it } from 'vitest';
import {
  changer,
  changerJob,
  engineer,
  engineerJob,
  graduate,
  graduateJob,
  mechanic,
  mechanicJob,
  nurse,
  nurseJob,
} from '#tests/fixtures/people.ts';
import { outlineOf } from './outline.rules.ts';
import { tailor } from './tailor.rules.ts';

const PEOPLE = [
  { name: 'an engineer', profile: engineer, job: engineerJob },
  { name: 'a nurse', profile: nurse, job: nurseJob },
  { name: 'a graduate', profile: graduate, job: graduateJob },
  { name: 'somebody changing fields', profile: changer, job: changerJob },
  { name: 'a mechanic', profile: mechanic, job: mechanicJob },
];
const documentsOf = ({ profile, job }: (typeof PEOPLE)[number]) =>
  tailor({ profile, job, now: new Date('2026-11-21T00:00:00Z') }).documents;

describe('the shape of a document', () => {
  it.each(PEOPLE)('shows every traced line of $name exactly once, in order, as it is written', (person) => {
    for (const document of documentsOf(person)) {
      const traced = outlineOf(document).flatMap(({ segments }) => segments.filter(({ index }) => index !== undefined));
      expect(traced.map(({ index }) => index)).toEqual(document.trace.map((_, i) => i));
      expect(traced.map(({ text }) => text)).toEqual(document.trace.map(({ text }) => text));
    }
  });

  it.each(PEOPLE)('takes the headings, entries and bullets of $name for what they are', (person) => {
    for (const { kind, text, trace, model } of documentsOf(person)) {
      const outline = outlineOf({ kind, text, trace });
      const said = (role: string) =>
        outline.filter((line) => line.role === role).map(({ segments }) => segments.map((one) => one.text).join('|'));
      expect(said('name')).toEqual([model.name.text]);
      if (model.kind === 'coverLetter') {
        expect(said('paragraph')).toEqual(expect.arrayContaining([model.greeting, model.closing, model.valediction]));
        continue;
      }
      const blocks = model.sections.flatMap((section) => section.blocks);
      expect(said('heading')).toEqual(model.sections.map(({ heading }) => heading));
      expect(said('bullet')).toEqual(
        blocks.flatMap((block) => (block.type === 'entry' ? block.bullets.map((one) => one.text) : [])),
      );
      expect(said('entry')).toEqual(
        blocks.flatMap((block) =>
          block.type === 'entry'
            ? [[block.title, ...(block.date ? [block.date] : [])].map((one) => one.text).join('|')]
            : [],
        ),
      );
    }
  });

  it('hides nothing when the text does not say what the trace says', () => {
    const trace = [{ text: 'Ran the port', evidence: ['work[0].highlights[0]'] }];
    expect(outlineOf({ kind: 'resume', text: 'Somebody\n\nWork\n• Something else\n', trace }).at(-1)).toEqual({
      role: 'paragraph',
      segments: [{ text: 'Ran the port', index: 0 }],
    });
  });
});
