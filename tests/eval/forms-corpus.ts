/** A corpus of forms: `manifest.json` beside `pages/`, each page with what its controls ask for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Entry = z.object({
  name: z.string(),
  file: z.string(),
  tier: z.string(),
  ats: z.string(),
  url: z.string(),
  hasLabels: z.boolean(),
  hasJob: z.boolean(),
  isNegative: z.boolean().optional(),
  /** Not shown to those who write rules: its misses are only listed when asked for. */
  kept: z.boolean().optional(),
});
export type Entry = z.infer<typeof Entry>;

const Label = z.object({
  /** Matches exactly one element of the page. */
  selector: z.string(),
  label: z.string(),
  kind: z.string(),
  /** A key of the vocabulary, or `none`, `consent`, `freeQuestion`. */
  field: z.string(),
  fillable: z.boolean(),
  group: z.string().optional(),
  option: z.string().optional(),
  trap: z.boolean().optional(),
  /** Place in a JSON Resume of what a row asks for: `work[0].startDate`. */
  path: z.string().optional(),
  /** What is right for the test applicant, where the general rule does not say it; empty: they have no answer. */
  answer: z.array(z.string()).optional(),
});
export type Label = z.infer<typeof Label>;

export type Corpus = { root: string; entries: Entry[] };

/** Reads the manifest in `corpus` or in `corpus/forms`. Throws where there is none. */
export function openCorpus(corpus: string): Corpus {
  for (const root of [corpus, join(corpus, 'forms')]) {
    let text: string;
    try {
      text = readFileSync(join(root, 'manifest.json'), 'utf8');
    } catch {
      continue;
    }
    const entries = z.array(Entry).parse(JSON.parse(text));
    return { root, entries: entries.filter((entry) => entry.file.endsWith('.html')) };
  }
  throw new Error(`No manifest.json in ${corpus}`);
}

export const pageOf = ({ root }: Corpus, entry: Entry): string => readFileSync(join(root, 'pages', entry.file), 'utf8');

export const labelsOf = ({ root }: Corpus, entry: Entry): Label[] =>
  z.array(Label).parse(JSON.parse(readFileSync(join(root, 'pages', `${entry.name}.labels.json`), 'utf8')));

export const jobOf = ({ root }: Corpus, entry: Entry): unknown =>
  JSON.parse(readFileSync(join(root, 'pages', `${entry.name}.job.json`), 'utf8'));

/** Where the page was captured, as far as the manifest says it in a form a browser can open. */
export function addressOf({ url }: Entry): string {
  const [first = ''] = url.split(' ');
  return /^https?:\/\/[\w.-]+\/\S*$/.test(first)
    ? encodeURI(first.replace(/…/g, 'x'))
    : 'https://employer.example/apply';
}
