import { describe, expect, it } from 'vitest';
import { adviceOn, expectFound, found, good, withPoints } from '#tests/support/advice.ts';

describe('content', () => {
  it.each([
    ['en', 'Responsible for managing a ward of 12 beds'],
    ['de', 'Verantwortlich für die Pflege von 12 Patienten'],
    ['fr', 'Responsable de la prise en charge de 12 patients'],
    ['es', 'Encargada de la atención a 12 pacientes'],
    ['it', 'Responsabile della cura di 12 pazienti'],
    ['pt', 'Responsável pelo cuidado de 12 pacientes'],
    ['nl', 'Verantwoordelijk voor de zorg van 12 patiënten'],
    ['pl', 'Odpowiedzialna za opiekę nad 12 pacjentami'],
    ['sv', 'Ansvarig för vården av 12 patienter'],
    ['tr', '12 hastanın bakımından sorumluydum'],
    ['zh', '负责12张病床的护理工作'],
    ['hi', '12 मरीजों की देखभाल के लिए जिम्मेदार'],
  ])('finds an opening that is a duty in %s', (language, weak) => {
    const other = { zh: '主导重构结算系统，节省3天', hi: '3 टीमों का नेतृत्व किया' }[language] ?? 'Aaa 1 bbb ccc';
    const advice = adviceOn(withPoints([weak, other, `${other} 2`]), { language });
    expect(expectFound(advice, 'content.openings').evidence.map(({ text }) => text)).toEqual([weak]);
  });

  it("puts the deed first in the person's own words, and only where they hold one", () => {
    const points = [
      'Responsible for managing a ward of 12 beds',
      'Responsible for the budget of 3 wards',
      'Helped to move 40 patients',
      'Led 4 nurses',
    ];
    const { evidence } = expectFound(adviceOn(withPoints(points, '2025-01')), 'content.openings');
    expect(evidence.map(({ instead }) => instead)).toEqual(['“Managed a ward of 12 beds”', undefined, undefined]);
    expect(expectFound(adviceOn(withPoints(points)), 'content.openings').evidence[0]?.instead).toBeUndefined();
  });

  it('counts figures, not years, versions or ordinals', () => {
    const lacking = [
      'Moved shops to Java 17 in 2019',
      'Won the 2nd place of the region',
      'Wrote the HTML5 part of the site',
    ];
    const having = ['Cut costs by 20%', 'Saved 3 days a week', 'Served two hundred guests', '提升转化率21.7%的效果'];
    const said = expectFound(
      adviceOn(withPoints([...lacking, ...lacking.map((t) => `${t} again`), having[0] ?? ''])),
      'content.numbers',
    );
    expect(said.title).toContain('1 of 7');
    expect(found(adviceOn(withPoints([...lacking, ...having])), 'content.numbers')).toBeUndefined();
  });

  it('hears the first person, but not in roman numbers', () => {
    expectFound(adviceOn(withPoints(['I created 3 tools', 'Led 2 teams', 'Cut 4 costs'])), 'content.person');
    expect(
      found(adviceOn(withPoints(['Ran 3 phase I trials', 'Led 2 teams', 'Cut 4 costs'])), 'content.person'),
    ).toBeUndefined();
  });

  it('hears the present tense in past jobs only', () => {
    const points = ['Manage 4 nurses', 'Train 2 students', 'Write 3 plans'];
    expectFound(adviceOn(withPoints(points, '2024-05')), 'content.tense');
    expect(found(adviceOn(withPoints(points)), 'content.tense')).toBeUndefined();
    expect(
      found(adviceOn(withPoints(['Led 4 nurses', 'Set 2 rules', 'Support of 3 teams'], '2024-05')), 'content.tense'),
    ).toBeUndefined();
  });

  it('cuts a long point where it has a joint', () => {
    const long = `Planned ${'the care of many people on the ward '.repeat(3)}and wrote ${'all plans for the next week '.repeat(5)}`;
    const { evidence } = expectFound(adviceOn(withPoints([long, 'Led 4 nurses', 'Set 2 rules'])), 'content.long');
    expect(evidence[0]?.instead).toMatch(/^“Planned .*” and “wrote /);
  });

  it('wants tools to be shown where they were used', () => {
    const skills = ['Python', 'PostgreSQL', 'Kubernetes', 'Terraform', 'Airflow', 'Redis'].map((name) => ({ name }));
    const unproved = expectFound(
      adviceOn({ ...withPoints(['Led 4 nurses', 'Set 2 rules', 'Cut 3 costs', 'Ran 2 wards']), skills }),
      'content.proved',
    );
    expect(unproved.evidence).toHaveLength(6);
    expect(found(adviceOn({ ...good, skills }), 'content.proved')).toBeUndefined();
  });

  it('reads a resume that only says titles as one that says nothing', () => {
    expectFound(
      adviceOn({ ...good, work: [{ position: 'Nurse', name: 'Clinic', startDate: '2020-01' }] }),
      'content.described',
    );
  });
});
