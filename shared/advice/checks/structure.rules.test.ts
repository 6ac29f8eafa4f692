import { describe, expect, it } from 'vitest';
import { adviceOn, expectFound, found, good } from '#tests/support/advice.ts';

describe('structure', () => {
  it('allows academics their length', () => {
    const highlights = Array.from({ length: 99 }, (_, i) => `Supervised ${i} theses on rivers and lakes of the north`);
    const years = (n: number) => ({
      work: Array.from({ length: n }, () => ({ position: 'Nurse', startDate: '2019-01', highlights })),
    });
    expectFound(adviceOn({ ...good, ...years(2) }), 'structure.length');
    const professor = { ...good, work: years(2).work.map((job) => ({ ...job, position: 'Professor of Hydrology' })) };
    expect(found(adviceOn(professor), 'structure.length')).toBeUndefined();
  });

  it.each([
    ['en', 'References available upon request'],
    ['de', 'Referenzen auf Anfrage'],
    ['fr', 'Références disponibles sur demande'],
    ['es', 'Referencias disponibles a petición'],
    ['pl', 'Referencje dostępne na życzenie'],
    ['zh', '推荐人资料备索'],
  ])('finds the line about references in %s', (language, line) => {
    expectFound(adviceOn(good, { language, extra: [line] }), 'structure.references');
  });
});
