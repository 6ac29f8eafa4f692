/** What the checks look at: a reading with its points, dated entries and places made ready once. */
import { clean, fold } from '#shared/kernel/text.ts';
import type { Resume } from '#shared/profile/profile.schema.ts';
import { headingKind } from '#shared/resume/read/headings.rules.ts';
import type { Reading, Span } from '#shared/resume/resume.schema.ts';
import type { Evidence } from './advice.schema.ts';
import { monthOf, type Point, pointsOf, proseOf } from './points.rules.ts';
import { ACADEMIC, STUDENT } from './words.data.ts';

export type AdviceInput = {
  reading: Reading;
  file: { name: string; bytes: number };
  /** The day the file came (ISO 8601): ages and gaps are reckoned from it, so that a score stays what it was. */
  asOf: string;
  /** Where the person looks for work, ISO 3166 alpha-2. */
  country?: string | undefined;
};

/** Months since year 0: the earliest start and the latest end that the written dates allow, end exclusive. */
export type Interval = { from: number; to: number };

export type Entry = {
  path: string;
  title: string;
  startDate?: string | undefined;
  endDate?: string | undefined;
  /** Absent where there is no start. */
  interval?: Interval;
  /** How sure the reading is of its dates, 0–1. */
  sure: number;
};

export type Subject = AdviceInput & {
  resume: Resume;
  language: string;
  lines: readonly Span[];
  /** Points of jobs, projects and voluntary work, each a line of a list, with or without its mark. */
  points: readonly Point[];
  /** The same, and sentences of running text where an entry has no list. */
  statements: readonly Point[];
  jobs: readonly Entry[];
  /** Everything dated that is not a job. */
  besides: readonly Entry[];
  /** Years in jobs, overlaps counted once; those of students and interns are not. */
  years: number;
  academic: boolean;
  /** Studying now, or until less than two years ago. */
  fresh: boolean;
  /** `asOf` in months since year 0. */
  now: number;
  /** Kinds of section that have a heading of their own. */
  headed: ReadonlySet<string>;
  /** Country of the person, as the file says it. */
  home: string | undefined;
  /** The place of a point: its own lines, or its field. */
  atPoint(point: Point): Evidence;
  /** The place of a field, quoting `text` or what stands there. */
  at(path: string, text?: string): Evidence;
  /** The best place of an entry: its title, its employer, its dates. */
  atEntry(path: string): Evidence;
  /** The line on top of the file. */
  top: Evidence;
};

/** Prepares a reading for the checks. */
export function subjectOf(input: AdviceInput): Subject {
  const { reading, asOf } = input;
  const { resume } = reading;
  const now = monthOf(asOf, 0);
  const lines = reading.lines ?? [];

  const place = (path: string, { spans, text }: { spans: readonly Span[]; text?: string | undefined }): Evidence => {
    const quoted = text ?? spans.map((span) => span.text).join(' ');
    const first = spans[0];
    const box = boxAround(spans.filter((span) => span.page === first?.page));
    return { path, ...(first && { page: first.page }), ...(box && { box }), text: shortened(quoted) };
  };
  const at = (path: string, text?: string): Evidence => place(path, { spans: reading.spans[path] ?? [], text });
  const atPoint = ({ path, text, spans }: Point): Evidence =>
    place(path, { spans: spans ?? reading.spans[path] ?? [], text });
  const atEntry = (path: string): Evidence => {
    const field = ['position', 'name', 'organization', 'institution', 'studyType', 'startDate', 'endDate']
      .map((name) => `${path}.${name}`)
      .find((field) => reading.spans[field] !== undefined);
    return field === undefined ? { path, text: titleOf(resume, path) } : { ...at(field), path };
  };
  const entryOf = (path: string, dated: { startDate?: string | undefined; endDate?: string | undefined }): Entry => {
    const { startDate, endDate } = dated;
    const interval = startDate === undefined ? undefined : intervalOf(startDate, endDate, now);
    return {
      path,
      title: titleOf(resume, path),
      startDate,
      endDate,
      ...(interval && { interval }),
      sure: Math.min(reading.confidence[`${path}.startDate`] ?? 1, reading.confidence[`${path}.endDate`] ?? 1),
    };
  };
  const jobs = (resume.work ?? []).map((work, i) => entryOf(`work[${i}]`, work));
  const besides = [
    ...(resume.education ?? []).map((study, i) => entryOf(`education[${i}]`, study)),
    ...(resume.volunteer ?? []).map((work, i) => entryOf(`volunteer[${i}]`, work)),
    ...(resume.projects ?? []).map((project, i) => entryOf(`projects[${i}]`, project)),
  ];
  const prose = proseOf(reading, now);
  const points = [...pointsOf(resume, now), ...prose.filter(({ spans }) => spans !== undefined)];
  const first = lines[0];
  return {
    ...input,
    resume,
    language: reading.language,
    lines,
    points,
    statements: [...points, ...prose.filter(({ spans }) => spans === undefined)],
    jobs,
    besides,
    years:
      covered(jobs.flatMap(({ interval, title }) => (interval && !STUDENT.test(fold(title)) ? [interval] : []))) / 12,
    fresh: isFresh(resume, now),
    academic: isAcademic(resume),
    now,
    headed: new Set(lines.flatMap(({ text }) => headingKind(text) ?? [])),
    home: resume.basics?.location?.countryCode,
    at,
    atPoint,
    atEntry,
    top:
      reading.spans['basics.name'] !== undefined
        ? at('basics.name')
        : {
            ...(first && { page: first.page, ...(first.box && { box: first.box }) }),
            path: 'basics.name',
            text: shortened(first?.text ?? resume.basics?.name ?? ''),
          },
  };
}

