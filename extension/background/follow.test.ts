import { describe, expect, test } from 'vitest';
import type { FieldReport } from '#shared/form/form.schema.ts';
import { aField } from '#tests/support/form-field.ts';
import type { Run } from '../storage.ts';
import { continuationOf, inDocuments, isNextStep, mayFollow } from './follow.ts';
import type { SeenFrame } from './page.ts';

const line = (ref: string, label: string): FieldReport => ({ ref, frame: 0, label, outcome: 'filled', reason: '' });

const aRun = (given: Partial<Run> = {}): Run => ({
  id: 'r',
  tabId: 1,
  kind: 'fill',
  phase: 'done',
  startedAt: 0,
  touchedAt: 0,
  origin: 'https://jobs.acme.example',
  url: 'https://jobs.acme.example/apply',
  documentId: 'A',
  frames: { 0: 'A' },
  pass: 1,
  attempted: ['0:f1', '0:f2'],
  rows: {},
  steps: [{ name: '', filled: 2, questions: 2 }],
  done: 2,
  total: 2,
  filled: 2,
  questions: 2,
  fields: [line('f1', 'First name'), line('f2', 'Email')],
  documents: [],
  notes: [],
  warnings: [],
  undone: false,
  left: false,
  ...given,
});

const aFrame = (
  documentId: string,
  labels: readonly [string, string][],
  given: Partial<SeenFrame> = {},
): SeenFrame => ({
  frameId: 0,
  documentId,
  origin: 'https://jobs.acme.example',
  url: 'https://jobs.acme.example/apply',
  fields: labels.map(([ref, label]) => ({ ...aField(label), ref })),
  actions: [],
  embedded: [],
  ...given,
});

const next = { actions: [{ ref: 'n', frame: 0, kind: 'next' as const, label: 'Next', section: '', form: '' }] };

describe('which runs may be carried on', () => {
  test('a fill that is done and was touched within half an hour', () => {
    expect(mayFollow(aRun(), 29 * 60_000)).toBe(true);
    expect(mayFollow(aRun(), 31 * 60_000)).toBe(false);
  });
  test.each<Partial<Run>>([
    { undone: true },
    { phase: 'cancelled' },
    { phase: 'failed' },
    { phase: 'filling' },
    { kind: 'documents' },
    { pass: 60 },
  ])('but none that is %o', (given) => expect(mayFollow(aRun(given), 1)).toBe(false));
});

describe('what a page is to a run', () => {
  test('new questions in the same document are the next step, or one question more', () => {
    const gone = [
      aFrame('A', [
        ['f3', 'School'],
        ['f4', 'Degree'],
      ]),
    ];
    expect(continuationOf(aRun(), gone)).toBe('step');
    expect(isNextStep(aRun(), gone, '')).toBe(true);
    const more = [
      aFrame('A', [
        ['f1', 'First name'],
        ['f2', 'Email'],
        ['f3', 'Which state?'],
      ]),
    ];
    expect(continuationOf(aRun(), more)).toBe('step');
    expect(isNextStep(aRun(), more, '')).toBe(false);
  });

  test('the step’s own name decides where the page gives one', () => {
    const run = aRun({ steps: [{ name: 'Contact', filled: 2, questions: 2 }] });
    const frames = [
      aFrame(
        'A',
        [
          ['f1', 'First name'],
          ['f3', 'School'],
        ],
        { step: 'History' },
      ),
    ];
    expect(isNextStep(run, frames, 'History')).toBe(true);
    expect(isNextStep(run, frames, 'Contact')).toBe(false);
  });

  test('the same questions are nothing new, also when the page has drawn them again', () => {
    expect(continuationOf(aRun(), [aFrame('A', [['f1', 'First name']])])).toBe('same');
    expect(
      continuationOf(aRun(), [
        aFrame('A', [
          ['f8', 'First name'],
          ['f9', 'Email'],
        ]),
      ]),
    ).toBe('same');
  });

  test('a new document with other questions is the next step, though its refs are those of the one before', () => {
    const frames = [
      aFrame(
        'B',
        [
          ['f1', 'School'],
          ['f2', 'Degree'],
        ],
        next,
      ),
    ];
    expect(continuationOf(aRun(), frames)).toBe('step');
  });

  test('the page that was filled, loaded again, is not filled unasked', () => {
    expect(
      continuationOf(aRun(), [
        aFrame('B', [
          ['f1', 'First name'],
          ['f2', 'Email'],
        ]),
      ]),
    ).toBe('anew');
  });

  test('the form of another job asks the same and is left alone; another posting is another story', () => {
    const other = { url: 'https://jobs.acme.example/apply/2', ...next };
    expect(
      continuationOf(aRun(), [
        aFrame(
          'B',
          [
            ['f1', 'First name'],
            ['f2', 'Email'],
            ['f3', 'City'],
          ],
          other,
        ),
      ]),
    ).toBe('elsewhere');
    const run = aRun({ posting: { title: 'Data Engineer', company: 'Acme' } });
    const posting = { title: 'Cook', company: 'Acme', location: '', description: '', url: '' };
    expect(continuationOf(run, [aFrame('B', [['f1', 'School']], { ...next, posting })])).toBe('elsewhere');
  });

  test('a page without questions, or with a search box only, is left alone', () => {
    expect(continuationOf(aRun(), [aFrame('B', [])])).toBe('elsewhere');
    expect(continuationOf(aRun(), [aFrame('B', [['f1', 'Search jobs']])])).toBe('elsewhere');
  });
});

test('lines of a document that has gone are kept apart from the refs of the next', () => {
  const { fields, attempted, frames } = inDocuments(aRun(), [aFrame('B', [['f1', 'School']])]);
  expect(fields.map(({ ref }) => ref)).toEqual(['A/f1', 'A/f2']);
  expect(attempted).toEqual([]);
  expect(frames).toEqual({ 0: 'B' });
  const again = inDocuments(aRun({ fields, attempted, frames }), [aFrame('C', [])]);
  expect(again.fields.map(({ ref }) => ref)).toEqual(['A/f1', 'A/f2']);
});
