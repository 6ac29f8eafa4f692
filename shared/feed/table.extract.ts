/**
 * Lists of postings as files: CSV with any usual separator, JSON (a list, or an object that holds one) and JSON lines.
 * Columns are recognised by their names, in several languages and any order; what is unknown is left out. A bad row is
 * rejected with its line, and the rest are taken.
 */
import { parse } from 'csv-parse/sync';
import { countryCode, remoteOf } from '#shared/job/place.rules.ts';
import { folded } from '#shared/job/text.rules.ts';
import {
  addressOf,
  bodyOf,
  closingOf,
  fieldsOf,
  instantOf,
  joinParts,
  lineOf,
  linesOf,
  placeFrom,
  remoteFrom,
} from './answer.rules.ts';
import { feedErrors } from './feed.errors.ts';
import { parseJson } from './json.rules.ts';
import { posting, SourcePosting } from './posting.schema.ts';
import { employmentOf, languageIn, payIn, payOf, periodIn, placesIn } from './stated.rules.ts';
import { TABLE_FIELDS, type TableField } from './table.data.ts';

/** Rows of a file are taken up to here; more is a source of its own, not a file. */
export const MOST_ROWS = 10_000;
const MOST_BYTES = 20 * 1024 * 1024;

export type Table = {
  postings: SourcePosting[];
  /** `line` is the row's first line in the file, beginning with 1; in a JSON list the number of the entry. */
  rejected: { line: number; sourceId: string | null; code: string }[];
  /** Names of columns nothing was read from. */
  ignored: string[];
};

type Row = { line: number; fields: Readonly<Record<string, unknown>> };
type Columns = ReadonlyMap<TableField, string>;

const keyOf = (name: string): string => folded(name).replace(/[^\p{L}\p{N}]+/gu, '');

/** For each field the first column whose name stands earliest in the field's list of names. */
function columnsIn(names: readonly string[]): Columns {
  const byKey = new Map(names.map((name) => [keyOf(name), name] as const).reverse());
  const taken = new Map<TableField, string>();
  for (const [field, known] of Object.entries(TABLE_FIELDS)) {
    const key = known.split(' ').find((one) => byKey.has(one) && ![...taken.values()].includes(byKey.get(one) ?? ''));
    const column = key === undefined ? undefined : byKey.get(key);
    if (column !== undefined && isField(field)) taken.set(field, column);
  }
  return taken;
}
const isField = (name: string): name is TableField => Object.hasOwn(TABLE_FIELDS, name);

/** Text of a file in UTF-8, UTF-16 with its mark, or else what Windows programs write. */
function textOf(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) throw feedErrors.too_many();
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * Reads a file of postings. Throws `feed.unreadable` for what is no table, `feed.no_columns` where no column holds titles
 * or addresses, `feed.too_many` beyond {@link MOST_ROWS} rows or 20 MB.
 */
export function readTable(file: Uint8Array | string): Table {
  const text = (typeof file === 'string' ? file : textOf(file)).replace(/^\uFEFF/, '');
  const rows = /^\s*[[{]/.test(text) ? jsonRows(text) : csvRows(text);
  if (rows.length > MOST_ROWS) throw feedErrors.too_many();
  const names = [...new Set(rows.slice(0, 200).flatMap(({ fields }) => Object.keys(fields)))];
  const columns = columnsIn(names);
  if (!columns.has('title') || !(columns.has('url') || columns.has('applyUrl')))
    throw feedErrors.no_columns({ details: { columns: names.slice(0, 40) } });
  const table: Table = {
    postings: [],
    rejected: [],
    ignored: names.filter((name) => ![...columns.values()].includes(name)).slice(0, 100),
  };
  const seen = new Set<string>();
  for (const row of rows) {
    const read = postingIn(row.fields, columns);
    const sourceId = typeof read === 'string' ? null : read.sourceId;
    const checked = typeof read === 'string' ? undefined : SourcePosting.safeParse(read);
    const code =
      typeof read === 'string'
        ? read
        : !checked?.success
          ? 'feed.unreadable'
          : seen.has(read.sourceId)
            ? 'feed.repeated'
            : null;
    if (code !== null) table.rejected.push({ line: row.line, sourceId, code });
    else if (checked?.success) {
      seen.add(checked.data.sourceId);
      table.postings.push(checked.data);
    }
  }
  return table;
}

function csvRows(text: string): Row[] {
  const head =
    text
      .slice(0, 10_000)
      .split(/\r?\n/)
      .find((line) => line.trim() !== '') ?? '';
  if (/^\s*</.test(head) || text.includes('\0'))
    throw feedErrors.unreadable({ log: 'markup or binary in place of a table' });
  const outside = head.replace(/"[^"]*"/g, '');
  const delimiter = [',', ';', '\t', '|'].sort((a, b) => outside.split(b).length - outside.split(a).length)[0] ?? ',';
  let records: unknown;
  try {
    records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: MOST_ROWS + 2,
    });
  } catch (cause) {
    throw feedErrors.unreadable({ log: 'no CSV', cause });
  }
  const [first, ...rest] = (Array.isArray(records) ? records : []).map((entry) => {
    const { record, info } = fieldsOf(entry);
    return { cells: Array.isArray(record) ? record.map(String) : [], last: Number(fieldsOf(info).lines) };
  });
  const names = first?.cells.map((name) => name.trim()) ?? [];
  let before = first?.last ?? 0;
  return rest.map(({ cells, last }) => {
    const line = before + 1;
    before = last;
    return { line, fields: Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])) };
  });
}

