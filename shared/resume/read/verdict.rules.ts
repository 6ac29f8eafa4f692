/** Whether a text is a resume at all: what resumes hold against what other papers say. */
import type { Resume } from '#shared/profile/profile.schema.ts';
import { findDates } from './dates.rules.ts';
import type { Line } from './item.schema.ts';
import { isProse } from './lexicon.rules.ts';
import type { Section } from './sections.rules.ts';
import { HAN, wordCount, words } from './text.rules.ts';
import { OTHER_PAPERS } from './verdict.data.ts';

const PAPERS = Object.entries(OTHER_PAPERS).map(([kind, { weight, phrases }]) => ({
  kind,
  weight,
  phrases: phrases.split('|').map((p) => (HAN.test(p) ? p : words(p).join(' '))),
}));

const LONGEST_PHRASE = 5;

/** Every run of up to five words of the text, so that a phrase is looked up rather than searched for. */
function runsOfWords(text: string): ReadonlySet<string> {
  const list = words(text);
  const out = new Set<string>();
  for (let i = 0; i < list.length; i++) {
    let run = '';
    for (let n = 0; n < LONGEST_PHRASE && i + n < list.length; n++) {
      run += (n === 0 ? '' : ' ') + list[i + n];
      out.add(run);
    }
  }
  return out;
}

const SAYS_SO =
  /curriculum vitae|lebenslauf|\brésumé\b|\bresume\b|\bcv\b|hoja de vida|currículo|curriculum|życiorys|meritförteckning|özgeçmiş|个人简历|简历|履歷|बायोडाटा|जीवनवृत्त/iu;

/** Contact, entries and headings of a resume must outweigh the phrases of another kind of paper. */
export function looksLikeResume({
  resume,
  sections,
  lines,
}: {
  resume: Resume;
  sections: readonly Section[];
  lines: readonly Line[];
}): boolean {
  const text = lines
    .slice(0, 400)
    .map((l) => l.text)
    .join('\n');
  const kinds = new Set(
    sections.filter((s) => s.lines.length > 0 && !['header', 'other', 'contact'].includes(s.kind)).map((s) => s.kind),
  );
  const core = [...kinds].filter((k) => k === 'work' || k === 'education' || k === 'skills').length;
  let score = Math.min(3, kinds.size) + Math.max(0, core - 1) * 0.5;
  if (resume.basics?.email !== undefined) score += 1;
  if (resume.basics?.phone !== undefined) score += 0.5;
  if (resume.basics?.name !== undefined) score += 0.5;
  if ((resume.work?.length ?? 0) > 0) score += 1;
  if ((resume.education?.length ?? 0) > 0) score += 1;
  if (findDates(text.slice(0, 2000)).some((d) => d.kind === 'range')) score += 0.5;
  if (SAYS_SO.test(text.slice(0, 500))) score += 1;
  // Much evidence for a resume outweighs the words of the trade (a clerk writes invoices, a cook recipes).
  const worst = core >= 3 ? 3 : core === 2 ? 4 : 6;
  if (score - worst - 1.5 >= 2) return true;
  const said = runsOfWords(text);
  const against = PAPERS.map(({ kind, weight, phrases }) => {
    const hits = phrases.filter((p) => (HAN.test(p) ? text.includes(p) : said.has(p))).length;
    // One such word stands in many a resume; a letter needs its greeting and its close.
    return hits < 2 ? hits * weight * 0.5 : hits * weight + (kind === 'letter' ? 1 : 0);
  });
  const prose = lines.filter((l) => isProse(l.text) && !l.bullet).reduce((n, l) => n + wordCount(l.text), 0);
  const all = lines.reduce((n, l) => n + wordCount(l.text), 0);
  const told = all > 120 && prose / all > 0.85 && core < 2 ? 1.5 : 0;
  const most = Math.min(worst, Math.max(0, ...against));
  return score - most - told >= 2;
}
