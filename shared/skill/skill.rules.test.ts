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
  it('finds skills inside Chinese text, which has no spaces, but not where the characters belong to other words', () => {
    expect(names('负责项目管理和数据分析，熟悉Java开发、C++及微服务架构')).toEqual([
      'Project management',
      'Data analysis',
      'Java',
      'C++',
      'Microservices',
    ]);
    expect(names('社会计划与公司发展')).toEqual([]);
  });
  it('finds the same skill in twelve languages', () => {
    const accounting =
      'Accounting, Buchhaltung, comptabilité, contabilidad, contabilidade, contabilità, boekhouding, księgowość, bokföring, muhasebe, 会计, लेखांकन';
    expect(names(accounting)).toEqual(accounting.split(', ').map(() => 'Accounting'));
    const projects =
      'project management, Projektmanagement, gestion de projet, gestión de proyectos, gestão de projetos, gestione progetti, projectmanagement, zarządzanie projektami, projektledning, proje yönetimi, 项目管理, परियोजना प्रबंधन';
    expect(names(projects)).toEqual(projects.split(', ').map(() => 'Project management'));
  });
  it('leaves alone phrases that hold the name of a skill and mean none', () => {
    expect(names('Word of mouth, SEO. Spring semester: Java. Excel at sales, Go above, Python')).toEqual([
      'Search engine optimization',
      'Java',
      'Sales',
      'Python',
    ]);
  });
  it('takes a common word for a skill only where it is an item of a list', () => {
    expect(names('We value motivation and consulting partners')).toEqual([]);
    expect(canonicalSkill('Motivation')).toBe('Motivation');
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
        .filter((s) => canonicalSkill(s.name) !== s.name)
        .map((s) => s.name),
    ).toEqual([]);
  });
  it('takes benefits, lines of reporting and figures of speech for no skill', () => {
    const found = findSkills(
      'Medical, dental and vision insurance. You are the backbone of the team, reporting to the CTO, and enjoy interpreting data.',
    );
    expect(found.map((m) => m.skill)).toEqual([]);
    expect(findSkills('You know insurance and journalism').map((m) => m.skill)).toEqual(['Insurance', 'Journalism']);
  });
  it('gives every alias back to the skill it belongs to', () => {
    const lost = allSkills().flatMap((s) => s.aliases.filter((a) => canonicalSkill(a) !== s.name));
    expect(lost).toEqual([]);
  });
  it('looks through levels and the words that introduce a skill', () => {
    expect(
      ['Kenntnisse in Excel', 'Python - advanced', '熟练掌握Java', 'maîtrise de Photoshop', 'SQL (5 years)'].map(
        canonicalSkill,
      ),
    ).toEqual(['Microsoft Excel', 'Python', 'Java', 'Adobe Photoshop', 'SQL']);
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
