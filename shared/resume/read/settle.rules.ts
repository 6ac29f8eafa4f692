/** What a section holds corrects what its heading says: ambiguous, compound and missing headings. */
import { findDates } from './dates.rules.ts';
import { EMAIL_ONCE } from './email.rules.ts';
import { type Entry, toEntries } from './entries.rules.ts';
import type { SectionKind } from './headings.data.ts';
import { headingKind } from './headings.rules.ts';
import type { Line } from './item.schema.ts';
import { degreeScore, isProse, languageNamed, schoolScore, titleScore } from './lexicon.rules.ts';
import type { Section } from './sections.rules.ts';
import { languagesIn, statesLevel } from './spoken.rules.ts';
import { capsShare, wordCount, words } from './text.rules.ts';

/** Sections by their headings → sections by what they hold as well. Every line stays. */
export function settleSections(given: readonly Section[]): Section[] {
  const sections = ofPrograms(withoutSignature(withoutFooter(given.flatMap(withoutFoot))).flatMap(inlineHeadings));
  const has = (kind: Section['kind']): boolean => sections.some((s) => s.kind === kind && s.lines.length > 0);
  const [hasWork, hasEducation] = [has('work'), has('education')];
  return sections.flatMap((section): Section[] => {
    switch (section.kind) {
      case 'contact':
        return hasEducation ? [section] : datedLines(section);
      case 'header':
      case 'summary':
        return splitOff(section, { least: hasWork && section.kind === 'header' ? 2 : 1, hasWork });
      case 'other':
        return [
          { ...section, kind: kindByContent(section, { hasSkills: has('skills'), hasLanguages: has('languages') }) },
        ];
      case 'skills':
        return !has('summary') && isTold(section.lines) ? [{ ...section, kind: 'summary' }] : [section];
      case 'certificates':
      case 'courses':
        return hasEducation ? [section] : byStudies(section);
      case 'work':
        return hasEducation ? [section] : studiesApart(section);
      default:
        return [section];
    }
  });
}

/** What one line may hold after its heading. */
const INLINE: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'summary',
  'skills',
  'languages',
  'interests',
  'certificates',
  'awards',
  'references',
]);
/** Sections whose entries have labels of their own, such as `Skills: Java` under a job. */
const HAS_LABELS: ReadonlySet<Section['kind']> = new Set<Section['kind']>([
  'work',
  'education',
  'projects',
  'volunteer',
  'publications',
  'references',
]);

/** `OBJECTIVE: …`, bold or in capitals, opens a section on its own line. */
function inlineHeadings(section: Section): Section[] {
  if (HAS_LABELS.has(section.kind)) return [section];
  const out: Section[] = [{ ...section, lines: [] }];
  for (const line of section.lines) {
    const label = /^([^:：]{3,40}?)\s*[:：]\s*(?=\S)/u.exec(line.text);
    const kind = label?.[1] === undefined || line.bullet ? undefined : headingKind(label[1]);
    const first = line.cells[0];
    const opens =
      label?.[1] !== undefined &&
      first !== undefined &&
      line.cells.length === 1 &&
      kind !== undefined &&
      INLINE.has(kind) &&
      kind !== section.kind &&
      // `Languages: Java, Python` in a list of skills names no spoken ones.
      (kind !== 'languages' || languagesIn(line.text.slice(label[0].length)).length > 0) &&
      (capsShare(label[1]) > 0.9 || isBoldLabel(line));
    if (!opens || first === undefined || label === null || kind === undefined) {
      // The next label of the list ends what the heading opened.
      const back = out.length > 1 && out.at(-1)?.kind !== section.kind && (label !== null || line.bullet);
      if (back) out.push({ kind: section.kind, lines: [line] });
      else out.at(-1)?.lines.push(line);
      continue;
    }
    const cell = (text: string): Line['cells'][number] => ({ ...first, text, links: [...first.links] });
    const heading = { ...line, text: label[1] ?? '', cells: [cell(label[1] ?? '')] };
    const rest = line.text.slice(label[0].length);
    out.push({ kind, heading, lines: [{ ...line, text: rest, cells: [cell(rest)], weight: 400 }] });
  }
  return out.filter((s, i) => i === 0 || s.lines.length > 0);
}

const isBoldLabel = (line: Line): boolean => {
  const pieces = line.cells[0]?.pieces ?? [];
  return pieces.length > 1 && (pieces[0]?.weight ?? 400) >= 600 && (pieces.at(-1)?.weight ?? 400) < 600;
};

const isRange = (line: Line): boolean => !line.bullet && findDates(line.text).some((d) => d.kind === 'range');

/** Whether an entry is a study rather than a job, by the words of its head: above 0 a study, below 0 a job. */
function studyScore({ head }: Entry): number {
  const best = (score: (text: string) => number): number =>
    head.reduce((m, l) => l.cells.reduce((n, c) => Math.max(n, score(c.text)), m), 0);
  return best(degreeScore) + best(schoolScore) * 0.6 - best(titleScore);
}

