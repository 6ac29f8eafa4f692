/** What the entries say: whether somebody who does not know the person learns what they did. */
import { fold } from '#shared/kernel/text.ts';
import { headingKind } from '#shared/resume/read/headings.rules.ts';
import { canonicalSkill, findSkills, skillEntry } from '#shared/skill/skill.rules.ts';
import { type Check, count, fine, notChecked, problem } from '../check.rules.ts';
import { type Subject, TEN_YEARS, wordsIn } from '../subject.rules.ts';

const described: Check = {
  code: 'content.described',
  area: 'content',
  worth: 5,
  title: 'Recent jobs say what was done',
  look(subject) {
    const { resume, jobs, now, academic } = subject;
    if (academic) return notChecked('In research, titles and publications speak for themselves.');
    const recent = jobs
      .map((job, i) => ({ job, work: resume.work?.[i] }))
      .filter(
        ({ job: { interval } }) =>
          interval !== undefined && interval.to > now - TEN_YEARS && interval.to - interval.from > 3,
      )
      .slice(0, 4);
    if (recent.length === 0) return notChecked('No jobs of the last ten years were found.');
    const empty = recent.filter(
      ({ work }) => (work?.highlights?.length ?? 0) === 0 && wordsIn(work?.summary ?? work?.description ?? '') < 2,
    );
    if (empty.length === 0) return fine;
    return problem(
      {
        severity: empty.length > 1 && empty.length * 2 >= recent.length ? 'high' : 'medium',
        title: `${count(empty.length, 'recent job says', 'recent jobs say')} nothing about the work`,
        text: 'Title and employer alone leave open what you did there; searches find nothing in it either.',
        fix: 'Add two to five points to each: what you did, for whom or with what, and what came of it.',
        evidence: empty.map(({ job }) => subject.atEntry(job.path)),
      },
      empty.length / recent.length,
    );
  },
};

/** A name with a number in it: `Java 17`, `ISO 9001`. The first word of a line is no name: `Managed 3 clusters`. */
const NUMBERED_NAME =
  /(?<=\S\s)\p{Lu}[\p{L}.]*\s\d+(?:\.\d+)*(?![\p{N}%+]|\s?%|\p{Script=Han})|\b(?:ISO|RFC|HTML|CSS|Python|Java|Windows|Office|Angular|Vue|Web|version|v|grade|level|phase|act)\s?\d+(?:\.\d+)*\b/gu;
