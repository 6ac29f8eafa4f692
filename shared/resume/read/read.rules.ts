/** Text items → a {@link Reading}: the whole way as one pure function. */
import type { Resume } from '#shared/profile/profile.schema.ts';
import type { Reading, ReadSection, Span } from '../resume.schema.ts';
import { type Collector, collector } from './collect.rules.ts';
import { readingOrder } from './columns.rules.ts';
import { type Contact, readContact } from './contact.rules.ts';
import { type Dating, findDates } from './dates.rules.ts';
import { datingOf } from './dating.rules.ts';
import { withSkills } from './evidence.rules.ts';
import { factsOf } from './facts.rules.ts';
import type { SectionKind } from './headings.data.ts';
import { headingKind } from './headings.rules.ts';
import { bodyTexts, type Job, readJobs, readStudies } from './history.rules.ts';
import type { Extracted, Line } from './item.schema.ts';
import { languageOf } from './language.rules.ts';
import { titleScore } from './lexicon.rules.ts';
import { keptSections, readOthers } from './others.rules.ts';
import { secondPerson } from './people.rules.ts';
import { type Section, toSections } from './sections.rules.ts';
import { readSkills, type SkillGroup } from './skills.rules.ts';
import { readLanguages } from './spoken.rules.ts';
import { wordCount } from './text.rules.ts';
import { type Found, spanOf } from './value.rules.ts';
import { looksLikeResume } from './verdict.rules.ts';

/** What {@link readExtracted} found out about the kind of document, for telling resumes from other papers. */
export type Verdict = { isResume: boolean; characters: number };

/** Reads a resume from extracted text. `asOf` is the day it came (ISO 8601). The result satisfies the schema of {@link Reading}. */
export function readExtracted(
  extracted: Extracted,
  { asOf }: { asOf?: string | undefined } = {},
): { reading: Reading; verdict: Verdict } {
  const order = readingOrder(extracted);
  const other = secondPerson(order.lines);
  const lines = other === undefined ? order.lines : order.lines.slice(0, other.at);
  const sections = toSections(lines);
  const language = languageOf(lines.map((l) => l.text).join('\n'));
  const contact = readContact({ lines, sections, extracted, language });
  const { region, countryCode } = contact.location?.value ?? {};
  const dating = datingOf({
    texts: lines.map((l) => l.text),
    language,
    phone: contact.phone?.value,
    region,
    countryCode,
    asOf,
  });
  const of = (kind: SectionKind | 'header'): Line[] => sections.filter((s) => s.kind === kind).flatMap((s) => s.lines);

  const out = collector();
  const { resume } = out;
  putBasics(out, contact, summaryOf(of('summary')));
  putWork(out, jobsOf(sections, dating));
  const studies = sections.filter((s) => s.kind === 'education').flatMap((s) => readStudies(s.lines, dating));
  if (studies.length > 0)
    resume.education = studies.slice(0, 100).map((study, i) => ({
      ...out.entry(`education[${i}]`, {
        from: study,
        fields: ['institution', 'studyType', 'area', 'startDate', 'endDate', 'score'],
      }),
      ...out.lists(`education[${i}]`, { from: study, fields: ['courses'] }),
    }));
  putSkills(out, skillsOf(sections));
  const languages = spoken(of('languages'), [
    ...of('skills'),
    ...of('other'),
    ...of('interests'),
    ...of('contact'),
    ...of('summary'),
    ...of('header'),
  ]);
  if (languages.length > 0)
    resume.languages = languages
      .slice(0, 50)
      .map((l, i) => out.entry(`languages[${i}]`, { from: l, fields: ['language', 'fluency'] }));
  readOthers(out, { of, sections, dating });

  const shown = placesOf(sections);
  const others = keptSections(sections, resume);
  const warnings = [...extracted.warnings];
  if (other !== undefined)
    warnings.push({
      code: 'several_people',
      text: `The file holds the resumes of several people: ${contact.name?.value ?? 'one without a name'} and ${other.name}. Only the first was read.`,
    });
  const reading: Reading = {
    resume,
    confidence: out.confidence,
    spans: out.spans,
    pages: extracted.pages,
    language,
    ocr: extracted.ocr,
    warnings,
    lines: shown.lines.slice(0, 3000),
    sections: shown.sections.slice(0, 300),
    ...(others.length > 0 ? { others } : {}),
    facts: factsOf({ extracted, ...order }),
  };
  const characters = lines.reduce((n, l) => n + l.text.length, 0);
  return {
    reading: withSkills(reading, { asOf, texts: extracted.items }),
    verdict: { isResume: looksLikeResume({ resume, sections, lines }), characters },
  };
}

const summaryOf = (lines: readonly Line[]): { text: string; lines: Line[] }[] =>
  bodyTexts(lines).filter((t) => wordCount(t.text) > 4);

