/**
 * Jobs and studies: entries of their sections turned into fields.
 * Over 300 lines because both are read by the same few steps, each told once.
 */
import { type Dating, type FoundDate, findDates } from './dates.rules.ts';
import { type Entry, toEntries } from './entries.rules.ts';
import { joinText } from './hyphens.rules.ts';
import type { Line } from './item.schema.ts';
import { degreeScore, isProse, orgScore, placeScore, schoolScore, titleScore } from './lexicon.rules.ts';
import { assignRoles, type Roles } from './roles.rules.ts';
import { gradeIn } from './roles-grades.rules.ts';
import { type Atom, mayBePlace, type Part } from './roles-parts.rules.ts';
import { trimEdges, wordCount } from './text.rules.ts';
import { clamp, type Found, found, spanOf } from './value.rules.ts';

export type Job = {
  position?: Found;
  name?: Found;
  location?: Found;
  startDate?: Found;
  endDate?: Found;
  highlights: Found[];
  summary?: Found;
};

export type Study = {
  institution?: Found;
  studyType?: Found;
  area?: Found;
  startDate?: Found;
  endDate?: Found;
  score?: Found;
  courses: Found[];
};

/** `once`: a single date is the whole time (a job held in 2016 began and ended then). */
function dateFields(
  entry: Entry,
  { dating, once = false }: { dating: Dating; once?: boolean },
): { startDate?: Found; endDate?: Found } {
  const { anchor } = entry;
  const at = entry.date?.index;
  if (at === undefined || anchor === undefined) return {};
  // Entries are found by where dates stand; what the dates say is read as the whole document has it.
  const date = findDates(anchor.text, dating).find((d) => d.index === at);
  if (date === undefined) return {};
  const raw = anchor.text.slice(date.index, date.index + date.length);
  const confidence = date.kind === 'range' ? 0.95 : date.strong ? 0.8 : 0.7;
  const field = (value: string): Found => ({ value, confidence, spans: [spanOf(anchor, raw)] });
  if (once && date.kind === 'point' && date.end !== undefined)
    return { startDate: field(date.end), endDate: field(date.end) };
  return {
    ...(date.start === undefined ? {} : { startDate: field(date.start) }),
    ...(date.end === undefined ? {} : { endDate: field(date.end) }),
  };
}

/** A line that ends well before the margin, the next one beginning anew: list items whose marks are only drawn. */
const endsShort = (previous: Line, line: Line): boolean =>
  !previous.full &&
  previous.text.length < 75 &&
  /^[\p{Lu}\d]/u.test(line.text) &&
  previous.column === line.column &&
  !/[,;&(–-]$|\b(?:and|or|of|the|a|in|with|to|for|und|mit|für|der|die|et|de|la|y|con|e|do|da|i|w|och|ve)$/iu.test(
    previous.text,
  );

/** Body lines as paragraphs: bullets start one, other lines go on while they are close. */
export function bodyTexts(lines: readonly Line[]): { text: string; bullet: boolean; lines: Line[] }[] {
  const out: { text: string; bullet: boolean; lines: Line[] }[] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const last = out.at(-1);
    const newOne =
      last === undefined ||
      line.bullet ||
      previous === undefined ||
      line.gap > 0.9 ||
      endsShort(previous, line) ||
      (!last.bullet &&
        /[.!?。]$/u.test(previous.text) &&
        /^\p{Lu}/u.test(line.text) &&
        previous.width < line.width * 0.8);
    if (newOne) out.push({ text: line.text, bullet: line.bullet, lines: [line] });
    else if (last !== undefined && previous !== undefined) {
      last.text = joinText(last.text, previous, line.text);
      last.lines.push(line);
    }
    previous = line;
  }
  return out;
}

const paragraphFound = (p: { text: string; lines: Line[] }, confidence: number): Found => ({
  value: p.text.slice(0, 4900),
  confidence,
  spans: p.lines.map((l) => spanOf(l, l.text)),
});

const NO_ROLES: Roles = { rest: [], margin: 0, agreement: 0 };

/**
 * How sure a role is: mostly by how far its choice is ahead of the next one, then by how many entries of the section
 * have theirs in the same place; a title, degree or school that no word tells is less sure. The numbers are fitted to
 * the share of right values among those read from labelled resumes (`npm run eval -- resumes`).
 */
function roleConfidence(roles: Roles, { evidence, unnamed = 0 }: { evidence: number; unnamed?: number }): number {
  const ahead = 0.37 * (1 - Math.exp(-Math.max(0, roles.margin) / 0.5));
  const wordless = evidence < 0.05 ? unnamed : 0;
  return clamp(Math.min(0.97, 0.47 + ahead + 0.1 * roles.agreement + 0.05 * Math.min(1, evidence) - wordless));
}

