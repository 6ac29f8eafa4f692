/** The statements of a resume: points of lists, with or without their marks, and sentences of running text. */
import { clean } from '#shared/kernel/text.ts';
import type { Resume } from '#shared/profile/profile.schema.ts';
import type { Reading, Span } from '#shared/resume/resume.schema.ts';

/** A statement under an entry: `path` is its field, `entry` the path of what it stands under. */
export type Point = {
  path: string;
  text: string;
  entry: string;
  past: boolean;
  /** Its own lines, where the field holds more than this point. */
  spans?: readonly Span[];
};

/** Months since year 0; `missing` is the month (0–11) of a bare year. */
export const monthOf = (date: string, missing: number): number =>
  Number(date.slice(0, 4)) * 12 + (date.length >= 7 ? Number(date.slice(5, 7)) - 1 : missing);

type Held = { highlights?: string[] | undefined; summary?: string | undefined; endDate?: string | undefined };

function sectionsOf(resume: Resume): [string, readonly Held[]][] {
  return [
    ['work', resume.work ?? []],
    ['projects', (resume.projects ?? []).map(({ description, ...rest }) => ({ ...rest, summary: description }))],
    ['volunteer', resume.volunteer ?? []],
  ];
}

const isOver = (endDate: string | undefined, now: number): boolean =>
  endDate !== undefined && monthOf(endDate, 11) < now;

/** Points of lists that carry their marks. */
export const pointsOf = (resume: Resume, now: number): Point[] =>
  sectionsOf(resume).flatMap(([section, entries]) =>
    entries.flatMap(({ highlights, endDate }, i) =>
      (highlights ?? []).map((text, n) => ({
        path: `${section}[${i}].highlights[${n}]`,
        text: clean(text),
        entry: `${section}[${i}]`,
        past: isOver(endDate, now),
      })),
    ),
  );

/** Points whose marks are missing (with `spans`), and sentences. */
export function proseOf({ resume, spans }: Reading, now: number): Point[] {
  return sectionsOf(resume).flatMap(([section, entries]) =>
    entries.flatMap(({ highlights, summary, endDate }, i) => {
      if ((highlights?.length ?? 0) > 0 || summary === undefined) return [];
      const path = `${section}[${i}].${section === 'projects' ? 'description' : 'summary'}`;
      const common = { path, entry: `${section}[${i}]`, past: isOver(endDate, now) };
      const listed = unmarkedPoints(spans[path] ?? []);
      if (listed.length >= 2) return listed.map((lines) => ({ ...common, text: textOf(lines), spans: lines }));
      return sentencesOf(summary).map((text) => ({ ...common, text }));
    }),
  );
}

const textOf = (lines: readonly Span[]): string => clean(lines.map(({ text }) => text).join(' '));

/** Lines that each begin anew, under a job: a list whose marks are missing. Empty where they are one text. */
export function unmarkedPoints(lines: readonly Span[]): Span[][] {
  const points: Span[][] = [];
  for (const line of lines) {
    const last = points.at(-1);
    if (last === undefined || /^[\p{Lu}\p{N}]/u.test(line.text)) points.push([line]);
    else last.push(line);
  }
  // In running text few lines happen to begin with a capital, and sentences end inside lines.
  const whole = points.filter((point) => !/[.!?。]\s+\p{Lu}/u.test(textOf(point)));
  return points.length * 2 > lines.length && whole.length === points.length ? points : [];
}

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?;。！？；।])\s+|\n+/u)
    .map(clean)
    .filter((sentence) => sentence.length > 2);
