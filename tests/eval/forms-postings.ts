/** Comparing a posting that was read with what its page says. */

import { z } from 'zod';

export const ExpectedPosting = z.object({
  title: z.string().optional(),
  company: z.string().optional(),
  location: z.string().optional(),
  description: z.string().optional(),
  companyAlternatives: z.array(z.string()).optional(),
  descriptionAlternatives: z.array(z.string()).optional(),
});
export type ExpectedPosting = z.infer<typeof ExpectedPosting>;

export type PostingScore = {
  name: string;
  tier: string;
  right: { title: boolean; company: boolean; location: boolean; description: boolean };
  lines: string[];
};

const flat = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A key the page does not state counts as right. */
export function scorePosting(
  entry: { name: string; tier: string },
  expected: ExpectedPosting,
  read: { title: string; company: string; location: string; description: string } | null,
): PostingScore {
  const among = (value: string | undefined, options: readonly (string | undefined)[]) => {
    const wanted = options.filter((option): option is string => option !== undefined).map(flat);
    return wanted.length === 0 || wanted.includes(flat(value ?? ''));
  };
  const starts = (value: string, prefixes: readonly (string | undefined)[]) => {
    const wanted = prefixes.filter((prefix): prefix is string => prefix !== undefined).map(flat);
    return wanted.length === 0 || wanted.some((prefix) => flat(value).startsWith(prefix.slice(0, 150)));
  };
  const right = {
    title: among(read?.title, [expected.title]),
    company: among(read?.company, [expected.company, ...(expected.companyAlternatives ?? [])]),
    location: among(read?.location, [expected.location]),
    description: starts(read?.description ?? '', [expected.description, ...(expected.descriptionAlternatives ?? [])]),
  };
  const lines = (Object.keys(right) as (keyof typeof right)[])
    .filter((key) => !right[key])
    .map((key) => `${key}: wanted “${expected[key]?.slice(0, 120)}”, read “${read?.[key]?.slice(0, 120) ?? ''}”`);
  return { ...entry, name: entry.name, tier: entry.tier, right, lines };
}