function putBasics(out: Collector, contact: Contact, summary: { text: string; lines: Line[] }[]): void {
  const basics: NonNullable<Resume['basics']> = {};
  out.put('basics.name', contact.name, (v) => {
    basics.name = v;
  });
  out.put('basics.label', contact.label, (v) => {
    basics.label = v;
  });
  out.put('basics.email', contact.email, (v) => {
    basics.email = v.slice(0, 300);
  });
  out.put('basics.phone', contact.phone, (v) => {
    basics.phone = v.slice(0, 60);
  });
  out.put('basics.url', contact.url, (v) => {
    basics.url = v.slice(0, 2000);
  });
  out.put('basics.location', contact.location, (v) => {
    basics.location = v;
  });
  if (contact.profiles.length > 0) {
    basics.profiles = contact.profiles.map((p, i) => {
      out.mark(`basics.profiles[${i}]`, p);
      return p.value;
    });
  }
  if (summary.length > 0) {
    basics.summary = summary
      .map((t) => t.text)
      .join('\n')
      .slice(0, 5000);
    out.mark('basics.summary', {
      confidence: 0.85,
      spans: summary.flatMap((t) => t.lines.map((l) => spanOf(l, l.text))),
    });
  }
  if (Object.keys(basics).length > 0) out.resume.basics = basics;
}

function putWork(out: Collector, jobs: readonly Job[]): void {
  if (jobs.length === 0) return;
  out.resume.work = jobs.slice(0, 100).map((job, i) => ({
    ...out.entry(`work[${i}]`, {
      from: job,
      fields: ['position', 'name', 'location', 'startDate', 'endDate', 'summary'],
    }),
    ...out.lists(`work[${i}]`, { from: job, fields: ['highlights'] }),
  }));
}

function jobsOf(sections: readonly Section[], dating: Dating): Job[] {
  const own = sections.filter((s) => s.kind === 'work');
  const jobs = own.flatMap((s) => readJobs(s.lines, dating));
  return jobs.length > 0 || own.some((s) => s.lines.length > 0) ? jobs : jobsWithoutHeading(sections, dating);
}

/** Some resumes go from the summary straight to the jobs: then what is dated there is the work. */
function jobsWithoutHeading(sections: readonly Section[], dating: Dating): Job[] {
  for (const section of sections) {
    if (section.kind !== 'header' && section.kind !== 'summary' && section.kind !== 'other') continue;
    const ranges = section.lines.filter(
      (l) => !l.bullet && findDates(l.text).some((d) => d.kind === 'range' && d.strong),
    );
    if (ranges.length < 2) continue;
    const jobs = readJobs(section.lines, dating);
    if (jobs.filter((j) => titleScore(j.position?.value ?? '') >= 0.5).length >= jobs.length / 2) return jobs;
  }
  return [];
}

function skillsOf(sections: readonly Section[]): SkillGroup[] {
  const listed = sections.filter((s) => s.kind === 'skills').flatMap((s) => readSkills(s.lines));
  if (listed.length > 0) return listed;
  // Without a section, a line such as `Skills: …` at the head will do.
  const inline = sections
    .filter((s) => s.kind === 'header' || s.kind === 'summary' || s.kind === 'contact')
    .flatMap((s) => s.lines)
    .filter((l) => {
      const label = /^([^:：]{2,30})[:：]/u.exec(l.text)?.[1];
      return (
        label !== undefined &&
        (headingKind(label) === 'skills' || /^(?:techs?|fields|stack|fachgebiete|domaines)$/iu.test(label.trim()))
      );
    });
  return readSkills(inline);
}

/** A group without a label has no name: each of its items is a skill of its own, as is each item with a level. */
function putSkills(out: Collector, groups: readonly SkillGroup[]): void {
  type Shown = { item: SkillGroup['keywords'][number] } | { label: string; keywords: Found[] };
  const shown = groups.flatMap((group): Shown[] => {
    const { name } = group;
    if (name === undefined) return group.keywords.map((item) => ({ item }));
    const levelled = group.keywords.filter((k) => k.level !== undefined);
    const plain = group.keywords.filter((k) => k.level === undefined);
    return [...(plain.length > 0 ? [{ label: name, keywords: plain }] : []), ...levelled.map((item) => ({ item }))];
  });
  if (shown.length === 0) return;
  out.resume.skills = shown.slice(0, 300).map((s, i) => {
    if ('item' in s)
      return out.entry(`skills[${i}]`, { from: { name: s.item, level: s.item.level }, fields: ['name', 'level'] });
    s.keywords.forEach((k, n) => {
      out.mark(`skills[${i}].keywords[${n}]`, k);
    });
    return { name: s.label.slice(0, 300), keywords: s.keywords.slice(0, 200).map((k) => k.value.slice(0, 300)) };
  });
}

function spoken(section: readonly Line[], elsewhere: readonly Line[]) {
  const own = readLanguages(section);
  return own.length > 0 ? own : readLanguages(elsewhere, { strict: true });
}

const tenth = (n: number): number => Math.round(n * 10) / 10;

/** A line with a wide gap in it (title left, date right) gives one piece for each side. */
const piecesOf = (line: Line): Span[] =>
  (line.cells.length > 1 ? line.cells : [line]).map(({ text, x, y, width, height }) => ({
    page: line.page,
    box: [tenth(x), tenth(y), tenth(width), tenth(height)],
    text,
  }));

/** The text by its places, and which of its pieces each section fills. */
function placesOf(sections: readonly Section[]): { lines: Span[]; sections: ReadSection[] } {
  const lines: Span[] = [];
  const read = sections.flatMap(({ kind, heading, lines: own }): ReadSection[] => {
    const from = lines.length;
    for (const line of [...(heading === undefined ? [] : [heading]), ...own]) lines.push(...piecesOf(line));
    return lines.length === from
      ? []
      : [{ kind, ...(heading === undefined ? {} : { heading: heading.text }), lines: [from, lines.length] }];
  });
  return { lines, sections: read };
}
