/** What fills came to, site by site. Counted here, kept here, sent to nobody. */
import type { Counts, SiteStats } from '../job-items.ts';
import { type Run, read, remove, stored, write } from '../storage.ts';

const MOST_SITES = 300;

/** Counts a fill that came to its end, or to the end of one more step. */
export async function countFill(run: Run): Promise<void> {
  const host = new URL(run.origin).host;
  const sites = (await read(stored.siteStats)) ?? {};
  const now = Date.now();
  const others = Object.entries(sites).filter(([name]) => name !== host);
  const kept = others.sort(([, a], [, b]) => b.lastAt - a.lastAt).slice(0, MOST_SITES - 1);
  await write(stored.siteStats, {
    ...Object.fromEntries(kept),
    [host]: counted(sites[host], { runId: run.id, counts: countsOf(run), at: now }),
  });
}

/** Forgets all of it. */
export const clearStats = (): Promise<void> => remove(stored.siteStats);

const countsOf = ({ filled, questions, fields }: Run): Counts => ({
  questions,
  filled,
  yours: fields.filter(({ outcome }) => outcome === 'needs_you').length,
  failed: fields.filter(({ outcome }) => outcome === 'failed').length,
});

type Fill = { runId: string; counts: Counts; at: number };

/** The sums with a fill in it; the same fill again replaces what it counted before. */
export function counted(before: SiteStats | undefined, { runId, counts, at }: Fill): SiteStats {
  const again = before?.last.runId === runId;
  const sum = (key: keyof Counts): number =>
    Math.max(0, (before?.[key] ?? 0) - (again ? before.last[key] : 0) + counts[key]);
  return {
    fills: (before?.fills ?? 0) + (again ? 0 : 1),
    questions: sum('questions'),
    filled: sum('filled'),
    yours: sum('yours'),
    failed: sum('failed'),
    lastAt: at,
    last: { runId, ...counts },
  };
}
