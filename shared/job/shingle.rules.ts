/**
 * Texts as samples of their word runs, so that a whole employer's postings can be compared from a few hundred bytes each.
 * A run is kept when the lowest bits of its hash are zero (Manku et al.'s mod-sampling; Broder's shingles): two texts keep
 * the same runs, so shares reckoned on samples estimate the shares of the whole.
 */
import { tokens } from './text.rules.ts';

/** Sorted hashes of the runs whose lowest `bits` bits are zero. */
export type Sketch = { readonly bits: number; readonly runs: Uint32Array };

const RUN = 5;
/** Most runs kept; half of it at least wherever the text has them. At 400 a share is right to about ±0.03. */
const MOST_RUNS = 400;
/** Runs below which a share says nothing. */
const FEWEST_RUNS = 8;

/** FNV-1a over UTF-16 code units, 32 bits. */
export function hash32(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** MurmurHash3's last step: every bit of the input moves every bit of the result. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Hashes of every run of five words, each once. */
export function runsOf(text: string): Set<number> {
  const hashes = tokens(text).map(hash32);
  const out = new Set<number>();
  for (let i = 0; i + RUN <= hashes.length; i++) {
    let h = 0;
    for (let k = 0; k < RUN; k++) h = Math.imul(h, 31) + (hashes[i + k] ?? 0);
    out.add(mix(h));
  }
  return out;
}

const kept = (runs: Iterable<number>, bits: number): number[] => {
  const mask = 2 ** bits - 1;
  return [...runs].filter((run) => (run & mask) === 0);
};

export function sketchOf(runs: ReadonlySet<number>): Sketch {
  let bits = 0;
  let list = [...runs];
  while (list.length > MOST_RUNS) list = kept(list, ++bits);
  return { bits, runs: Uint32Array.from(list).sort() };
}

/** Least run under `count` different orders: two texts agree in each with the probability of their likeness (MinHash). */
export function leastRuns(runs: ReadonlySet<number>, count: number): number[] {
  const least = Array.from({ length: count }, () => 0xffffffff);
  for (const run of runs)
    for (let i = 0; i < count; i++) {
      const rank = mix(run ^ Math.imul(i + 1, 0x9e3779b1));
      if (rank < (least[i] ?? 0)) least[i] = rank;
    }
  return least;
}

/**
 * Share of the shorter text's runs found in the longer; runs in `common` (said in many adverts) do not count. Undefined
 * where too few are left to say anything.
 */
export function containment(a: Sketch, b: Sketch, common?: ReadonlySet<number>): number | undefined {
  const mask = 2 ** Math.max(a.bits, b.bits) - 1;
  const counts = (run: number): boolean => (run & mask) === 0 && !common?.has(run);
  let [ofA, ofB, shared] = [0, 0, 0];
  let j = 0;
  // Both are sorted, so one walk finds what they share.
  for (const run of a.runs) {
    if (!counts(run)) continue;
    ofA++;
    while (j < b.runs.length && (b.runs[j] ?? 0) < run) j++;
    if (b.runs[j] === run) shared++;
  }
  for (const run of b.runs) if (counts(run)) ofB++;
  const shorter = Math.min(ofA, ofB);
  return shorter < FEWEST_RUNS ? undefined : shared / shorter;
}

/** Runs that stand in at least `least` of the texts. */
export function commonRuns(texts: readonly Sketch[], least: number): Set<number> {
  const counts = new Map<number, number>();
  for (const { runs } of texts) for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  return new Set([...counts].flatMap(([run, n]) => (n >= least ? [run] : [])));
}
