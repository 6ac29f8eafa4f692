/** Tells what section a heading opens, by its words alone. */
import { HEADING_STEMS, HEADINGS, type SectionKind } from './headings.data.ts';
import { MORE_HEADINGS, MORE_STEMS } from './headings-more.data.ts';
import { remembered } from './memo.rules.ts';
import { compactKey, fold, stripBullet, wordCount, words } from './text.rules.ts';

const isKind = (kind: string): kind is SectionKind => kind in HEADINGS;

const EXACT = new Map<string, SectionKind>();
const STEMS = new Map<string, SectionKind>();
// Later kinds do not override earlier ones: `competences` is listed for skills before languages.
for (const [kind, list] of [...Object.entries(HEADINGS), ...Object.entries(MORE_HEADINGS)]) {
  if (!isKind(kind) || list === undefined) continue;
  for (const phrase of list.split('|')) {
    const key = compactKey(phrase);
    if (key !== '' && !EXACT.has(key)) EXACT.set(key, kind);
  }
}
for (const [kind, list] of [...Object.entries(HEADING_STEMS), ...Object.entries(MORE_STEMS)]) {
  if (!isKind(kind) || list === undefined) continue;
  for (const stem of list.split('|')) if (!STEMS.has(stem)) STEMS.set(stem, kind);
}

const JOINTS = /\s*(?:[&/,+|•·]|\b(?:and|und|et|y|e|en|i|och|ve|sowie|or|och|&)\b|和|与|及|और)\s*/giu;

const trimHeading = (text: string): string =>
  stripBullet(text)
    .replace(/\(.*?\)/gu, ' ')
    .replace(/^(?:[#*|_\s-]+|\d{1,2}(?:\.\d{1,2})*[.)]?\s|[IVX]{1,4}[.)]\s)+/u, '')
    .replace(/[\s:：*_|.-]+$/u, '')
    .trim();

/** The kind of section a line names exactly (alone or compound, such as `Certifications & Education`), else undefined. */
export const headingKind = remembered((text: string): SectionKind | undefined => {
  if (text.length > 60) return undefined;
  const plain = trimHeading(text);
  const exact = EXACT.get(compactKey(plain));
  if (exact !== undefined) return exact;
  const parts = fold(plain)
    .split(JOINTS)
    .filter((p) => p !== '');
  if (parts.length < 2 || parts.length > 4) return undefined;
  const kinds = parts.map((part) => EXACT.get(compactKey(part)));
  if (kinds.every((kind) => kind !== undefined)) return strongest(kinds);
  return undefined;
});

/** As {@link headingKind}, but one known word among up to five is enough; use it only on lines that look like headings. */
export function looseHeadingKind(text: string): SectionKind | undefined {
  const exact = headingKind(text);
  if (exact !== undefined) return exact;
  const plain = trimHeading(text);
  // `Languages: Java, Rust` is a label with its list.
  if (plain.length > 50 || wordCount(plain) > 5 || /[:：]/u.test(plain)) return undefined;
  const parts = fold(plain).split(JOINTS);
  const known = parts.map((part) => EXACT.get(compactKey(part))).filter((kind) => kind !== undefined);
  if (known.length > 0 && parts.length > 1) return strongest(known);
  const stems = words(plain)
    .map((word) => STEMS.get(word))
    .filter((kind) => kind !== undefined);
  return stems.length > 0 ? strongest(stems) : undefined;
}

const ORDER: readonly SectionKind[] = [
  'work',
  'education',
  'skills',
  'projects',
  'languages',
  'certificates',
  'volunteer',
  'publications',
  'awards',
  'courses',
  'summary',
  'interests',
  'references',
  'contact',
  'other',
];

function strongest(kinds: readonly (SectionKind | undefined)[]): SectionKind | undefined {
  return ORDER.find((kind) => kinds.includes(kind));
}
