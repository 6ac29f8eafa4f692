/**
 * What is right for the test applicant, decided from what a control ended up holding and what its label asks for. It
 * knows nothing of the engine: countries come from the browser's own names, answers from the applicant's profile.
 */
import { applicantAnswers, applicantResume } from '#tests/support/applicant.ts';
import type { Label } from './forms-corpus.ts';

export const OPT_IN = new Set(['gender', 'race', 'ethnicity', 'veteran', 'disability', 'pronouns']);

const LANGUAGES = 'en de fr es pt it nl pl sv da nb fi tr cs ru ja uk zh'.split(' ');
const YES = new Set('yes y true ja oui si sim tak evet ano da да kylla はい 是 1'.split(' '));
const NO = new Set('no n false nein non nao nee nej nei nie hayir ne нет ei いいえ 否 0'.split(' '));

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/gu, 'i')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const digits = (text: string): string => text.replace(/\D+/g, '');
const contains = (text: string, words: string): boolean => ` ${plain(text)} `.includes(` ${plain(words)} `);

const names = new Map<string, string>();
for (const language of LANGUAGES) {
  const names2 = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  for (let n = 0; n < 26 * 26; n++) {
    const code = String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26));
    const name = names2.of(code);
    if (name !== undefined && plain(name).length > 3) names.set(plain(name), code);
  }
}

/** The names of countries in a text, with their codes. */
function namedIn(text: string): [string, string][] {
  const said = ` ${plain(text)} `;
  return [...names].filter(([name]) => said.includes(` ${name} `));
}

/** Codes of the countries a question names; none where it leaves that open. */
function countriesIn(question: string): string[] {
  const found = namedIn(question).map(([, code]) => code);
  const spoken: [RegExp, string][] = [
    [/\bU\.?S\.?(?:A\.?)?\b|\bAmerica\b/, 'US'],
    [/\bU\.?K\.?\b|\bBritain\b/, 'GB'],
    [/\bE\.?U\.?\b|\bEuropean Union\b|\bEuropäischen? Union\b|\bUnion européenne\b/, 'EU'],
  ];
  return [...new Set([...found, ...spoken.flatMap(([words, code]) => (words.test(question) ? [code] : []))])];
}

const questionOf = ({ group, label }: Label): string => group ?? label;

type Permit = { authorized: boolean; sponsorship: boolean };

/** The applicant's permit where a question asks about one; undefined where they never said. */
function permitFor(question: string): Permit | undefined {
  const asked = countriesIn(question);
  const country = asked[0] ?? 'US';
  if (asked.length > 1) return undefined;
  return applicantAnswers.workAuthorization?.find((permit) => permit.country === country);
}

const MONTHLY = /month|monat|mois|mes\b|mês|mese|maand|miesi|månad|måned|ayl[iı]k|měs/i;
const FOREIGN_MONEY =
  /€|\beur\b|\beuros?\b|£|\bgbp\b|\bchf\b|zł|\bpln\b|\bk[rč]\b|\bczk\b|\bsek\b|\bdkk\b|\binr\b|₺|¥/i;

/** Whether the applicant has an answer at all. Where not, leaving it alone is right and any answer is wrong. */
export function hasAnswer(label: Label): boolean {
  if (label.answer !== undefined) return label.answer.length > 0;
  if (label.path !== undefined) return valueAt(label.path) !== undefined;
  if (label.field === 'workAuthorization' || label.field === 'sponsorship')
    return permitFor(questionOf(label)) !== undefined;
  if (label.field === 'salaryExpectation') return !FOREIGN_MONEY.test(questionOf(label));
  return true;
}

/** A yes or no in any wording an option may have; undefined where it says neither. */
function saysYes(text: string): boolean | undefined {
  const [first = ''] = plain(text).split(' ');
  if (YES.has(first)) return true;
  if (NO.has(first)) return false;
  if (/\b(?:not|don t|never|without|no)\b/.test(plain(text))) return false;
  if (/\b(?:am|will|would|citizen|authori[sz]ed|eligible|resident)\b/.test(plain(text))) return true;
  return undefined;
}

