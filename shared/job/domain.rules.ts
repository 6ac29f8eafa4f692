/** Which fields of business a text moves in, and how alike two texts are in that. */
import { DOMAINS } from './domain.data.ts';
import { MOST_PER_CHARACTER, pack, unpack } from './pack.rules.ts';
import { tokens } from './text.rules.ts';

export type DomainProfile = ReadonlyMap<string, number>;

const STEMS = Object.entries(DOMAINS).map(([domain, list]) => ({
  domain,
  stems: list.split(' ').map((s) => s.replace('-', '')),
}));
const byInitial = new Map<string, { stem: string; domain: string }[]>();
for (const { domain, stems } of STEMS)
  for (const stem of stems) {
    const initial = stem.slice(0, 3);
    const known = byInitial.get(initial);
    if (known) known.push({ stem, domain });
    else byInitial.set(initial, [{ stem, domain }]);
  }

/** Share of each field among the telling words of a text; fields with a single word are dropped. */
export function domainsOf(text: string): DomainProfile {
  const counts = new Map<string, number>();
  for (const word of tokens(text))
    for (const { stem, domain } of byInitial.get(word.slice(0, 3)) ?? [])
      if (word.startsWith(stem)) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  for (const [domain, n] of counts) if (n < 2) counts.delete(domain);
  const length = Math.hypot(...counts.values());
  return new Map([...counts].map(([domain, n]) => [domain, n / length]));
}

/** Cosine of two field profiles, 0–1; `undefined` where either says nothing. */
export function domainLikeness(a: DomainProfile, b: DomainProfile): number | undefined {
  if (a.size === 0 || b.size === 0) return undefined;
  let sum = 0;
  for (const [domain, weight] of a) sum += weight * (b.get(domain) ?? 0);
  return sum;
}

/** A field profile with one character a field, in the order of the table. */
export const packDomains = (profile: DomainProfile): string =>
  STEMS.map(({ domain }) => pack(Math.round((profile.get(domain) ?? 0) * MOST_PER_CHARACTER), 1)).join('');

export const unpackDomains = (packed: string): Uint8Array =>
  Uint8Array.from(STEMS, (_, i) => unpack(packed, { at: i, width: 1 }));

const FULL = MOST_PER_CHARACTER * MOST_PER_CHARACTER;

/** Cosine of two packed field profiles, 0–1; `NaN` where either says nothing. */
export function likenessOf(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  let ofA = 0;
  let ofB = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    sum += x * y;
    ofA += x;
    ofB += y;
  }
  return ofA === 0 || ofB === 0 ? Number.NaN : Math.min(1, sum / FULL);
}

/** Names of the fields, in the order they are packed. */
export const domainNames: readonly string[] = STEMS.map(({ domain }) => domain);