/** Reads the jobs of one or several work sections. */
export function readJobs(lines: readonly Line[], dating: Dating): Job[] {
  const entries = toEntries(lines);
  const over = umbrellas(entries);
  const plain = assignRoles(
    entries.filter((_, i) => !over.has(i)),
    { first: titleScore, second: orgScore, context: 'work' },
  );
  // An umbrella names the employer only, whatever its words.
  const firms = assignRoles(
    entries.filter((_, i) => over.has(i)),
    { first: () => 0, second: (text) => Math.max(0.5, orgScore(text)), context: 'work' },
  );
  const roles = entries.map((_, i) => (over.has(i) ? firms.shift() : plain.shift()) ?? NO_ROLES);
  const jobs = entries.map((entry, i): Job => {
    const role = roles[i] ?? NO_ROLES;
    const texts = bodyTexts(entry.body);
    const bullets = texts.filter((t) => t.bullet || texts.length > 1);
    const summary = texts.find((t) => !t.bullet);
    return {
      ...(role.first === undefined
        ? {}
        : {
            position: found(
              role.first.text,
              roleConfidence(role, { evidence: titleScore(role.first.text), unnamed: 0.15 }),
              role.first.line,
            ),
          }),
      ...(role.second === undefined
        ? {}
        : {
            name: found(
              role.second.text,
              roleConfidence(role, { evidence: orgScore(role.second.text) }),
              role.second.line,
            ),
          }),
      ...(role.placeText === undefined || entry.anchor === undefined
        ? {}
        : { location: found(role.placeText, 0.75, role.place?.line ?? entry.anchor) }),
      ...dateFields(entry, { dating, once: true }),
      highlights: bullets.filter((t) => t !== summary || t.bullet).map((t) => paragraphFound(t, 0.85)),
      ...(summary === undefined ? {} : { summary: paragraphFound(summary, 0.7) }),
    };
  });
  return inheritEmployer({ entries, jobs, over });
}

/** Entries that hold only an employer and the whole time there, with the posts in it as the entries that follow. */
function umbrellas(entries: readonly Entry[]): ReadonlySet<number> {
  const out = new Set<number>();
  entries.forEach((entry, i) => {
    const [next, after] = [entries[i + 1], entries[i + 2]];
    if (entry.body.length > 0 || entry.date?.kind !== 'range' || next === undefined) return;
    if (!within(next.date, entry.date)) return;
    const same = next.date?.start === entry.date.start && next.date?.end === entry.date.end;
    const words = titleScore(entry.head.map((l) => l.text).join(' '));
    const looks = entry.head[0]?.weight !== next.head[0]?.weight || entry.head[0]?.italic !== next.head[0]?.italic;
    // Two jobs of the same time may stand beside each other; a list of posts repeats the pattern or looks different.
    if (words < 0.5 && (looks || (!same && within(after?.date, entry.date)))) out.add(i);
  });
  return out;
}

const within = (inner: FoundDate | undefined, outer: FoundDate): boolean =>
  inner?.kind === 'range' &&
  (inner.start ?? '') >= (outer.start ?? '').slice(0, inner.start?.length) &&
  (outer.present || (!inner.present && (inner.end ?? '') <= `${outer.end ?? ''}-99`));

/** Nobody employs who works for himself, or does not work. */
const NO_EMPLOYER =
  /freelanc|self[- ]?employed|selbst(?:st)?ändig|freiberuf|indépendant|auto-?entrepreneur|autónom[oa]|autônom[oa]|profissional liberal|libero professionista|partita iva|zzp|zelfstandig|własna działalność|samozatrudn|egenföretagare|egen firma|serbest|自由职业|स्वरोज|career break|sabbatical|parental leave|maternity|elternzeit|mutterschutz|congé parental|excedencia|föräldraledig|urlop wychowawczy/iu;

/** What people write where there is nothing to tell. */
const NOTHING =
  /^(?:none|n\/?a|nil|not applicable|keine?|néant|neant|aucune?|ningun[oa]|nenhum[oa]?|nessun[oa]?|geen|brak|inga?|yok|无|कोई नहीं)\.?$/iu;

