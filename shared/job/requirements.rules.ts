/**
 * What a posting demands: skills (required, nice to have), years, degree, licences, languages, right to work. Long because
 * each demand keeps its words in several languages beside its rule; `lineAround` takes text, position and reach, in the order said.
 */

import { findSkills, type SkillMention, skillEntry } from '#shared/skill/skill.rules.ts';
import { findPlaces } from './place.rules.ts';
import { folded } from './text.rules.ts';

/** 0 none stated, 1 secondary school, 2 vocational or associate, 3 bachelor, 4 master, 5 doctorate. */
export type Degree = 0 | 1 | 2 | 3 | 4 | 5;
/** A skill a posting names, and the first place it does so: offsets into the text, end exclusive. */
export type DemandedSkill = { skill: string; span: [number, number]; required: boolean; mentions: number };
export type Requirements = {
  skills: DemandedSkill[];
  /** Least years of experience asked for. */
  years?: { value: number; span: [number, number] };
  degree?: { value: Degree; required: boolean; span: [number, number] };
  licences: { licence: string; region?: string; span: [number, number] }[];
  languages: { language: string; span: [number, number] }[];
  /** Countries one must live in or be allowed to work in already. */
  authorization?: { countries: string[]; span: [number, number] };
  noSponsorship: boolean;
  unpaid: boolean;
};

type SectionKind = 'required' | 'nice' | 'benefits' | 'duties' | 'about';
export type Section = { kind: SectionKind; start: number; end: number };

