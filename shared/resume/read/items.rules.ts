/**
 * Lists of certificates, awards, publications and projects: one item each, with who gave it, when and where it is told.
 * Over 300 lines because the four share how a list is cut and how an item falls into pieces.
 */
import { type Dating, type FoundDate, findDates, withoutDates } from './dates.rules.ts';
import { joinText } from './hyphens.rules.ts';
import type { Line } from './item.schema.ts';
import { isProse, orgScore, placeScore, schoolScore } from './lexicon.rules.ts';
import { signature } from './lines.rules.ts';
import { splitList } from './skills.rules.ts';
import { fold, trimEdges, wordCount } from './text.rules.ts';
import { type Found, spanOf } from './value.rules.ts';

/** One item of a list: its lines, and its text with wrapped lines joined; `head` ends where prose begins. */
export type ListItem = { lines: Line[]; text: string; links: string[]; date?: FoundDate };

/** Cuts a section into items: by bullets, by white space, by a look that comes back, or line by line. */
export function listItems(lines: readonly Line[]): ListItem[] {
  const starts = itemStarts(lines);
  const out: ListItem[] = [];
  lines.forEach((line, i) => {
    const last = out.at(-1);
    const previous = lines[i - 1];
    if (last === undefined || previous === undefined || starts.has(i)) {
      out.push({ lines: [line], text: line.text, links: [] });
      return;
    }
    last.lines.push(line);
    last.text = joinText(last.text, previous, line.text);
  });
  for (const item of out) {
    item.links = item.lines.flatMap((l) => l.cells.flatMap((c) => c.links)).filter((l) => /^https?:/iu.test(l));
    const dates = findDates(item.text);
    const date = dates.find((d) => d.kind === 'range') ?? dates.at(-1);
    if (date !== undefined) item.date = date;
  }
  return out;
}