/** Several posts under one employer: a head that names only the post takes the employer above it; a bare total is no job. */
function inheritEmployer({
  entries,
  jobs,
  over,
}: {
  entries: readonly Entry[];
  jobs: readonly Job[];
  over: ReadonlySet<number>;
}): Job[] {
  const out: Job[] = [];
  let employer: Found | undefined;
  jobs.forEach((job, i) => {
    const next = jobs[i + 1];
    const isUmbrella =
      over.has(i) ||
      (job.name !== undefined &&
        job.position === undefined &&
        (entries[i]?.body.length ?? 0) === 0 &&
        next !== undefined &&
        next.name === undefined &&
        next.position !== undefined);
    if (isUmbrella) {
      employer = job.name;
      return;
    }
    const own = NO_EMPLOYER.test(job.position?.value ?? '');
    if (job.name !== undefined || own) employer = job.name;
    if (job.name === undefined && job.position !== undefined && employer !== undefined)
      out.push({ ...job, name: { ...employer, confidence: clamp(employer.confidence - 0.1) } });
    else out.push(job);
  });
  return out.filter(
    (job) =>
      (job.name !== undefined || job.position !== undefined) && !NOTHING.test((job.name ?? job.position)?.value ?? ''),
  );
}

/** Who teaches: a school, or less surely a firm, where somebody learnt a trade. */
const schoolOrFirm = (text: string): number => Math.max(schoolScore(text), orgScore(text) * 0.6);

