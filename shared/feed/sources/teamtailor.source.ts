/** Teamtailor career sites: a JSON feed whose items carry schema.org `JobPosting`, also under an employer's own domain. */
import { addressOf, at, bodyOf, entriesAt, fieldsOf, instantOf, jsonOf, lineOf, readEntries } from '../answer.rules.ts';
import { boardOf } from '../board-address.rules.ts';
import { displayOf } from '../display.data.ts';
import { ownAddress, readJobPosting } from '../job-posting.rules.ts';
import type { JobSource } from '../source.schema.ts';
import { hostIn } from '../stated.rules.ts';

const DOMAIN = 'teamtailor.com';

function readItem(entry: unknown, pageUrl: string) {
  const item = fieldsOf(entry);
  const url = ownAddress(item.url, pageUrl) ?? '';
  const described = readJobPosting(
    { ...fieldsOf(item._jobposting), url },
    { source: 'teamtailor', pageUrl: url || pageUrl, alone: true },
  );
  return {
    ...described,
    sourceId: lineOf(item.id, 300) ?? '',
    url,
    title: described.title || (lineOf(item.title, 300) ?? ''),
    description: described.description || bodyOf(item.content_html),
    postedAt: described.postedAt ?? instantOf(item.date_published),
    updatedAt: instantOf(item.date_modified),
  };
}

export const teamtailor: JobSource = {
  id: 'teamtailor',
  display: displayOf('teamtailor'),
  kind: 'board',
  keys: [],
  pace: { everyMs: 1000 },
  boardAt: (url) => boardOf('teamtailor', url),
  boardUrl: (board) => `https://${hostIn(board, DOMAIN)}/jobs`,
  start: ({ board }) => ({ url: `https://${hostIn(board, DOMAIN)}/jobs.json` }),
  read(answer) {
    const feed = jsonOf(answer.body);
    const next = addressOf(at(feed, 'next_url'), answer.url);
    const onwards = next !== null && next !== answer.url && new URL(next).host === new URL(answer.url).host;
    return {
      ...readEntries(entriesAt(feed, 'items'), {
        read: (entry) => readItem(entry, answer.url),
        idOf: (entry) => at(entry, 'id'),
      }),
      ...(onwards && next.startsWith('https://') && { next: { url: next } }),
    };
  },
};
