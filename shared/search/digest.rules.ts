/** What a digest says: which postings are new, how many of one company are shown, and counts that add up. */
import { displayOf } from '#shared/feed/display.data.ts';
import type { Job, JobStatus } from '#shared/job/job.schema.ts';
import { clean, fold } from '#shared/kernel/text.ts';
import type { DigestLine, DigestSection } from './digest.schema.ts';

/** A posting that passed a search, with what is known of its fit. */
export type Found = { readonly job: Job; readonly score?: number | undefined; readonly reason?: string | undefined };

/** Lines of one company; the rest of it is counted. */
export const PER_COMPANY = 2;
const DAY = 86_400_000;
/** Longest address a mail carries; longer ones are left out. */
const LONGEST_URL = 600;

/** Whether a posting can still be applied to and the person has done nothing about it. */
export function isWorthTelling(
  job: Job,
  about: { status: JobStatus | null | undefined; hidden: boolean; now: number },
): boolean {
  if (about.hidden || job.liveness === 'closed') return false;
  if (job.expiresAt !== undefined && Date.parse(job.expiresAt) <= about.now) return false;
  return about.status === undefined || about.status === null || about.status === 'bookmarked';
}

/** What an alert has told already: ids up to `floor` count as told, later ones when they are in `told`. */
export type Told = { readonly floor: string; readonly told: readonly string[] };

export const isNew = ({ floor, told }: { floor: string; told: ReadonlySet<string> }, id: string): boolean =>
  id > floor && !told.has(id);

/**
 * Adds what was told now. Ids up to `floor` need no remembering; of more than `most` the oldest are forgotten, and where
 * there is a floor it rises over them, so that forgetting never makes anything new again.
 */
export function remember(before: Told, now: { ids: readonly string[]; floor: string; most: number }): Told {
  let floor = now.floor > before.floor ? now.floor : before.floor;
  const all = [...new Set([...before.told, ...now.ids])].filter((id) => id > floor);
  const dropped = floor === '' ? [] : all.toSorted().slice(0, Math.max(0, all.length - now.most));
  for (const id of dropped) if (id > floor) floor = id;
  return { floor, told: all.filter((id) => id > floor).slice(-now.most) };
}

type Group = Found & { readonly elsewhere: number };

const better = (a: Found, b: Found): number =>
  (b.score ?? -1) - (a.score ?? -1) || (a.job.id < b.job.id ? 1 : a.job.id > b.job.id ? -1 : 0);

/** Variants of one role as one, shown by the best fitting of them; best first, then newest. */
export function groupVariants(found: readonly Found[]): Group[] {
  const byId = new Map(found.map((one) => [one.job.id, one]));
  const near = new Map<string, string[]>();
  for (const { job } of byId.values())
    for (const variant of job.variants) {
      near.set(job.id, [...(near.get(job.id) ?? []), variant]);
      near.set(variant, [...(near.get(variant) ?? []), job.id]);
    }
  const seen = new Set<string>();
  const groups: Group[] = [];
  for (const { job } of byId.values()) {
    if (seen.has(job.id)) continue;
    const members: Found[] = [];
    const open = [job.id];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const one = byId.get(id);
      if (one === undefined || seen.has(id)) continue;
      seen.add(id);
      members.push(one);
      open.push(...(near.get(id) ?? []));
    }
    const [best] = members.toSorted(better);
    if (best) groups.push({ ...best, elsewhere: members.length - 1 });
  }
  return groups.toSorted(better);
}

/**
 * At most `most` lines, two of one company; what else there is of a company that is shown is counted under its name,
 * everything else, with the `uncounted` that were never looked at, under `rest`. Sources that let nobody pass their
 * postings on are counted and not shown.
 */
