/**
 * Personio's feed of positions (support.personio.de, "Integrate XML feed"): one answer holds the whole board in one
 * language. English is asked first; what has no English text is asked once more in German, the feed's own default.
 */
import {
  at,
  bodyOf,
  escapeText,
  fieldsOf,
  instantOf,
  joinParts,
  lineOf,
  linesOf,
  listOf,
  placeOf,
  readEntries,
} from '../answer.rules.ts';
import { boardOf } from '../board-address.rules.ts';
import { displayOf } from '../display.data.ts';
import { feedErrors } from '../feed.errors.ts';
import { posting } from '../posting.schema.ts';
import type { JobSource, SourceAnswer } from '../source.schema.ts';
import { distinct, employmentOf, hostIn, inWords, languageIn, partsOf } from '../stated.rules.ts';
import { xmlOf, xmlText } from '../xml.rules.ts';

/** The positions of a feed; none is a healthy board. */
function positionsIn(body: string): readonly unknown[] {
  const feed = xmlOf(body, { lists: ['position', 'jobDescription', 'office'] });
  if (feed['workzag-jobs'] === undefined) throw feedErrors.unreadable({ log: body.slice(0, 80) });
  return listOf(at(feed, 'workzag-jobs', 'position'));
}

/** The texts of a position's elements by name. */
const textsOf = (entry: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fieldsOf(entry)).map(([name, element]) => [name, xmlText(element)]));

function readPosition(entry: unknown, { host, language }: { host: string; language: string | null }) {
  const job = textsOf(entry);
  const id = lineOf(job.id, 300) ?? '';
  const parts = textOf(entry);
  return posting({
    source: 'personio',
    sourceId: id,
    url: `https://${host}/job/${encodeURIComponent(id)}`,
    applyUrl: `https://${host}/job/${encodeURIComponent(id)}#apply`,
    title: lineOf(job.name, 300) ?? '',
    company: lineOf(job.subcompany, 200),
    places: distinct([job.office, ...listOf(at(entry, 'additionalOffices', 'office')).map(xmlText)].map(placeOf)),
    description: joinParts(parts.map(({ heading, html }) => ({ heading: escapeText(heading), text: html }))),
    sections: partsOf(parts),
    employmentType: employmentOf(
      job.employmentType === 'permanent' ? job.schedule : job.employmentType?.replace('working_student', 'werkstudent'),
      job.schedule,
    ),
    department: lineOf(job.department, 200),
    seniority: lineOf(
      [inWords(job.seniority, 100), lineOf(job.yearsOfExperience, 60)?.concat(' years of experience')]
        .filter(Boolean)
        .join(', '),
      200,
    ),
    categories: linesOf(
      [
        job.recruitingCategory,
        job.department,
        inWords(job.occupation, 120),
        inWords(job.occupationCategory, 120),
        ...String(job.keywords ?? '').split(/[,;]/),
      ],
      { most: 120, count: 60 },
    ),
    postedAt: instantOf(job.createdAt),
    language: parts.length > 0 ? language : null,
  });
}

const textOf = (entry: unknown): { heading: string; html: string }[] =>
  listOf(at(entry, 'jobDescriptions', 'jobDescription'))
    .map((part) => ({
      heading: lineOf(xmlText(at(part, 'name')), 200) ?? '',
      html: bodyOf(xmlText(at(part, 'value'))),
    }))
    .filter(({ html }) => html !== '');

const idOf = (entry: unknown): string => xmlText(at(entry, 'id'));

/** The ids a request was made for; undefined for the whole board. */
function askedFor(answer: SourceAnswer): ReadonlySet<string> | undefined {
  const ids = new URL(answer.url).searchParams.get('positions');
  return ids === null ? undefined : new Set(ids.split(','));
}

export const personio: JobSource = {
  id: 'personio',
  display: displayOf('personio'),
  kind: 'board',
  keys: [],
  pace: { everyMs: 1000 },
  boardAt: (url) => boardOf('personio', url),
  boardUrl: (board) => `https://${hostIn(board, 'jobs.personio.de')}/`,
  start: ({ board }) => ({ url: `https://${hostIn(board, 'jobs.personio.de')}/xml?language=en` }),
  read(answer, { board }) {
    const url = new URL(answer.url);
    const host = hostIn(board, 'jobs.personio.de');
    // An address that answers from elsewhere is somebody's marketing page: that account does not exist.
    if (!/(?:^|\.)personio\.(?:de|com)$/.test(url.hostname) && url.hostname !== host) throw feedErrors.no_board();
    const asked = askedFor(answer);
    const all = positionsIn(answer.body).filter((entry) => asked?.has(idOf(entry)) ?? true);
    const silent = asked === undefined ? all.filter((entry) => textOf(entry).length === 0) : [];
    const ids = [...new Set(silent.map((entry) => idOf(entry)))].filter((id) => /^\d{1,20}$/.test(id)).slice(0, 80);
    const postponed = new Set(ids);
    const language = languageIn(url.searchParams.get('language'));
    const read = readEntries(
      all.filter((entry) => !postponed.has(idOf(entry))),
      { read: (entry) => readPosition(entry, { host, language }), idOf },
    );
    const next = ids.length > 0 && { url: `https://${host}/xml?language=de&positions=${ids.join(',')}` };
    return { ...read, ...(next && { next }) };
  },
};
