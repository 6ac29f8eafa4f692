/** BambooHR careers pages: one answer lists the board, each text is an answer of its own. */
import {
  addressOf,
  at,
  bodyOf,
  entriesAt,
  fieldsOf,
  instantOf,
  jsonOf,
  type Loose,
  lineOf,
  linesOf,
  placeFrom,
  readEntries,
} from '../answer.rules.ts';
import { boardOf } from '../board-address.rules.ts';
import { displayOf } from '../display.data.ts';
import { feedErrors } from '../feed.errors.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { distinct, employmentOf, hostIn, payOf, remoteAs } from '../stated.rules.ts';

const DOMAIN = 'bamboohr.com';

const filled = (place: unknown): Loose | undefined => {
  const fields = fieldsOf(place);
  return Object.values(fields).some((part) => typeof part === 'string' && part.trim() !== '') ? fields : undefined;
};

/** `atsLocation` is the opening's place; `location` the office it is filed under. */
function placesOf(job: Loose): SourcePosting['places'] {
  const place = filled(job.atsLocation) ?? filled(job.location);
  if (place === undefined) return [];
  const { city, state, province, country, addressCountry } = place;
  return distinct([placeFrom({ city, region: state ?? province, country: country ?? addressCountry })]);
}

function readListed(entry: unknown, host: string) {
  const job = fieldsOf(entry);
  const id = lineOf(job.id, 300) ?? '';
  const places = placesOf(job);
  return posting({
    source: 'bamboohr',
    // Ids count from one at every employer.
    sourceId: id === '' ? '' : `${host.split('.')[0]}:${id}`,
    url: `https://${host}/careers/${encodeURIComponent(id)}`,
    title: lineOf(job.jobOpeningName, 300) ?? '',
    places,
    remote: remoteIn(job, places),
    description: '',
    employmentType: employmentOf(job.employmentStatusLabel, job.employmentType),
    department: lineOf(job.departmentLabel, 200),
    categories: linesOf([job.departmentLabel, job.employmentStatusLabel], { most: 120, count: 60 }),
    truncated: true,
  });
}

/** `locationType`: 0 on site, 1 remote, 2 hybrid. */
function remoteIn({ isRemote, locationType }: Loose, places: SourcePosting['places']): SourcePosting['remote'] {
  if (String(locationType) === '2') return remoteAs('hybrid', { places });
  if (isRemote === true || String(locationType) === '1') return remoteAs('remote', { places });
  return String(locationType) === '0' ? remoteAs('onsite', { places }) : null;
}

export const bamboohr: JobSource = {
  id: 'bamboohr',
  display: displayOf('bamboohr'),
  kind: 'board',
  keys: [],
  pace: { everyMs: 2000 },
  boardAt: (url) => boardOf('bamboohr', url),
  boardUrl: (board) => `https://${hostIn(board, DOMAIN)}/careers`,
  start: ({ board }) => ({
    url: `https://${hostIn(board, DOMAIN)}/careers/list`,
    headers: { accept: 'application/json' },
  }),
  read(answer, { board }) {
    const body = jsonOf(answer.body);
    const host = hostIn(board, DOMAIN);
    const total = at(body, 'meta', 'totalCount');
    return {
      ...readEntries(entriesAt(body, 'result'), {
        read: (entry) => readListed(entry, host),
        idOf: (entry) => at(entry, 'id'),
      }),
      ...(typeof total === 'number' && total >= 0 && { total }),
    };
  },
  detail: ({ url }) => ({ url: `${url}/detail`, headers: { accept: 'application/json' } }),
  readDetail(answer, listed) {
    const job = fieldsOf(at(jsonOf(answer.body), 'result', 'jobOpening'));
    const description = bodyOf(job.description);
    if (description.trim() === '') throw feedErrors.unreadable({ log: `no text of ${listed.sourceId}` });
    const places = placesOf(job);
    return {
      ...listed,
      description,
      ...(places.length > 0 && { places }),
      pay: payOf({ text: job.compensation }),
      seniority: lineOf(job.minimumExperience, 200),
      employmentType: employmentOf(job.employmentStatusLabel) ?? listed.employmentType,
      applyUrl: addressOf(job.jobOpeningShareUrl),
      postedAt: instantOf(job.datePosted),
      truncated: false,
    };
  },
};
