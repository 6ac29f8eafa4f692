/**
 * Any feed of postings: RSS 2.0 and 0.9x, RSS 1.0 (RDF), Atom, JSON Feed, and the plain `<job>` lists boards exchange.
 * Facts come from whatever job elements a feed adds (their local names are looked up, its prefixes are its own affair).
 * An entry is known by its guid, never by its title.
 */
import {
  addressOf,
  at,
  bodyOf,
  closingOf,
  type Entry,
  fieldsOf,
  instantOf,
  joinParts,
  type Loose,
  lineOf,
  linesOf,
  listOf,
  placeFrom,
  placeOf,
  readEntries,
  remoteFrom,
} from '../answer.rules.ts';
import { displayOf } from '../display.data.ts';
import { feedErrors } from '../feed.errors.ts';
import { readJsonFeed, worldwide } from '../json-feed.rules.ts';
import { neverFetched, webAddress } from '../never.rules.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { employmentOf, languageIn, payOf, periodIn, payIn as wordedPay } from '../stated.rules.ts';
import { xmlOf, xmlText } from '../xml.rules.ts';

/** What is the same for all entries of a feed. */
type Feed = { url: string; title: string | null; language: string | null; form: TitleForm };
type TitleForm = 'role' | 'company: role' | 'role at company';

const FEED_PATH = /\.(?:rss|atom|rdf)$|\/(?:rss|atom|feed|rdf)(?:\.xml)?\/?$|\/(?:jobs|feed)\.(?:xml|json)$/i;

