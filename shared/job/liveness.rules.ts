/**
 * Whether a posting is open, out of what each of its sources says. A source that fails says nothing; a word stands until
 * the same source says another.
 */
import type { Job } from './job.schema.ts';

/** What a source says of a posting it once gave: it shows it, did not once, or did not twice (or for long). */
export type Word = 'shown' | 'missing' | 'gone';

/** The words of sources that do not show it, by `source\nsourceId`. */
export type Absent = Readonly<Record<string, 'missing' | 'gone'>>;

export type Witness = {
  readonly source: string;
  readonly sourceId: string;
  readonly word: Word;
  /** Milliseconds: not believed when the source was seen showing it after this. */
  readonly unlessSeenAfter?: number | undefined;
};

const DAY = 86_400_000;
/** Days after which a word of a source that lists only some postings is doubted, and then no longer counts. */
const DOUBT_AFTER = 30 * DAY;
const FORGET_AFTER = 45 * DAY;
/** When it was seen is kept to the day; more often is not worth a write. */
const SEEN_KEPT_FOR = DAY;

export const sourceName = (s: { source: string; sourceId: string }): string => `${s.source}\n${s.sourceId}`;

type Known = Pick<Job, 'liveness' | 'sources'>;
type Weighing = {
  readonly absent: Absent;
  readonly now: number;
  /** Whether a source shows an employer's whole list. */
  readonly isBoard: (source: string) => boolean;
};

/**
 * Open while an employer's own board shows it. Where no board does, other sources decide, and a board that dropped it
 * leaves it uncertain at best: aggregators show postings long after they are gone.
 */
export function livenessOf(sources: Known['sources'], { absent, now, isBoard }: Weighing): Job['liveness'] {
  const words = sources.map((s): { board: boolean; word: Word } => {
    const board = isBoard(s.source);
    const age = now - Date.parse(s.seenAt);
    const aged: Word = board || age < DOUBT_AFTER ? 'shown' : age < FORGET_AFTER ? 'missing' : 'gone';
    return { board, word: absent[sourceName(s)] ?? aged };
  });
  const someone = (word: Word, among = words) => among.some((w) => w.word === word);
  const boards = words.filter((w) => w.board);
  if (words.length === 0 || someone('shown', boards)) return 'live';
  if (someone('shown')) return boards.length > 0 ? 'uncertain' : 'live';
  return someone('missing') ? 'uncertain' : 'closed';
}

/** The posting after its sources said something; undefined when that changes nothing. */
export function withWords<P extends { job: Job; absent?: Absent | undefined }>(
  posting: P,
  words: readonly Witness[],
  { now, isBoard }: Omit<Weighing, 'absent'>,
): P | undefined {
  const absent = { ...posting.absent };
  let { sources } = posting.job;
  let changed = false;
  for (const said of words) {
    const name = sourceName(said);
    const seenAt = sources.find((s) => sourceName(s) === name)?.seenAt;
    if (seenAt === undefined) continue;
    if (said.word === 'shown') {
      if (now - Date.parse(seenAt) >= SEEN_KEPT_FOR) {
        sources = sources.map((s) => (sourceName(s) === name ? { ...s, seenAt: new Date(now).toISOString() } : s));
        changed = true;
      }
      if (absent[name] !== undefined) {
        delete absent[name];
        changed = true;
      }
    } else if (absent[name] !== said.word && !(Date.parse(seenAt) > (said.unlessSeenAfter ?? now))) {
      absent[name] = said.word;
      changed = true;
    }
  }
  const liveness = livenessOf(sources, { absent, now, isBoard });
  if (!changed && liveness === posting.job.liveness) return undefined;
  return { ...posting, absent, job: { ...posting.job, sources, liveness } };
}
