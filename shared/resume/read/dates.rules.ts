/**
 * Date grammar for resumes in twelve languages: points (`03/2019`, `Août 24`, `1. Januar 2020`, `2015年11月`, `Summer 2022`)
 * are found first, then neighbours are joined to ranges. Years outside 1950–2049 are not dates.
 * Over 300 lines because the grammar of twelve languages is one.
 */
import { MONTHS, PRESENT, RANGE_WORDS, SEASONS, SINCE, SINCE_OPEN, TERMS } from './dates.data.ts';
import { remembered } from './memo.rules.ts';

/** A date or range found in a text. `start`/`end` are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `present` means it still lasts. */
export type FoundDate = {
  start?: string;
  end?: string;
  present: boolean;
  /** `range` has two ends or an open one; `point` is one date, held in `end`. */
  kind: 'range' | 'point';
  index: number;
  length: number;
  /** Whether there is more than a bare year, so that the numbers can hardly mean something else. */
  strong: boolean;
};

/** How ambiguous dates are understood. */
export type Dating = {
  /** Whether `04/05/2019` is the fourth of May; with dots the day is always first. */
  dayFirst?: boolean;
  /** The day the document came (ISO 8601): short years and plans reach at most ten years beyond it. */
  asOf?: string;
};

/** How many years ahead a resume dates anything (an expected degree, the end of a contract). */
const AHEAD = 10;
/** The last year that is a date where nothing says when the document came. */
const LAST_YEAR = 2049;

type Point = {
  index: number;
  end: number;
  year?: number;
  month?: number;
  day?: number;
  present?: boolean;
  bare: boolean;
};

