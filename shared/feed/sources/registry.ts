/** Every source of postings. A new one is a file beside this, an entry here, and one in `display.data.ts`. */
import { neverFetched, webAddress } from '../never.rules.ts';
import type { JobSource } from '../source.schema.ts';
import { adzuna } from './adzuna.source.ts';
import { arbeitnow } from './arbeitnow.source.ts';
import { ashby } from './ashby.source.ts';
import { bamboohr } from './bamboohr.source.ts';
import { greenhouse } from './greenhouse.source.ts';
import { himalayas } from './himalayas.source.ts';
import { hn } from './hn.source.ts';
import { jobPostingPage } from './job-posting-page.source.ts';
import { jooble } from './jooble.source.ts';
import { lever } from './lever.source.ts';
import { personio } from './personio.source.ts';
import { recruitee } from './recruitee.source.ts';
import { reed } from './reed.source.ts';
import { remoteok } from './remoteok.source.ts';
import { remotive } from './remotive.source.ts';
import { rss } from './rss.source.ts';
import { smartrecruiters } from './smartrecruiters.source.ts';
import { teamtailor } from './teamtailor.source.ts';
import { themuse } from './themuse.source.ts';
import { usajobs } from './usajobs.source.ts';
import { workable } from './workable.source.ts';
import { workday } from './workday.source.ts';

export const sources: readonly JobSource[] = [
  greenhouse,
  ashby,
  lever,
  smartrecruiters,
  recruitee,
  personio,
  workable,
  teamtailor,
  bamboohr,
  workday,
  jobPostingPage,
  usajobs,
  adzuna,
  rss,
  hn,
  remotive,
  remoteok,
  arbeitnow,
  themuse,
  reed,
  jooble,
  himalayas,
];

export const sourceOf = (id: string): JobSource | undefined => sources.find((source) => source.id === id);

/** The board an address shows, where the address alone tells it; also for addresses of single postings. */
export function boardAt(address: string): { source: string; board: string } | undefined {
  const url = webAddress(address);
  if (!url || neverFetched(address)) return undefined;
  for (const source of sources) {
    const board = source.boardAt?.(url);
    if (board !== undefined) return { source: source.id, board };
  }
  return undefined;
}
