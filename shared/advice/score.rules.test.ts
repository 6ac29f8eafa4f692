import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceOn, good } from '#tests/support/advice.ts';
import { Advice } from './advice.schema.ts';
import { ADVICE_VERSION, CHECKS } from './score.rules.ts';

describe('the score', () => {
  it('is made of checks worth 100 points together', () => {
    expect(CHECKS.reduce((sum, { worth }) => sum + worth, 0)).toBe(100);
    expect(new Set(CHECKS.map(({ code }) => code)).size).toBe(CHECKS.length);
  });

  it('is full for a file without fault, and finds nothing there', () => {
    const advice = adviceOn(good);
    expect(advice.findings).toEqual([]);
    expect(advice.score).toBe(100);
  });

  it('loses exactly what the findings say', () => {
    const advice = adviceOn({ ...good, basics: { name: 'Ines Duarte' } }, { facts: { columns: 2, tables: 3 } });
    const possible = advice.parts.reduce((sum, { outOf }) => sum + outOf, 0);
    const lost = advice.findings.reduce((sum, { points }) => sum + points, 0);
    expect(advice.findings.length).toBeGreaterThan(3);
    expect(advice.score).toBe(Math.round((100 * (possible - lost)) / possible));
    expect(advice.findings.map(({ points }) => points)).toEqual(
      advice.findings.map(({ points }) => points).toSorted((a, b) => b - a),
    );
  });

  it('leaves out what a language has no words for, and says so', () => {
    const advice = adviceOn(good, { language: 'pl' });
    expect(advice.notChecked).toContainEqual(
      expect.objectContaining({ code: 'content.tense', why: 'Not checked in Polish.' }),
    );
    const run = advice.parts.flatMap(({ checks }) => checks.map(({ code }) => code));
    expect(run).toContain('content.openings');
    expect(run).not.toContain('content.tense');
  });

  it('does not change with the day, only with the file', () => {
    expect(adviceOn(good)).toEqual(adviceOn(good));
  });

  it('holds for any resume: within bounds, each finding with its place and its fix', () => {
    const text = fc.string({ maxLength: 60, unit: 'grapheme' });
    const date = fc.constantFrom('2020', '2021-05', '1999-12-31', '2030-01');
    const entry = fc.record(
      {
        position: text,
        name: text,
        startDate: date,
        endDate: date,
        summary: text,
        highlights: fc.array(text, { maxLength: 6 }),
      },
      { requiredKeys: [] },
    );
    const resume = fc.record(
      {
        basics: fc.record({ name: text, email: text, phone: text, summary: text, label: text }, { requiredKeys: [] }),
        work: fc.array(entry, { maxLength: 5 }),
        skills: fc.array(fc.record({ name: text, keywords: fc.array(text, { maxLength: 5 }) }, { requiredKeys: [] })),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(resume, fc.constantFrom('en', 'de', 'zh', 'hi', 'tr', 'und', 'ar'), text, (value, language, name) => {
        const advice = adviceOn(value, { language, file: { name, bytes: 1 }, extra: [name] });
        expect(advice.score).toBeGreaterThanOrEqual(0);
        expect(advice.score).toBeLessThanOrEqual(100);
        for (const finding of advice.findings) {
          expect(finding.evidence.length).toBeGreaterThan(0);
          expect(finding.fix.length).toBeGreaterThan(10);
        }
        Advice.shape.findings.parse(advice.findings);
        Advice.shape.parts.parse(advice.parts);
      }),
      { numRuns: 150 },
    );
  });

  it('carries the version that scores are compared by', () => {
    expect(ADVICE_VERSION).toBeGreaterThanOrEqual(1);
  });
});