export function layOut(
  found: readonly Found[],
  { most, now, uncounted = 0 }: { most: number; now: number; uncounted?: number },
): DigestSection {
  const lines: DigestLine[] = [];
  const perCompany = new Map<string, { company: string; shown: number; more: number }>();
  let rest = uncounted;
  let total = uncounted;
  for (const group of groupVariants(found)) {
    total++;
    const company = companyOf(group.job);
    const name = fold(company);
    const known = perCompany.get(name);
    const room = lines.length < most && (known?.shown ?? 0) < PER_COMPANY && mayBePassedOn(group.job);
    if (room) {
      lines.push(lineOf(group, now));
      perCompany.set(name, { company, shown: (known?.shown ?? 0) + 1, more: known?.more ?? 0 });
    } else if (known) perCompany.set(name, { ...known, more: known.more + 1 });
    else rest++;
  }
  const more = [...perCompany.values()].flatMap((c) => (c.more > 0 ? [{ company: c.company, count: c.more }] : []));
  return { total, lines, more, rest };
}

const short = (text: string, most: number): string => {
  const letters = [...clean(text)];
  return letters.length <= most
    ? letters.join('')
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};

const companyOf = (job: Job): string => short(job.company, 80) || 'An employer that gives no name';

const mayBePassedOn = (job: Job): boolean =>
  job.sources.length === 0 || job.sources.some(({ source }) => displayOf(source).openToAll !== true);

function lineOf({ job, score, reason, elsewhere }: Group, now: number): DigestLine {
  const pay = payText(job);
  return {
    jobId: job.id,
    title: short(job.title, 120),
    company: companyOf(job),
    place: placeText(job),
    ...(pay !== undefined && { pay }),
    ...(score !== undefined && { score: Math.round(score) }),
    ...(reason !== undefined && reason !== '' && { reason: short(reason, 180) }),
    fresh: freshness(job, now),
    elsewhere,
    credits: creditsOf(job),
  };
}

const REMOTE = { remote: 'Remote', hybrid: 'Hybrid', onsite: 'On site' } as const;

function placeText({ location: { text, remote } }: Job): string {
  const kind = remote ? REMOTE[remote] : '';
  const place = short(text, 80);
  return fold(place).includes(fold(kind)) ? place : [place, kind].filter(Boolean).join(' · ');
}

/** `€60,000–75,000 a year`; what a source reckoned itself is called an estimate. */
export function payText({ salary }: Pick<Job, 'salary'>): string | undefined {
  if (salary === undefined) return undefined;
  const ends = [salary.min, salary.max].filter((end) => end !== undefined && end > 0);
  if (ends.length === 0) return undefined;
  const amounts = [...new Set(ends)].map((end) => amountText(end ?? 0, salary.currency));
  const range = `${amounts.join('–')} a${salary.period === 'hour' ? 'n' : ''} ${salary.period}`;
  return salary.predicted ? `${range} (estimate, not offered)` : range;
}

function amountText(value: number, currency: string): string {
  const digits = value % 1 === 0 ? 0 : 2;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return /^[A-Z]{3}$/.test(currency)
    ? new Intl.NumberFormat('en', { style: 'currency', currency, ...options }).format(value)
    : new Intl.NumberFormat('en', options).format(value);
}

/** How old a posting is, in whole days, and whether it may be gone. */
export function freshness(job: Pick<Job, 'postedAt' | 'sources' | 'liveness'>, now: number): string {
  const seen = job.sources.map(({ seenAt }) => Date.parse(seenAt));
  const [at, word] =
    job.postedAt === undefined ? [Math.min(...seen, now), 'first seen'] : [Date.parse(job.postedAt), 'posted'];
  const days = Math.floor((now - at) / DAY);
  const age = days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
  return `${word} ${age}${job.liveness === 'uncertain' ? ', may be closed' : ''}`;
}

/** What each source wants shown, once per wording, as a link to the posting there in the room it asks for. */
function creditsOf(job: Job): DigestLine['credits'] {
  const credits = new Map<string, DigestLine['credits'][number]>();
  for (const { source, url } of job.sources) {
    const { credit, homepage, creditSize } = displayOf(source);
    if (credit === undefined || credits.has(credit)) continue;
    const target = url.length <= LONGEST_URL ? url : homepage;
    if (/^https?:\/\//i.test(target))
      credits.set(credit, { text: credit, url: target, ...(creditSize && { size: { ...creditSize } }) });
  }
  return [...credits.values()];
}
