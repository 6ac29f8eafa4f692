/** Every made application form, filled by the engine and read back: what is written is right, whatever the site. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { measure } from '#tests/eval/forms.ts';
import { tiersOf, totalsOf } from '#tests/eval/forms-report.ts';
import type { FormScore } from '#tests/eval/forms-score.ts';
import { chromiumPath } from '#tests/support/chromium.ts';

/** A little below what was measured last; a fall below it is a regression. */
const FLOOR: Record<string, number> = { 'own-dev': 0.97, 'own-kept': 0.93 };

describe.skipIf(chromiumPath() === undefined)('Application forms of many makes', () => {
  let forms: FormScore[];

  beforeAll(async () => {
    const corpus = join(import.meta.dirname, '../fixtures/applications');
    ({ forms } = await measure({ corpus, engine: true }));
  }, 400_000);
  const harmful = (pattern: RegExp) =>
    forms.flatMap((form) => form.lines.filter((line) => pattern.test(line)).map((line) => `${form.name}: ${line}`));

  test('nothing is written into a trap or into a control nobody sees', () => {
    expect(harmful(/^(?:TRAP|HIDDEN)/)).toEqual([]);
    expect(forms.reduce((sum, form) => sum + form.harms.hidden, 0)).toBe(0);
  });

  test('no consent is given for anybody', () => expect(harmful(/^CONSENT/)).toEqual([]));

  test('nothing wrong is written', () => expect(harmful(/^(?:WRONG|NEUTRAL|UNLISTED|UNCOMMITTED)/)).toEqual([]));

  test('equal-opportunity questions are left alone unless the person wants them filled', () => {
    expect(forms.filter((form) => form.harms.unasked > 0).map((form) => form.name)).toEqual([]);
  });

  test('what the profile knows is filled as often as before', () => {
    for (const tier of tiersOf(forms)) {
      const { plain, plainRight } = totalsOf(forms.filter((form) => form.tier === tier));
      expect(plainRight / plain, tier).toBeGreaterThanOrEqual(FLOOR[tier] ?? 1);
    }
  });
});
