/** What can be said of the file itself: how it is made rather than what it says. */
import type { FileFacts } from '../resume.schema.ts';
import type { Extracted, Line } from './item.schema.ts';
import { bodySize } from './sections.rules.ts';
import { wordCount } from './text.rules.ts';

/** Completes what the extractor knows with what can be counted from its items and the lines they gave. */
export function factsOf({
  extracted,
  lines,
  columns,
  marginCharacters,
}: {
  extracted: Extracted;
  lines: readonly Line[];
  columns: number;
  marginCharacters: number;
}): FileFacts {
  const { facts = {}, items } = extracted;
  const sizes = items.filter((i) => i.text.trim().length > 1 && i.fontSize > 0).map((i) => i.fontSize);
  const smallest = sizes.length === 0 ? undefined : tenth(sizes.reduce((a, b) => Math.min(a, b)));
  const links = new Set([
    ...items.flatMap((i) => (i.link === undefined ? [] : [i.link])),
    ...extracted.looseLinks.map((l) => l.url),
  ]);
  return {
    format: '',
    tables: 0,
    images: 0,
    textBoxes: 0,
    hiddenCharacters: 0,
    ocrPages: extracted.ocr ? [...new Set(items.map((i) => i.page))].sort((a, b) => a - b) : [],
    fonts: [],
    links: links.size,
    ...(smallest === undefined || extracted.ocr ? {} : { smallestFont: smallest }),
    ...(lines.length === 0 || extracted.ocr ? {} : { bodyFont: tenth(bodySize(lines)) }),
    ...facts,
    words: lines.reduce((n, l) => n + wordCount(l.text), 0),
    columns: Math.max(facts.columns ?? 1, columns),
    marginCharacters: Math.max(facts.marginCharacters ?? 0, marginCharacters),
  };
}

const tenth = (n: number): number => Math.round(n * 10) / 10;
