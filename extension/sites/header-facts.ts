/** The line of facts most postings carry around their title: where, how, how much, since when. */
import { readable } from './plain-text.ts';
import type { PostingParts } from './site.ts';

const MOST_PIECES = 60;
const LONGEST_PIECE = 110;

const EMPLOYMENT =
  /^(?:(?:full|part)[- ]?time|permanent|contract(?:or)?|temporary|internship|freelance|apprenticeship|working student|vollzeit|teilzeit|festanstellung|befristet|unbefristet|werkstudent(?:in)?|praktikum|temps (?:plein|partiel)|cdi|cdd|stage|alternance|jornada completa|media jornada|tempo pieno|tempo integral|voltijd|deeltijd|pełny etat|heltid|deltid|tam zamanlı|plný úvazek)\b/i;
const SALARY =
  /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|CAD|AUD|SEK|DKK|NOK|PLN|CZK|INR|BRL|TRY)\b)\s?\d|\d[\d.,]*\s?[kK]?\s?(?:[€£]|(?:USD|EUR|GBP|CHF|CAD|AUD|SEK|DKK|NOK|PLN|CZK|INR|BRL|TRY|zł|Kč|kr)(?![\p{L}]))/u;
const POSTED =
  /^(?:posted|published|date posted|online since|veröffentlicht|publiée?|publicad[oa]|pubblicato|geplaatst|opublikowano|publicerad)\b|\b\d+\+? (?:minutes?|hours?|days?|weeks?|months?) ago\b|^(?:vor|il y a|hace|há) \d+/i;
/** “Berlin, Germany”, “Austin, TX”, “Köln / Bonn”: capitals and commas, nothing else. */
const TOWN_AND_MORE =
  /^\p{Lu}[\p{L}.'’()-]*(?: \p{L}[\p{L}.'’()-]*){0,3}(?:(?:, ?| \/ | · | • | \| |; )\p{Lu}[\p{L}.'’() -]*){1,5}$/u;
const MARKED_AS_PLACE =
  /location|map-?(?:marker|pin)|(?:^|[\s_-])(?:pin|place|marker|standort|lieu|ubicacion)(?:$|[\s_-])/i;
const NO_PLACE = /\b(?:apply|share|save|sign|log ?in|jobs?|careers?|department|team|engineering|menu|about)\b/i;

/** What the short texts between the title and the running text say; `heading` is the title's element. */
export function headerFacts(heading: Element): PostingParts {
  const pieces = piecesAround(heading);
  const find = (fits: (piece: Piece) => boolean): string | undefined => pieces.find(fits)?.text;
  const location =
    find(({ text, marked }) => marked && !SALARY.test(text)) ??
    find(({ text }) => TOWN_AND_MORE.test(text) && !NO_PLACE.test(text) && !EMPLOYMENT.test(text)) ??
    find(({ text }) => remoteOf(text) !== undefined && text.length < 60 && !EMPLOYMENT.test(text)) ??
    find(({ text }) => isCountry(text));
  const facts: Record<
    keyof Pick<PostingParts, 'location' | 'employmentType' | 'salary' | 'postedAt'>,
    string | undefined
  > = {
    location,
    employmentType: find(({ text }) => EMPLOYMENT.test(text)),
    salary: find(({ text }) => SALARY.test(text)),
    postedAt: find(({ text }) => POSTED.test(text)),
  };
  const remote = pieces.map(({ text }) => remoteOf(text)).find((kind) => kind !== undefined);
  return {
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    ...(remote === undefined ? {} : { remote }),
  };
}

type Piece = { readonly text: string; readonly marked: boolean };

/** Short texts in page order, from the title on until running text begins. */
function piecesAround(heading: Element): Piece[] {
  const scope = scopeOf(heading);
  const pieces: Piece[] = [];
  for (const element of scope.querySelectorAll('*')) {
    if (pieces.length >= MOST_PIECES) break;
    if (element === heading || heading.contains(element) || element.closest('nav,footer,form,script,style,button'))
      continue;
    const own = ownText(element);
    if (own === '') continue;
    if (own.length > LONGEST_PIECE) {
      const isAfter = heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (isAfter) break;
      continue;
    }
    if (readable(element)) pieces.push({ text: own, marked: isMarkedAsPlace(element) });
  }
  return pieces;
}

/** The smallest container of the title that says more than the title. */
function scopeOf(heading: Element): Element {
  let at: Element = heading;
  for (let depth = 0; depth < 5 && at.parentElement && at.parentElement.tagName !== 'BODY'; depth++) {
    at = at.parentElement;
    if ((at.textContent ?? '').length > (heading.textContent ?? '').length + 400) break;
  }
  return at;
}

/** Words of the element itself and of its inline children, where it has no blocks. */
function ownText(element: Element): string {
  if ([...element.children].some((child) => !/^(?:SVG|svg|I|B|EM|STRONG|SMALL|WBR|IMG)$/.test(child.tagName))) {
    return [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => tidy(node.textContent ?? ''))
      .filter((text) => text.length > 1)
      .join(' ');
  }
  return tidy(element.textContent ?? '');
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s·•|,:–—-]+|[\s·•|,:–—-]+$/g, '')
    .trim();

/** An icon or a name beside it says “place”. */
function isMarkedAsPlace(element: Element): boolean {
  const around = [
    element,
    element.previousElementSibling,
    element.firstElementChild,
    element.parentElement?.firstElementChild,
  ];
  return around.some((each) => {
    if (!each || (each !== element && !/^(?:SVG|svg|I|IMG|SPAN)$/.test(each.tagName))) return false;
    const names = ['class', 'aria-label', 'title', 'alt', 'data-icon', 'data-testid'].map(
      (name) => each.getAttribute(name) ?? '',
    );
    return names.some((name) => name.length < 80 && MARKED_AS_PLACE.test(name));
  });
}

let countries: ReadonlySet<string> | undefined;

/** Whether a text is the English name of a country, by the browser's own table. */
function isCountry(text: string): boolean {
  countries ??= new Set(namesOfCountries());
  return countries.has(text.toLowerCase());
}

function* namesOfCountries(): Generator<string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const first of letters)
    for (const second of letters) {
      const name = names.of(first + second);
      if (name !== undefined) yield name.toLowerCase();
    }
}

/** `remote`, `hybrid` or `onsite` where a text says so. */
export function remoteOf(text: string): 'remote' | 'hybrid' | 'onsite' | undefined {
  if (/h[yií]brid/i.test(text)) return 'hybrid';
  if (
    /\bremote\b|work from home|t[ée]l[ée]travail|home ?office|\bremot[oe]\b|teletrabajo|teletrabalho|zdaln[aie]|på distans|thuiswerk|uzaktan|na dálku/i.test(
      text,
    )
  )
    return 'remote';
  return /on-?site|in(?: the)? office|vor ort|sur site|presencial|in sede|op kantoor|stacjonarn|på plats/i.test(text)
    ? 'onsite'
    : undefined;
}