/** A name with a school's word in it, inside a sentence. */
const SCHOOL_IN_TEXT =
  /(?<=\s)(?:at|from|an der|am|bei der|à l[’']|à la|à|au|de la|en la|en el|na|no|presso(?: l[’'])?|all[’']|aan de|op het|na)\s*(?:the\s+)?((?:[\p{Lu}][\p{L}\p{M}.’'-]*)(?:\s+(?:of|de|del|di|der|des|du|da|do|für|and|et|y|e|[\p{Lu}][\p{L}\p{M}.’'-]*))*)/gu;
const STUDIED =
  /(?:studied|studying|graduated in|degree in|majored in|étudié|studierte|estudié|estudiei)\s+([\p{Lu}][\p{L}\p{M} ]{2,50}?)(?=\s+(?:at|from|à|an|en|na|no|and)\s|[,.]|$)/u;

/** `I studied Physics at the University of X and graduated in 2012`: a study told in a sentence. */
function toldStudy(lines: readonly Line[], dating: Dating): Study | undefined {
  const line = lines[0];
  if (line === undefined) return undefined;
  const text = lines.map((l) => l.text).join(' ');
  if (
    !/\b(?:studied|studying|graduated|earned|completed|étudié|diplômée?|studierte|absolvierte|estudié|estudiei|laureat[oa])\b/iu.test(
      text,
    )
  )
    return undefined;
  const school = [...text.matchAll(SCHOOL_IN_TEXT)].map((m) => m[1] ?? '').find((name) => schoolScore(name) >= 0.6);
  if (school === undefined) return undefined;
  const name = /^.*?\b(?:of|de|di|der)\s+\p{Lu}[\p{L}\p{M}’'-]+/u.exec(school)?.[0] ?? school;
  const dates = findDates(text, dating);
  const range = dates.find((d) => d.kind === 'range');
  const end = range?.end ?? dates.at(-1)?.end;
  const area = STUDIED.exec(text)?.[1]?.trim();
  const rest = trimEdges(text.slice(text.indexOf(name) + name.length).replace(/\b(?:in|en|\d{4})\b.*$/u, ' '));
  const degree = degreeScore(rest) >= 0.5 && wordCount(rest) <= 6 ? rest : undefined;
  return {
    institution: found(name, 0.6, line),
    ...(degree === undefined ? {} : { studyType: found(degree, 0.5, line) }),
    ...(area === undefined ? {} : { area: found(area, 0.55, line) }),
    ...(range?.start === undefined ? {} : { startDate: found(range.start, 0.7, line) }),
    ...(end === undefined ? {} : { endDate: found(end, 0.7, line) }),
    courses: [],
  };
}

/** Reads the studies of an education section. */
export function readStudies(lines: readonly Line[], dating: Dating): Study[] {
  const entries = toEntries(lines, 'education');
  if (entries.length === 0) return [toldStudy(lines, dating)].filter((study) => study !== undefined);
  const roles = assignRoles(entries, { first: degreeScore, second: schoolOrFirm, context: 'education' });
  return entries
    .map((entry, i): Study => {
      const role = roles[i] ?? NO_ROLES;
      const all = [...entry.head, ...entry.body];
      const told = schoolScore(role.second?.text ?? '') < 0.5 ? toldStudy(all, dating) : undefined;
      if (told !== undefined) return told;
      const gradeLine = all.find((l) => gradeIn(l.text) !== undefined);
      const grade = gradeLine === undefined ? undefined : gradeIn(gradeLine.text)?.grade;
      const degree = degreeFields(role, entry);
      const dates = dateFields(entry, { dating });
      return {
        ...(role.second === undefined
          ? {}
          : {
              institution: found(
                role.second.text,
                roleConfidence(role, { evidence: schoolScore(role.second.text), unnamed: 0.1 }),
                role.second.line,
              ),
            }),
        ...degree,
        ...dates,
        ...(grade === undefined || gradeLine === undefined ? {} : { score: found(grade, 0.85, gradeLine) }),
        courses: bodyTexts(entry.body)
          .filter((t) => t.bullet && wordCount(t.text) < 40)
          .map((t) => paragraphFound(t, 0.6)),
      };
    })
    .filter((s) => s.institution !== undefined || s.studyType !== undefined || s.area !== undefined);
}

const DEGREE_AND_FIELD =
  /^(.*?\b(?:of \p{L}+|bachelor\p{L}*|master\p{L}*|ph\.?d|doctor\p{L}*|diplom\p{L}*|degree|licen\p{L}+|m\.?sc|b\.?sc|b\.?a|m\.?a|b\.?s|m\.?s|mba|studium|m\.?eng|b\.?eng|b\.?tech|m\.?tech|thèse|grado|laurea\p{L}*|lic\.?)\.?\)?)\s*(?:[,:]|\bin\b|\ben\b|\bem\b|\bim\b|\sde\s|\s[-–]\s)\s*(.+)$/iu;

/** `Bachelor of Science in Physics` → the degree and its field; neighbouring atoms without a role are the field. */
function degreeFields(role: Roles, entry: Entry): { studyType?: Found; area?: Found } {
  const part = role.first;
  const named = role.rest.find((p) => p.atoms[0]?.label === 'area');
  if (part === undefined) return named === undefined ? {} : { area: found(named.text, 0.8, named.line) };
  const text = withoutGrade(part.text);
  const confidence = roleConfidence(role, { evidence: degreeScore(part.text), unnamed: 0.1 });
  const extra =
    named ??
    role.rest.find((p) => !besideDate(p, { entry, degree: part }) && isField(p, { degree: part, school: role.second }));
  const split = DEGREE_AND_FIELD.exec(text);
  if (extra !== undefined && degreeScore(text) > 0.5 && (named !== undefined || split === null))
    return {
      studyType: found(text, confidence, part.line),
      area: found(extra.text, clamp(confidence - 0.15), extra.line),
    };
  const fields = part.atoms.filter((atom) => degreeScore(atom.text) < 0.5);
  // `计算机科学与技术 本科`: the field before its degree, nothing but a space between.
  if (split === null && part.atoms.length > 1 && fields.length > 0 && fields.length < part.atoms.length)
    return {
      studyType: found(textOf(part.atoms.filter((atom) => !fields.includes(atom))), confidence, part.line),
      area: found(textOf(fields), clamp(confidence - 0.05), part.line),
    };
  if (split?.[1] !== undefined && split[2] !== undefined)
    return {
      studyType: found(trimEdges(split[1]), confidence, part.line),
      area: found(trimEdges(split[2]), confidence, part.line),
    };
  return { studyType: found(text, confidence, part.line) };
}

const textOf = (atoms: readonly Atom[]): string => withoutGrade(atoms.map((atom) => atom.text).join(', '));

/** The text without the grade it names, unless it is all of it. */
function withoutGrade(text: string): string {
  const grade = gradeIn(text);
  const rest = grade === undefined ? text : text.replace(grade.whole, ' ').replace(/\(\s*\)/gu, ' ');
  const plain = rest
    .replace(/\s+/gu, ' ')
    .replace(/[\s,(–-]+$/u, '')
    .trim();
  return plain === '' ? text : plain;
}

/** `05/1998 · Bourges` under the degree: what a mark sets off behind the date alone is a town. */
function besideDate(part: Part, { entry: { anchor, date }, degree }: { entry: Entry; degree: Part }): boolean {
  if (anchor === undefined || date === undefined || part.line !== anchor || degree.line === anchor) return false;
  return /^\s*[·•|,]\s/u.test(anchor.text.slice(date.index + date.length)) && date.index === 0 && mayBePlace(part.text);
}

/** A part beside the degree that can be its field: short, near, and nothing else by its words. */
function isField(part: Part, { degree, school }: { degree: Part; school: Part | undefined }): boolean {
  const after = degree.atoms.at(-1);
  const atom = part.atoms[0];
  if (after === undefined || atom === undefined) return false;
  const sameRun = atom.source === after.source;
  const near = Math.abs(part.line.index - degree.line.index) <= 1 && part.order > degree.order;
  // What stands beside the school on its line is where it is, or one of its departments.
  const behindSchool =
    school !== undefined && part.line === school.line && part.line !== degree.line && part.order > school.order;
  if (behindSchool || (!sameRun && (!near || titleScore(part.text) >= 0.5))) return false;
  return (
    !isProse(part.text) &&
    degreeScore(part.text) < 0.5 &&
    schoolScore(part.text) < 0.5 &&
    placeScore(part.text) < 0.7 &&
    wordCount(part.text) <= 7
  );
}