const escapeRegExp = (s: string): string => s.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
const alternatives = (list: readonly string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|');

/** Lower case without accents, one code unit per code unit, so that positions stay those of the text. */
function foldInPlace(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    const base = /[\u00c0-\u024f]/u.test(unit) ? unit.normalize('NFKD').charAt(0) : unit;
    const lower = base === 'ı' || base === 'İ' ? 'i' : base === 'ł' || base === 'Ł' ? 'l' : base.toLowerCase();
    out += lower.length === 1 ? lower : base;
  }
  return withoutMisreadDigits(
    withAsciiDigits(out)
      .replace(/[’`´‘]/gu, "'")
      .replace(/[\u00a0\u2002-\u200a\u202f]/gu, ' '),
  );
}

const HAN_DIGITS = '〇一二三四五六七八九';

/** Devanagari digits, and the Chinese numerals of a year and its month, as ASCII. */
const withAsciiDigits = (text: string): string =>
  text
    .replace(/[\u0966-\u096f]/gu, (c) => String(c.charCodeAt(0) - 0x966))
    .replace(/[〇○零一二三四五六七八九]{4}年(?:[一二三四五六七八九]月)?/gu, (all) =>
      all.replace(/[〇○零一二三四五六七八九]/gu, (c) => String(Math.max(0, HAN_DIGITS.indexOf(c)))),
    );

/** Text recognition takes 0 for o and 1 for l: repaired where the rest of the number shows that it is a year or a month. */
const withoutMisreadDigits = (text: string): string =>
  text
    .replace(/(?<![\p{L}\p{N}])(?:[1il]9|2[0o])[\doil]{2}(?![\p{L}\p{N}])/gu, (year) =>
      (year.match(/\d/gu)?.length ?? 0) >= 2 ? asDigits(year) : year,
    )
    .replace(/(?<![\p{L}\p{N}])(?:[0o][1-9]|[1il][0-2o])(?=\s?[/.]\s?(?:19|20)\d\d(?!\d))/gu, asDigits);
const asDigits = (text: string): string => text.replace(/o/gu, '0').replace(/[il]/gu, '1');

const MONTH_OF = new Map<string, number>();
MONTHS.forEach((names, i) => {
  for (const name of names) if (!MONTH_OF.has(foldInPlace(name))) MONTH_OF.set(foldInPlace(name), i + 1);
});
const SEASON_OF = new Map(Object.entries(SEASONS));
const TERM_OF = new Map(Object.entries(TERMS));

const NAME = `(?<![\\p{L}\\p{M}])(?<name>${alternatives([...MONTH_OF.keys()])})(?![\\p{L}\\p{M}])`;
const SEASON = `(?<![\\p{L}])(?<season>${alternatives([...SEASON_OF.keys()])})(?![\\p{L}])`;
const TERM = `(?<![\\p{L}])(?<term>${alternatives([...TERM_OF.keys()])})(?![\\p{L}])`;
const YEAR = '(?<year>19[5-9]\\d|20[0-4]\\d)';
const NOT_BEFORE = '(?<![\\p{L}\\p{N}.,+])(?<!(?<!(?:19|20)\\d)\\d[/-])';
const DAY = '(?<day>0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?<month>0?[1-9]|1[0-2])';

/** A pattern with what a text must hold for it to be found: looking for that first is cheap. */
type Pattern = { pattern: RegExp; named: boolean; season: boolean; term: boolean; year: boolean; short: boolean };

const PATTERNS: readonly Pattern[] = [
  // WS 2018/19, Sommersemester 2020, WS 18/19
  `${TERM}\\s*'?(?:${YEAR}(?:\\s?/\\s?(?:(?:19|20)\\d{2}|\\d{2}))?|(?<short>\\d{2})\\s?/\\s?\\d{2})(?!\\d)`,
  // Q3 2019, 2019 Q3, 3. Quartal 2019, T1 2020
  `(?<![\\p{L}\\p{N}])[qt](?<quarter>[1-4])[\\s/-]{0,3}'?${YEAR}(?!\\d)`,
  `(?<![\\p{L}\\p{N}])${YEAR}[\\s/-]{0,2}q(?<quarter>[1-4])(?![\\p{L}\\p{N}])`,
  `(?<![\\p{L}\\p{N}])(?<quarter>[1-4])(?:\\.|er|e|eme|o|st|nd|rd|th|º|°)?\\s*(?:quartal|trimestre|quarter|kwartaal|kwartal|kvartalet|ceyrek|semestre)\\s*(?:de |of |del |di )?${YEAR}(?!\\d)`,
  // 2019-04-30
  `(?<![\\p{L}\\p{N}])${YEAR}(?<mark>[./-])${MONTH}\\k<mark>${DAY}(?!\\d)`,
  // 2015年11月3日, 2015年
  `(?<!\\d)${YEAR}\\s*年(?:\\s*度)?(?:\\s*${MONTH}\\s*月(?:\\s*${DAY}\\s*[日号])?)?`,
  // 30.04.2019, 30/04/2019
  `${NOT_BEFORE}(?<first>\\d{1,2})\\s?[./-]\\s?(?<second>\\d{1,2})\\s?[./-]\\s?${YEAR}(?!\\d)`,
  // 30.04.19, 04/30/19
  `${NOT_BEFORE}(?<first>\\d{1,2})(?<separator>[./])(?<second>\\d{1,2})\\k<separator>(?<short>\\d{2})(?![\\d./])`,
  // 2019-04-30, 2019.04, 2019/4; not the middle of 09-2017 / 06-2019, but both halves of 2017-09/2019-06
  `(?<![\\p{L}\\p{N}]|(?<![\\d./-]\\s?)\\d{1,2}-)${YEAR}\\s?[./-]\\s?${MONTH}(?:[./-]${DAY})?(?!\\d)(?!\\s?[./]\\s?(?:19|20)\\d\\d(?!-\\d))`,
  // 04/2019, 4.2019, 04 - 2019
  `${NOT_BEFORE}${MONTH}\\s?[./-]\\s?${YEAR}(?!\\d)`,
  // 1er janvier 2019, 1. Januar 2019, 3 de marzo de 2019, Jan. 2019, Jan-19 is below
  `(?:(?<![\\p{L}\\p{N}/.])(?:${DAY})(?:\\.|er|st|nd|rd|th|º|°)?\\s?(?:de |of |-)?)?${NAME}[.,॰]?(?:\\s*(?:de|del|of|di|do|')\\s*|\\s*[-/.,|]\\s*|\\s*)${YEAR}(?!\\d)`,
  // January 1, 2019
  `${NAME}[.॰]?\\s+${DAY}(?:st|nd|rd|th)?,?\\s+${YEAR}(?!\\d)`,
  // 2019 January
  `(?<![\\p{L}\\p{N}])${YEAR},?\\s+${NAME}`,
  // Aug '19, Août 24, Sept-19
  `${NAME}[.,॰]?\\s?[-/]?\\s?'?(?<short>[0-4]\\d|[89]\\d)(?![\\d.,:/%]|\\s?(?:st|nd|rd|th)|\\s?[-–]\\s?\\d{1,2}\\b(?![./]))`,
  // Summer 2022, Fall '19
  `${SEASON}[,]?\\s*(?:of |de |')?${YEAR}(?!\\d)`,
  // Fall '21
  `${SEASON},?\\s*'(?<short>\\d{2})(?!\\d)`,
  // '19
  `(?<![\\p{L}\\p{N}])'(?<short>[0-4]\\d|[89]\\d)(?![\\d\\p{L}'])`,
  // 03/19
  `(?<![\\p{L}\\p{N}./+-])(?<month>0[1-9]|1[0-2])\\s?[/']\\s?(?<short>\\d{2})(?![\\d./%])`,
  // 2019
  `(?<![\\p{L}\\p{N}.,:+#$€£@&=_])(?<!(?<!(?:19|20)\\d)\\d[-/ ])${YEAR}(?![\\p{L}\\d%+@]|[.,:]\\d|\\s?(?:€|\\$|£|km|mm|m2|kg|hours|hrs|users|mots|words|people|employees))`,
].map((source) => ({
  pattern: new RegExp(source, 'gu'),
  named: source.includes(NAME),
  season: source.includes(SEASON),
  term: source.includes(TERM),
  year: source.includes(YEAR) && !source.includes('(?<short>'),
  short: source.includes('(?<short>') && !source.includes(YEAR),
}));

const PRESENT_WORD = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${alternatives(PRESENT.filter((w) => !/\p{Script=Han}/u.test(w)).map(foldInPlace))})(?![\\p{L}\\p{M}])|${alternatives(PRESENT.filter((w) => /\p{Script=Han}/u.test(w)))}`,
  'gu',
);
const MONTH_ALONE = new RegExp(`${NAME}[.॰]?`, 'gu');
const SEASON_ALONE = new RegExp(SEASON, 'gu');
const TERM_ALONE = new RegExp(TERM, 'u');
const JOINT = new RegExp(
  `^[\\s,)(]*(?:(?:[-‐‑–—―‒−~～→>/]|\\.{2,3}|--+)+|(?<![\\p{L}])(?:${alternatives(RANGE_WORDS.map(foldInPlace))})(?![\\p{L}]))[\\s(]*(?:${alternatives(SINCE.map(foldInPlace))})?[\\s]*$`,
  'u',
);
const HAN_JOINT = /^\s*[至到]\s*$/u;
const OPEN_AFTER = /^\s?[-‐‑–—―~]\s*(?:$|[),;:|\]]|\s{2,}|\s(?=\p{Lu}))/u;
const SINCE_BEFORE = new RegExp(`(?<![\\p{L}])(${alternatives(SINCE.map(foldInPlace))})\\s*:?\\s*$`, 'u');
const OPEN_WORDS = new Set(SINCE_OPEN.map(foldInPlace));

/** `2019'dan beri`, `2019 से`, `2019年以来`: endings that open a range. */
const OPEN_BY_ENDING =
  /^(?:'?(?:dan|den|tan|ten)\s+(?:beri|bu\s?yana|itibaren)|\s+yilindan\s+(?:beri|bu\s?yana|itibaren)|\s+onwards?(?!\p{L})|\s+से(?![\p{L}\p{M}])(?!\s*\d)|\s*(?:以来|起)(?!\p{L}))/u;
/** Case endings behind a year: `2018'de`. */
const ENDING = /^'(?:da|de|ta|te|ya|ye|dan|den|tan|ten|a|e)(?![\p{L}])/u;

/** Without two digits side by side (or what may stand for them) there is no year. */
const HAS_NUMBER = /\d{2}|\d[oOlI]|[oOlI]\d|[\u0966-\u096f]{2}|[〇○零一二三四五六七八九]{4}年/u;

const lastYear = (asOf: string | undefined): number => {
  const year = Number(asOf?.slice(0, 4));
  return Number.isInteger(year) && year > 1950 ? year + AHEAD : LAST_YEAR;
};

const fullYear = (short: string, last: number): number => {
  const recent = 2000 + Number(short);
  return recent <= last ? recent : recent - 100;
};

function pointOf(match: RegExpMatchArray, { dayFirst = true, asOf }: Dating): Point | undefined {
  const last = lastYear(asOf);
  const g = match.groups ?? {};
  const index = match.index ?? 0;
  const point: Point = { index, end: index + match[0].length, bare: false };
  if (g.year !== undefined) point.year = Number(g.year);
  else if (g.short !== undefined) point.year = fullYear(g.short, last);
  if (point.year !== undefined && (point.year > last || point.year < 1950)) return undefined;
  if (g.month !== undefined) point.month = Number(g.month);
  if (g.day !== undefined) point.day = Number(g.day);
  if (g.name !== undefined) point.month = MONTH_OF.get(g.name) ?? 1;
  if (g.season !== undefined) point.month = SEASON_OF.get(g.season) ?? 1;
  if (g.term !== undefined) point.month = TERM_OF.get(g.term) ?? 1;
  if (g.quarter !== undefined) point.month = Number(g.quarter) * 3 - 2;
  if (g.first !== undefined && g.second !== undefined) {
    const [a, b] = [Number(g.first), Number(g.second)];
    const dayIsFirst = a > 12 || (b <= 12 && (dayFirst || match[0].includes('.')));
    [point.day, point.month] = dayIsFirst ? [a, b] : [b, a];
    if (point.month < 1 || point.month > 12 || point.day < 1 || point.day > 31) return undefined;
  }
  point.bare = point.month === undefined;
  if (g.season !== undefined) delete point.day;
  return point;
}

/** Numbers that look like years and are none: telephones, versions of programs, standards. */
const NO_DATE =
  /(?:(?<![\p{L}])(?:tel|phone|telefon|telefono|telefone|fax|mobile?|mobil|handy|gsm|whatsapp|cell)[\p{L}]{0,4}[.:]?\s*|\+)\(?\d[\d\s()/.-]{6,}\d|(?<![\p{L}])(?:windows(?: server)?|sql server|server|office(?: 365)?|excel|sharepoint|exchange|visual studio|autocad|revit|solidworks|outlook|powerpoint|catia|inventor|iso(?:\/iec)?|din|expo)\s(?:19|20)\d\d(?!\s?[-–—/.]|\d)/gu;

/** `since 05/19`, and `(06/09)` at the end of a line: the only marks that make two lone pairs of digits a month and a year. */
const SHORT_POINT = new RegExp(
  `(?<![\\p{L}])(?:${alternatives(SINCE_OPEN.map(foldInPlace))})\\s+\\d?\\d\\s?/\\s?\\d\\d(?!\\d)|\\(\\s*[01]\\d/\\d\\d\\s*\\)\\s*$`,
  'u',
);
const YEAR_ANYWHERE = /19[5-9]\d|20[0-4]\d/u;

function pointsIn(folded: string, dating: Dating): Point[] {
  const points: Point[] = [];
  const shortYears =
    /['’]\d\d|\p{L}{3}-\d\d(?!\d).{1,12}\p{L}{3}-\d\d(?!\d)|\d\d\s*[-–—~]|[-–—~]\s*\p{L}+\.?\s*\d\d|(?:19|20)\d\d/u.test(
      folded,
    ) || SHORT_POINT.test(folded);
  // A month or a word for now is no date without a year somewhere.
  const years = YEAR_ANYWHERE.test(folded);
  if (!shortYears && !years) return points;
  const [named, season, term] = [MONTH_ALONE, SEASON_ALONE, TERM_ALONE].map((p) => folded.search(p) >= 0);
  const blocked = [...folded.matchAll(NO_DATE)].map((m) => ({ index: m.index, end: m.index + m[0].length }));
  const free = (from: number, to: number) =>
    points.every((p) => to <= p.index || from >= p.end) && blocked.every((b) => to <= b.index || from >= b.end);
  for (const needs of PATTERNS) {
    if ((needs.named && !named) || (needs.season && !season) || (needs.term && !term)) continue;
    if ((needs.year && !years) || (needs.short && !shortYears)) continue;
    for (const match of folded.matchAll(needs.pattern)) {
      if (match.groups?.short !== undefined && !shortYears) continue;
      const point = pointOf(match, dating);
      if (point !== undefined && free(point.index, point.end)) points.push(point);
    }
  }
  for (const match of folded.matchAll(PRESENT_WORD)) {
    const [index, end] = [match.index, match.index + match[0].length];
    if (free(index, end)) points.push({ index, end, present: true, bare: false });
  }
  for (const pattern of [MONTH_ALONE, SEASON_ALONE]) {
    for (const match of folded.matchAll(pattern)) {
      const [index, end] = [match.index, match.index + match[0].length];
      const month = MONTH_OF.get(match.groups?.name ?? '') ?? SEASON_OF.get(match.groups?.season ?? '');
      if (month !== undefined && free(index, end)) points.push({ index, end, month, bare: false });
    }
  }
  // 2018/19, 2016–17
  return points.sort((a, b) => a.index - b.index);
}

const pad = (n: number): string => String(n).padStart(2, '0');

function iso(point: Point, year = point.year): string | undefined {
  if (year === undefined) return undefined;
  if (point.month === undefined) return String(year);
  return point.day === undefined ? `${year}-${pad(point.month)}` : `${year}-${pad(point.month)}-${pad(point.day)}`;
}

const SHORT_END = /^\s?[/–—-]\s?'?(\d{2})(?![\d./])/u;

/** Finds all dates and ranges of a text in order. */
export const findDates = (text: string, dating?: Dating): readonly FoundDate[] =>
  dating === undefined ? datesOf(text) : datesUnder(text, dating);

const datesOf = remembered((text) => datesIn(text, {}));

/** The dating of a document goes with the document, and what was found under it too. */
const underDating = new WeakMap<Dating, Map<string, readonly FoundDate[]>>();

function datesUnder(text: string, dating: Dating): readonly FoundDate[] {
  const known = underDating.get(dating) ?? new Map<string, readonly FoundDate[]>();
  underDating.set(dating, known);
  const dates = known.get(text) ?? datesIn(text, dating);
  if (known.size < 5000) known.set(text, dates);
  return dates;
}

function datesIn(text: string, dating: Dating): FoundDate[] {
  if (text.length > 2000 || !HAS_NUMBER.test(text)) return [];
  const folded = foldInPlace(text);
  const points = pointsIn(folded, dating);
  const found: FoundDate[] = [];
  for (let i = 0; i < points.length; i++) {
    const point = points[i];
    const next = points[i + 1];
    if (point === undefined) continue;
    const between = next === undefined ? '' : folded.slice(point.end, next.index);
    const joined =
      next !== undefined &&
      point.present !== true &&
      (JOINT.test(between) ||
        HAN_JOINT.test(between) ||
        // The word for now may hold the joint itself: `até o momento`, `2015年至今`.
        (next.present === true && /^\s*$/u.test(between)));
    // Text recognition loses thin dashes and tables have none: two dates side by side, the later one last, are a range.
    const touching =
      !joined &&
      next?.year !== undefined &&
      point.year !== undefined &&
      /^\s+$/u.test(between) &&
      (next.month === undefined) === (point.month === undefined) &&
      (iso(next) ?? '') >= (iso(point) ?? '');
    const before = folded.slice(Math.max(0, point.index - 12), point.index);
    const since = SINCE_BEFORE.exec(before);
    const index = since === null ? point.index : point.index - since[0].length;
    if ((joined || touching) && next !== undefined) {
      const startYear = point.year ?? next.year;
      const start = iso(point, startYear);
      const end =
        next.present === true
          ? undefined
          : iso(
              next,
              next.year ??
                (next.month !== undefined &&
                point.month !== undefined &&
                point.year !== undefined &&
                next.month >= point.month
                  ? point.year
                  : undefined),
            );
      if (
        start !== undefined &&
        (next.present === true || end !== undefined) &&
        !(end !== undefined && Number(end.slice(0, 4)) < Number(start.slice(0, 4)))
      ) {
        found.push(
          range({ index, end: next.end, start, ...(end === undefined ? {} : { endDate: end }), strong: true }),
        );
        i++;
        continue;
      }
    }
    if (point.year === undefined) continue;
    const start = iso(point);
    if (start === undefined) continue;
    const onwards = OPEN_BY_ENDING.exec(folded.slice(point.end));
    if (onwards !== null) {
      found.push(range({ index, end: point.end + onwards[0].length, start, strong: true }));
      continue;
    }
    const ending = ENDING.exec(folded.slice(point.end));
    if (ending !== null) point.end += ending[0].length;
    const short = point.bare ? SHORT_END.exec(folded.slice(point.end)) : null;
    const shortYear = short === null ? undefined : Math.floor(point.year / 100) * 100 + Number(short[1]);
    if (short !== null && shortYear !== undefined && shortYear > point.year && shortYear - point.year < 13) {
      found.push(range({ index, end: point.end + short[0].length, start, endDate: String(shortYear), strong: true }));
      continue;
    }
    const open = OPEN_AFTER.exec(folded.slice(point.end));
    if (open !== null && (point.end + open[0].length >= folded.length || !point.bare || /[):|\]]$/u.test(open[0]))) {
      const dash = /[-–—―~]/u.exec(open[0]);
      found.push(range({ index, end: point.end + (dash?.index ?? 0) + 1, start, strong: true }));
      continue;
    }
    if (since !== null && OPEN_WORDS.has(since[1] ?? '')) {
      found.push(range({ index, end: point.end, start, strong: true }));
      continue;
    }
    found.push({
      end: start,
      present: false,
      kind: 'point',
      index: point.index,
      length: point.end - point.index,
      strong: !point.bare,
    });
  }
  return found;
}

function range({
  index,
  end,
  start,
  endDate,
  strong,
}: {
  index: number;
  end: number;
  start: string;
  endDate?: string;
  strong: boolean;
}): FoundDate {
  return {
    start,
    ...(endDate === undefined ? {} : { end: endDate }),
    present: endDate === undefined,
    kind: 'range',
    index,
    length: end - index,
    strong,
  };
}

export const hasDate = (text: string): boolean => findDates(text).length > 0;

/** The text with the given dates and the brackets or separators around them cut out. */
export function withoutDates(text: string, dates: readonly FoundDate[]): string {
  let out = '';
  let from = 0;
  for (const date of dates) {
    out += `${text.slice(from, date.index)} \ue000 `;
    from = date.index + date.length;
  }
  out += text.slice(from);
  return out
    .replace(/[([{]\s*\ue000\s*[)\]}]/gu, '\ue000')
    .replace(/\s*\ue000\s*/gu, ' \ue000 ')
    .replace(/[,;:|–—-]?\s*\ue000\s*/gu, '  ')
    .trim();
}
