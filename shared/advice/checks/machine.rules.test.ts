import { describe, expect, it } from 'vitest';
import { adviceOn, expectFound, file, found, good } from '#tests/support/advice.ts';
import { readingOf } from '#tests/support/reading.ts';
import { adviseOn } from '../score.rules.ts';
import { subjectOf } from '../subject.rules.ts';

describe('how a machine reads it', () => {
  it('shows two lines that stand side by side in different columns', () => {
    const reading = readingOf(good, { facts: { columns: 2 } });
    const lines = (reading.lines ?? []).map((line, i) =>
      i < 8 ? line : { ...line, box: [350, 40 + (i - 8) * 12, 200, 10] as [number, number, number, number] },
    );
    const advice = adviseOn(subjectOf({ reading: { ...reading, lines }, file, asOf: '2026-11-21' }));
    const { evidence } = expectFound(advice, 'machine.columns');
    expect(evidence).toHaveLength(2);
    expect(evidence[0]?.box?.[1]).toBeCloseTo(evidence[1]?.box?.[1] ?? -1);
  });

  it('says nothing of tables in a file that was not looked into', () => {
    expect(found(adviceOn(good, { facts: null }), 'machine.tables')).toBeUndefined();
    expect(adviceOn(good, { facts: null }).notChecked.map(({ code }) => code)).toContain('machine.tables');
    expectFound(adviceOn(good, { facts: { tables: 2 } }), 'machine.tables');
  });

  it.each([
    ['machine.textBoxes', { textBoxes: 1 }],
    ['machine.hidden', { hiddenCharacters: 400 }],
    ['machine.margins', { marginCharacters: 300 }],
    ['machine.icons', { fonts: ['FontAwesome5Free'] }],
    ['machine.pictures', { images: 6 }],
    ['machine.scanned', { ocrPages: [1] }],
    ['structure.font', { bodyFont: 7.5 }],
  ])('finds %s', (code, facts) => {
    expectFound(adviceOn(good, { facts }), code);
    expect(found(adviceOn(good), code)).toBeUndefined();
  });

  it('takes a name of the person in the file name, and stumbles over drafts and strangers', () => {
    expect(
      found(adviceOn(good, { file: { name: 'CV_duarte_2026.pdf', bytes: 1 } }), 'machine.fileName'),
    ).toBeUndefined();
    expectFound(adviceOn(good, { file: { name: 'resume.pdf', bytes: 1 } }), 'machine.fileName');
    expectFound(adviceOn(good, { file: { name: 'Duarte CV final (2).pdf', bytes: 1 } }), 'machine.fileName');
  });
});
