/** Where the person lives: city, region, country, with or without street and postal code; never where an employer is. */
import { findDates } from './dates.rules.ts';
import { EMAIL, EMAIL_ONCE } from './email.rules.ts';
import { headingKind } from './headings.rules.ts';
import type { Line } from './item.schema.ts';
import { type Fragment, fragmentsOf, isPersonal, labelKind } from './labels.rules.ts';
import { countryIn, isProse, languageNamed, orgScore, placeScore, schoolScore, titleScore } from './lexicon.rules.ts';
import { URL_TEXT } from './links.rules.ts';
import type { Section } from './sections.rules.ts';
import { HAN, trimEdges, wordCount } from './text.rules.ts';
import { clamp, type Found, spanOf } from './value.rules.ts';

export type Place = { address?: string; city?: string; region?: string; postalCode?: string; countryCode?: string };

const PLACE_WORDS =
  /^(?:based in|living in|lives? in|residing in|resident of|wohnhaft in|aus|habite à|résidant à|vivo en|resido em|moro em|residente (?:a|en|em)|woonachtig in|mieszkam w|bor i|located in)\s+/iu;
const RELOCATE =
  /[\s,;(–-]*\b(?:(?:willing|open|ready|able) to (?:relocate|move|travel)|relocation|umzugsbereit|mobile?\s+(?:sur|dans|toute)|mobilité|disponibilidad (?:de|para)|disponível para|disponibilità).*$/iu;
const STREET =
  /\b(?:st|street|ave|avenue|road|rd|blvd|boulevard|dr|drive|lane|ln|way|court|ct|place|pl|rue|allée|impasse|quai|chemin|route|calle|c\/|carrer|avenida|av|avda|plaza|paseo|rua|travessa|praça|alameda|rodovia|via|viale|piazza|corso|platz|allee|weg|straat|laan|plein|gracht|ul|ulica|al|aleja|os|osiedle|gatan|gata|vägen|väg|sokak|sok|sk|cad|caddesi|mah|mahallesi|bulvarı|nagar|marg|colony|sector)\b|stra(?:ß|ss)e|str\.|weg\b|gasse|platz\b|straat\b|gatan\b|vägen\b|[路街巷弄号]|मार्ग|नगर|गली|सेक्टर/iu;
const POSTAL =
  /(?<![\d.])(?:[A-Z]{1,2}[- ])?\d{4,6}(?:-\d{3,4})?\s+\p{Lu}|,\s*[A-Z]{2},?\s+\d{5}|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b|\b\d{5}-\d{3}\b|\b\d{2}-\d{3}\s+\p{Lu}|\b\d{3}\s\d{2}\s+\p{Lu}|\b\d{4}\s?[A-Z]{2}\s+\p{Lu}|\p{L}\s*[-–,]?\s*\d{6}\b|^\d{5,6}$|\p{Lu}\p{Ll}+\s+\d{5}\b/u;
const HAN_PLACE = /^[\p{Script=Han}·\s-]{2,30}$/u;
const HAN_UNIT = /[省市区區县縣镇州]|(?:路|街|巷|弄|号|室|大道)/u;

/** What is drawn before contact data: a house, a pin. */
const SYMBOLS = /^(?:[\p{So}\p{Co}\s]|\uFE0F)+/u;
/** The number of a city's district: `Dublin 8, Ireland`. */
const DISTRICT = /(?<=^\p{Lu}[\p{L}\p{M}]+)\s\d{1,2}(?=\s*,)/u;
const CASELESS_NAME = /^[\p{Lo}\p{M}.]+(?:\s[\p{Lo}\p{M}.]+){0,2}$/u;

const POSTAL_LABEL =
  /\b(?:CEP|C\.?P\.|PLZ|ZIP(?: code)?|postcode|postal code|code postal|código postal|PIN)\s*[:.]?\s+(?=\d)/iu;
const KIND_OF_ADDRESS =
  /\s*\((?:home|work|office|domicilio|casa|particular|domicile|privat|wohnung|zuhause|thuis|dom|hem|bostad|ev|residencial|abitazione|trabajo|trabalho|travail|lavoro)\)\s*$/iu;

/** A phone number set among the address, by its plus or its leading zero. */
const PHONE_IN_TEXT = /(?<![\p{L}\d])(?:\+\s?\d|\(?0\d)(?!\d{3}-\d{3}(?!\d))[\d\s()./-]{6,}\d/gu;

type Candidate = { text: string; line: Line; score: number };

/** How likely a fragment of the header or contact section says where the person lives. */
function score({ text, label }: { text: string; label: Fragment['label'] }): number {
  const street = /\d/u.test(text) && STREET.test(text);
  const postal = POSTAL.test(text);
  let value = placeScore(text.replace(DISTRICT, ''));
  if (postal) value += 0.8;
  if (street) value += 0.6;
  if (HAN.test(text) && HAN_PLACE.test(text.replace(/[\d(),，（）]/gu, '')) && HAN_UNIT.test(text) && text.length <= 30)
    value += text.length <= 12 ? 0.7 : 0.5;
  // `Clermont-Ferrand (63)`, `Monza (MB)`: department or province in brackets.
  if (value === 0 && /^\p{Lu}[\p{L}\p{M}.'’ -]{1,40}\s\((?:\d{2,3}|[A-Z]{2})\)$/u.test(text)) value += 0.75;
  if (label === 'address' || label === 'city') value += wordCount(text) <= 14 ? 1 : 0.3;
  // `Somewhere, Someland`: two or three short capitalised names that are nothing else.
  const segments = text.split(/\s*[,，/]\s*|\s[-–|]\s/u);
  const shaped = segments.every((s) =>
    /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:d[aeo]s?|del|la|le|sur|am|an der|im|in|of|\p{Lu}[\p{L}\p{M}.'’-]*)){0,3}$/u.test(
      s,
    ),
  );
  if (value === 0 && segments.length >= 2 && segments.length <= 3 && shaped)
    value += countryIn(segments.at(-1) ?? '') === undefined ? 0.35 : 0.8;
  // Scripts without capitals: several short names, one of them a known place or a word for a quarter.
  const isNames = segments.length >= 2 && segments.length <= 4 && segments.every((s) => CASELESS_NAME.test(s));
  if (isNames && segments.some((s) => placeScore(s) > 0.5 || STREET.test(s))) value = Math.max(value, 0.8);
  if (/(?:\+|\()?\d[\d\s()-]{8,}/u.test(text) && !postal && !street) value -= 1;
  value -= titleScore(text) * 0.8;
  value -= street || postal ? 0 : orgScore(text) * 0.4 + schoolScore(text) * 0.8;
  return value;
}

/** The place of the header and contact lines that is likeliest; without such lines, one beside the e-mail or phone. */
export function readLocation({
  near,
  sections,
  name,
}: {
  near: readonly Line[];
  sections: readonly Section[];
  name: string | undefined;
}): Found<Place> | undefined {
  const own = sections.filter((s) => s.kind === 'header' || s.kind === 'contact').flatMap((s) => s.lines);
  // Where jobs stand in the head, their places are not the person's.
  const job = own.findIndex((l) => findDates(l.text).some((d) => d.kind === 'range' && d.strong));
  const pool = (own.length > 0 ? own.slice(0, job === -1 ? 50 : Math.max(3, job - 1)) : near.slice(0, 10)).slice(0, 50);
  let best: Candidate | undefined;
  const consider = ({ text: raw, line, label }: Fragment, penalty: number): void => {
    if (label === 'personal' || label === 'name' || label === 'title' || label === 'web') return;
    if (label === undefined && standsBesideEmployer(line)) return;
    const text = trimEdges(
      raw
        .replace(SYMBOLS, '')
        .replace(PLACE_WORDS, '')
        .replace(POSTAL_LABEL, ' ')
        .replace(KIND_OF_ADDRESS, '')
        .replace(EMAIL, ' ')
        .replace(URL_TEXT, ' ')
        .replace(PHONE_IN_TEXT, ' ')
        .replace(RELOCATE, '')
        .replace(/(?:\s*,\s*){2,}/gu, ', '),
    );
    if (text === '' || text.length > 140 || text === name || isPersonal({ text })) return;
    if (/[:：@]/u.test(text) || languageNamed(text) !== undefined) return;
    if (findDates(text).some((d) => d.kind === 'range' || d.strong) || (isProse(text) && !POSTAL.test(text))) return;
    const value = score({ text, label }) - penalty;
    if (value >= 0.6 && (best === undefined || value > best.score + 0.05)) best = { text, line, score: value };
  };
  pool.forEach((line, i) => {
    const fragments = fragmentsOf(pool.slice(Math.max(0, i - 1), i + 1)).filter((f) => f.line === line);
    for (const fragment of fragments) consider(fragment, i * 0.01);
    // Where none of its pieces is a place, the whole may be one.
    if (fragments.length > 1 && best?.line !== line)
      for (const cell of line.cells) consider({ text: cell.text, line }, i * 0.01 + 0.1);
    // Street on one line, postal code and city on the next, perhaps the country on a third.
    const [next, third] = [pool[i + 1], pool[i + 2]];
    const follows = (a: Line, b: Line | undefined): b is Line =>
      b !== undefined && b.gap < 1 && b.page === a.page && Math.abs(b.x - a.x) < 30 && b.index === a.index + 1;
    const first = fragments.at(-1);
    if (first === undefined || !follows(line, next)) return;
    const below = fragmentsOf([next])[0];
    if (below === undefined || below.label !== undefined) return;
    // `Leeds, United` / `Kingdom`: the name of the country broken by the margin.
    const [tail, lead] = [first.text.split(/,\s*/u).at(-1) ?? '', below.text.split(/,\s*/u)[0] ?? ''];
    if (countryIn(tail) === undefined && countryIn(lead) === undefined && countryIn(`${tail} ${lead}`) !== undefined) {
      consider({ text: `${first.text} ${below.text}`, line }, i * 0.01 - 0.2);
      return;
    }
    const startsAddress =
      first.label === 'address' || first.label === 'city' || (/\d/u.test(first.text) && STREET.test(first.text));
    // `…, 69002` / `Lyon`: the city alone in the next line of a narrow column.
    const cityAlone =
      /\d{4,6}$/u.test(first.text) && /^\p{Lu}[\p{L} '’-]{2,30}$/u.test(below.text) && wordCount(below.text) <= 3;
    if (cityAlone && STREET.test(first.text)) {
      consider({ text: `${first.text} ${below.text}`, line }, i * 0.01 - 0.2);
      return;
    }
    if (startsAddress && (POSTAL.test(below.text) || placeScore(below.text) > 0.5)) {
      const country =
        follows(next, third) && countryIn(third.text) !== undefined && wordCount(third.text) <= 3
          ? third.text
          : undefined;
      const joined = [first.text, below.text, country]
        .filter((t) => t !== undefined)
        .join(', ')
        .replace(/,,/gu, ',');
      consider({ text: joined, line, ...(first.label === undefined ? {} : { label: first.label }) }, i * 0.01);
    }
  });
  if (best === undefined) {
    // No contact section: what stands within two lines of the e-mail or phone in the same column.
    const anchors = near.filter((l) => EMAIL_ONCE.test(l.text) || (/\+\d/u.test(l.text) && l.text.length < 30));
    for (const line of near) {
      const close = anchors.some(
        (a) => a.column === line.column && a.page === line.page && Math.abs(a.index - line.index) <= 2,
      );
      if (close && line.text.length < 60) for (const fragment of fragmentsOf([line])) consider(fragment, 0);
    }
  }
  for (const line of pool) {
    if (best !== undefined) break;
    const city = cityAmongContact(line, name);
    if (city !== undefined) best = { text: city, line, score: 0 };
  }
  if (best === undefined) return undefined;
  return {
    value: splitAddress(best.text),
    confidence: clamp(0.55 + best.score * 0.25),
    spans: [spanOf(best.line, best.text)],
  };
}

/** `Villeurbanne | +33 6 … | jane@example.fr`: one short name between number and address is the place, known or not. */
function cityAmongContact(line: Line, name: string | undefined): string | undefined {
  const texts = fragmentsOf([line]).map((f) =>
    f.label === undefined || f.label === 'city' ? f.text.replace(SYMBOLS, '') : '',
  );
  const isNumber = (text: string): boolean => (text.match(/\d/gu)?.length ?? 0) >= 7;
  if (!EMAIL_ONCE.test(line.text) || !isNumber(line.text)) return undefined;
  const rest = texts.filter((t) => t !== '' && !EMAIL_ONCE.test(t) && !isNumber(t) && !/[./@]/u.test(t));
  const [only] = rest;
  if (only === undefined || rest.length > 1 || only === name) return undefined;
  const isCity = /^\p{Lu}[\p{Ll}\p{M}’'-]{2,}(?:[ -]\p{Lu}?[\p{Ll}\p{M}’'-]+){0,2}$/u.test(only);
  if (!isCity || labelKind(only) !== undefined || headingKind(only) !== undefined) return undefined;
  const isOther = titleScore(only) > 0 || orgScore(only) > 0 || schoolScore(only) > 0 || isPersonal({ text: only });
  return isOther || languageNamed(only) !== undefined || NO_CITY.test(only) ? undefined : only;
}

/** Names of sites and papers that stand among contact data. */
const NO_CITY =
  /^(?:linkedin|github|gitlab|xing|portfolio|website|resume|résumé|curriculum|cv|behance|remote|twitter)\b/iu;

/** At the other end of the line stands an employer or a school: the place is theirs. */
const standsBesideEmployer = (line: Line): boolean =>
  line.cells.length > 1 &&
  line.cells.some((c) => placeScore(c.text) < 0.6 && (schoolScore(c.text) >= 0.6 || orgScore(c.text) >= 0.7));

/** `北京市海淀区中关村大街1号` → its parts. */
function splitHanAddress(text: string): Place {
  const plain = text.replace(/[\s·,，]/gu, '');
  const match =
    /^(?:中国)?((?:\p{Script=Han}{2,8}?(?:省|自治区)))?((?:\p{Script=Han}{2,6}?(?:市|自治州|州)))?(\p{Script=Han}{1,6}?(?:区|區|县|縣|市|镇))?(.*)$/u.exec(
      plain,
    );
  const [, province, city, district, rest] = match ?? [];
  if (match === null || (province === undefined && city === undefined && district === undefined)) return { city: text };
  const address = `${city === undefined ? '' : (district ?? '')}${rest ?? ''}`;
  return {
    ...(province === undefined ? {} : { region: province }),
    city: city ?? district ?? province ?? text,
    ...(address === '' ? {} : { address }),
    countryCode: 'CN',
  };
}

const CODE = '\\d{4}\\s?[A-Z]{2}(?=\\s|$)|(?:[A-Z]{1,2}[- ])?\\d{4,6}(?:-\\d{3,4})?|\\d{2}-\\d{3}|\\d{3}\\s\\d{2}';
const CODE_FIRST = new RegExp(`^(${CODE})\\s+(\\p{L}.*)$`, 'u');
const CODE_LAST =
  /^(\p{L}.*?)[\s-]+(\d{4,6}(?:-\d{3,4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2})$/u;
const CODE_ALONE = new RegExp(`^(?:${CODE}|[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d|[A-Z]{1,2}\\d{1,2}[A-Z]?\\s\\d[A-Z]{2})$`, 'u');

/** `Hauptstr. 5, 30419 Hannover, Germany` → its parts. */
export function splitAddress(text: string): Place {
  if (HAN.test(text) && HAN_UNIT.test(text)) return splitHanAddress(text);
  const segments = text
    .replace(/[()]/gu, ' ')
    .split(/\s*[,，;]\s*|\s[-–|]\s|(?<=\p{L})\/(?=\p{Lu})/u)
    .map((s) => s.replace(/\s+/gu, ' ').trim())
    .filter((s) => s !== '');
  const out: Place = {};
  const country = countryIn(segments.at(-1) ?? '');
  if (country !== undefined && segments.length > 1 && !/^[A-Z]{2}$/u.test(segments.at(-1) ?? '')) {
    out.countryCode = country;
    const last = segments.pop() ?? '';
    const coded = CODE_FIRST.exec(last) ?? undefined;
    if (coded !== undefined) segments.push(coded[1] ?? '');
  } else if (country !== undefined && segments.length === 1 && wordCount(text) <= 3)
    return { countryCode: country, region: text };
  const rest: string[] = [];
  let codeAt: number | undefined;
  for (const segment of segments) {
    const coded = CODE_FIRST.exec(segment);
    const trailing = CODE_LAST.exec(segment);
    if (coded !== null && !STREET.test(coded[2] ?? '')) {
      out.postalCode = coded[1] ?? '';
      out.city = coded[2] ?? '';
    } else if (trailing !== null && out.postalCode === undefined && !STREET.test(trailing[1] ?? '')) {
      out.postalCode = trailing[2] ?? '';
      rest.push(trailing[1] ?? '');
    } else if (CODE_ALONE.test(segment)) {
      out.postalCode = segment;
      codeAt = rest.length;
    } else rest.push(segment);
  }
  // `Calle Mayor 14, 50001, Zaragoza`: the city stands behind its code.
  if (out.city === undefined && codeAt !== undefined && codeAt > 0 && rest[codeAt] !== undefined)
    [out.city] = rest.splice(codeAt, 1);
  const last = rest.at(-1);
  if (out.city === undefined && last !== undefined) {
    // `Leeds, West Yorkshire, United Kingdom`: between a city that is known and its country.
    const isBetween = country !== undefined && rest.length === 2 && placeScore(rest[0] ?? '') === 1;
    const isRegion = rest.length > 1 && (/^[A-Z]{2,3}$/u.test(last) || placeScore(last) === 1 || isBetween);
    if (isRegion) {
      out.region = last;
      rest.pop();
    }
    const city = rest.pop();
    if (city !== undefined) out.city = city;
  } else if (out.city !== undefined && last !== undefined && segments.indexOf(last) > 0 && /^[A-Z]{2,3}$/u.test(last)) {
    out.region = last;
    rest.pop();
  }
  if (rest.length > 0) out.address = rest.join(', ');
  return out;
}
