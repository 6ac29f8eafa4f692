/**
 * Text items → a {@link Reading}: the whole way as one pure function.
 * Over 300 lines because every field of a reading is assembled here, in the order of the schema.
 */
import type { Resume } from '#shared/profile/profile.schema.ts';
import type { Reading, Span } from '../resume.schema.ts';
import { readingOrder } from './columns.rules.ts';
import { readContact } from './contact.rules.ts';
import { type Dating, findDates } from './dates.rules.ts';
import { datingOf } from './dating.rules.ts';
import type { SectionKind } from './headings.data.ts';
import { headingKind } from './headings.rules.ts';
import { bodyTexts, type Job, readItems, readJobs, readStudies } from './history.rules.ts';
import type { Extracted, Line } from './item.schema.ts';
import { languageOf } from './language.rules.ts';
import { orgScore, schoolScore, titleScore } from './lexicon.rules.ts';
import { type Section, toSections } from './sections.rules.ts';
import { readLanguages, readSkills } from './skills.rules.ts';
import { wordCount } from './text.rules.ts';
import { type Found, spanOf } from './value.rules.ts';

/** What {@link readExtracted} found out about the kind of document, for telling resumes from other papers. */
export type Verdict = { isResume: boolean; characters: number };

/** Reads a resume from extracted text. `asOf` is the day it came (ISO 8601). The result satisfies the schema of {@link Reading}. */
export function readExtracted(
  extracted: Extracted,
  { asOf }: { asOf?: string | undefined } = {},
): { reading: Reading; verdict: Verdict } {
  const lines = readingOrder(extracted);
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
  const headed = sections.filter((s) => s.kind === 'work').flatMap((s) => readJobs(s.lines, dating));
  const jobs = headed.length > 0 || of('work').length > 0 ? headed : jobsWithoutHeading(sections, dating);
  const studies = sections.filter((s) => s.kind === 'education').flatMap((s) => readStudies(s.lines, dating));
  const listed = sections.filter((s) => s.kind === 'skills').flatMap((s) => readSkills(s.lines));
  // Without a section, a line such as `Skills: …` at the head will do.
  const inline = [...of('header'), ...of('summary'), ...of('contact')].filter((l) => {
    const label = /^([^:：]{3,30})[:：]/u.exec(l.text)?.[1];
    return (
      label !== undefined &&
      (headingKind(label) === 'skills' || /^(?:techs?|fields|stack|fachgebiete|domaines)$/iu.test(label.trim()))
    );
  });
  const skills = listed.length > 0 ? listed : readSkills(inline);
  const languages = spoken(of('languages'), [
    ...of('skills'),
    ...of('other'),
    ...of('interests'),
    ...of('contact'),
    ...of('summary'),
    ...of('header'),
  ]);
  const summary = bodyTexts(of('summary')).filter((t) => wordCount(t.text) > 4);
  const out = collector();
  const { resume } = out;
  const basics: NonNullable<Resume['basics']> = {};
  out.put('basics.name', contact.name, (v) => {
    basics.name = v;
  });
  out.put('basics.label', contact.label, (v) => {
    basics.label = v;
  });
  out.put('basics.email', contact.email, (v) => {
    basics.email = v;
  });
  out.put('basics.phone', contact.phone, (v) => {
    basics.phone = v.slice(0, 60);
  });
  out.put('basics.url', contact.url, (v) => {
    basics.url = v;
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
  if (Object.keys(basics).length > 0) resume.basics = basics;
  if (jobs.length > 0)
    resume.work = jobs
      .slice(0, 100)
      .map((job, i) =>
        out.entry(
          `work[${i}]`,
          job,
          ['position', 'name', 'location', 'startDate', 'endDate', 'summary'],
          ['highlights'],
        ),
      );
  if (studies.length > 0)
    resume.education = studies
      .slice(0, 100)
      .map((study, i) =>
        out.entry(
          `education[${i}]`,
          study,
          ['institution', 'studyType', 'area', 'startDate', 'endDate', 'score'],
          ['courses'],
        ),
      );
  if (skills.length > 0) {
    // A group without a label has no name: each of its items is a skill of its own.
    type Shown = { item: Found } | { label: string; keywords: Found[] };
    const flat = skills.flatMap((g): Shown[] =>
      g.name === undefined ? g.keywords.map((item) => ({ item })) : [{ label: g.name, keywords: g.keywords }],
    );
    resume.skills = flat.slice(0, 300).map((s, i) => {
      if ('item' in s) {
        out.mark(`skills[${i}].name`, s.item);
        return { name: s.item.value.slice(0, 300) };
      }
      s.keywords.forEach((k, n) => {
        out.mark(`skills[${i}].keywords[${n}]`, k);
      });
      return { name: s.label.slice(0, 300), keywords: s.keywords.slice(0, 200).map((k) => k.value.slice(0, 300)) };
    });
  }
  if (languages.length > 0)
    resume.languages = languages
      .slice(0, 50)
      .map((l, i) => out.entry(`languages[${i}]`, l, ['language', 'fluency'], []));
  others(out, { of, dating });
  const characters = lines.reduce((n, l) => n + l.text.length, 0);
  const reading: Reading = {
    resume,
    confidence: out.confidence,
    spans: out.spans,
    pages: extracted.pages,
    language,
    ocr: extracted.ocr,
    warnings: extracted.warnings,
    lines: piecesOf(lines).slice(0, 3000),
  };
  return {
    reading,
    verdict: { isResume: looksLikeResume({ reading, sections: sections.map((s) => s.kind), lines }), characters },
  };
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

function spoken(section: readonly Line[], elsewhere: readonly Line[]) {
  const own = readLanguages(section);
  return own.length > 0 ? own : readLanguages(elsewhere, { strict: true });
}

function others(out: Collector, { of, dating }: { of: (kind: SectionKind) => Line[]; dating: Dating }): void {
  const { resume } = out;
  const projects = readItems(of('projects'), { second: orgScore, dating });
  if (projects.length > 0)
    resume.projects = projects.slice(0, 100).map((p, i) => {
      const { name, startDate, endDate } = out.entry(
        `projects[${i}]`,
        { name: p.title, startDate: p.startDate, endDate: p.endDate },
        ['name', 'startDate', 'endDate'],
        [],
      );
      const highlights = p.body.map((b) => b.value).slice(0, 100);
      return {
        ...(name === undefined ? {} : { name }),
        ...(startDate === undefined ? {} : { startDate }),
        ...(endDate === undefined ? {} : { endDate }),
        ...(highlights.length > 0 ? { highlights } : {}),
      };
    });
  const certificates = readItems(of('certificates'), { second: (t) => Math.max(orgScore(t), schoolScore(t)), dating });
  if (certificates.length > 0)
    resume.certificates = certificates
      .slice(0, 100)
      .map((c, i) =>
        out.entry(
          `certificates[${i}]`,
          { name: c.title, issuer: c.second, date: c.date },
          ['name', 'issuer', 'date'],
          [],
        ),
      );
  const awards = readItems(of('awards'), { second: (t) => Math.max(orgScore(t), schoolScore(t)), dating });
  if (awards.length > 0)
    resume.awards = awards
      .slice(0, 100)
      .map((a, i) =>
        out.entry(
          `awards[${i}]`,
          { title: a.title, awarder: a.second, date: a.date },
          ['title', 'awarder', 'date'],
          [],
        ),
      );
  const publications = bodyTexts(of('publications')).filter((t) => wordCount(t.text) > 2);
  if (publications.length > 0)
    resume.publications = publications.slice(0, 200).map((p, i) => {
      out.mark(`publications[${i}].name`, { confidence: 0.6, spans: p.lines.map((l) => spanOf(l, l.text)) });
      const date = findDates(p.text, dating).at(-1)?.end;
      return { name: p.text.slice(0, 300), ...(date === undefined ? {} : { releaseDate: date }) };
    });
  const volunteer = readJobs(of('volunteer'), dating);
  if (volunteer.length > 0)
    resume.volunteer = volunteer.slice(0, 100).map((v, i) =>
      out.entry(
        `volunteer[${i}]`,
        {
          organization: v.name,
          position: v.position,
          startDate: v.startDate,
          endDate: v.endDate,
          highlights: v.highlights,
        },
        ['organization', 'position', 'startDate', 'endDate'],
        ['highlights'],
      ),
    );
  const interests = readSkills(of('interests')).flatMap((g) => g.keywords);
  if (interests.length > 0)
    resume.interests = interests.slice(0, 50).map((k, i) => {
      out.mark(`interests[${i}].name`, k);
      return { name: k.value.slice(0, 300) };
    });
}

type Mark = Pick<Found, 'confidence' | 'spans'>;
type Collector = ReturnType<typeof collector>;

/** Gathers values with their confidence and spans under field paths. */
function collector() {
  const resume: Resume = {};
  const confidence: Reading['confidence'] = {};
  const spans: Reading['spans'] = {};
  const mark = (path: string, value: Mark): void => {
    confidence[path] = value.confidence;
    if (value.spans.length > 0) spans[path] = value.spans;
  };
  return {
    resume,
    confidence,
    spans,
    mark,
    put<T>(path: string, value: Found<T> | undefined, set: (value: T) => void): void {
      if (value === undefined) return;
      set(value.value);
      mark(path, value);
    },
    /** The named fields of an entry as plain values, each marked under its path; `lists` likewise by index. */
    entry<K extends string, L extends string>(
      path: string,
      source: { [P in K]?: Found | undefined } & { [P in L]?: Found[] },
      fields: readonly K[],
      lists: readonly L[],
    ): { [P in K]?: string } & { [P in L]?: string[] } {
      const out: Record<string, string | string[]> = {};
      for (const field of fields) {
        const value = source[field] as Found | undefined;
        if (value === undefined || value.value === '') continue;
        out[field] = value.value.slice(0, field === 'summary' ? 5000 : 300);
        mark(`${path}.${field}`, value);
      }
      for (const list of lists) {
        const values = (source[list] as Found[] | undefined) ?? [];
        if (values.length === 0) continue;
        out[list] = values.slice(0, 100).map((v) => v.value.slice(0, list === 'courses' ? 300 : 5000));
        values.slice(0, 100).forEach((v, i) => {
          mark(`${path}.${list}[${i}]`, v);
        });
      }
      return out as { [P in K]?: string } & { [P in L]?: string[] };
    },
  };
}

const INVOICE =
  /\b(?:invoice|rechnung|facture|factura|fatura|fattura|purchase order|bestellung|lieferschein|amount due|subtotal|vat no|iban|gesamtbetrag|total due|receipt|quittung)\b/giu;
const POSTING =
  /\b(?:we are looking for|you will|your responsibilities|what we offer|apply now|equal opportunity employer|job description|about the role|wir suchen|wir bieten|ihr profil|ihre aufgaben|deine aufgaben|nous recherchons|vos missions|profil recherché|buscamos|ofrecemos|requisitos|oferecemos|responsabilidades e atribuições)\b/giu;

/** The text by its places: a line with a wide gap in it (title left, date right) gives one piece for each side. */
const piecesOf = (lines: readonly Line[]): Span[] =>
  lines.flatMap((line) =>
    (line.cells.length > 1 ? line.cells : [line]).map(({ text, x, y, width, height }) => ({
      page: line.page,
      box: [tenth(x), tenth(y), tenth(width), tenth(height)],
      text,
    })),
  );

const tenth = (n: number): number => Math.round(n * 10) / 10;

/** A resume has a person and at least two kinds of what resumes hold; an invoice or a posting has other words. */
function looksLikeResume({
  reading,
  sections,
  lines,
}: {
  reading: Reading;
  sections: readonly string[];
  lines: readonly Line[];
}): boolean {
  const { resume } = reading;
  const text = lines.map((l) => l.text).join('\n');
  const kinds = new Set(sections.filter((k) => k !== 'header' && k !== 'other' && k !== 'contact'));
  let score = Math.min(3, kinds.size);
  if (resume.basics?.email !== undefined) score += 1;
  if (resume.basics?.phone !== undefined) score += 0.5;
  if (resume.basics?.name !== undefined) score += 0.5;
  if ((resume.work?.length ?? 0) > 0) score += 1;
  if ((resume.education?.length ?? 0) > 0) score += 1;
  if (findDates(text.slice(0, 2000)).some((d) => d.kind === 'range')) score += 0.5;
  if (/curriculum vitae|lebenslauf|\brésumé\b|\bresume\b|\bcv\b|个人简历|简历/iu.test(text.slice(0, 500))) score += 1;
  const against = (text.match(INVOICE)?.length ?? 0) * 0.9 + (text.match(POSTING)?.length ?? 0) * 1.1;
  return score - Math.min(4, against) >= 2;
}