/** Sentences about the person rather than a list: `Resumo de qualificações`, `Highlights`. */
const isTold = (lines: readonly Line[]): boolean =>
  lines.length > 0 &&
  lines.filter((l) => /[.!]$/u.test(l.text) && wordCount(l.text) > 4 && !/[:：|•]/u.test(l.text)).length >
    lines.length * 0.6;

/** A degree and a school in one head; certificates have words of degrees, too (`Associate`, `Master`). */
const isStudy = ({ head }: Entry): boolean =>
  head.some((l) => degreeScore(l.text) >= 0.6) &&
  head.some((l) => schoolScore(l.text) >= 0.5) &&
  !head.some((l) => /certif|zertifi|licen[cs]e\b|licencia|lizenz|schein\b/iu.test(l.text));

/** Jobs or studies that follow the head or the summary with no heading of their own. */
function splitOff(section: Section, { least, hasWork }: { least: number; hasWork: boolean }): Section[] {
  const { lines } = section;
  if (lines.filter(isRange).length < least) return [section];
  const entries = toEntries(lines).filter((e) => e.date?.kind === 'range');
  const first = entries[0]?.head[0];
  const at = first === undefined ? -1 : lines.indexOf(first);
  if (first === undefined || entries.length < least) return [section];
  const titled = entries.filter((e) => Math.abs(studyScore(e)) >= 0.5).length;
  if (titled < entries.length / 2) return [section];
  const score = entries.reduce((n, e) => n + studyScore(e), 0);
  const kind: SectionKind = score > 0 ? 'education' : 'work';
  // A head often tells the present post with its time: that alone is no list of jobs.
  if (section.kind === 'header' && hasWork && kind === 'work' && entries.length < 2) return [section];
  const before = lines.slice(0, at);
  const rest: Section = { kind, lines: lines.slice(at) };
  // Nothing but entries under the heading: it was theirs (`Qualifications`).
  if (section.heading !== undefined && !before.some((l) => wordCount(l.text) > 4)) return [{ ...section, kind }];
  return before.length === 0 && section.heading === undefined ? [rest] : [{ ...section, lines: before }, rest];
}

/** Studies told in one dated line among the personal data, where there is no section for them. */
function datedLines(section: Section): Section[] {
  const studies = section.lines.filter((l) => isRange(l) && degreeScore(l.text) >= 0.6 && schoolScore(l.text) >= 0.6);
  if (studies.length === 0) return [section];
  const rest = section.lines.filter((l) => !studies.includes(l));
  return [
    { ...section, lines: rest },
    { kind: 'education', lines: studies },
  ];
}

/** A heading nobody listed: jobs, studies, languages or a list of skills under it say what it is. */
function kindByContent(
  { heading, lines }: Section,
  { hasSkills, hasLanguages }: { hasSkills: boolean; hasLanguages: boolean },
): SectionKind {
  if (heading === undefined || headingKind(heading.text) !== undefined || lines.length === 0) return 'other';
  const entries = lines.some(isRange) ? toEntries(lines).filter((e) => e.date?.kind === 'range') : [];
  if (entries.length > 0) {
    const scores = entries.map(studyScore);
    const total = scores.reduce((n, s) => n + s, 0);
    if (scores.filter((s) => s <= -0.6).length > entries.length / 2 && total < 0) return 'work';
    if (scores.filter((s) => s >= 0.8).length > entries.length / 2 && total > 0) return 'education';
    return 'other';
  }
  const spoken = lines.filter((l) => words(l.text).some((w) => languageNamed(w) !== undefined)).length;
  if (!hasLanguages && spoken >= 2 && spoken > lines.length * 0.6 && lines.every((l) => wordCount(l.text) <= 8))
    return 'languages';
  const dated = lines.some((l) => findDates(l.text).length > 0);
  const listed = lines.filter((l) => !isProse(l.text) && (wordCount(l.text) <= 4 || /[,;|•·]/u.test(l.text))).length;
  if (!hasSkills && !dated && lines.length >= 3 && listed === lines.length) return 'skills';
  return 'other';
}

/** `Training`, `Qualifications`, `Weiterbildung` that hold degrees are the education where there is no other. */
function byStudies(section: Section): Section[] {
  if (section.lines.filter((l) => findDates(l.text).length > 0).length === 0) return [section];
  const entries = toEntries(section.lines);
  const studies = entries.filter(isStudy);
  if (studies.length === 0) return [section];
  if (studies.length >= entries.length / 2) return [{ ...section, kind: 'education' }];
  return apart(section, { entries, isOther: isStudy, kind: 'education' });
}

/** A career that lists jobs and studies in one section. */
function studiesApart(section: Section): Section[] {
  if (section.lines.filter(isRange).length < 2) return [section];
  const entries = toEntries(section.lines);
  return apart(section, { entries, isOther: (e) => studyScore(e) >= 1.1, kind: 'education' });
}