const NUMBER = /(?<!(?!\p{Script=Han})[\p{L}\p{N}.#])\d[\d.,]*/gu;
const YEAR = /^(?:19[5-9]|20[0-4])\d[.,]?$/;
/** What may follow a number without a space; `2nd`, `3D` and `5G` are names. */
const UNIT = /^(?:[kKmMxXhB%+°€$£]|bn|mio|hrs?|yrs?|kg|km|cm|mm|ml|mg|ha|TB|GB|MB|ms|s\b|\p{Script=Han}|[^\p{L}]|$)/u;
const NUMBER_WORD =
  /(?<!\p{L})(?:dozens?|hundreds?|thousands?|millions?|twice|doubled|tripled|halved|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|zwei|drei|vier|funf|sechs|sieben|acht|zehn|zwolf|hunderte|tausende|millionen|deux|trois|quatre|cinq|sept|huit|dix|douze|centaines?|milliers|dos|tres|cuatro|cinco|seis|siete|ocho|diez|doce|cientos|miles|millones|dois|duas|quatro|sete|oito|dez|doze|centenas|milhares|milhoes|due|quattro|cinque|sette|otto|dieci|dodici|centinaia|migliaia|milioni|twee|drie|vijf|tien|twaalf|honderden|duizenden|dwa|dwie|trzy|cztery|piec|dziesiec|tysiace|tva|fyra|fem|atta|tio|hundratals|tusentals|uc|dort|bes|yuzlerce|binlerce|milyon)(?!\p{L})|[一二两三四五六七八九十百千万亿]+余?[个人家名次倍项款套台条]|दो|तीन|चार|पांच|हजार|लाख|करोड़/u;

/** Whether a text says how much or how many; years, versions and ordinals do not. */
export function hasFigure(text: string): boolean {
  const bare = text.replace(NUMBERED_NAME, ' ');
  for (const match of bare.matchAll(NUMBER))
    if (!YEAR.test(match[0]) && UNIT.test(bare.slice(match.index + match[0].length))) return true;
  return NUMBER_WORD.test(fold(bare)) || NUMBER_WORD.test(bare);
}

/** A line that only lists tools says no more with a figure. */
const isToolList = (text: string): boolean => {
  const named = findSkills(text).length;
  return named >= 3 && named * 5 >= wordsIn(text);
};

const numbers: Check = {
  code: 'content.numbers',
  area: 'content',
  worth: 5,
  title: 'Numbers where there are some',
  look(subject) {
    const { statements, academic } = subject;
    if (academic) return notChecked('In research, other things count.');
    const said = statements.filter(({ text }) => wordsIn(text) >= 4 && !isToolList(text));
    if (said.length < 5) return notChecked('There are fewer than five points to look at.');
    const without = said.filter(({ text }) => !hasFigure(text));
    const share = 1 - without.length / said.length;
    if (share >= 0.25) return { kept: 1 };
    return problem(
      {
        severity: share < 0.1 ? 'medium' : 'low',
        title: `${said.length - without.length} of ${count(said.length, 'point')} ${said.length - without.length === 1 ? 'has' : 'have'} a number`,
        text: 'How many, how much, how often, how long: a figure is what readers remember and believe.',
        fix: 'Where you know a figure for sure, add it to points like these. Leave those alone where you do not.',
        evidence: without.slice(0, 4).map((point) => subject.atPoint(point)),
      },
      1 - share / 0.25,
    );
  },
};

/** Whether sentences stand before the first heading, which the reading may not have taken for a summary. */
function hasProseOnTop({ lines }: Subject): boolean {
  const end = lines.findIndex(({ text }) => headingKind(text) !== undefined);
  return lines.slice(0, end < 0 ? 12 : end).some(({ text }) => wordsIn(text) >= 8 && !/[@|•·]|https?:/.test(text));
}

const summary: Check = {
  code: 'content.summary',
  area: 'content',
  worth: 2,
  title: 'A short summary on top',
  look(subject) {
    const { resume, headed, years, academic, top } = subject;
    const text = resume.basics?.summary;
    if (text === undefined) {
      if (hasProseOnTop(subject)) return notChecked('There are lines of text on top that may be one.');
      if (academic || years < 2 || headed.has('summary'))
        return notChecked('With little experience or in research, none is expected.');
      return problem(
        {
          severity: 'low',
          title: 'There is no summary',
          text: 'Two or three lines under the name decide whether the rest is read.',
          fix: 'Say what you do, for how long, in what field, and the one result you are proudest of, all from your entries.',
          evidence: [top],
        },
        0.75,
      );
    }
    const words = wordsIn(text);
    if (words <= 110) return fine;
    return problem(
      {
        severity: 'low',
        title: `The summary has ${words} words`,
        text: 'It stands where a reader decides in seconds; 40 to 80 words are read.',
        fix: 'Keep what the wanted job asks for; the rest stands in your entries anyway.',
        evidence: [subject.at('basics.summary', text)],
      },
      0.5,
    );
  },
};

/** Skills of the lists, by the taxonomy's names, with where they stand. */
export function listedSkills({ resume }: Subject): Map<string, string> {
  const listed = new Map<string, string>();
  for (const [i, { name, keywords }] of (resume.skills ?? []).entries()) {
    const texts = [
      ...(name === undefined ? [] : [{ path: `skills[${i}].name`, text: name }]),
      ...(keywords ?? []).map((text, n) => ({ path: `skills[${i}].keywords[${n}]`, text })),
    ];
    for (const { path, text } of texts) {
      const whole = canonicalSkill(text);
      for (const skill of whole === undefined ? findSkills(text).map((hit) => hit.skill) : [whole])
        if (!listed.has(skill)) listed.set(skill, path);
    }
  }
  return listed;
}

/** What everybody has used: nobody names it in an entry, and nobody asks where it was used. */
const EVERYDAY = new Set(
  'Microsoft Office|Microsoft Word|Microsoft Excel|Microsoft PowerPoint|Microsoft Outlook|Windows|macOS|Google Workspace|Google Docs|Google Drive|Gmail|Zoom|LaTeX|Markdown|Git|HTML|CSS'.split(
    '|',
  ),
);

/** Tools and programming languages: what entries name by the same word as lists, where methods go by their verbs. */
const isTool = (skill: string): boolean => {
  const kind = skillEntry(skill)?.kind;
  return (kind === 'language' || kind === 'tool') && !EVERYDAY.has(skill);
};

const proved: Check = {
  code: 'content.proved',
  area: 'content',
  worth: 2,
  title: 'Listed tools show up in the entries',
  look(subject) {
    const { statements, resume } = subject;
    const listed = [...listedSkills(subject)].filter(([skill]) => isTool(skill));
    if (listed.length < 6 || statements.length < 4) return notChecked('There are too few tools or points to compare.');
    const texts = [
      ...statements.map(({ text }) => text),
      ...(resume.work ?? []).flatMap(({ position, summary: s, description }) => [position, s, description]),
      ...(resume.projects ?? []).flatMap(({ name, description, keywords }) => [name, description, ...(keywords ?? [])]),
      ...(resume.education ?? []).flatMap(({ area, courses }) => [area, ...(courses ?? [])]),
      ...(resume.certificates ?? []).map(({ name }) => name),
    ].filter((text) => text !== undefined);
    const shown = new Set(texts.flatMap((text) => findSkills(`${text} `).map(({ skill }) => skill)));
    const named = fold(texts.join('\n'));
    const unproved = listed.filter(([skill, path]) => {
      const words = fold(subject.at(path).text);
      return (
        !shown.has(skill) &&
        !named.includes(fold(skill)) &&
        (words === '' || words.length > 40 || !named.includes(words))
      );
    });
    const share = 1 - unproved.length / listed.length;
    if (share >= 0.4) return fine;
    return problem(
      {
        severity: 'low',
        title: `${unproved.length} of ${listed.length} listed tools appear nowhere else`,
        text: 'A tool that no job, project or course mentions is taken on trust, or not at all.',
        fix: 'Name the ones that matter for the wanted job in the entry where you used them; drop those you would not be asked about gladly.',
        evidence: unproved.map(([skill, path]) => subject.at(path, skill)),
      },
      1 - share / 0.4,
    );
  },
};

export const substanceChecks: readonly Check[] = [described, numbers, summary, proved];