const HEADINGS: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'nice',
    /nice[- ]to[- ]have|\bbonus(?: points| if| skills)?\b|preferred|\bpluses\b|\bis a plus\b|desirable|good to have|ideally|von vorteil|un plus|souhait\w+|wunschenswert|valora\w*|deseable|stand out|extra credit|even better|great if|bonus points/,
  ],
  [
    'benefits',
    /benefits|perks|we offer|what (?:we offer|you(?:'ll| will)? get)|compensation|avantages|wir bieten|our offer|nous offrons|ofrecemos|offriamo|salary range|pay range|why (?:join|work)|how we (?:hire|interview)|interview process|equal opportunit|privacy/,
  ],
  [
    'required',
    /requirement|qualification|must[- ]have|you have\b|you(?:'ll| will)? (?:need|bring)|what you(?:'ll| will)? (?:need|bring)|who you are|about you|we(?:'re| are) looking for|what we(?:'re| are) looking|skills|experience\b|profil\b|votre profil|dein profil|ihr profil|anforderungen|requisitos|requisiti|your (?:background|profile)|you might be|ideal candidate|minimum|basic qual|tech stack|competences|das bringst du|education\b|looking for|wie je bent/,
  ],
  [
    'duties',
    /responsib|what you(?:'ll| will)? (?:do|be doing|work)|the role|your role|day[- ]to[- ]day|duties|missions?\b|aufgaben|tasks|in this role|about the (?:job|role|position)|position summary|job (?:summary|description)|funciones|how you will|opportunity|impact/,
  ],
  [
    'about',
    /about (?:us|the company|the team)|who we are|our (?:company|mission|values|story|culture)|uber uns|a propos|qui sommes|company/,
  ],
];

/** A heading is a short line of its own, or one that ends in a colon. */
function headingKind(line: string): SectionKind | undefined {
  const t = folded(line).trim();
  if (t.length < 3 || t.length > 80 || t.startsWith('•')) return undefined;
  if (!/:$/.test(t) && /[.;,]$/.test(t)) return undefined;
  if (!/:$/.test(t) && t.split(' ').length > 9) return undefined;
  return HEADINGS.find(([, pattern]) => pattern.test(t))?.[0];
}

/** Sections of a posting by their headings; text before the first one is `about`. */
export function sections(text: string): Section[] {
  const out: Section[] = [];
  let current: Section = { kind: 'about', start: 0, end: text.length };
  let at = 0;
  for (const line of text.split('\n')) {
    const kind = headingKind(line);
    if (kind) {
      current.end = at;
      if (current.end > current.start) out.push(current);
      current = { kind, start: at, end: text.length };
    }
    at += line.length + 1;
  }
  out.push({ ...current, end: text.length });
  return out;
}

const NICE_INLINE =
  /nice[- ]to[- ]have|\bpreferred\b|\bbonus\b|\bis a plus\b|\bno need\b|\bnot (?:necessary|mandatory|a must|needed)\b|\ba plus\b|\bdesirable\b|\bideally\b|von vorteil|\bun plus\b|\bpreferably\b|souhaite|apprecie|not required|\badvantage\b/;

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  un: 1,
  deux: 2,
  trois: 3,
  cinq: 5,
  zwei: 2,
  drei: 3,
  funf: 5,
  dos: 2,
  tres: 3,
  cinco: 5,
};
const YEARS =
  /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|deux|trois|cinq|zwei|drei|dos|tres|cinco)\s?(?:\(\d{1,2}\)\s?)?\+?\s?(?:(?:-|–|to|a|à|bis)\s?\d{1,2}\s?\+?\s?)?(?:plus |or more )?(?:years?|yrs?|ans\b|annees|jahre|anos|anni|jaar)(?:['’]s?)?/gi;

/** What stands around years that somebody worked, or must have. */
const OF_WORK =
  /experience|erfahrung|experiencia|esperienza|ervaring|track record|background|working|in a similar|as an?\b|of [a-z]|proven|hands-on/;
/** `3+ years in a customer-facing role`, `5+ years shipping software`: the demand itself, at the head of its line. */
const HEADS_LINE =
  /^[\s•*\-–—·>≥~✓✔]*(?:(?:have|you have|with|at least|minimum(?: of)?|a minimum of|min\.?|over|more than|around|ideally)\s+)*$/;
const THEN_WORK = /^\s*(?:in\b|as\b|with\b|of\b|using\b|[a-z]+ing\b)/;
const NO_DEMAND =
  /\b(?:old|older|ago|founded|history|in business|over the (?:last|past)|for (?:over|almost|more than)|years of age|years in business|company|warranty|growth|vesting|anniversar\w*|sabbatical|years of service|tenure|collective|combined|collaboration|transformation|expertise in the market|just over|in just)\b/;
/** A figure above is the age of somebody or of the house. */
const MOST_YEARS = 15;

function yearsOf(
  text: string,
  { kindAt, isNice }: { kindAt: (at: number) => SectionKind; isNice: (at: number) => boolean },
): Requirements['years'] {
  let best: Requirements['years'];
  for (const m of text.matchAll(YEARS)) {
    const raw = m[1] ?? '';
    const value = NUMBER_WORDS[raw.toLowerCase()] ?? Number(raw);
    const end = m.index + m[0].length;
    const fromNothing = value === 0 && /^0\s?(?:-|–|to)/.test(m[0]);
    if (!Number.isFinite(value) || (value < 1 && !fromNothing) || value > MOST_YEARS) continue;
    if (kindAt(m.index) === 'benefits' || isNice(m.index)) continue;
    const lineStart = text.lastIndexOf('\n', m.index) + 1;
    const around = folded(text.slice(Math.max(0, m.index - 60), end + 70));
    const demanded =
      OF_WORK.test(around) ||
      (HEADS_LINE.test(folded(text.slice(lineStart, m.index))) && THEN_WORK.test(folded(text.slice(end, end + 30))));
    if (!demanded || NO_DEMAND.test(folded(text.slice(Math.max(lineStart, m.index - 40), end + 16)))) continue;
    if (!best || value > best.value) best = { value, span: [m.index, end] };
  }
  return best;
}

const DEGREES: readonly (readonly [Degree, RegExp])[] = [
  [5, /\bph\.?\s?d\b|\bdoctorate\b|\bdoctoral degree\b|\bpromotion in\b|\bdoctorat\b/gi],
  [
    4,
    /\bmaster['’]?s?\b(?! data| of ceremon|y|ing|ed| class| branch| plan| (?:your|our|their|new|the|any|complex)\b)|\bm\.?sc\b|\bmba\b|\bbac ?\+ ?5\b|\bingenieur diplome\b|\bdiplome d['’]ingenieur\b/gi,
  ],
  [
    3,
    /\bbachelor['’]?s?\b|\bb\.?sc\b|\bb\.?s\.? (?:degree|in)\b|\bb\.?a\.? (?:degree|in)\b|\bundergraduate degree\b|\blicence\b(?= en| pro)|\bcollege degree\b|\buniversity degree\b|(?<!\b(?:master['’]?s?|doctora(?:l|te)|ph\.?d\.?|associate['’]?s?|vocational|school) )\bdegree in\b|\bhochschulabschluss\b|\bstudium\b|\bbac ?\+ ?3\b|\bbsn\b/gi,
  ],
  [
    2,
    /\bassociate['’]?s degree\b|\bvocational\b|\babgeschlossene (?:berufs)?ausbildung\b|\bbts\b|\bdut\b|\bbac ?\+ ?2\b|\btrade school\b/gi,
  ],
  [1, /\bhigh school\b|\bged\b|\bsecondary school\b|\babitur\b/gi],
];

/** The line a position stands in, cut to `reach` characters on each side. */
function lineAround(text: string, at: number, reach: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(
    Math.max(text.lastIndexOf('\n', at - 1) + 1, at - reach),
    Math.min(end < 0 ? text.length : end, at + reach),
  );
}

/** A degree one is still studying for is not a degree one must hold. */
const STILL_STUDYING =
  /\b(?:pursuing|enrolled (?:in|at)|working towards?|studying (?:for|towards?)|student (?:in|of)|im studium|eingeschrieben|immatrikuliert|en cours de|preparez|cursando|estudiante de|studente di)\b[^.]{0,70}$/;

function degreeOf(text: string): Requirements['degree'] {
  const plain = text.normalize('NFC');
  let lowest: Requirements['degree'];
  for (const [value, pattern] of DEGREES)
    for (const m of plain.matchAll(pattern)) {
      const before = plain.slice(Math.max(plain.lastIndexOf('\n', m.index - 1) + 1, m.index - 100), m.index);
      if (STILL_STUDYING.test(folded(before))) continue;
      const around = folded(lineAround(plain, m.index, 120));
      const required =
        !NICE_INLINE.test(around) &&
        !/equivalent|or relevant|or related experience|ou equivalent|oder vergleichbar/.test(around);
      if (!lowest || value < lowest.value) lowest = { value, required, span: [m.index, m.index + m[0].length] };
      break;
    }
  return lowest;
}

/** Licences without which the work may not be done, however good the rest. */
export const BINDING_LICENCES: ReadonlySet<string> = new Set([
  'Registered Nurse',
  'Licensed Practical Nurse',
  'Nurse Practitioner',
  'Certified Nursing Assistant',
  'Pharmacist license',
  'Medical doctor',
  'Registered Behavior Technician',
  'BCBA',
  'Real estate license',
  'Property and casualty license',
  'Life and health insurance license',
  'Series 7',
  'Bar admission',
  'Teaching credential',
  "Commercial driver's license",
  'Electrician license',
  'Plumbing license',
  'LCSW',
  'CPA',
  'Security clearance',
  'Professional Engineer',
]);

/** A posting with the skills its text and title name, found once for everyone who asks. */
type Found = {
  title: string;
  text: string;
  found: readonly SkillMention[];
  titled: readonly SkillMention[];
  /** Whether what stands at this offset is welcome, not demanded: by its heading or its line. */
  isNice: (offset: number) => boolean;
};

const MUST =
  /require|must|licen[sc]e|active|current|valid|hold|certified|registered|obligatoire|exige|erforderlich|admitted|unrestricted|eligib/;

/** `Physician Liaison`, `CPA Recruiter`: the title names the licence of others. */
const ANOTHER_TRADE =
  /^[\s&]*(?:and community )?(?:liaison|recruit\w*|relations|coordinator|sales|marketing|engagement|success|scheduler|bill\w+|outreach|account (?:manager|executive))\b/i;
/** `under the guidance of a BCBA`: a licence of the people one works with. */
const OF_OTHERS =
  /(?:guidance|supervision|direction|oversight) (?:of|from|by)|(?:work|working|collaborat\w+|partner\w*|assist\w*|support\w*) (?:closely )?(?:with|alongside)? ?(?:an?|our|the|your)?(?: \w+)?\s*$|report\w* to|supervised by/;
/** What may still be got after one starts is no bar. */
const YET_TO_GET =
  /ability to (?:obtain|acquire|get)|able to (?:obtain|acquire|get)|willing(?:ness)? to (?:obtain|acquire|get)|eligib\w+ (?:for|to)|eligible|(?:obtain|pass|complete)[^.]{0,40}within|within \d+ (?:days|months)|in (?:the )?process of|we (?:provide|sponsor|pay for)|will train/;

function licencesOf({ title, text, found, titled, isNice }: Found): Requirements['licences'] {
  const out = new Map<string, Requirements['licences'][number]>();
  const inTitle = new Set(
    titled.filter(({ span }) => !ANOTHER_TRADE.test(title.slice(span[1]))).map(({ skill }) => skill),
  );
  for (const { skill, span } of found) {
    if (!BINDING_LICENCES.has(skill) || out.has(skill) || isNice(span[0])) continue;
    if (!inTitle.has(skill)) {
      const line = folded(lineAround(text, span[0], 90));
      if (!MUST.test(line) || YET_TO_GET.test(line)) continue;
      const before = folded(text.slice(Math.max(0, span[0] - 90), span[0]));
      if (OF_OTHERS.test(before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ')) + 1))) continue;
    }
    out.set(skill, { licence: skill, span });
  }
  for (const m of text.matchAll(
    /\b(?:state of |licensed? (?:in|by) (?:the state of )?|must (?:be licensed|hold[^.\n]{0,40}licen[sc]e) in )([A-Z][\p{L} ]{3,25})|\b([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:RN|nursing|pharmacist|pharmacy technician|insurance|state|teaching|NP) licen[sc]e/gu,
  )) {
    const region = findPlaces(m[1] ?? m[2] ?? '').places[0]?.region;
    const holder = [...out.values()][0];
    if (region && holder && !holder.region) out.set(holder.licence, { ...holder, region });
  }
  return [...out.values()];
}

const SPOKEN_MUST =
  /fluen|native|proficien|speak|bilingual|verbal|written|required|mandatory|language|courant|bilingue|maitris|verhandlungssicher|fliessend|muttersprach|sehr gut|kenntnis|fluid|nivel|c1|c2|b2|idioma|madrelingua|fluency|sprache|vloeiend|indispensable|lu, ecrit|business level/;

/** Help offered to applicants, not asked of them. */
const ACCOMMODATION = /accommodat|interpreter|screen reader|equal opportunit/;
/** `no French required`, `you need not speak German`: named only to be let off. */
const NO_NEED = /(?:don['’]t need|do not need|need not|no need)(?: (?:to|speak|know|for|any|of))* ?$/;
const NONE_OF = /(?:^|[^\p{L}])(?:no|without|pas de|kein\w*|sin|senza)(?: (?:prior|any|previous|knowledge of))* ?$/u;
const IS_ASKED =
  /^ ?(?:(?:language|skills?|knowledge|fluency|is|are) )*(not |isn['’]t |nicht |pas )?(?:strictly )?(?:required|needed|necessary|mandatory|erforderlich|notig|requis|necessaire|necesario|necessario)/;

/** Whether a posting names a language only to say that one need not speak it. */
function isLetOff(text: string, [start, end]: readonly [number, number]): boolean {
  const before = folded(text.slice(Math.max(0, start - 40), start));
  if (NO_NEED.test(before)) return true;
  const after = IS_ASKED.exec(folded(text.slice(end, end + 60)));
  return after !== null && (after[1] !== undefined || NONE_OF.test(before));
}

const ONE_OF_SEVERAL =
  /(?:one|two|any|either|some|more) (?:\w+ )?of (?:the following|these|our)|\bor (?:an)?other\b|\bor\b|\bou\b|\boder\b/;

/**
 * Languages one must speak. Where a line names several of which one will do (`French or Dutch`), they make one demand,
 * its languages joined by ` / `.
 */
function languagesOf({ text, found, titled }: Found): Requirements['languages'] {
  const out = new Map<string, [number, number]>();
  const spoken = (m: SkillMention) => skillEntry(m.skill)?.kind === 'spoken';
  for (const { skill } of titled.filter(spoken)) out.set(skill, [0, 0]);
  const lines = new Map<number, SkillMention[]>();
  for (const mention of found.filter(spoken)) {
    const start = text.lastIndexOf('\n', mention.span[0]) + 1;
    const line = folded(lineAround(text, mention.span[0], 80));
    if (!SPOKEN_MUST.test(folded(lineAround(text, mention.span[0], 50)))) continue;
    if (NICE_INLINE.test(line) || ACCOMMODATION.test(line) || isLetOff(text, mention.span)) continue;
    lines.set(start, [...(lines.get(start) ?? []), mention]);
  }
  for (const mentions of lines.values()) {
    const names = [...new Set(mentions.map(({ skill }) => skill))].filter(
      (name) => name !== 'English' || mentions.length === 1,
    );
    const [first, last] = [mentions[0], mentions.at(-1)];
    if (!first || !last) continue;
    const between = folded(text.slice(Math.max(0, first.span[0] - 60), last.span[0]));
    if (names.length > 1 && ONE_OF_SEVERAL.test(between)) {
      if (!names.some((name) => out.has(name))) out.set(names.join(' / '), first.span);
      continue;
    }
    for (const { skill, span } of mentions) if (!out.has(skill)) out.set(skill, span);
  }
  return [...out].map(([language, span]) => ({ language, span }));
}

const RIGHT_TO_WORK =
  /(?:must|need to|required to|have to|candidates?|applicants?|only|currently|you(?:'re| are)|are|be|is)\s(?:\w+\s){0,6}?(?:located|based|reside|residing|live|living|authorized to work|authorised to work|eligible to work|legally authorized to work|right to work|citizens?|permanent residents?|work authorization)\s(?:\w+\s){0,3}?(?:in|within|of|from|for)\s(?:the\s|a\s)?([^.\n;()]{2,60})|(?:right to work|work authorization|authori[sz]ed to work|eligible to work)\s(?:in|for)\s(?:the\s)?([^.\n;()]{2,40})|\b(US|U\.S\.|UK|EU|Canada)[- ](?:citizens?(?:hip)?|only|based only|residents? only)\b/g;

function authorizationOf(text: string): Requirements['authorization'] {
  for (const m of text.matchAll(RIGHT_TO_WORK)) {
    const found = findPlaces(m[1] ?? m[2] ?? m[3] ?? '', { prose: true });
    if (found.countries.length) return { countries: found.countries, span: [m.index, m.index + m[0].length] };
  }
  return undefined;
}

/** Taking a posting in, indexing and showing it ask the same within a moment, and reading is the dearest part of each. */
const REMEMBERED = 256;
const remembered = new Map<string, { title: string; requirements: Requirements }>();

/** Everything a posting's title and clean text demand; spans are offsets into `text`. */
export function requirementsOf({ title, text }: { title: string; text: string }): Requirements {
  const known = remembered.get(text);
  if (known?.title === title) return known.requirements;
  const requirements = readRequirements({ title, text });
  remembered.delete(text);
  remembered.set(text, { title, requirements });
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return requirements;
}

function readRequirements({ title, text }: { title: string; text: string }): Requirements {
  const parts = sections(text);
  const kindAt = (offset: number): SectionKind =>
    parts.find((s) => offset >= s.start && offset < s.end)?.kind ?? 'about';
  const niceLines = new Map<number, boolean>();
  /** Whether the line a position stands in says that what it names is welcome, not demanded. */
  const niceLine = (at: number): boolean => {
    const start = text.lastIndexOf('\n', at) + 1;
    const known = niceLines.get(start);
    if (known !== undefined) return known;
    const end = text.indexOf('\n', at);
    const nice = NICE_INLINE.test(folded(text.slice(start, Math.min(end < 0 ? text.length : end, start + 400))));
    niceLines.set(start, nice);
    return nice;
  };
  const isNice = (at: number): boolean => kindAt(at) === 'nice' || niceLine(at);
  const posting: Found = { title, text, found: findSkills(text), titled: findSkills(title), isNice };
  const structured = parts.some((s) => s.kind === 'required');
  const skills = new Map<string, DemandedSkill>();
  for (const { skill, span } of posting.found) {
    const entry = skillEntry(skill);
    if (!entry || entry.kind === 'spoken' || entry.kind === 'licence') continue;
    const kind = kindAt(span[0]);
    if (kind === 'benefits') continue;
    const required = !isNice(span[0]) && (kind === 'required' || kind === 'duties' || !structured);
    const known = skills.get(skill);
    if (known) {
      known.mentions++;
      known.required ||= required;
    } else skills.set(skill, { skill, span, required, mentions: 1 });
  }
  for (const { skill } of posting.titled) {
    const kind = skillEntry(skill)?.kind;
    const known = skills.get(skill);
    if (known) Object.assign(known, { required: true, mentions: known.mentions + 3 });
    else if (kind === 'language' || kind === 'tool' || kind === 'method')
      skills.set(skill, { skill, span: [0, 0], required: true, mentions: 4 });
  }
  const years = yearsOf(text, { kindAt, isNice });
  const degree = degreeOf(text);
  const authorization = authorizationOf(text);
  return {
    skills: [...skills.values()],
    ...(years && { years }),
    ...(degree && { degree }),
    licences: licencesOf(posting),
    languages: languagesOf(posting),
    ...(authorization && { authorization }),
    noSponsorship: /no (?:visa )?sponsorship|(?:not|unable to|cannot|can't|don't|do not) (?:\w+ ){0,3}sponsor/i.test(
      text,
    ),
    unpaid:
      /\bunpaid\b|\bvolunteer (?:position|role|opportunity)\b|\bthis is a volunteer\b|\bunremunerated\b/i.test(text) ||
      /\bvolunteer\b/i.test(title),
  };
}
