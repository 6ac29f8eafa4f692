/** Text as postings carry it: HTML, entities, odd spaces. Everything here is linear in the input. */

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  ucirc: 'û',
  ugrave: 'ù',
  icirc: 'î',
  iuml: 'ï',
  euml: 'ë',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  ntilde: 'ñ',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  Eacute: 'É',
  Agrave: 'À',
  aring: 'å',
  oslash: 'ø',
  aelig: 'æ',
  zwnj: '',
  zwj: '',
  shy: '',
  emsp: ' ',
  ensp: ' ',
  thinsp: ' ',
};

const codePoint = (n: number): string =>
  n > 0 && n <= 0x10ffff && !(n >= 0xd800 && n <= 0xdfff) ? String.fromCodePoint(n) : '';

/** Decodes HTML entities once: named (the ones postings use), decimal and hexadecimal; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g, (whole, dec, hex, name) => {
    if (dec !== undefined) return codePoint(Number.parseInt(dec, 10));
    if (hex !== undefined) return codePoint(Number.parseInt(hex, 16));
    return NAMED[name] ?? NAMED[String(name).toLowerCase()] ?? whole;
  });
}

/** Content of these is never text a reader sees. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg', 'head', 'title']);
const BLOCK = new Set(
  'p div section article header footer ul ol table tr h1 h2 h3 h4 h5 h6 br hr blockquote pre dl dt dd main aside'.split(
    ' ',
  ),
);

/** Drops tags in one pass; a `<` that opens no tag (as in `a < b`) is text. */
function stripTags(html: string): string {
  const out: string[] = [];
  const lower = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    const next = html.charAt(open + 1);
    if (!/[a-zA-Z/!?]/.test(next)) {
      out.push(html.slice(at, open + 1));
      at = open + 1;
      continue;
    }
    out.push(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close < 0) {
      at = html.length;
      break;
    }
    const name = /^<\/?([a-z][a-z0-9]*)/.exec(lower.slice(open, open + 20))?.[1] ?? '';
    at = close + 1;
    if (SILENT.has(name) && next !== '/' && html.charAt(close - 1) !== '/') {
      const end = lower.indexOf(`</${name}`, at);
      const after = end < 0 ? -1 : html.indexOf('>', end);
      at = after < 0 ? html.length : after + 1;
      continue;
    }
    if (name === 'li') out.push(next === '/' ? '\n' : '\n• ');
    else if (BLOCK.has(name)) out.push('\n');
    else if (name === 'td' || name === 'th') out.push(' ');
  }
  out.push(html.slice(at));
  return out.join('');
}

const looksEscaped = (text: string): boolean => /&lt;\/?[a-z][a-z0-9]*[\s/&>]/i.test(text);

/**
 * Plain text of a posting: HTML (also HTML that was escaped once more, as some boards send it) becomes lines, list
 * items begin with `• `, entities are decoded, invisible characters go. The result holds no markup: whatever still
 * looks like a tag after decoding is dropped too.
 */
export function cleanText(raw: string, max = LONGEST): string {
  // The text of a posting is cleaned by everyone who takes a part in taking it in.
  if (raw.length < WORTH_REMEMBERING || raw.length > LONGEST || max !== LONGEST) return cleaned(raw, max);
  const known = remembered.get(raw) ?? cleaned(raw, max);
  remembered.set(raw, known);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return known;
}

const LONGEST = 60_000;
const WORTH_REMEMBERING = 400;
const REMEMBERED = 128;
const remembered = new Map<string, string>();

function cleaned(raw: string, max: number): string {
  let text = raw.slice(0, 2_000_000);
  if (looksEscaped(text)) text = decodeEntities(text);
  text = decodeEntities(stripTags(text));
  // Decoding may have produced tags again (`&amp;lt;b&amp;gt;`); a bounded number of rounds ends every such nesting.
  for (let round = 0; round < 3 && /<[a-z!/]/i.test(text); round++) text = decodeEntities(stripTags(text));
  return text
    .replace(/<(?=[a-z!/?])/gi, '‹')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n•\s*\n+/g, '\n• ')
    .replace(/\n+• /g, '\n• ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, max);
}

/**
 * Lower case without accents, as the kernel's `fold`, but for whole postings: plain text takes the short way, white space
 * stays as it is.
 */
export const folded = (text: string): string =>
  /[\u0080-\uffff]/.test(text)
    ? text
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase()
        .replaceAll('ß', 'ss')
    : text.toLowerCase();

const APART = 1;
const WITHIN = 2;
const BEGINS = 3;
/** What each character is in a word; 0 where it has not been met yet. */
const ROLES = new Uint8Array(65_536);
const roleOf = (code: number): number => {
  const character = String.fromCharCode(code);
  const role = /[\p{L}\p{N}]/u.test(character) ? BEGINS : /[+#]/.test(character) ? WITHIN : APART;
  ROLES[code] = role;
  return role;
};

/**
 * Folded words of letters and digits, with the marks that tell C, C++ and C# apart. Goes by single characters, three times
 * as fast as the pattern it stands for; only letters beyond the basic plane need that.
 */
export function tokens(text: string): string[] {
  const plain = folded(text);
  if (/[\ud800-\udbff]/.test(plain)) return plain.match(/[\p{L}\p{N}][\p{L}\p{N}+#]*/gu) ?? [];
  const out: string[] = [];
  let from = -1;
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at);
    const role = ROLES[code] || roleOf(code);
    if (from < 0) {
      if (role === BEGINS) from = at;
    } else if (role === APART) {
      out.push(plain.slice(from, at));
      from = -1;
    }
  }
  if (from >= 0) out.push(plain.slice(from));
  return out;
}

const STOPWORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in a for with you our we is are will your as on be that this have work who from',
  fr: 'le la les des de du et un une pour dans sur avec vous nous votre notre est au aux que qui vos nos en par',
  de: 'der die das und mit fur bei wir du dich sie den dem ein eine von zu im auf ist unser deine ihre als sind werden',
  es: 'el la los las y de del en con para por que una un nuestro tu su es como se al trabajo experiencia equipo',
  it: 'il lo la gli di del della e con per una un che nel alla sono siamo nostro tuo come esperienza lavoro',
  pt: 'o os as de do da e com para por que uma um nosso voce sua em no na como experiencia trabalho mais',
  nl: 'de het een en van voor met je jij wij ons bij op is zijn aan als naar onze werk ervaring te',
};
/** Each of the commonest words with the languages it is of. */
const LANGUAGES_OF = new Map<string, string[]>();
for (const [code, list] of Object.entries(STOPWORDS))
  for (const word of new Set(list.split(' '))) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), code]);

/** Whether a folded word is among the commonest of a language: it tells the language, not the subject. */
export const isCommonWord = (word: string): boolean => LANGUAGES_OF.has(word);

/** ISO 639-1 code of the language a text is written in, by its commonest words; `und` where fewer than five of them tell. */
export function languageOf(text: string): string {
  const counts = new Map<string, number>();
  const sample = tokens(text.slice(0, 6000));
  for (const word of sample)
    for (const code of LANGUAGES_OF.get(word) ?? []) counts.set(code, (counts.get(code) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  return best && best[1] >= 5 ? best[0] : 'und';
}