function itemStarts(lines: readonly Line[]): ReadonlySet<number> {
  const starts = new Set<number>([0]);
  const at = (test: (line: Line, i: number) => boolean): void => {
    lines.forEach((line, i) => {
      if (i > 0 && test(line, i)) starts.add(i);
    });
  };
  const bullets = lines.filter((l) => l.bullet).length;
  const first = lines[0];
  if (bullets >= 2 && first?.bullet === true) {
    at((line) => line.bullet);
    return starts;
  }
  // A look that only the first line of each item has: bold titles above plain text.
  const look = first === undefined ? '' : signature(first);
  const alike = lines.filter((l) => signature(l) === look).length;
  if (alike >= 2 && alike < lines.length && first !== undefined && (first.weight >= 600 || first.italic)) {
    at((line, i) => signature(line) === look && signature(lines[i - 1] ?? line) !== look);
    at((line, i) => signature(line) === look && line.gap > 0.6 && lines[i - 1] !== undefined);
    if (starts.size > 1) return starts;
  }
  // A date alone above each item.
  const onlyDate = (line: Line): boolean => {
    const dates = findDates(line.text);
    return dates.length > 0 && !/[\p{L}\d]/u.test(withoutDates(line.text, dates));
  };
  if (first !== undefined && lines.length > 1 && onlyDate(first)) {
    at(onlyDate);
    return starts;
  }
  const goesOn = (line: Line, i: number): boolean => {
    const previous = lines[i - 1];
    if (previous === undefined || previous.column !== line.column || line.bullet) return false;
    return (
      previous.broken !== undefined ||
      /^[\p{Ll}(]/u.test(line.text) ||
      /[,&–(-]$/u.test(previous.text) ||
      (previous.full && line.gap < 0.7 && isProse(previous.text))
    );
  };
  const gaps = lines.filter((l, i) => i > 0 && l.gap > 0.9 && Number.isFinite(l.gap)).length;
  // White space cuts where some lines stand close and others apart.
  if (gaps > 0 && gaps < lines.length - 1) {
    at((line, i) => line.gap > 0.9 && !goesOn(line, i));
    return starts;
  }
  // `Title` / `Issuer, 2020`: a date alone closes each item when it comes every second line.
  const dated = lines.map((l) => findDates(l.text).length > 0);
  const every = dated.filter(Boolean).length;
  const period = every > 0 ? lines.length / every : 1;
  if (every >= 2 && Number.isInteger(period) && period > 1 && period <= 3) {
    const offset = dated.indexOf(true);
    if (dated.every((d, i) => d === (i % period === offset))) {
      at((_, i) => i % period === 0);
      return starts;
    }
  }
  at((line, i) => !goesOn(line, i));
  return starts;
}

export type Credential = { name: Found; issuer?: Found; date?: Found; url?: string; rest: string[] };

const LEVEL_PART =
  /^(?:(?:senior |junior )?associate|professional|foundations?|practitioner|expert|level [\divx]+|niveau \w+|stufe \w+|specialty|speciality|advanced|fundamentals|intermediate|beginner|master|basic|core|entry|v?\d+(?:\.\d+)?|[abc][12]|n[1-5]|part [\divx]+|module \d+)\b/iu;
const NAME_GOES_ON =
  /(?:\bcertified|\bcertificate|\bcertification|\bzertifiziert(?:er|e)?|\bzertifikat|\bcertifi[eé]e?|\bcertificado|\bcertificazione|\bcertificat)$/iu;
/** Those who give certificates and are named without a word such as `Institute`. */
const GIVERS =
  /\b(?:aws|amazon(?: web services)?|microsoft|google(?: cloud)?|cisco|oracle|ibm|sap|red ?hat|vmware|salesforce|hubspot|adobe|meta|facebook|linkedin(?: learning)?|coursera|udemy|edx|udacity|pluralsight|datacamp|codecademy|openclassrooms|platzi|alura|hashicorp|cncf|linux foundation|the linux foundation|scrum\.org|scrum alliance|scaled agile|pmi|axelos|peoplecert|isc2|\(isc\)²|isaca|comptia|ec-council|offensive security|giac|sans|istqb|ielts|toefl|ets|cambridge(?: english)?|goethe-institut|alliance française|instituto cervantes|telc|ihk|hwk|tüv(?: \p{L}+)?|dekra|american heart association|aha|american red cross|red cross|croix-rouge|rotes kreuz|drk|nvidia|databricks|snowflake|mongodb|kubernetes|deeplearning\.ai|stanford(?: online)?|harvardx?|mitx?|iit|nptel|freecodecamp|hackerrank|tableau|autodesk|unity|itil|senai|senac|fundação bradesco|cruz vermelha|afpa|cnam)\b/iu;
const BY =
  /\s*(?:[-–—|,·•(]\s*)?\b(?:issued by|awarded by|offered by|presented by|by|from|von(?: der| dem)?|durch|ausgestellt von|délivré par|par|otorgado por|impartido por|por|emitido por|rilasciato da|presso|door|przez|utfärdat av|av|tarafından|bei(?: der| dem)?|chez|颁发机构)\s*[:：]?\s+(?=\p{Lu}|\p{Script=Han})/u;

const giverScore = (text: string): number =>
  Math.max(orgScore(text), schoolScore(text), GIVERS.test(text) && wordCount(text) <= 6 ? 0.7 : 0);

/** `Leeds Chamber of Commerce`: a name of three words or more in capitals, though none is known. */
const isNamed = (text: string): boolean => {
  const list = text.split(/\s+/u);
  const capital = list.filter((w) => /^\p{Lu}/u.test(w)).length;
  return capital >= 3 || (capital >= 2 && list.length >= 3 && list.every((w) => /^\p{Lu}/u.test(w) || w.length <= 4));
};

/** A short name in capitals, no number of hours or grade. */
const mayGive = (text: string): boolean =>
  /^\p{Lu}/u.test(text) && wordCount(text) <= 5 && !/\d/u.test(text) && !LEVEL_PART.test(text);

/** The pieces of an item set apart by place or by a mark, dates and links taken out. */
function piecesOf(item: ListItem): { text: string; line: Line; apart: boolean }[] {
  const out: { text: string; line: Line; apart: boolean }[] = [];
  const push = (raw: string, line: Line, apart: boolean): void => {
    const text = trimEdges(
      withoutDates(raw, findDates(raw))
        .replace(/https?:\/\/\S+|\bwww\.\S+/giu, ' ')
        .replace(
          /\(?\b(?:credential|certificate|licen[sc]e|zertifikats?)[- ]?(?:id|no|nr|number|nummer)?\.?\s*[:#]\s*\S+\)?/giu,
          ' ',
        )
        .replace(
          /\b(?:issued|expires?|expiration|valid (?:until|through)|gültig bis|ausgestellt|délivré|expedida|expedido|emitido|emissão)(?: (?:on|in|am|en|el|em|le))?\s*[:：]?\s*$/iu,
          ' ',
        ),
    );
    if (/[\p{L}\p{N}]{2,}/u.test(text)) out.push({ text, line, apart });
  };
  item.lines.forEach((line, i) => {
    const previous = item.lines[i - 1];
    const wraps =
      i > 0 &&
      previous !== undefined &&
      line.cells.length === 1 &&
      (previous.broken !== undefined || /^[\p{Ll}(&]/u.test(line.text) || /[,&–-]$/u.test(previous.text));
    line.cells.forEach((cell, c) => {
      const parts = cell.text.split(/\s+[|·•–—]\s+|\s+-\s+|\s*\|\s*|\s*[;；]\s*|\t/u);
      parts.forEach((part, p) => {
        const last = out.at(-1);
        if (wraps && c === 0 && p === 0 && last !== undefined && previous !== undefined) {
          last.text = trimEdges(joinText(last.text, previous, part));
          return;
        }
        push(part, line, c > 0 || i > 0);
      });
    });
  });
  return out;
}

/** A certificate or award: its name, who gave it, when. */
export function readCredential(item: ListItem, dating: Dating): Credential | undefined {
  const pieces = piecesOf(item);
  // A level belongs to the name before it: `Solutions Architect – Associate`.
  for (let i = 1; i < pieces.length; i++) {
    const [before, piece] = [pieces[i - 1], pieces[i]];
    if (before === undefined || piece === undefined || piece.apart) continue;
    const joins = (LEVEL_PART.test(piece.text) && wordCount(piece.text) <= 4) || NAME_GOES_ON.test(before.text);
    if (!joins) continue;
    before.text = `${before.text}${NAME_GOES_ON.test(before.text) ? ': ' : ' – '}${piece.text}`;
    pieces.splice(i, 1);
    i--;
  }
  const named = pieces.filter((p) => placeScore(p.text) < 0.85 || pieces.length === 1);
  let first = named[0];
  if (first === undefined) return undefined;
  let second: (typeof named)[number] | undefined;
  const by = BY.exec(first.text);
  const comma = /^(.{4,}?),\s+(.+)$/u.exec(first.text);
  if (by !== null && by.index > 3) {
    second = { ...first, text: trimEdges(first.text.slice(by.index + by[0].length).replace(/\)$/u, '')) };
    first = { ...first, text: trimEdges(first.text.slice(0, by.index)) };
  } else if (named.length > 1) {
    const ranked = named.slice(0, 4).map((p, i) => ({
      p,
      score: giverScore(p.text) - i * 0.05 + (i > 0 && (p.apart || mayGive(p.text)) && !isProse(p.text) ? 0.3 : 0),
    }));
    const best = ranked.slice(1).sort((a, b) => b.score - a.score)[0];
    const firstScore = ranked[0]?.score ?? 0;
    if (best !== undefined && best.score >= 0.25 && !isProse(best.p.text)) {
      // `Acme Institute – Welding certificate`: the giver may stand first.
      const swapped = firstScore >= 0.6 && best.score - 0.3 < 0.3 && !best.p.apart;
      second = swapped ? first : best.p;
      first = swapped ? best.p : first;
    }
  } else if (comma?.[1] !== undefined && comma[2] !== undefined && (giverScore(comma[2]) >= 0.6 || isNamed(comma[2]))) {
    second = { ...first, text: trimEdges(comma[2]) };
    first = { ...first, text: trimEdges(comma[1]) };
  }
  const date = dateOf(item, dating);
  const rest = pieces.filter((p) => p !== first && p !== second && !named.slice(0, 2).includes(p)).map((p) => p.text);
  const found = (p: { text: string; line: Line }, confidence: number): Found => ({
    value: p.text,
    confidence: isProse(p.text) ? Math.min(confidence, 0.5) : confidence,
    spans: [spanOf(p.line, p.text)],
  });
  return {
    name: found(first, 0.8),
    ...(second === undefined ? {} : { issuer: found(second, giverScore(second.text) >= 0.6 ? 0.8 : 0.6) }),
    ...(date === undefined ? {} : { date }),
    ...(item.links[0] === undefined ? {} : { url: item.links[0] }),
    rest,
  };
}

function dateOf(item: ListItem, dating: Dating): Found | undefined {
  for (const line of item.lines) {
    const dates = findDates(line.text, dating);
    const date = dates.find((d) => d.kind === 'range') ?? dates[0];
    const value = date?.kind === 'range' ? (date.end ?? date.start) : date?.end;
    if (date === undefined || value === undefined) continue;
    const raw = line.text.slice(date.index, date.index + date.length);
    return { value, confidence: date.strong ? 0.85 : 0.75, spans: [spanOf(line, raw)] };
  }
  return undefined;
}

export type Publication = { name: Found; publisher?: Found; releaseDate?: Found; url?: string };

const QUOTED = /[“"„«‟]([^“”"„«»]{12,})[”"“»‟]/u;
const IN_VENUE =
  /(?:^|[.,:]\s*)\bIn:?\s+((?:Proc(?:eedings|\.)|Journal|Conference|International|Advances|ACM|IEEE)[^.]{3,160})/u;

/** A publication: the title in quotes, or set apart from the venue in italics; else the whole reference. */
export function readPublication(item: ListItem, dating: Dating): Publication | undefined {
  if (wordCount(item.text) < 3) return undefined;
  const whole = item.text.replace(/^(?:\[\w{1,6}\]|\(?\d{1,3}[.)])\s*/u, '').trim();
  const quoted = QUOTED.exec(whole)?.[1]?.replace(/[,.\s]+$/u, '');
  const italic = item.lines
    .flatMap((l) => l.cells.flatMap((c) => c.pieces))
    .filter((p) => p.italic)
    .map((p) => p.text)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const venue = IN_VENUE.exec(whole)?.[1];
  const publisher =
    venue ??
    (italic.length > 3 && italic.length < whole.length * 0.6 && !italic.includes(quoted ?? '\n') ? italic : undefined);
  const spans = item.lines.map((l) => spanOf(l, l.text));
  const date = dateOf(item, dating);
  const url = item.links[0] ?? /https?:\/\/[^\s)>\]]+/iu.exec(whole)?.[0]?.replace(/[.,;]+$/u, '');
  return {
    name: { value: (quoted ?? trimEdges(whole)).slice(0, 300), confidence: quoted === undefined ? 0.6 : 0.8, spans },
    ...(publisher === undefined ? {} : { publisher: { value: trimEdges(publisher), confidence: 0.6, spans } }),
    ...(date === undefined ? {} : { releaseDate: date }),
    ...(url === undefined ? {} : { url }),
  };
}

export type Project = {
  name?: Found;
  description?: Found;
  startDate?: Found;
  endDate?: Found;
  highlights: Found[];
  keywords: Found[];
  url?: string;
};

const MADE_WITH =
  /^(?:tech(?:nolog(?:y|ies|ien|ías|ias|ie)|nical)?(?: stack| used| environment)?|stack(?: technique)?|tools?(?: used)?|built with|made with|environment|environnement(?: technique)?|skills(?: used)?|werkzeuge|tecnologías|tecnologias|herramientas|ferramentas|langages?|languages?|frameworks?|techniken|teknolojiler|technologie|tekniker|技术栈|使用技术|项目技术|开发环境|तकनीक)\s*[:：]\s*/iu;

/** A project from its head lines and the text below them. */
export function readProject(
  { head, body, date }: { head: readonly Line[]; body: readonly { text: string; lines: Line[] }[]; date?: FoundDate },
  dating: Dating,
): Project | undefined {
  const pieces = piecesOf({ lines: [...head], text: '', links: [] });
  const first = pieces[0];
  const dateLine = date === undefined ? undefined : head.find((l) => findDates(l.text).length > 0);
  const exact = dateLine === undefined ? undefined : findDates(dateLine.text, dating)[0];
  const dateField = (value: string | undefined): Found | undefined =>
    value === undefined || exact === undefined || dateLine === undefined
      ? undefined
      : {
          value,
          confidence: 0.8,
          spans: [spanOf(dateLine, dateLine.text.slice(exact.index, exact.index + exact.length))],
        };
  const startDate = dateField(exact?.start);
  const endDate = dateField(exact?.end);
  const keywords: Found[] = [];
  const listed = (text: string, line: Line): void => {
    for (const item of splitList(text))
      if (wordCount(item) <= 5) keywords.push({ value: item, confidence: 0.75, spans: [spanOf(line, item)] });
  };
  const highlights: Found[] = [];
  for (const paragraph of body) {
    const line = paragraph.lines[0];
    if (line === undefined) continue;
    const label = MADE_WITH.exec(paragraph.text);
    if (label !== null) listed(paragraph.text.slice(label[0].length), line);
    else
      highlights.push({
        value: paragraph.text.slice(0, 4900),
        confidence: 0.75,
        spans: paragraph.lines.map((l) => spanOf(l, l.text)),
      });
  }
  if (first === undefined) return undefined;
  // `Name: what it does` on one line.
  const colon = /^(.{2,60}?)\s*[:：]\s+(.{8,})$/u.exec(first.text);
  const name = colon?.[1] !== undefined && wordCount(colon[1]) <= 8 ? colon[1] : first.text;
  let description: Found | undefined;
  const describe = (text: string, line: Line): void => {
    description ??= { value: text, confidence: 0.65, spans: [spanOf(line, text)] };
  };
  if (colon?.[2] !== undefined && name !== first.text) describe(colon[2], first.line);
  for (const piece of pieces.slice(1)) {
    const label = MADE_WITH.exec(piece.text);
    const items = splitList(label === null ? piece.text : piece.text.slice(label[0].length));
    if (label !== null || (items.length >= 2 && items.every((i) => wordCount(i) <= 3)))
      listed(items.join(', '), piece.line);
    else if (wordCount(piece.text) >= 2 && placeScore(piece.text) < 0.7) describe(piece.text, piece.line);
  }
  const links = head.flatMap((l) => l.cells.flatMap((c) => c.links)).filter((l) => /^https?:/iu.test(l));
  const url =
    links[0] ?? head.map((l) => /https?:\/\/[^\s)>\]]+/iu.exec(l.text)?.[0]).find((found) => found !== undefined);
  const isLong = isProse(name) && wordCount(name) > 12;
  return {
    ...(isLong
      ? { description: description ?? { value: first.text, confidence: 0.6, spans: [spanOf(first.line, first.text)] } }
      : { name: { value: trimEdges(name), confidence: 0.75, spans: [spanOf(first.line, name)] } }),
    ...(isLong || description === undefined ? {} : { description }),
    ...(startDate === undefined ? {} : { startDate }),
    ...(endDate === undefined ? {} : { endDate }),
    highlights,
    keywords: keywords.filter((k, i) => keywords.findIndex((o) => fold(o.value) === fold(k.value)) === i),
    ...(url === undefined ? {} : { url }),
  };
}
