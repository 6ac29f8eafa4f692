import { expect, test } from 'vitest';
import { inVersions, stemOf } from './versions.rules.ts';

test('marks of versions are not part of the name', () => {
  for (const name of [
    'Ada Resume.pdf',
    'ada-resume (2).pdf',
    'Ada_Resume_v3.docx',
    'ada resume 2024-05.pdf',
    'Ada Resume final.pdf',
    'ada_resume_final_v2.1.pdf',
    'ADA RESUME - Copy (3).pdf',
  ])
    expect(stemOf(name), name).toBe('ada resume');
});

test('what tells two resumes apart stays', () => {
  expect(stemOf('Ada Resume EN.pdf')).not.toBe(stemOf('Ada Resume DE.pdf'));
  expect(stemOf('renew.pdf')).toBe('renew');
  expect(stemOf('2024.pdf')).toBe('2024');
  expect(stemOf('.pdf')).toBe('.pdf');
});

test('versions stand together, the newest first', () => {
  const file = (fileName: string, day: string) => ({ fileName, uploadedAt: `2026-01-${day}T00:00:00Z` });
  const groups = inVersions([file('cv.pdf', '01'), file('teaching.pdf', '02'), file('cv_v2.pdf', '03')]);
  expect(groups.map((group) => group.map(({ fileName }) => fileName))).toEqual([
    ['cv_v2.pdf', 'cv.pdf'],
    ['teaching.pdf'],
  ]);
});