/** In research by title, or by a long list of what was published. */
const isAcademic = ({ basics, work, education, publications }: Resume): boolean => {
  const says = (texts: readonly (string | undefined)[]): boolean =>
    texts.some((text) => text !== undefined && ACADEMIC.test(fold(text)));
  if (says([basics?.label, ...(work ?? []).slice(0, 2).map(({ position }) => position)])) return true;
  const published = publications?.length ?? 0;
  return published >= 10 || (published >= 4 && says((education ?? []).map(({ studyType }) => studyType)));
};

const isFresh = ({ education }: Resume, now: number): boolean =>
  (education ?? []).some(({ startDate, endDate }) =>
    endDate === undefined
      ? startDate !== undefined && monthOf(startDate, 0) > now - 72
      : monthOf(endDate, 11) > now - 24,
  );

/** The months an entry may cover, as widely as its dates allow. */
function intervalOf(start: string, end: string | undefined, now: number): Interval | undefined {
  const from = monthOf(start, 0);
  const to = end === undefined ? now + 1 : monthOf(end, 11) + 1;
  return to > from ? { from, to } : undefined;
}

/** Months covered by intervals, overlaps counted once. */
export function covered(intervals: readonly Interval[]): number {
  let months = 0;
  let reached = 0;
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    months += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return months;
}

const LONGEST_QUOTE = 180;

/** A quotation at most {@link LONGEST_QUOTE} characters long, cut at a word. */
export function shortened(text: string): string {
  const plain = clean(text);
  if (plain.length <= LONGEST_QUOTE) return plain;
  return `${plain.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/u, '')} …`;
}

function boxAround(spans: readonly Span[]): Evidence['box'] {
  const boxes = spans.flatMap(({ box }) => (box ? [box] : []));
  if (boxes.length === 0) return undefined;
  const left = Math.min(...boxes.map(([x]) => x));
  const top = Math.min(...boxes.map(([, y]) => y));
  const right = Math.max(...boxes.map(([x, , width]) => x + width));
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height));
  return [left, top, right - left, bottom - top];
}

/** How sure the reading must be of dates before anything is said of them. */
export const SURE = 0.6;
/** Months after which details no longer matter. */
export const TEN_YEARS = 120;

const atField = ({ reading, at, atEntry }: Subject, [path, ends]: readonly [string, readonly string[]]): Evidence => {
  const field = ends.map((end) => `${path}.${end}`).find((name) => reading.spans[name] !== undefined);
  return field === undefined ? atEntry(path) : at(field);
};
/** Where an entry's start is written, else its end, else its title. */
export const atStart = (subject: Subject, { path }: Entry): Evidence =>
  atField(subject, [path, ['startDate', 'endDate']]);
export const atEnd = (subject: Subject, { path }: Entry): Evidence =>
  atField(subject, [path, ['endDate', 'startDate']]);

/** A line of the file as evidence. */
export const atLine = ({ page, box, text }: Span, quoted = text): Evidence => ({
  page,
  ...(box && { box }),
  text: shortened(quoted),
});

function titleOf(resume: Resume, path: string): string {
  const [, section = '', index = '0'] = /^(\w+)\[(\d+)\]/.exec(path) ?? [];
  const i = Number(index);
  const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(', ');
  if (section === 'work') return join(resume.work?.[i]?.position, resume.work?.[i]?.name);
  if (section === 'education') return join(resume.education?.[i]?.studyType, resume.education?.[i]?.institution);
  if (section === 'volunteer') return join(resume.volunteer?.[i]?.position, resume.volunteer?.[i]?.organization);
  return resume.projects?.[i]?.name ?? '';
}

/** Words, or in scripts without spaces half the characters. */
export function wordsIn(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return (
    Math.round(han / 2) +
    (text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0)
  );
}
