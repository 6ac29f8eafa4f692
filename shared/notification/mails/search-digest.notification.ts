import { z } from 'zod';
import { Digest, type DigestLine, type DigestSection } from '#shared/search/digest.schema.ts';
import { composeLetter } from '../letter.rules.ts';
import type { Letter, LetterEntry, LetterInput, LetterList } from '../mail.schema.ts';

const Data = z.object({ name: z.string(), digest: z.string().transform((text) => Digest.parse(JSON.parse(text))) });

/** New postings of one search, or new matches; every number is what stands below it. */
export function searchDigest({ publicUrl, data }: LetterInput): Letter {
  const { name, digest } = Data.parse(data);
  const { fresh, open, path, token } = digest;
  const page = (path: string): string => `${publicUrl}${path}`;
  const entry = (line: DigestLine): LetterEntry => ({
    title: line.title,
    url: page(`/jobs/${encodeURIComponent(line.jobId)}`),
    ...(line.score !== undefined && { mark: String(line.score) }),
    facts: [
      [line.company, line.place].filter(Boolean).join(' · '),
      [line.pay, line.fresh, line.elsewhere > 0 && `also in ${counted(line.elsewhere, 'other place')}`]
        .filter(Boolean)
        .join(' · '),
      ...(line.reason === undefined ? [] : [line.reason]),
    ].filter(Boolean),
    credits: line.credits,
  });
  const list = (section: DigestSection, heading: string): LetterList => ({
    heading,
    entries: section.lines.map(entry),
    after: [
      ...section.more.map(({ company, count }) => `and ${count.toLocaleString('en')} more at ${company}`),
      ...(section.rest > 0 ? [`and ${section.rest.toLocaleString('en')} more on Foothold`] : []),
    ],
  });
  const what = digest.name === undefined ? 'match' : 'job';
  const news = counted(fresh.total, `new ${what}`);
  const unsubscribe = `?token=${encodeURIComponent(token)}`;
  return composeLetter({
    subject: digest.name === undefined ? `${news} for you` : `${news}: ${digest.name}`,
    greeting: `Hello ${name},`,
    paragraphs: [
      digest.name === undefined
        ? `${news} at or above your threshold since the last mail.`
        : `${news} for your search “${digest.name}” since the last mail.`,
    ],
    lists: [
      list(fresh, 'New'),
      ...(open.total > 0 ? [list(open, `Still open from before: ${open.total.toLocaleString('en')}`)] : []),
    ],
    action: { label: digest.name === undefined ? 'See all matches' : 'See them on Foothold', url: page(path) },
    footer:
      'You get this mail because you asked to be told of new jobs. A posting is told as new once; closed ones, and those you applied to or put aside, are left out.',
    links: [
      { label: 'Stop these mails', url: page(`/unsubscribe${unsubscribe}`) },
      { label: 'How often and when', url: page('/account#alerts') },
    ],
    unsubscribeUrl: page(`/api/v1/unsubscribe${unsubscribe}`),
  });
}

function counted(count: number, one: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : `${one}${one.endsWith('ch') ? 'es' : 's'}`}`;
}
