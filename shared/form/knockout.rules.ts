/**
 * Questions that usually end an application when the honest answer is the wrong one, shown before the person starts.
 * The answer is the one that would be written, or what the person's facts say; without either the question stands alone.
 */
import type { Resume } from '#shared/profile/profile.schema.ts';
import { degreeLevel, demandedLevel } from './degrees.rules.ts';
import type { FormField } from './form.schema.ts';
import type { Plan, PlanInput } from './plan.rules.ts';
import { plain, yesNo } from './spelling.rules.ts';

export type Knockout = {
  /** The question as the form asks it. */
  readonly label: string;
  /** What will be answered, as far as it is known. */
  readonly answer?: string;
  /** That answer probably ends the application. */
  readonly conflict: boolean;
};

type Topic =
  | 'authorized'
  | 'sponsorship'
  | 'relocate'
  | 'years'
  | 'degree'
  | 'licence'
  | 'clearance'
  | 'age'
  | 'salary';

/** What a question is about, in the spelling of `plain()`; the first that fits. */
const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  [
    'clearance',
    /\bsecurity clearance\b|\b(?:ts|sci|secret) clearance\b|\bclearance (?:level|eligib\w+)\b|sicherheitsuberprufung|habilitation (?:de )?securite|habilitacion de seguridad|nulla osta|veiligheidsonderzoek|poswiadczenie bezpieczenstwa|sakerhetsprov\w+|sikkerhedsgodkend\w+/,
  ],
  [
    'licence',
    /\bdriv(?:ers?|ing) licen[cs]e\b|\bvalid (?:\w+ )?licen[cs]e\b|\b(?:nursing|professional|state|medical|pilot|teaching) licen[cs]e\b|\blicensed (?:in|as|to)\b|fuhrerschein|permis (?:de conduire|b)\b|carnet de conducir|carta de conducao|patente (?:di guida|b)\b|rijbewijs|prawo jazdy|korkort|korekort|surucu belgesi|ehliyet|ridicsky prukaz/,
  ],
  [
    'age',
    /\b(?:at least|over|above) (?:1[68]|21)\b|\b(?:1[68]|21) (?:years|or older|or over|jahre)\b|volljahrig|majeur[e ]?\b/,
  ],
  [
    'degree',
    /\b(?:have|hold|completed?|possess|obtained)\b.{0,60}\b(?:degree|bachelors?|masters?|ph ?d|doctorate|diploma)\b|\b(?:abgeschlossenes studium|hochschulabschluss|diplome (?:de|d)|titulo universitario|laurea)\b/,
  ],
  [
    'years',
    /\b\d+ ?(?:\+ )?(?:or more )?(?:years|yrs|jahre|ans|anos|anni|jaar|lat|ar|yil|let)\b|\b(?:how many|minimum|at least).{0,30}\b(?:years|jahre|ans|anos|anni|jaar|lat)\b/,
  ],
];

const BY_MEANING: Readonly<Record<string, Topic>> = {
  workAuthorization: 'authorized',
  sponsorship: 'sponsorship',
  relocate: 'relocate',
  salaryExpectation: 'salary',
  yearsExperience: 'years',
};

/** An employer's own word that it sponsors nobody. */
const NO_SPONSOR =
  /\b(?:no|not|unable to|cannot|can ?not|does not|do not|will not|wont|without|never)\b.{0,40}\bsponsor|\bsponsor\w*\b.{0,30}\b(?:not|unavailable|is no)\b|\bkein\w* (?:visum\w*|sponsor\w*)|\bsans parrainage\b/;
const SPONSORS =
  /\b(?:visa )?sponsorship (?:is )?(?:available|offered|provided)\b|\b(?:we|can|will) (?:offer |provide )?(?:visa )?sponsor\w*\b/;

/** Knock-out questions of a planned form, in its order. */
export function knockoutsIn({ input, plan }: { input: PlanInput; plan: Plan }): Knockout[] {
  const key = (one: { frame: number; ref: string }) => `${one.frame}:${one.ref}`;
  const steps = new Map(plan.steps.map((step) => [key(step), step]));
  const lines = new Map(plan.report.map((line) => [key(line), line]));
  return input.fields.flatMap((field, index) => {
    const meaning = plan.classified[index];
    const line = lines.get(key(field));
    if (!meaning || !field.visible || line?.outcome === 'skipped' || meaning.field === 'consent') return [];
    const label = (field.group.length > field.label.length ? field.group : field.label).trim();
    const words = plain(`${label} ${field.hint}`);
    const topic =
      BY_MEANING[meaning.field] ??
      // A refusal to write (“driver's licence”, “age”) does not make the question less of a hurdle.
      (meaning.field === 'freeQuestion' || isYesNo(field)
        ? TOPICS.find(([, asks]) => asks.test(words))?.[0]
        : undefined);
    if (!topic || label === '') return [];
    const written = steps.get(key(field))?.value ?? (field.value === '' || field.pristine ? undefined : field.value);
    const answer = written ?? factFor({ topic, words, resume: input.resume });
    const conflict = conflicts({ topic, field, words, input, answer });
    return [{ label, ...(answer === undefined ? {} : { answer }), conflict }];
  });
}

const isYesNo = (field: FormField): boolean => field.options.some(({ text }) => yesNo(text) !== undefined);

/** What the resume itself says where nothing would be written. */
function factFor({ topic, words, resume }: { topic: Topic; words: string; resume: Resume }): string | undefined {
  if (topic !== 'degree') return undefined;
  const asked = demandedLevel(words);
  const own = highestDegree(resume);
  return asked === undefined || own === undefined ? undefined : own.level >= asked ? `Yes: ${own.name}` : own.name;
}

function highestDegree(resume: Resume): { level: number; name: string } | undefined {
  const levels = (resume.education ?? []).flatMap(({ studyType, endDate }) => {
    const level = studyType && endDate ? degreeLevel(plain(studyType)) : undefined;
    return level === undefined || !studyType ? [] : [{ level, name: studyType }];
  });
  return levels.sort((a, b) => b.level - a.level)[0];
}

type Asked = { topic: Topic; field: FormField; words: string; input: PlanInput; answer: string | undefined };

function conflicts({ topic, words, input, answer }: Asked): boolean {
  const said = answer === undefined ? undefined : yesNo(answer);
  const posting = plain(input.posting?.description ?? '');
  switch (topic) {
    case 'authorized':
      return said === 'no' && !SPONSORS.test(posting);
    case 'sponsorship': {
      const needs = /\bwithout\b|\bohne\b|\bsans\b|\bsin\b|\bsenza\b/.test(words) ? said === 'no' : said === 'yes';
      return needs && (NO_SPONSOR.test(posting) || NO_SPONSOR.test(words));
    }
    case 'years': {
      const asked = Number(/\b(\d+)\b/.exec(words)?.[1]);
      const own = answer === undefined ? undefined : /^\d+(?:\.\d+)?$/.test(answer) ? Number(answer) : undefined;
      return said === 'no' || (own !== undefined && asked > 0 && own < asked);
    }
    case 'degree': {
      const asked = demandedLevel(words);
      const own = highestDegree(input.resume)?.level;
      return said === 'no' || (asked !== undefined && own !== undefined && own < asked);
    }
    case 'salary':
      return false;
    default:
      return said === 'no';
  }
}