/** Cuts the entries that are of another kind out of a section, each run of them as a section of its own. */
function apart(
  section: Section,
  { entries, isOther, kind }: { entries: readonly Entry[]; isOther: (entry: Entry) => boolean; kind: SectionKind },
): Section[] {
  if (!entries.some(isOther)) return [section];
  const kindAt = new Map<Line, boolean>();
  for (const entry of entries) for (const line of [...entry.head, ...entry.body]) kindAt.set(line, isOther(entry));
  const out: Section[] = [];
  let last: boolean | undefined;
  for (const line of section.lines) {
    const other = kindAt.get(line) ?? last ?? false;
    const open = out.at(-1);
    if (open !== undefined && other === last) open.lines.push(line);
    else {
      const heading = out.length === 0 ? section.heading : undefined;
      out.push({ kind: other ? kind : section.kind, lines: [line], ...(heading === undefined ? {} : { heading }) });
    }
    last = other;
  }
  return out;
}

/** `Languages` that names none that people speak, but lists things, are a group of the skills. */
function ofPrograms(sections: readonly Section[]): Section[] {
  const out: Section[] = [];
  for (const section of sections) {
    const { heading, lines } = section;
    const text = lines.map((l) => l.text).join('\n');
    const isList = lines.length > 0 && lines.every((l) => wordCount(l.text) <= 3 || /[,，、;|•·]/u.test(l.text));
    if (section.kind !== 'languages' || !isList || languagesIn(text).length > 0 || statesLevel(text)) {
      out.push(section);
      continue;
    }
    const before = out.at(-1);
    if (before?.kind !== 'skills') out.push({ ...section, kind: 'skills' });
    else
      out[out.length - 1] = {
        ...before,
        lines: [...before.lines, ...(heading === undefined ? [] : [heading]), ...lines],
      };
  }
  return out;
}

/** `Berlin • +49 30 … • jane@…`: contact data in one line at the very end stand in the foot of the page. */
function withoutFooter(sections: Section[]): Section[] {
  const last = sections.at(-1);
  const line = last?.lines.at(-1);
  if (last === undefined || line === undefined || sections.length < 2 || line.bullet) return sections;
  if (last.kind === 'header' || last.kind === 'contact') return sections;
  // A referee's data, unless nobody else's address is in the file.
  const others = sections.flatMap((s) => s.lines).filter((l) => l !== line);
  if (last.kind === 'references' && others.some((l) => EMAIL_ONCE.test(l.text))) return sections;
  const parts = line.text.split(/\s*[|•·●∙▪■]\s*|\s{2,}/u);
  if (parts.length < 3 || !parts.some((p) => EMAIL_ONCE.test(p))) return sections;
  return [...sections.slice(0, -1), { ...last, lines: last.lines.slice(0, -1) }, { kind: 'contact', lines: [line] }];
}

/** `Münster, den 3.5.2024` under the last section is where and when it was signed. */
function withoutSignature(sections: Section[]): Section[] {
  const last = sections.at(-1);
  const line = last?.lines.at(-1);
  if (last === undefined || line === undefined || last.lines.length < 2 || line.bullet) return sections;
  const signed =
    /^\p{Lu}[\p{L}\p{M} .'’-]{1,30},?\s*(?:den |le |a |the |em |il |dnia |el )?\d{1,2}[.\s/-]/iu.test(line.text) &&
    findDates(line.text).some((d) => d.kind === 'point' && d.strong) &&
    wordCount(line.text) <= 7;
  if (!signed) return sections;
  return [...sections.slice(0, -1), { ...last, lines: last.lines.slice(0, -1) }, { kind: 'other', lines: [line] }];
}

/** Contact data at the foot of a page belongs to no section above it. */
function withoutFoot(section: Section): Section[] {
  if (section.kind === 'header' || section.kind === 'contact' || section.kind === 'references') return [section];
  const { lines } = section;
  const isContact = (line: Line): boolean =>
    EMAIL_ONCE.test(line.text) ||
    /(?<!\d)\+?\d[\d\s()/.-]{7,}\d(?!\d)/u.test(line.text.replace(/\d{4}\s*[-–]\s*\d{4}/gu, ''));
  if (!lines.slice(-5).some((l) => EMAIL_ONCE.test(l.text))) return [section];
  let from = lines.length;
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - 6); i--) {
    const line = lines[i];
    if (line === undefined || line.bullet || isProse(line.text) || isRange(line)) break;
    if (isContact(line) || /linkedin\.|github\.|www\.|https?:/iu.test(line.text)) from = i;
    if (line.gap > 1.2) break;
  }
  if (from === lines.length || (from === 0 && section.heading !== undefined)) return [section];
  // Its white space above sets it apart, else it may be a referee's or an entry's own.
  if ((lines[from]?.gap ?? 0) <= 1 || !lines.slice(from).some((l) => EMAIL_ONCE.test(l.text))) return [section];
  return [
    { ...section, lines: lines.slice(0, from) },
    { kind: 'contact', lines: lines.slice(from) },
  ];
}
