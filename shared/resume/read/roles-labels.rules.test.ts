import { describe, expect, it } from 'vitest';
import { labelKinds, labelledParts, longLabel } from './roles-labels.rules.ts';

describe('labels of forms', () => {
  it.each([
    ['Arbeitgeber:', 'org'],
    ['Nom et adresse de l’employeur', 'org'],
    ['职位', 'title'],
    ['Occupation or position held', 'title'],
    ['学历', 'degree'],
    ['Fachrichtung', 'area'],
    ['毕业院校', 'school'],
    ['Zeitraum', 'date'],
    ['Stanowisko', 'title'],
  ])('%s names the %s', (text, kind) => expect(labelKinds(text)).toContain(kind));

  it('are no labels where they are part of a name', () => {
    expect(labelKinds('Acme Company')).toEqual([]);
    expect(labelledParts('Company of Heroes')).toEqual([]);
  });

  it('share a line, each with its own value', () => {
    expect(labelledParts('公司名称:海棠贸易 职位:销售经理').map((p) => p.value)).toEqual(['海棠贸易', '销售经理']);
  });

  it('need no colon where a form is long-winded', () => {
    expect(longLabel('Title of qualification awarded Bachelor of Economics')?.value).toBe('Bachelor of Economics');
    expect(longLabel('Main activities and responsibilities sales')).toBeUndefined();
  });
});
