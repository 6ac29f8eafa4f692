/** Readings made from a resume as data: every text stands on a line of its own, one below the other. */

import { textsIn } from '#shared/profile/path.rules.ts';
import type { Resume } from '#shared/profile/profile.schema.ts';
import type { FileFacts, Reading, Span } from '#shared/resume/resume.schema.ts';

const LINES_A_PAGE = 60;

export const plainFacts: FileFacts = {
  format: 'pdf',
  words: 400,
  columns: 1,
  tables: 0,
  images: 0,
  textBoxes: 0,
  marginCharacters: 0,
  hiddenCharacters: 0,
  ocrPages: [],
  fonts: ['Helvetica'],
  bodyFont: 11,
  links: 0,
};

/** `extra` are lines before the resume's own; `facts` overrides {@link plainFacts}, `null` leaves them out. */
export function readingOf(
  resume: Resume,
  options: {
    language?: string;
    extra?: readonly string[];
    facts?: Partial<FileFacts> | null;
    ocr?: boolean;
    sections?: Reading['sections'];
  } = {},
): Reading {
  const lines: Span[] = [];
  const spans: Reading['spans'] = {};
  const confidence: Reading['confidence'] = {};
  const write = (text: string): Span => {
    const line: Span = {
      page: 1 + Math.floor(lines.length / LINES_A_PAGE),
      box: [60, 40 + (lines.length % LINES_A_PAGE) * 12, Math.min(480, text.length * 5), 10],
      text,
    };
    lines.push(line);
    return line;
  };
  for (const text of options.extra ?? []) write(text);
  for (const { path, text } of textsIn(resume)) {
    spans[path] = [write(text)];
    confidence[path] = 0.9;
  }
  return {
    resume,
    confidence,
    spans,
    pages: Array.from({ length: Math.max(1, Math.ceil(lines.length / LINES_A_PAGE)) }, () => ({
      width: 600,
      height: 800,
    })),
    language: options.language ?? 'en',
    ocr: options.ocr ?? false,
    warnings: [],
    lines,
    ...(options.sections && { sections: options.sections }),
    ...(options.facts !== null && { facts: { ...plainFacts, ...options.facts } }),
  };
}
