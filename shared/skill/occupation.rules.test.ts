import { describe, expect, it } from 'vitest';
import { NEARNESS, OCCUPATIONS } from './occupation.data.ts';
import { occupationFit, occupationNearness, occupationsOf } from './occupation.rules.ts';

const top = (title: string) => [...occupationsOf(title)].sort((a, b) => b[1] - a[1])[0]?.[0];

describe('occupationsOf', () => {
  it('reads the occupation out of titles of several languages', () => {
    expect(top('Senior Full-Stack Engineer (m/w/d)')).toBe('software.fullstack');
    expect(top('Développeur Python/Développeuse Python')).toMatch(/^software\./);
    expect(top('Infirmier/Infirmière de nuit')).toBe('nursing.nurse');
    expect(top('Buchhalter (m/w/d)')).toBe('finance.accountant');
    expect(top('Key Account Manager DACH')).toBe('sales.accountmanager');
  });
  it('knows everyday trades by either gender in German, French, Spanish, Portuguese and Italian', () => {
    expect(['Physiotherapeutin', 'Fisioterapeuta'].map(top)).toEqual(['care.therapist', 'care.therapist']);
    expect(['Electricista', 'Eletricista', 'Elettricista', 'Elektriker'].map(top)).toEqual(
      Array.from({ length: 4 }, () => 'trades.construction'),
    );
    expect(['Enfermeira', 'Infermiera', 'Altenpflegerin'].map(top)).toEqual(
      Array.from({ length: 3 }, () => 'nursing.nurse'),
    );
    expect(top('Wissenschaftliche Hilfskraft')).toBe('research.research');
    expect(top('Kraftfahrer (m/w/d)')).toBe('logistics.driver');
  });
  it('takes a level or a noun of many trades for no trade of its own', () => {
    expect([...occupationsOf('Principal Software Engineer').keys()]).toEqual(['software.software']);
    expect(occupationsOf('Curriculum Vitae').size).toBe(0);
    expect(top('Electrical Design Engineer')).toBe('hardware.electrical');
    expect(top('Assistant Principal')).toBe('education.edleader');
    expect(top('Tierärztin (m/w/d)')).toBe('care.veterinary');
  });
  it('leaves a title without an occupation empty', () => {
    expect(occupationsOf('Multiple roles').size).toBe(0);
  });
});

describe('nearness', () => {
  it('is symmetric and 1 only for the same', () => {
    const ids = Object.entries(OCCUPATIONS).flatMap(([family, members]) =>
      Object.keys(members).map((m) => `${family}.${m}`),
    );
    for (const a of ids)
      for (const b of ids) {
        expect(occupationNearness(a, b)).toBe(occupationNearness(b, a));
        if (a !== b) expect(occupationNearness(a, b)).toBeLessThan(1);
      }
  });
  it('names only occupations and families that exist', () => {
    const known = new Set(
      Object.entries(OCCUPATIONS).flatMap(([f, m]) => [f, ...Object.keys(m).map((k) => `${f}.${k}`)]),
    );
    expect(
      NEARNESS.map(([a, b]) => `${a} ${b}`).filter((pair) => !pair.split(' ').every((id) => known.has(id))),
    ).toEqual([]);
  });
  it('puts a nurse far from a nurse practitioner’s job and near a staff nurse’s', () => {
    const me = occupationsOf('Registered Nurse');
    expect(occupationFit(me, occupationsOf('Staff Nurse'))).toBe(1);
    expect(occupationFit(me, occupationsOf('Nurse Practitioner')) ?? 1).toBeLessThan(0.3);
    expect(occupationFit(me, occupationsOf('Multiple roles'))).toBeUndefined();
  });
});
