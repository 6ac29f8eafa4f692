/** What each source asks of those who show its postings. Browser-safe: views enforce it. */
import type { Display } from './source.schema.ts';

const DISPLAY: Readonly<Record<string, Display>> = {
  /** What recruiters wrote here themselves. */
  foothold: { name: 'Foothold', homepage: '' },
  greenhouse: { name: 'Greenhouse', homepage: 'https://www.greenhouse.com' },
  ashby: { name: 'Ashby', homepage: 'https://www.ashbyhq.com' },
  lever: { name: 'Lever', homepage: 'https://www.lever.co' },
  smartrecruiters: { name: 'SmartRecruiters', homepage: 'https://www.smartrecruiters.com' },
  recruitee: { name: 'Recruitee', homepage: 'https://recruitee.com' },
  personio: { name: 'Personio', homepage: 'https://www.personio.com' },
  workable: { name: 'Workable', homepage: 'https://www.workable.com' },
  teamtailor: { name: 'Teamtailor', homepage: 'https://www.teamtailor.com' },
  bamboohr: { name: 'BambooHR', homepage: 'https://www.bamboohr.com' },
  workday: { name: 'Workday', homepage: 'https://www.workday.com' },
  'job-posting-page': { name: 'Company site', homepage: '' },
  usajobs: { name: 'USAJOBS', homepage: 'https://www.usajobs.gov' },
  // Terms: the label, linked to Adzuna, in at least this size, beside what is shown.
  adzuna: {
    name: 'Adzuna',
    credit: 'Jobs by Adzuna',
    homepage: 'https://www.adzuna.com',
    creditSize: { width: 116, height: 23 },
  },
  rss: { name: 'Feed', homepage: '' },
  table: { name: 'Imported list', homepage: '' },
  hn: { name: 'Hacker News', credit: 'Hacker News: Who is hiring?', homepage: 'https://news.ycombinator.com' },
  // Terms: link back and name; never passed on to other boards, never shown only to those who signed up.
  remotive: { name: 'Remotive', credit: 'Remotive', homepage: 'https://remotive.com', openToAll: true },
  // Terms: link back without `nofollow`, name as the source, no logo.
  remoteok: { name: 'Remote OK', credit: 'Remote OK', homepage: 'https://remoteok.com', follow: true },
  arbeitnow: { name: 'Arbeitnow', credit: 'Arbeitnow', homepage: 'https://www.arbeitnow.com' },
  themuse: { name: 'The Muse', credit: 'The Muse', homepage: 'https://www.themuse.com' },
  reed: { name: 'Reed', credit: 'Reed.co.uk', homepage: 'https://www.reed.co.uk' },
  jooble: { name: 'Jooble', credit: 'Jooble', homepage: 'https://jooble.org' },
  himalayas: { name: 'Himalayas', credit: 'Himalayas', homepage: 'https://himalayas.app' },
};

/** The display duties of a source; a source nobody describes is shown by its id and asks for nothing. */
export const displayOf = (source: string): Display =>
  (Object.hasOwn(DISPLAY, source) ? DISPLAY[source] : undefined) ?? { name: source, homepage: '' };

export const displayed: readonly string[] = Object.keys(DISPLAY);
