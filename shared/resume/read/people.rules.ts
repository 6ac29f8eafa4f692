/** Two people's resumes in one file: where the second one begins. */
import { EMAIL_ONCE } from './email.rules.ts';
import { headingKind } from './headings.rules.ts';
import type { Line } from './item.schema.ts';
import { looksLikeName } from './name.rules.ts';
import { bodySize } from './sections.rules.ts';
import { fold, words } from './text.rules.ts';

/** What every resume has of its own. */
const CORE = new Set(['work', 'education', 'skills', 'summary', 'languages']);

/** Name, address and two headings with a line under each: no resume has fewer lines. */
const SHORTEST = 6;

const coreKinds = (lines: readonly Line[]): Set<string> =>
  new Set(lines.flatMap((l) => headingKind(l.text) ?? []).filter((k) => CORE.has(k)));

/**
 * Index of the line with the second person's name, and that name: another e-mail address stands near it, and both parts
 * have headings of their own. Nothing where the file is about one person.
 */
export function secondPerson(lines: readonly Line[]): { at: number; name: string } | undefined {
  const addresses = lines.flatMap((line, at) => {
    const email = EMAIL_ONCE.exec(line.text)?.[0]?.toLowerCase();
    return email === undefined ? [] : [{ at, email }];
  });
  const first = addresses[0];
  if (first === undefined) return undefined;
  const body = bodySize(lines);
  for (const { at, email } of addresses) {
    if (email === first.email || at < SHORTEST) continue;
    for (let i = Math.max(SHORTEST, at - 6); i <= Math.min(at + 4, lines.length - 1); i++) {
      const line = lines[i];
      if (line === undefined || line.bullet || !looksLikeName(line.text.replace(/\s+/gu, ' '))) continue;
      const opens = line.gap === Number.POSITIVE_INFINITY || line.fontSize > body * 1.25;
      const agrees = words(line.text).some((w) => w.length > 2 && fold(email.split('@')[0] ?? '').includes(w));
      if (!opens && !agrees) continue;
      const [before, after] = [coreKinds(lines.slice(0, i)), coreKinds(lines.slice(i))];
      const shared = [...after].filter((k) => before.has(k)).length;
      if (shared >= 2) return { at: i, name: line.text.replace(/\s+/gu, ' ') };
    }
  }
  return undefined;
}
