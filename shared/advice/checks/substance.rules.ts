/** What the entries say: whether somebody who does not know the person learns what they did. */
import { fold } from '#shared/kernel/text.ts';
import { canonicalSkill, findSkills, skillEntry } from '#shared/skill/skill.rules.ts';
import { type Check, count, fine, notChecked, problem } from '../check.rules.ts';
import { type Subject, wordsIn } from '../subject.rules.ts';

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
          interval === undefined || (interval.to > now - 120 && interval.to - interval.from > 3),
      )
      .slice(0, 4);
    if (recent.length === 0) return notChecked('No jobs of the last ten years were found.');
    const empty = recent.filter(
      ({ work }) => (work?.highlights?.length ?? 0) === 0 && wordsIn(work?.summary ?? work?.description ?? '') < 6,
    );
    if (empty.length === 0) return fine;
    return problem(
      {
        severity: empty.length * 2 >= recent.length ? 'high' : 'medium',
        title: `${count(empty.length, 'recent job says', 'recent jobs say')} nothing about the work`,
        text: 'Title and employer alone leave open what you did there; searches find nothing in it either.',
        fix: 'Add two to five points to each: what you did, for whom or with what, and what came of it.',
        evidence: empty.map(({ job }) => subject.atEntry(job.path)),
      },
      empty.length / recent.length,
    );
  },
};

/** A figure that says how much or how many: not a year, a version or part of a name. */
const FIGURE =
  /(?<![\p{L}\p{N}.\-–/#])(?:[$€£₹¥~><≈+]\s?)?(?!(?:19|20)\d{2}(?![\p{N},.%]))\d[\d.,]*(?:\s?(?:%|percent|prozent|pour ?cent|por ?ciento|por ?cento|k|m|mio|bn|x|\+|h|万|亿|千|百|个|人|次|倍|年|月|天))?(?![\p{L}\d]|\.\d)|\d[\d.,]*\s?[%+x]|[\d.,]+\s?(?:万|亿|千|百|个|人|次|倍|家|项|款|条|台|元)|[$€£₹¥]\s?\d|(?<!\p{L})(?:dozens?|hundreds?|thousands?|millions?|twice|doubled|tripled|halved|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|zwei|drei|vier|funf|sechs|zehn|deux|trois|quatre|cinq|dix|millions?|milliers|dos|tres|cuatro|cinco|diez|miles|millones|dois|duas|quatro|dez|milhares|milhoes|due|quattro|cinque|dieci|migliaia|twee|drie|vijf|tien|dwa|trzy|cztery|dziesiec|tva|fyra|fem|tio|iki|uc|dort|bes|on)(?!\p{L})/iu;

const AFTER_NAME =
  /(?:\p{Lu}[\p{L}]*\s|\b(?:iso|python|java|windows|office|version|v|grade|level|phase|q|act|c|din|en|html|css|angular|php|vue|web)\s?)\d[\d.,]*/giu;

const hasFigure = (text: string): boolean => FIGURE.test(fold(text.replace(AFTER_NAME, ' ')));

const numbers: Check = {
  code: 'content.numbers',
  area: 'content',
  worth: 5,
  title: 'Numbers where there are some',
  look(subject) {
    const { statements, academic } = subject;
    if (academic) return notChecked('In research, other things count.');
    const said = statements.filter(({ text }) => wordsIn(text) >= 4);
    if (said.length < 4) return notChecked('There are fewer than four points to look at.');
    const without = said.filter(({ text }) => !hasFigure(text));
    const share = 1 - without.length / said.length;
    if (share >= 0.25) return { kept: 1 };
    return problem(
      {
        severity: share < 0.1 ? 'medium' : 'low',
        title: `${said.length - without.length} of ${count(said.length, 'point')} ${said.length - without.length === 1 ? 'has' : 'have'} a number`,
        text: 'How many, how much, how often, how long: a figure is what readers remember and believe.',
        fix: 'Where you know a figure for sure, add it to points like these. Leave those alone where you do not.',
        evidence: without.slice(0, 4).map((point) => subject.at(point.path, point.text)),
      },
      1 - share / 0.25,
    );
  },
};

const summary: Check = {
  code: 'content.summary',
  area: 'content',
  worth: 2,
  title: 'A short summary on top',
  look(subject) {
    const { resume, headed, years, academic, top } = subject;
    const text = resume.basics?.summary;
    if (text === undefined) {
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

const isHard = (skill: string): boolean => {
  const kind = skillEntry(skill)?.kind;
  return kind === 'language' || kind === 'tool' || kind === 'method';
};

const proved: Check = {
  code: 'content.proved',
  area: 'content',
  worth: 2,
  title: 'Listed skills show up in the entries',
  look(subject) {
    const { statements, resume } = subject;
    const listed = [...listedSkills(subject)].filter(([skill]) => isHard(skill));
    if (listed.length < 6 || statements.length < 4) return notChecked('There are too few skills or points to compare.');
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
        title: `${unproved.length} of ${listed.length} listed skills appear nowhere else`,
        text: 'A skill that no job, project or course mentions is taken on trust, or not at all.',
        fix: 'Name the ones that matter for the wanted job in the entry where you used them; drop those you would not be asked about gladly.',
        evidence: unproved.map(([skill, path]) => subject.at(path, skill)),
      },
      1 - share / 0.4,
    );
  },
};

export const substanceChecks: readonly Check[] = [described, numbers, summary, proved];