const isYesTo = (expected: boolean, text: string): boolean => saysYes(text) === expected;

/** Whether an amount is met by a number, a range of two, or an open range such as `10+` or `under 5`. */
function amountFits(text: string, wanted: number, slack: number): boolean {
  const numbers = [...text.replace(/(\d)[.,\s'](?=\d{3}\b)/g, '$1').matchAll(/(\d+(?:[.,]\d+)?)\s*(k\b)?/gi)].map(
    ([, number, thousands]) => Number(number?.replace(',', '.')) * (thousands ? 1000 : 1),
  );
  const [low, high] = numbers;
  if (low === undefined) return false;
  if (high !== undefined) return low <= wanted && wanted <= high;
  if (/\+|more|over|above|mehr|über|plus|más|mais|ponad|>|at least|mindestens/i.test(text)) return wanted >= low;
  if (/less|under|below|up to|unter|moins|menos|<|bis zu/i.test(text)) return wanted <= low;
  return Math.abs(low - wanted) <= slack;
}

const isDay = (text: string): boolean =>
  /2027\D*0?2\D*0?1\b|\b0?[12]\D+0?[12]\D+(?:20)?27\b/.test(text) ||
  (/2027/.test(text) && /feb|fev|févr|úno|lut|únor/i.test(text));

const isOneOf = (text: string, wanted: readonly (string | undefined)[]): boolean =>
  wanted.some((each) => each !== undefined && plain(each) === plain(text));

const address = applicantAnswers.address ?? {};
const { basics = {}, work = [], education = [] } = applicantResume;
/** The longest name decides: the United States Minor Outlying Islands are another place. */
function isUnitedStates(text: string): boolean {
  if (/^(?:us|usa|u s|u s a)$/.test(plain(text))) return true;
  const [longest] = namedIn(text).sort(([a], [b]) => b.length - a.length);
  return longest?.[1] === 'US' && !/outlying/i.test(text);
}

function isPhone(text: string): boolean {
  const number = digits(basics.phone ?? '');
  const written = digits(text);
  return (
    written.length >= 3 &&
    (number.endsWith(written) || number.startsWith(written) || number.slice(1).startsWith(written))
  );
}

const DEGREE =
  /bachelor|\bb\.?\s?sc?\b|undergraduate|laurea triennale|licen|licenc|grado|bakal|lisans|kandidat|hochschul|universit|学士/i;

const RULES: Record<string, (text: string, question: string) => boolean> = {
  firstName: (text) => isOneOf(text, ['Nora', 'Nora Ingrid']),
  lastName: (text) => isOneOf(text, ['Lindqvist']),
  fullName: (text) =>
    isOneOf(text, ['Nora Lindqvist', 'Nora Ingrid Lindqvist', 'Lindqvist Nora', 'Lindqvist Nora Ingrid']),
  preferredName: (text) => isOneOf(text, ['Nora', 'Nora Lindqvist']),
  email: (text) => isOneOf(text, [basics.email]),
  phone: isPhone,
  phoneCountry: (text) => isUnitedStates(text) || /^\+?1$|\+\s?1\b/.test(text.trim()) || contains(text, 'US'),
  location: (text, question) =>
    contains(text, 'Portland') || (isUnitedStates(text) && /countr|land|pays|país|paese|kraj/i.test(question)),
  city: (text) => isOneOf(text, [address.city]) || /^portland\b/i.test(text),
  region: (text) => isOneOf(text, ['Oregon', 'OR', 'US-OR']) || contains(text, 'Oregon'),
  country: (text) => isUnitedStates(text) || /^(?:north america|americas?)\b/i.test(text),
  address1: (text) => contains(text, address.line1 ?? ''),
  address2: (text) => isOneOf(text, [address.line2]),
  postalCode: (text) => digits(text) === address.postalCode,
  linkedin: (text) => /linkedin\.com\/in\/noralindqvist/i.test(text),
  github: (text) => /github\.com\/noralindqvist/i.test(text),
  website: (text) => /nora-lindqvist\.example\.com/i.test(text),
  currentCompany: (text) => isOneOf(text, [work[0]?.name]),
  currentTitle: (text) => isOneOf(text, [work[0]?.position, basics.label]),
  school: (text) => contains(text, 'Oregon State University'),
  degree: (text) => DEGREE.test(text),
  fieldOfStudy: (text) => /comput|informat/i.test(text),
  gpa: (text) => /^3[.,]80?$/.test(text.trim()) || amountFits(text, 3.8, 0),
  graduationYear: (text) => contains(text, '2016'),
  salaryExpectation: (text, question) => {
    const { amount } = applicantAnswers.salaryExpectation ?? { amount: 0 };
    if (MONTHLY.test(question)) return amountFits(text, amount / 12, 300);
    if (/hour|stunde|heure|hora|\bora\b|uur|godz/i.test(question)) return amountFits(text, amount / 2080, 5);
    return amountFits(text, amount, 0);
  },
  noticePeriod: (text) =>
    /\b4\s*(?:weeks?|wochen|semaines|semanas|settimane|weken|tygodni\w*|veckor|uger|hafta|týdn\w*|недел\w*)|^(?:4|28|30)$|\b(?:28|30) (?:days|tage|jours|d[ií]as|dagen)|\b(?:1|one|ein|un|uno|um|een|jeden|1er) (?:month|monat|mois|mes|mese|m[eê]s|maand|miesiąc)/i.test(
      text.trim(),
    ),
  startDate: (text) => isDay(text) || /\b4 weeks\b/i.test(text),
  yearsExperience: (text) => amountFits(text, 10, 0),
  relocate: (text) => isYesTo(true, text) || text === 'on',
  howHeard: (text) => /linked ?in|social|job ?(?:board|site|portal)/i.test(text),
  workAuthorization: (text, question) => {
    const permit = permitFor(question);
    return permit !== undefined && isYesTo(permit.authorized, text);
  },
  sponsorship: (text, question) => {
    const permit = permitFor(question);
    if (permit === undefined) return false;
    const turned = /without|\bohne\b|\bsans\b|\bsin\b|\bsem\b|\bsenza\b|\bzonder\b|\bbez\b|\buden\b|\butan\b/i.test(
      question,
    );
    return isYesTo(permit.sponsorship !== turned, text);
  },
  coverLetterText: (text) => /data platforms/.test(text),
  gender: (text) =>
    /\b(?:female|wom[ae]n|weiblich|frau|femme|mujer|femenino|feminino|mulher|donna|femmina|vrouw|kvinn[ae]|kvinde|kobieta|kadin|zena)\b/.test(
      plain(text),
    ),
  pronouns: (text) => /\bshe\b/i.test(text),
  race: (text, question) =>
    /hispanic|latin/i.test(question) && !/race/i.test(question)
      ? saysYes(text) === false
      : /\b(?:white|caucasian)\b/i.test(text),
  ethnicity: (text) => /\bnot\b.*\b(?:hispanic|latin)|^no\b|\bwhite\b/i.test(text),
  veteran: (text) => /\bnot\b|\bno\b|\bnever\b/i.test(text),
  disability: (text) => /^no\b|\bdo(?:n't| not) have\b|\bnot\b.*disab/i.test(text),
};

/** Fields outside the vocabulary that the profile can answer all the same. */
const NEUTRAL: [RegExp, (text: string) => boolean][] = [
  [/middle|zweiter vorname|(?:deuxi[èe]me|second) pr[ée]nom|отчество/i, (text) => isOneOf(text, ['Ingrid', 'I'])],
  [
    /address.{0,12}\b2\b|line 2|adresse 2|\bapt\b|suite|apartment|adresszusatz|compl[ée]ment/i,
    (text) => isOneOf(text, [address.line2]),
  ],
  [/work|fax|home|secondary|alternate|emergency|evening/i, () => false],
  [/mobile|cell|handy/i, isPhone],
  [/current(?:ly)? (?:work|in this)|present\b/i, (text) => text === 'on'],
  // A list of the states read as one label.
  [/alabama/i, (text) => contains(text, 'Oregon')],
  [/(?:start|from).*year/i, (text) => /^(?:2012|2016|2021)$/.test(text)],
  [/(?:end|to\b).*year/i, (text) => /^(?:2016|2021)$/.test(text)],
];

const YEAR_AND_MONTH = /^(\d{4})(?:-(\d\d))?/;

/** Takes `work[0].startDate month` apart: the list, the row's key and what is asked of it. */
function pathParts(path: string): { row: Record<string, unknown> | undefined; key: string; test: string } {
  const [, list = '', index = '0', key = '', test = ''] = /^(\w+)\[(\d+)\]\.(\w+)(.*)$/.exec(path) ?? [];
  const rows = list === 'work' ? work : list === 'education' ? education : [];
  return { row: rows[Number(index)] as Record<string, unknown> | undefined, key, test };
}

/** What the resume has there; `on` for a box that says a job still lasts. */
function valueAt(path: string): unknown {
  const { row, key, test } = pathParts(path);
  if (test.includes('null')) return row !== undefined && row[key] === undefined ? 'on' : undefined;
  return row?.[key];
}

/** Whether `text` says what a place in the resume holds; months and years may be spelt in any way, or stand alone. */
function fitsPath(text: string, path: string): boolean {
  const { key, test } = pathParts(path);
  const value = valueAt(path);
  if (test.includes('null')) return text === value;
  if (typeof value !== 'string' || text === '') return false;
  const [, year = '', month] = YEAR_AND_MONTH.exec(value) ?? [];
  if (/Date$/.test(key)) {
    const spelt = LANGUAGES.flatMap((language) =>
      month === undefined
        ? []
        : (['long', 'short'] as const).map((form) =>
            plain(new Intl.DateTimeFormat(language, { month: form }).format(new Date(2000, Number(month) - 1, 1))),
          ),
    );
    const said = plain(text);
    const saysYear = contains(text, year);
    const saysMonth =
      month !== undefined &&
      (contains(text, month) || contains(text, String(Number(month))) || spelt.some((name) => said.includes(name)));
    return /year/i.test(test)
      ? saysYear
      : /month/i.test(test)
        ? saysMonth
        : saysYear && (month === undefined || saysMonth);
  }
  if (key === 'studyType') return DEGREE.test(text);
  if (/country/.test(test)) return isUnitedStates(text);
  return contains(value, text) || contains(text, value);
}

function saysPayInFull(text: string): boolean {
  if (!/usd|\$/i.test(text)) return false;
  const { amount } = applicantAnswers.salaryExpectation ?? { amount: 0 };
  if (/year|annu|jahr|\ban\b|año|ano\b|jaar|rok|år|yıl/i.test(text)) return amountFits(text, amount, 0);
  return MONTHLY.test(text) && amountFits(text, amount / 12, 1);
}

/** Whether `text`, typed or chosen, is right where `label` asks. A ticked box says `on`. */
export function isRight(label: Label, text: string): boolean {
  // Pay that says its own currency and period is honest wherever it stands.
  if (label.field === 'salaryExpectation' && saysPayInFull(text)) return true;
  if (label.answer !== undefined) return label.answer.some((each) => plain(each) === plain(text) || each === text);
  const question = questionOf(label);
  if (label.path !== undefined && fitsPath(text, label.path)) return true;
  const rule = RULES[label.field];
  if (rule !== undefined) return rule(text, question);
  return NEUTRAL.find(([words]) => words.test(question))?.[1](text) ?? false;
}

/** Whether the files a control holds are those it asks for. */
export const isRightFile = (label: Label, files: readonly string[]): boolean =>
  files.length > 0 &&
  files.every((name) =>
    label.field === 'coverLetterFile'
      ? /letter/i.test(name)
      : label.field === 'resumeFile' && /resume|\bcv\b/i.test(name) && !/letter/i.test(name),
  );