/** A list, the first list of objects an object holds, or one object a line. */
function jsonRows(text: string): Row[] {
  const whole = parseJson(text);
  if (whole === undefined) {
    const lines = text.split(/\r?\n/).slice(0, MOST_ROWS + 2);
    const rows = lines.flatMap((line, i) => (line.trim() === '' ? [] : [{ line: i + 1, value: parseJson(line) }]));
    if (rows.length < 2 || rows.every(({ value }) => Object.keys(fieldsOf(value)).length === 0))
      throw feedErrors.unreadable({ log: 'no JSON' });
    return rows.map(({ line, value }) => ({ line, fields: flat(value) }));
  }
  const list = Array.isArray(whole)
    ? whole
    : Object.values(fieldsOf(whole)).find(
        (value) => Array.isArray(value) && Object.keys(fieldsOf(value[0])).length > 0,
      );
  if (!Array.isArray(list)) throw feedErrors.unreadable({ log: 'JSON without a list' });
  return list.slice(0, MOST_ROWS + 2).map((value, i) => ({ line: i + 1, fields: flat(value) }));
}

/** `company: { name }` as `company`; other objects stay out. Lists of texts stay lists. */
const flat = (value: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fieldsOf(value)).map(([name, inner]) => {
      const { name: own, display_name: shown, text } = fieldsOf(inner);
      return [name, own ?? shown ?? text ?? inner];
    }),
  );

const several = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[;|\n]|,\s+/) : [];

function postingIn(fields: Row['fields'], columns: Columns): SourcePosting | string {
  const value = (field: TableField): unknown => fields[columns.get(field) ?? ''];
  const title = lineOf(value('title'), 300);
  const own = addressOf(value('url'));
  const url = own ?? addressOf(value('applyUrl'));
  if (title === null) return 'feed.without_title';
  if (url === null) return 'feed.without_address';
  const id = lineOf(value('id'), 200);
  const place = placeFrom({ city: value('city'), region: value('region'), country: value('country') });
  const written = Array.isArray(value('location'))
    ? linesOf(value('location'), { most: 300, count: 50 }).join('; ')
    : value('location');
  const places = placesIn(written).map((one) =>
    one.country === null ? { ...one, country: place?.country ?? null } : one,
  );
  const requirements = bodyOf(value('requirements'));
  const benefits = bodyOf(value('benefits'));
  const [min, max] = [value('salaryMin'), value('salaryMax')];
  const figures =
    lineOf(min, 40) !== null || lineOf(max, 40) !== null
      ? payOf({ min, max, currency: value('currency'), period: periodIn(value('period')), text: value('salary') })
      : payIn(value('salary'));
  return posting({
    source: 'table',
    // A bare number is unique in its own list only, so the site of the address goes with it.
    sourceId: id === null ? url.slice(0, 300) : `${new URL(url).host}:${id}`.slice(0, 300),
    url,
    applyUrl: own === null ? null : addressOf(value('applyUrl')),
    title,
    company: lineOf(value('company'), 200),
    places: places.length > 0 ? places : place ? [place] : [],
    remote: remoteIn(value('remote'), value('country')),
    description: joinParts([
      { text: bodyOf(value('description')) },
      { heading: 'Requirements', text: requirements },
      { heading: 'Benefits', text: benefits },
    ]),
    sections:
      requirements === '' && benefits === ''
        ? null
        : { requirements: requirements || null, preferred: null, benefits: benefits || null },
    pay: figures,
    employmentType: employmentOf(value('employmentType')),
    department: lineOf(value('department'), 200),
    seniority: lineOf(value('seniority'), 200),
    education: lineOf(value('education'), 300),
    categories: linesOf(several(value('categories')), { most: 120, count: 60 }),
    eligibility: linesOf([value('eligibility')], { most: 500, count: 1 }),
    requisition: lineOf(value('requisition'), 120),
    postedAt: instantOf(value('postedAt')),
    updatedAt: instantOf(value('updatedAt')),
    expiresAt: closingOf(value('expiresAt')),
    language: languageIn(value('language')),
  });
}

function remoteIn(stated: unknown, country: unknown): SourcePosting['remote'] {
  const words = lineOf(stated === true ? 'remote' : stated, 300);
  if (words === null || /^(?:false|no|nein|non|0)$/i.test(words)) return null;
  const kind = /^(?:true|yes|ja|oui|si|sí|1|x|100\s*%)$/i.test(words) ? 'remote' : remoteOf(words);
  if (kind === null) return null;
  const home = countryCode(lineOf(country, 120) ?? '');
  if (kind !== 'remote') return { kind, countries: [], text: words };
  const from = remoteFrom(words);
  return from.countries.length === 0 && home !== undefined ? { ...from, countries: [home] } : from;
}
