import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSkills, canonicalSkill, findSkills, impliedSkills } from './skill.rules.ts';

const names = (text: string) => findSkills(text).map((m) => m.skill);

describe('findSkills', () => {
  it('tells C, C++, C#, .NET, R and Go apart in a list', () => {
    expect(names('C, C++, C# and .NET with Go or R')).toEqual(['C', 'C++', 'C#', '.NET', 'Go', 'R']);
  });
  it('does not take everyday words for skills', () => {
    expect(names('We go fast; vitamin C matters; our R&D team can express itself and excel at example.net')).toEqual(
      [],
    );
    expect(names('A Series C company with a swift response')).toEqual([]);
  });
  it('finds names that contain signs or several words', () => {
    expect(names('Node.js/React, ASP.NET Core, k8s and Ruby on Rails')).toEqual([
      'Node.js',
      'React',
      '.NET',
      'Kubernetes',
      'Ruby on Rails',
    ]);
  });
  it('finds aliases of other languages', () => {
    expect(names('Maîtrise de la gestion de projet, Buchhaltung und Krankenpflege')).toEqual([
      'Project management',
      'Accounting',
      'Nursing',
    ]);
  });
  it('gives spans that cut the mention out of the text, ordered and apart', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string(), fc.constantFrom('Python', 'C++', ' ', '\n', 'machine learning', '.NET', '\u{1F600}')),
          { maxLength: 30 },
        ),
        (parts) => {
          const text = parts.join(' ');
          let reached = 0;
          for (const { span, alias } of findSkills(text)) {
            expect(span[0]).toBeGreaterThanOrEqual(reached);
            expect(text.slice(...span)).toBe(alias);
            reached = span[1];
          }
        },
      ),
    );
  });
  it('ends on a long hostile text', () => {
    expect(findSkills('machine '.repeat(200_000))).toEqual([]);
  });
});

describe('the taxonomy', () => {
  it('names only skills it holds as broader ones', () => {
    const known = new Set(allSkills().map((s) => s.name));
    expect(allSkills().flatMap((s) => s.broader.filter((b) => !known.has(b)))).toEqual([]);
  });
  it('gives every canonical name back to itself', () => {
    expect(
      allSkills()
        .filter((s) => canonicalSkill(s.name) === undefined)
        .map((s) => s.name),
    ).toEqual([]);
  });
  it('knows versions, abbreviations and spelling of a name', () => {
    expect(['React 18', 'postgres', 'K8S', 'Python 3', 'AWS (EC2)', 'C++17'].map(canonicalSkill)).toEqual([
      'React',
      'PostgreSQL',
      'Kubernetes',
      'Python',
      'AWS',
      'C++',
    ]);
    expect(canonicalSkill('basket weaving with reeds')).toBeUndefined();
  });
  it('credits what a skill also shows, less further up', () => {
    expect(impliedSkills('Next.js').get('React')).toBeCloseTo(0.6);
    expect(impliedSkills('Next.js').get('JavaScript')).toBeCloseTo(0.36);
    expect(impliedSkills('React').has('Next.js')).toBe(false);
  });
});
