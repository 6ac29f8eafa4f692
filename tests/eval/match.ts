/** Accuracy of ranking, through the product's own path: resume text → reader → profile → normalised postings → scores. */
import { mkdtempSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { normalisePosting } from '#shared/job/normalise.rules.ts';
import { describeVacancy } from '#shared/job/vacancy.rules.ts';
import { describeCandidate } from '#shared/match/candidate.rules.ts';
import { scoreCandidate } from '#shared/match/score.rules.ts';
import { Preferences, type Resume } from '#shared/profile/profile.schema.ts';
import { readResume } from '#shared/resume/resume.extract.ts';
import { findCorpus, readLines, runScorer } from './corpus.ts';
import type { Run } from './eval.ts';
import { printSkillSpans } from './skills.ts';

type Query = {
  q: string;
  text: string;
  prefs: { country: string; place: string; level: number };
  judgments: Record<string, number>;
};
type Posting = {
  id: string;
  title: string;
  company?: string;
  location?: string;
  remote?: boolean;
  description?: string;
  url?: string;
  postedAt?: string;
};

const LEVELS = ['intern', 'entry', 'mid', 'senior', 'lead', 'director'] as const;
const BANDS = [0, 40, 60, 80] as const;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** What the reader makes of the text; where it sees no resume, the text as a summary, so that the miss costs what it costs. */
async function resumeOf({ q, text }: Query): Promise<Resume> {
  try {
    const { resume } = await readResume({
      bytes: new TextEncoder().encode(text),
      fileName: `${q}.txt`,
      asOf: '2026-08-15',
    });
    return resume;
  } catch {
    return { basics: { summary: text.slice(0, 5000) } };
  }
}

export const run: Run = async ({ corpus, out, misses }) => {
  const { root, scorer, splits } = findCorpus(corpus, { scorer: 'score-match.mjs', file: 'match-queries.jsonl' });
  const folder = out ?? mkdtempSync(join(tmpdir(), 'match-eval-'));
  await mkdir(folder, { recursive: true });
  for (const split of splits) {
    const queries = await readLines<Query>(join(root, split, 'match-queries.jsonl'));
    const postings = new Map((await readLines<Posting>(join(root, split, 'match-jobs.jsonl'))).map((p) => [p.id, p]));
    const bands = new Map<number, number[]>(BANDS.map((band) => [band, []]));
    const lines: string[] = [];
    let unsuitable = 0;
    for (const query of queries) {
      const { country, place, level } = query.prefs;
      const preferences = Preferences.parse({ country, locations: [place], seniority: LEVELS[level] });
      const me = describeCandidate({ resume: await resumeOf(query), preferences, asOf: '2026-08-15T00:00:00.000Z' });
      const scores: Record<string, number> = {};
      for (const [id, grade] of Object.entries(query.judgments)) {
        const posting = postings.get(id);
        if (posting === undefined) continue;
        const match = scoreCandidate(me, vacancyOf(posting));
        scores[id] = match.score;
        bands.get(BANDS.findLast((band) => match.score >= band) ?? 0)?.push(grade);
        if (misses && Math.abs(grade * 30 - match.score) > 35)
          print(
            `  ${query.q} grade ${grade} score ${match.score} ${match.gate?.code ?? ''} | ${posting.title} | ${posting.location ?? ''} | ${JSON.stringify(match.breakdown)}`,
          );
      }
      lines.push(JSON.stringify({ q: query.q, scores }));
      unsuitable += Object.entries(scores)
        .sort(([a, x], [b, y]) => y - x || (query.judgments[a] ?? 0) - (query.judgments[b] ?? 0))
        .slice(0, 3)
        .filter(([id]) => query.judgments[id] === 0).length;
    }
    const file = join(folder, `match-${split}.jsonl`);
    await writeFile(file, lines.join('\n'));
    print(runScorer(scorer, ['--baselines', '--split', split]).trimEnd());
    print(runScorer(scorer, [file, '--split', split, '--per-query']).trimEnd().split('\n').slice(1).join('\n'));
    print(`unsuitable among the top three, ties counted against: ${unsuitable} of ${3 * queries.length}`);
    print('calibration: score band, postings, mean grade');
    for (const [band, grades] of bands)
      print(
        `  ${String(band).padStart(3)}+  ${String(grades.length).padStart(4)}  ${(grades.reduce((a, b) => a + b, 0) / Math.max(1, grades.length)).toFixed(2)}`,
      );
  }
  printSkillSpans(root);
};

function vacancyOf(posting: Posting) {
  const {
    level: _level,
    countries: _countries,
    language: _language,
    ...job
  } = normalisePosting({ ...posting, company: posting.company ?? '', description: posting.description ?? '' });
  return describeVacancy({
    ...job,
    ...(posting.postedAt !== undefined && { postedAt: `${posting.postedAt.slice(0, 10)}T00:00:00.000Z` }),
  });
}