export const rss: JobSource = {
  id: 'rss',
  display: displayOf('rss'),
  kind: 'list',
  keys: [],
  pace: { everyMs: 2000 },
  robots: true,

  boardAt: (url) => (FEED_PATH.test(url.pathname) ? url.href : undefined),
  boardUrl: (board) => board,

  start({ board }) {
    const url = webAddress(board ?? '');
    if (!url) throw feedErrors.no_board();
    if (neverFetched(url.href)) throw feedErrors.never_fetched();
    return {
      url: url.href,
      headers: { Accept: 'application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5' },
    };
  },

  read(answer) {
    if (/^\s*[{[]/.test(answer.body)) return readJsonFeed(answer);
    const root = xmlOf(answer.body, {
      lists: ['item', 'entry', 'job', 'category', 'link'],
      raw: ['feed.entry.content', 'feed.entry.summary'],
    });
    const { channel, items } = itemsIn(root);
    const titles = items.map((item) => lineOf(textIn(fieldsOf(item), 'title'), 300) ?? '');
    const feed: Feed = {
      url: answer.url,
      title: lineOf(textIn(channel, 'title'), 200),
      language: languageIn(textIn(channel, 'language') || xmlText(at(channel, '@xml:lang'))),
      form: formOf(titles),
    };
    return readEntries(items, {
      idOf: (item) => idIn(fieldsOf(item)),
      read: (item) => jobOf(fieldsOf(item), feed),
    });
  },
};

/** Where each format keeps its entries. A root of another name is no feed; a feed without entries is an empty one. */
function itemsIn(root: Loose): { channel: Loose; items: readonly unknown[] } {
  const [name] = Object.keys(root).filter((key) => !key.startsWith('?') && !key.startsWith('#'));
  const top = fieldsOf(root[name ?? '']);
  const channel = fieldsOf(Array.isArray(top.channel) ? top.channel[0] : top.channel);
  switch (name?.replace(/^.*:/, '')) {
    case 'rss':
      return { channel, items: listOf(channel.item) };
    case 'RDF':
      return { channel, items: listOf(top.item) };
    case 'feed':
      return { channel: top, items: listOf(top.entry) };
    case 'source':
    case 'jobs':
      return { channel: top, items: listOf(top.job) };
    default:
      throw feedErrors.unreadable({ log: `root element ${name ?? '(none)'}` });
  }
}

/** The text of the first of these elements that has one: by full name, else by local name under any prefix. */
function textIn(item: Loose, ...names: readonly string[]): string {
  for (const name of names) {
    const own = xmlText(item[name]).trim();
    if (own !== '') return own;
    const prefixed = Object.keys(item).find((key) => key.toLowerCase().endsWith(`:${name.toLowerCase()}`));
    const other = prefixed === undefined ? '' : xmlText(item[prefixed]).trim();
    if (other !== '') return other;
  }
  return '';
}

/** RSS keeps the address in the text of `link`, Atom in `href` of the one that is no `self` or `edit`. */
function linkIn(item: Loose): unknown {
  const links = listOf(item.link);
  const marked = links.find(
    (link) => /^(?:alternate)?$/.test(xmlText(at(link, '@rel'))) && at(link, '@href') !== undefined,
  );
  const written = links.map(xmlText).find((text) => text.trim() !== '');
  return xmlText(at(marked, '@href')) || written || textIn(item, 'url') || xmlText(item['@rdf:about']);
}

const idIn = (item: Loose): string =>
  textIn(item, 'guid', 'id', 'referencenumber', 'jobId', 'identifier') ||
  xmlText(item['@rdf:about']) ||
  xmlText(linkIn(item));

/** `Company: Role` and `Role at Company` are forms of a whole feed, never of one title (`Engineer: Backend`). */
function formOf(titles: readonly string[]): TitleForm {
  if (titles.length < 3) return 'role';
  if (titles.every((title) => /^[^:]{1,80}: \S/.test(title))) return 'company: role';
  if (titles.every((title) => /\S at \S/.test(title))) return 'role at company';
  return 'role';
}

function split(title: string, form: TitleForm): { company: string | null; title: string } {
  const mark =
    form === 'company: role' ? title.indexOf(': ') : form === 'role at company' ? title.lastIndexOf(' at ') : -1;
  if (mark < 1) return { company: null, title };
  const [before, after] = [
    title.slice(0, mark).trim(),
    title.slice(mark + (form === 'role at company' ? 4 : 2)).trim(),
  ];
  return form === 'company: role' ? { company: before, title: after } : { company: after, title: before };
}

/** Parts some feeds keep outside the description. */
const PARTS: readonly (readonly [name: string, heading: string])[] = [
  ['examplesofduties', 'Duties'],
  ['responsibilities', 'Responsibilities'],
  ['qualifications', 'Qualifications'],
  ['requirements', 'Requirements'],
  ['experienceRequirements', 'Experience'],
  ['supplementalinformation', 'Supplemental information'],
  ['benefits', 'Benefits'],
];

function jobOf(item: Loose, feed: Feed): Entry {
  const id = idIn(item);
  const url = addressOf(linkIn(item), feed.url) ?? addressOf(id);
  const written = lineOf(textIn(item, 'title'), 300);
  if (id === '' || url === null) return { reject: 'feed.without_id' };
  if (written === null) return { reject: 'feed.without_title' };
  const named = lineOf(textIn(item, 'company', 'employer', 'hiringOrganization', 'company_name', 'company-name'), 200);
  const { company, title } = named === null ? split(written, feed.form) : { company: named, title: written };
  const text = bodyOf(
    textIn(item, 'content:encoded', 'content', 'description', 'summary', 'body') || xmlText(item.description),
  );
  const parts = PARTS.map(([name, heading]) => ({ heading, text: bodyOf(textIn(item, name)) }));
  const requirements = parts
    .filter(({ heading }) => /^(?:Qualifications|Requirements)$/.test(heading))
    .map((part) => part.text);
  const benefits = parts.find(({ heading }) => heading === 'Benefits')?.text ?? '';
  return posting({
    source: 'rss',
    sourceId: worldwide(id, feed.url).slice(0, 300),
    url,
    applyUrl: addressOf(textIn(item, 'applyUrl', 'apply_url', 'apply'), feed.url) ?? applyIn(text),
    title,
    // Feeds of the public service's own boards are one employer's; others are many employers'.
    company: company ?? (Object.keys(item).some((key) => key.startsWith('joblisting:')) ? feed.title : null),
    ...whereIn(item, text),
    description: joinParts([{ text }, ...parts]),
    sections: {
      requirements: requirements.join('\n').trim() || null,
      preferred: null,
      benefits: benefits === '' ? null : benefits,
    },
    pay: payIn(item),
    employmentType: employmentOf(
      lineOf(textIn(item, 'employmentType', 'jobtype', 'job_type', 'type', 'contract'), 200),
      lineOf(textIn(item, 'schedule', 'workhours'), 200),
    ),
    department: lineOf(textIn(item, 'department', 'organizationalUnit'), 200),
    seniority: lineOf(textIn(item, 'experience', 'seniority', 'level', 'careerlevel'), 200),
    education: lineOf(textIn(item, 'education', 'educationRequirements'), 300),
    categories: categoriesIn(item),
    requisition: lineOf(textIn(item, 'requisitionid', 'referencenumber', 'jobId', 'jobNumber'), 120),
    postedAt: instantOf(textIn(item, 'pubDate', 'published', 'date', 'datePosted', 'advertiseFromDateUTC', 'updated')),
    updatedAt: instantOf(textIn(item, 'updated', 'modified', 'lastUpdated')),
    expiresAt: closingOf(
      textIn(
        item,
        'advertiseToDateTimeUTC',
        'expires_at',
        'expirationDate',
        'expiration_date',
        'validThrough',
        'expires',
      ),
    ),
    language: feed.language,
    truncated: /(?:…|\.\.\.|\[&#8230;\]|\[…\]|read more)\s*(?:<\/[a-z]+>\s*)*$/i.test(text.slice(-120)),
  });
}

/** Places an entry names by element or in a `Headquarters:` line, and the region one may work from. */
function whereIn(item: Loose, text: string): Pick<SourcePosting, 'places' | 'remote'> {
  const seat = /headquarters:\s*(?:<\/[a-z]+>\s*)*([^<\n]{2,120})/i.exec(text.slice(0, 2000))?.[1];
  const line = textIn(item, 'location', 'jobLocation', 'locations');
  const parts = { city: textIn(item, 'city'), region: textIn(item, 'state'), country: textIn(item, 'country') };
  const region = textIn(item, 'region');
  const place = placeOf(seat) ?? (line === '' ? placeFrom(parts) : placeOf(line)) ?? null;
  // `Anywhere in the World` beside a seat says where one may work from; beside none it is all there is.
  const from = [region, line, textIn(item, 'workplaceType', 'remote')].find((words) =>
    /\b(?:remote|anywhere|worldwide|telecommut|true)\b/i.test(words),
  );
  const where = from === undefined || /^true$/i.test(from) ? region : from;
  const remote =
    from !== undefined || (seat !== undefined && region !== '') ? remoteFrom(where === '' ? null : where) : null;
  return { places: place && !/^(?:remote|anywhere.*|worldwide)$/i.test(place.text) ? [place] : [], remote };
}

function payIn(item: Loose): SourcePosting['pay'] {
  const [min, max] = [
    textIn(item, 'minimumSalary', 'salary_min', 'minSalary'),
    textIn(item, 'maximumSalary', 'salary_max', 'maxSalary'),
  ];
  const words = lineOf(textIn(item, 'salary', 'baseSalary', 'compensation'), 500);
  if (min !== '' || max !== '')
    return payOf({
      min,
      max,
      currency: textIn(item, 'salaryCurrency', 'salary_currency', 'currency'),
      period: periodIn(textIn(item, 'salaryInterval', 'salaryPeriod', 'salary_period')),
      text: words,
    });
  return wordedPay(words);
}

/** Categories stand as repeated elements (Atom: in `term`), nested lists or one line with commas. */
function categoriesIn(item: Loose): string[] {
  const nested = Object.entries(item).flatMap(([key, value]) =>
    /(?:^|:)categories$/i.test(key) ? Object.values(fieldsOf(value)).flat() : [],
  );
  const plain = listOf(item.category).map((category) => xmlText(at(category, '@term')) || xmlText(category));
  return linesOf([...plain, ...nested.map(xmlText)], { most: 120, count: 60 });
}

/** The `To apply:` link some boards end their texts with. */
const applyIn = (text: string): string | null =>
  addressOf(
    /to apply:?\s*(?:<\/?[a-z]+>\s*)*(?:<a\s[^>]*?href="([^"]+)"|(https?:\/\/[^\s<"]+))/i
      .exec(text.slice(-2000))
      ?.slice(1)
      .find((hit) => hit),
  );
