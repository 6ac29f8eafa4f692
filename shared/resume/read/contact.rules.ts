/**
 * Name, e-mail, phone, links, place and headline of the person. Long because the five readers share the header lines and
 * each is mostly its own patterns; `consider` takes line, text and bonus, as it is called in dense rows.
 */
import { type CountryCode, findPhoneNumbersInText, isPossiblePhoneNumber } from 'libphonenumber-js';
import { findDates } from './dates.rules.ts';
import { headingKind } from './headings.rules.ts';
import type { Extracted, Line } from './item.schema.ts';
import { SURNAMES } from './lexicon.data.ts';
import {
  countryIn,
  degreeScore,
  isProse,
  languageNamed,
  orgScore,
  placeScore,
  schoolScore,
  titleScore,
} from './lexicon.rules.ts';
import { signature } from './lines.rules.ts';
import { bodySize, type Section } from './sections.rules.ts';
import { capsShare, fold, HAN, trimEdges, wordCount, words } from './text.rules.ts';
import { clamp, type Found, found, spanOf } from './value.rules.ts';

export type Contact = {
  name?: Found;
  label?: Found;
  email?: Found;
  phone?: Found;
  url?: Found;
  profiles: Found<{ network?: string; username?: string; url: string }>[];
  location?: Found<{ address?: string; city?: string; region?: string; postalCode?: string; countryCode?: string }>;
};

type Input = { lines: readonly Line[]; sections: readonly Section[]; extracted: Extracted; language: string };

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;

const EMAIL_ONCE = new RegExp(EMAIL.source, 'u');

/** Reads the person's own data; looks at the header, contact sections and the foot of the first page first. */
export function readContact(input: Input): Contact {
  const near = contactLines(input);
  const email = readEmail(near, input);
  const links = readLinks(near, input, email?.value);
  const phone = readPhone(near, input);
  const name = readName(input, near, [email?.value ?? '', ...links.map((l) => l.value.url)]);
  const location = readLocation(near, input, name?.value);
  const label = readLabel(input, name);
  const own = links.find((l) => l.value.network === undefined);
  return {
    ...(name === undefined ? {} : { name }),
    ...(label === undefined ? {} : { label }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(own === undefined ? {} : { url: { value: own.value.url, confidence: own.confidence, spans: own.spans } }),
    profiles: links.filter((l) => l !== own),
    ...(location === undefined ? {} : { location }),
  };
}

/** Lines that may hold contact data, best first. */
function contactLines({ lines, sections }: Input): Line[] {
  const head = sections.find((s) => s.kind === 'header')?.lines ?? [];
  const contact = sections.filter((s) => s.kind === 'contact').flatMap((s) => s.lines);
  const first = new Set([...head.slice(0, 25), ...contact]);
  const summary = sections
    .filter((s) => s.kind === 'summary' || s.kind === 'other')
    .flatMap((s) => s.lines)
    .filter((l) => !first.has(l) && wordCount(l.text) < 12);
  const rest = lines.filter((l) => !first.has(l) && !summary.includes(l));
  return [...first, ...summary, ...rest];
}

function readEmail(near: readonly Line[], { extracted }: Input): Found | undefined {
  for (const line of near) {
    const text = line.text
      .replace(/\s*@\s*/gu, '@')
      .replace(/\s*[[(]\s*(?:at|arroba)\s*[\])]\s*/giu, '@')
      .replace(/\s*[[(]\s*(?:dot|punto)\s*[\])]\s*/giu, '.');
    const match = text.match(EMAIL)?.[0] ?? gluedEmail(text);
    if (match !== undefined)
      return { value: match.replace(/^[.'-]+|[.'-]+$/gu, ''), confidence: 0.98, spans: [spanOf(line, match)] };
    const linked = line.cells.flatMap((c) => c.links).find((l) => /^mailto:/iu.test(l));
    if (linked !== undefined) return { value: address(linked), confidence: 0.95, spans: [spanOf(line, line.text)] };
  }
  const loose = extracted.looseLinks.find((l) => /^mailto:/iu.test(l.url));
  return loose === undefined ? undefined : { value: address(loose.url), confidence: 0.9, spans: [] };
}

const address = (mailto: string): string => decodeURIComponent(mailto.replace(/^mailto:/iu, '').replace(/\?.*$/u, ''));

/** `jane.doe @ mail . com` from letter-spaced or icon-split text. */
function gluedEmail(text: string): string | undefined {
  if (!text.includes('@') || text.length > 90) return undefined;
  return text.replace(/\s+/gu, '').match(EMAIL)?.[0];
}

const NETWORKS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)linkedin\.com$/u, 'LinkedIn'],
  [/(?:^|\.)github\.com$/u, 'GitHub'],
  [/(?:^|\.)gitlab\.com$/u, 'GitLab'],
  [/(?:^|\.)(?:twitter|x)\.com$/u, 'Twitter'],
  [/(?:^|\.)stackoverflow\.com$/u, 'Stack Overflow'],
  [/(?:^|\.)xing\.com$/u, 'Xing'],
  [/(?:^|\.)facebook\.com$/u, 'Facebook'],
  [/(?:^|\.)instagram\.com$/u, 'Instagram'],
  [/(?:^|\.)behance\.net$/u, 'Behance'],
  [/(?:^|\.)dribbble\.com$/u, 'Dribbble'],
  [/(?:^|\.)medium\.com$/u, 'Medium'],
  [/(?:^|\.)kaggle\.com$/u, 'Kaggle'],
  [/(?:^|\.)orcid\.org$/u, 'ORCID'],
  [/(?:^|\.)youtube\.com$/u, 'YouTube'],
  [/(?:^|\.)quora\.com$/u, 'Quora'],
  [/(?:^|\.)bitbucket\.org$/u, 'Bitbucket'],
  [/(?:^|\.)researchgate\.net$/u, 'ResearchGate'],
  [/scholar\.google\./u, 'Google Scholar'],
  [/(?:^|\.)keybase\.io$/u, 'Keybase'],
  [/(?:^|\.)codepen\.io$/u, 'CodePen'],
  [/(?:^|\.)leetcode\.com$/u, 'LeetCode'],
  [/(?:^|\.)hackerrank\.com$/u, 'HackerRank'],
  [/(?:^|\.)dev\.to$/u, 'DEV'],
  [/(?:^|\.)pinterest\.[a-z]+$/u, 'Pinterest'],
  [/(?:^|\.)soundcloud\.com$/u, 'SoundCloud'],
  [/(?:^|\.)t\.me$/u, 'Telegram'],
  [/(?:^|\.)tumblr\.com$/u, 'Tumblr'],
  [/(?:^|\.)reddit\.com$/u, 'Reddit'],
];

const TLD =
  '(?:com|org|net|io|dev|me|co|ai|app|info|eu|de|fr|es|it|pt|br|nl|pl|se|tr|cn|in|uk|us|ca|au|ch|at|be|tech|design|xyz|site|online|blog|page|fi|no|dk|ie|tk|ml|name|pro|studio|works|space|cc|tv|ly|so|sh|gg|id|mx|ar|cl|jp|kr|tw|hk|sg|edu|gov|biz|ru|cz|ro|gr)';
const URL_TEXT = new RegExp(
  `(?<![\\p{L}\\p{N}@._-])(?:https?:\\/\\/)?(?:[a-z0-9-]+\\.)+${TLD}(?![\\p{L}\\p{N}@-])(?:\\/[^\\s|,;()<>•·]*)?`,
  'giu',
);
const LABELLED =
  /(?<![\p{L}])(linkedin|github|gitlab|twitter|x|xing|instagram|behance|medium|kaggle|stack ?overflow|quora|youtube)\s*[:：]\s*@?\/?([\w.-]{3,40})(?![\w.]*@)/giu;
const NETWORK_URL: Readonly<Record<string, string>> = {
  linkedin: 'linkedin.com/in/',
  github: 'github.com/',
  gitlab: 'gitlab.com/',
  twitter: 'twitter.com/',
  x: 'x.com/',
  xing: 'xing.com/profile/',
  instagram: 'instagram.com/',
  behance: 'behance.net/',
  medium: 'medium.com/@',
  kaggle: 'kaggle.com/',
  youtube: 'youtube.com/user/',
  quora: 'quora.com/profile/',
};

const hostOf = (url: string): string =>
  url
    .replace(/^[a-z]+:\/\//iu, '')
    .split(/[/?#]/u)[0]
    ?.toLowerCase()
    .replace(/^www\./u, '') ?? '';
const pathOf = (url: string): string =>
  url
    .replace(/^[a-z]+:\/\//iu, '')
    .replace(/^[^/]*/u, '')
    .replace(/[?#].*$/u, '')
    .replace(/\/+$/u, '');

const MAIL_PROVIDERS =
  /^(?:gmail|googlemail|yahoo|ymail|outlook|hotmail|live|msn|icloud|me|aol|gmx|web|t-online|mail|proton|protonmail|orange|free|laposte|wanadoo|libero|uol|bol|terra|qq|163|126|sina|aliyun|rediffmail|yandex|zoho|fastmail|posteo|freenet|comcast|verizon|att)\./u;

type Link = Contact['profiles'][number];

function readLinks(near: readonly Line[], { lines, sections, extracted }: Input, email: string | undefined): Link[] {
  const links = new Map<string, Link>();
  const own = new Set(sections.filter((s) => s.kind === 'header' || s.kind === 'contact').flatMap((s) => s.lines));
  const headBottom = Math.max(0, ...[...own].filter((l) => l.page === 1).map((l) => l.y + l.height));
  const mailHost = email?.split('@')[1]?.toLowerCase() ?? '';
  const add = (raw: string, options: { line?: Line; confidence: number; own: boolean }): void => {
    let url = raw.replace(/[.,;:)\]]+$/u, '').trim();
    const host = hostOf(url);
    if (host === '' || (host === mailHost && MAIL_PROVIDERS.test(host)) || !host.includes('.')) return;
    const network = NETWORKS.find(([pattern]) => pattern.test(host))?.[1];
    const path = pathOf(url);
    if (network === undefined && !options.own) return;
    if (network !== undefined && path === '') return;
    if (!options.own && network !== undefined && !isProfilePath(network, path)) return;
    if (network === undefined && /(?:google\.com\/maps|maps\.|goo\.gl|youtu\.be|wikipedia\.org|doi\.org)/iu.test(url))
      return;
    if (!/^https?:/iu.test(url)) url = `https://${url}`;
    const key = `${host}${path}`.toLowerCase();
    const username =
      network === undefined
        ? undefined
        : path
            .split('/')
            .filter((p) => p !== '')
            .at(-1)
            ?.replace(/^@/u, '');
    const other = [...links.values()].find(
      (l) =>
        network !== undefined &&
        l.value.network === network &&
        (l.value.username ?? '').toLowerCase() === (username ?? '').toLowerCase(),
    );
    if (links.has(key) || other !== undefined) return;
    links.set(key, {
      value: { ...(network === undefined ? {} : { network }), ...(username === undefined ? {} : { username }), url },
      confidence: clamp(options.confidence),
      spans:
        options.line === undefined
          ? []
          : [spanOf(options.line, options.line.text.includes(raw) ? raw : options.line.text)],
    });
  };
  for (const line of near) {
    const isOwn = own.has(line);
    if (!isOwn && lines.length > 60 && line.page > 1 && !/linkedin|github/iu.test(line.text)) continue;
    for (const link of line.cells.flatMap((c) => c.links))
      if (/^https?:/iu.test(link)) add(link, { line, confidence: isOwn ? 0.95 : 0.75, own: isOwn });
    const text = line.text.replace(EMAIL, ' ').replace(/(?<=\.com|\.org)\s+(?=\/)/gu, '');
    for (const match of text.matchAll(URL_TEXT)) {
      if (
        /^\d|^(?:e\.g|i\.e|b\.sc|m\.sc|ph\.d)/iu.test(match[0]) ||
        /^(?:node|vue|next|nuxt|express|asp|ado|d3|three|socket|ml)\.(?:js|net|io)$/iu.test(match[0])
      )
        continue;
      add(match[0], {
        line,
        confidence: isOwn ? 0.92 : 0.7,
        own: isOwn && (match[0].includes('/') || match[0].includes('www') || wordCount(text) < 14),
      });
    }
    if (isOwn) {
      for (const match of text.matchAll(LABELLED)) {
        const network = fold(match[1] ?? '').replace(/\s/gu, '');
        const base = NETWORK_URL[network];
        if (base !== undefined && match[2] !== undefined && !/\.com|^https?$|^www/iu.test(match[2]))
          add(base + match[2], { line, confidence: 0.85, own: true });
      }
    }
  }
  for (const loose of extracted.looseLinks) {
    if (!/^https?:/iu.test(loose.url)) continue;
    const inHead = loose.page === 1 && loose.y <= headBottom + 20;
    add(loose.url, { confidence: inHead ? 0.85 : 0.6, own: inHead });
  }
  return [...links.values()].slice(0, 20);
}

/** Only an address of a person: `/in/jane`, `/jane`, not a repository or a company page. */
function isProfilePath(network: string, path: string): boolean {
  const depth = path.split('/').filter((p) => p !== '').length;
  if (/^\/(?:user|users|u|pub|profile|people|channel|c)\/[^/]+$/iu.test(path)) return true;
  if (network === 'LinkedIn') return /^\/(?:in|pub)\//iu.test(path) && depth <= 3;
  return depth === 1;
}

const PHONE_LABEL =
  /(?:phone|tel(?:efon|efono|éfono|ephone|efone)?|mobile?|mobil|cell|handy|móvil|celular|portable|tél|telefoon|telefon|电话|手机|联系方式|फोन|मोबाइल|\bm\b|\bt\b|\bp\b|☎|📞|whatsapp)\s*(?:no\.?|nr\.?|number|phone)?\s*[:：.]?\s*/iu;
const PHONE_SHAPE = /(?<![\p{L}\p{N}/.])(?:\+|00)?\(?\d[\d\s().\u2010-\u2015/-]{6,20}\d(?![\p{L}\p{N}])/gu;
const COUNTRY_OF_LANGUAGE: Readonly<Record<string, CountryCode>> = {
  en: 'US',
  de: 'DE',
  fr: 'FR',
  es: 'ES',
  pt: 'BR',
  it: 'IT',
  nl: 'NL',
  pl: 'PL',
  sv: 'SE',
  tr: 'TR',
  zh: 'CN',
  hi: 'IN',
};

function readPhone(near: readonly Line[], { sections, language }: Input): Found | undefined {
  const own = new Set(sections.filter((s) => s.kind === 'header' || s.kind === 'contact').flatMap((s) => s.lines));
  const country = COUNTRY_OF_LANGUAGE[language] ?? 'US';
  let possible: Found | undefined;
  for (const line of near.slice(0, 120)) {
    const text = line.text.replace(/[\u2010-\u2015]/gu, '-');
    const labelled = PHONE_LABEL.test(text);
    if (!own.has(line) && !labelled && !/\+\d/u.test(text) && wordCount(text) > 10) continue;
    const valid = findPhoneNumbersInText(text.replace(/\(0\)/gu, ''), country)[0];
    const shape = [...text.matchAll(PHONE_SHAPE)].map((m) => m[0].trim()).find((raw) => isPhoneLike(raw, text));
    if (valid !== undefined && String(valid.number.nationalNumber).length >= 7) {
      const raw = shape ?? text.slice(valid.startsAt, valid.endsAt);
      const value =
        shape !== undefined && digits(shape).endsWith(String(valid.number.nationalNumber).slice(-7))
          ? shape
          : valid.number.number;
      return { value: balance(value), confidence: own.has(line) || labelled ? 0.97 : 0.85, spans: [spanOf(line, raw)] };
    }
    if (shape !== undefined && possible === undefined) {
      const ok = isPossiblePhoneNumber(shape, country) || (labelled && digits(shape).length >= 7);
      if (ok && (own.has(line) || labelled))
        possible = { value: balance(shape), confidence: labelled ? 0.9 : 0.75, spans: [spanOf(line, shape)] };
    }
  }
  return possible;
}

const digits = (text: string): string => text.replace(/\D/gu, '');
const balance = (raw: string): string =>
  (raw.includes(')') && !raw.includes('(') ? `(${raw}` : raw).replace(/\s+/gu, ' ').trim();

function isPhoneLike(raw: string, text: string): boolean {
  const n = digits(raw).length;
  if (n < 7 || n > 15) return false;
  if (/^(?:19|20)\d\d\s*[-/.–]\s*(?:19|20)\d\d$/u.test(raw)) return false;
  const dates = findDates(text);
  return !dates.some(
    (d) =>
      text.slice(d.index, d.index + d.length).includes(raw) || raw.includes(text.slice(d.index, d.index + d.length)),
  );
}

const NOT_A_NAME =
  /^(?:curriculum vitae|curriculum|vitae|resume|résumé|cv|lebenslauf|c\.v\.|hoja de vida|currículo|curriculo|profil|profile|page|seite|confidential|name|nom|nombre|nome|个人简历|简历|求职简历|बायोडाटा|bewerbung|europass|contact|about me|özgeçmiş|cv-|życiorys|meritförteckning)\b/iu;
const NAME_LABEL =
  /^(?:full name|name|nom(?:\s*(?:et|\/)?\s*pr[eé]noms?)?|nombre(?: y apellidos?| completo)?|nome(?: completo)?|vor- und (?:nach|zu)name|name,? vorname|vorname,? name|imię i nazwisko|namn|ad(?:ı)? soyad(?:ı)?|naam|姓名|नाम|pr[eé]nom)\s*[:：]?\s*/iu;
const PARTICLES = new Set(
  'de da do dos das del della di du des van von der den zu zur ter ten le la el al bin ibn y e af av'.split(' '),
);

function nameShape(text: string): number {
  const plain = text
    .replace(
      /,?\s*\b(?:Ph\.?D|M\.?D|RN|BSN|MSN|MBA|CPA|PE|Esq|Jr|Sr|II|III|M\.?Sc|B\.?Sc|DVM|CCRN|PMP|EdD|Dr|Prof|Dipl\.-\p{L}+|M\.A|B\.A)\b\.?/gu,
      ' ',
    )
    .trim();
  if (/[\d@/\\|:;!?#=+]/u.test(plain)) return 0;
  if (HAN.test(plain))
    return /^\p{Script=Han}{2,4}$/u.test(plain.replace(/\s/gu, ''))
      ? SURNAMES.includes(plain.charAt(0))
        ? 1.2
        : 0.2
      : 0;
  if (/[\u0900-\u097f]/u.test(plain)) return wordCount(plain) <= 4 ? 0.9 : 0;
  const list = plain.split(/[\s,]+/u).filter((w) => w !== '');
  if (list.length === 0 || list.length > 6) return 0;
  const good = list.filter(
    (w) => /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(w) || PARTICLES.has(fold(w)) || /^["“(]\p{Lu}\p{L}+["”)]$/u.test(w),
  ).length;
  if (good < list.length)
    return list.length <= 3 && /^[\p{L}\s.'-]+$/u.test(plain) && good === 0 && list.length >= 2 ? 0.3 : 0;
  return list.length === 1 ? 0.45 : list.length <= 4 ? 1 : 0.7;
}

const FIRST_LABEL =
  /^(?:pr[eé]noms?|first name|given names?|vorname|nombres?|voornaam|imię|förnamn|primeiro nome)\s*[:：]\s*(\p{L}[\p{L}\p{M} .'’-]{1,40})$/iu;
const LAST_LABEL =
  /^(?:nom(?: de famille)?|last name|surname|family name|nachname|familienname|zuname|apellidos?|sobrenome|cognome|achternaam|nazwisko|efternamn|soyad[ıi]?)\s*[:：]\s*(\p{L}[\p{L}\p{M} .'’-]{1,40})$/iu;

/** First and last name each behind its own label. */
function labelledName(lines: readonly Line[]): Found | undefined {
  const firstLine = lines.find((l) => FIRST_LABEL.test(l.text));
  const lastLine = lines.find((l) => LAST_LABEL.test(l.text));
  if (firstLine === undefined || lastLine === undefined || Math.abs(firstLine.index - lastLine.index) > 3)
    return undefined;
  const first = FIRST_LABEL.exec(firstLine.text)?.[1] ?? '';
  const last = LAST_LABEL.exec(lastLine.text)?.[1] ?? '';
  return {
    value: `${first.trim()} ${last.trim()}`,
    confidence: 0.95,
    spans: [spanOf(firstLine, first), spanOf(lastLine, last)],
  };
}

function readName(input: Input, near: readonly Line[], handles: readonly string[]): Found | undefined {
  const labelled = labelledName(input.lines.slice(0, 60));
  if (labelled !== undefined) return labelled;
  const body = bodySize(input.lines);
  const candidates: { line: Line; text: string; score: number }[] = [];
  const firstPage = input.lines.filter((l) => l.page === 1);
  const top = Math.min(...firstPage.map((l) => l.y));
  const biggest = Math.max(...firstPage.map((l) => l.fontSize));
  const handle = handles.map((h) => fold(h)).join(' ');
  const consider = (line: Line, given: string, extra: number): void => {
    // Two words set tight in one run of text: `JaneDoe`.
    const raw =
      /^\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}{2,}$/u.test(given) && !/^(?:Mac|Mc|De|La|Le|Di|Van|Fitz)\p{Lu}/u.test(given)
        ? given.replace(/(?<=\p{Ll})(?=\p{Lu})/u, ' ')
        : given;
    const label = NAME_LABEL.exec(raw);
    const text = trimEdges(raw.replace(NAME_LABEL, '').replace(/^(?:herr|frau|mr|mrs|ms|m|mme)\.?\s+/iu, ''))
      .replace(/\s*[-–,|]?\s*(?:curriculum vitae|resume|résumé|lebenslauf|cv)\s*$/iu, '')
      .replace(/^(?:curriculum vitae|resume|résumé|lebenslauf|cv)\s*(?:of|de|von|[-–:|])\s*/iu, '')
      .trim();
    const shape = nameShape(text);
    if (shape === 0 || NOT_A_NAME.test(text) || headingKind(text) !== undefined || text.length > 60) return;
    let score = shape * 2 + extra;
    if (label !== null && raw !== text) score += 2.5;
    score += Math.min(3, Math.max(0, line.fontSize / body - 1) * 3);
    if (line.fontSize >= biggest - 0.2 && biggest > body * 1.1) score += 1;
    if (line.weight >= 600) score += 0.3;
    score -= Math.min(2, ((line.y - top) / 200) * 0.8);
    const tokens = words(text).filter((w) => w.length > 2);
    const hits = tokens.filter((w) => handle.includes(w)).length;
    score += Math.min(2.5, hits * 1.25);
    if (tokens.length > 1 && hits === 0 && tokens.some((w) => handle.includes(w.slice(0, 4)))) score += 0.5;
    score -= titleScore(text) * 2 + orgScore(text) * 1.5 + schoolScore(text) * 1.5 + degreeScore(text) * 0.5;
    if (placeScore(text) >= 0.85) score -= 2;
    if (languageNamed(text) !== undefined) score -= 2;
    candidates.push({ line, text, score });
  };
  firstPage.forEach((line, i) => {
    const isOwn = near.slice(0, 20).includes(line);
    const bonus = (i === 0 ? 1 : i < 3 ? 0.5 : 0) + (isOwn ? 0.4 : -0.6);
    if (line.bullet && line.fontSize <= body) return;
    if (line.cells.length === 1 || line.fontSize > body * 1.3)
      consider(
        line,
        line.cells.length > 1 && nameShape(line.text.replace(/\s+/gu, ' ')) > 0.6
          ? line.text.replace(/\s+/gu, ' ')
          : (line.cells[0]?.text ?? ''),
        bonus,
      );
    else {
      line.cells.forEach((cell) => {
        consider(line, cell.text, bonus - 0.2);
      });
      consider(line, line.cells.map((c) => c.text).join(' '), bonus - 0.3);
    }
    if (/[|–—,•·/-]/u.test(line.text))
      consider(line, line.text.split(/\s*[|–—•·]\s*|\s[-/]\s|,\s/u)[0] ?? '', bonus - 0.4);
    // A name set on two lines, first name above last name.
    const next = firstPage[i + 1];
    if (
      next !== undefined &&
      next.fontSize > body * 1.3 &&
      Math.abs(next.fontSize - line.fontSize) < 1 &&
      line.fontSize > body * 1.3 &&
      next.gap < 1 &&
      wordCount(line.text) <= 3 &&
      wordCount(next.text) <= 3
    )
      consider(line, `${line.text} ${next.text}`, bonus + 0.9);
  });
  const best = candidates.sort((a, b) => b.score - a.score)[0];
  if (best === undefined || best.score < 1.6) return undefined;
  const value =
    capsShare(best.text) > 0.95 && !HAN.test(best.text) && best.text.length > 4 ? titleCase(best.text) : best.text;
  return {
    value: value.replace(/\s+/gu, ' '),
    confidence: clamp(0.3 + best.score * 0.09),
    spans: [spanOf(best.line, best.text)],
  };
}

const titleCase = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?<![\p{L}\p{M}’'])\p{L}/gu, (c) => c.toUpperCase())
    .replace(/(?<=\b[DLO]['’])\p{L}/gu, (c) => c.toUpperCase());

/** How many lines under the name may hold what the person calls himself or herself. */
const LABEL_REACH = 4;

/** The headline: beside the name, or a title within a few lines below it, or the line below it set apart from the text. */
function readLabel(input: Input, name: Found | undefined): Found | undefined {
  const span = name?.spans[0];
  if (name === undefined || span === undefined) return undefined;
  const { lines, sections } = input;
  const isThere = (line: Line): boolean =>
    line.page === span.page && spanOf(line, span.text).box?.join() === span.box?.join();
  const at = lines.findIndex(isThere);
  const nameLine = lines[at];
  if (nameLine === undefined) return undefined;
  const beside = trimEdges(nameLine.text.replace(span.text, '')).replace(/\s{2,}/gu, ' ');
  if (isHeadline(beside) && titleScore(beside) >= 0.6) return found(beside, 0.75, nameLine);
  const section = sections.find((s) => s.lines.includes(nameLine));
  const below = lines
    .slice(at + 1, at + 1 + LABEL_REACH)
    .filter(
      (l) => l.page === nameLine.page && l.column === nameLine.column && !fold(name.value).includes(fold(l.text)),
    );
  for (const [i, line] of below.entries()) {
    if (line.bullet || line.gap > 4 || headingKind(line.text) !== undefined) break;
    if (section !== undefined && !section.lines.includes(line)) break;
    const whole = wholeLabel(line, lines);
    if (whole === undefined) break;
    const text = trimEdges(whole.map((l) => l.text).join(' ')).replace(/\s+/gu, ' ');
    const oneLine = i === 0 && whole.length === 1 && wordCount(text) <= 14;
    if (!isHeadline(text, { sentence: oneLine })) continue;
    if (titleScore(text) >= 0.6 || titleScore(line.text) >= 0.6)
      return { value: text, confidence: 0.75, spans: whole.map((l) => spanOf(l, l.text)) };
    // Not a title we know: only the line right below, and set larger than the text.
    const apart = line.fontSize > bodySize(lines) * 1.08 && line.fontSize < nameLine.fontSize * 0.9;
    if (i === 0 && apart && wordCount(text) >= 2 && orgScore(text) < 0.6 && nameLine.fontSize > bodySize(lines) * 1.3)
      return { value: text, confidence: 0.65, spans: whole.map((l) => spanOf(l, l.text)) };
  }
  return undefined;
}

/** Neither contact data nor a sentence (unless one may be), a place, a school or a date. */
const isHeadline = (text: string, { sentence = false }: { sentence?: boolean } = {}): boolean =>
  text !== '' &&
  text.length <= 120 &&
  !/[@\d]|https?:|www\.|[.;:,]$/u.test(text) &&
  (sentence || !isProse(text.replace(/[|·•/]/gu, ', '))) &&
  !NOT_A_NAME.test(text) &&
  placeScore(text) < 0.6 &&
  schoolScore(text) < 0.6 &&
  languageNamed(text) === undefined;

/** The lines a headline fills: those that look alike. More than two are a text, not a headline. */
function wholeLabel(first: Line, lines: readonly Line[]): Line[] | undefined {
  const same: Line[] = [first];
  for (const line of lines.slice(first.index + 1)) {
    const last = same.at(-1) ?? first;
    const goesOn =
      line.page === first.page &&
      line.column === first.column &&
      line.gap < 0.7 &&
      signature(line) === signature(first) &&
      (last.full || /[|,·•&/-]$/u.test(last.text) || /^\p{Ll}/u.test(line.text)) &&
      !/[@\d]/u.test(line.text);
    if (!goesOn) break;
    same.push(line);
    if (same.length > 2) return undefined;
  }
  return same;
}

const PLACE_LABEL =
  /^(?:address|location|adresse|anschrift|wohnort|wohnhaft in|domicile|dirección|direccion|ubicación|localização|endereço|endereco|indirizzo|residenza|adres|adress|based in|current location|lives? in|home address|ort|ciudad|cidade|residência|地址|现居地|所在地|现居|居住地|पता|konum)\s*[:：(]?\s*(?:home\s*\)?\s*[:：]?)?\s*/iu;

function readLocation(near: readonly Line[], { sections }: Input, name: string | undefined): Contact['location'] {
  const own = sections.filter((s) => s.kind === 'header' || s.kind === 'contact').flatMap((s) => s.lines);
  const pool = own.length > 0 ? own : near.slice(0, 10);
  let best: { text: string; line: Line; score: number } | undefined;
  const consider = (line: Line, raw: string, index: number): void => {
    const labelled = PLACE_LABEL.test(raw);
    const text = trimEdges(
      raw
        .replace(PLACE_LABEL, '')
        .replace(EMAIL, ' ')
        .replace(URL_TEXT, ' ')
        .replace(/\(?(?:willing|open) to relocate.*$/iu, ''),
    );
    if (
      text === '' ||
      text.length > 120 ||
      text === name ||
      findDates(text).length > 0 ||
      isProse(text) ||
      /[:：]/u.test(text)
    )
      return;
    const street =
      /\b\d{1,5}[a-z]?\b/u.test(text) &&
      /\b(?:st|street|ave|avenue|road|rd|blvd|boulevard|dr|drive|lane|ln|way|court|ct|place|pl|rue|allée|impasse|quai|calle|c\/|avenida|av|rua|via|viale|piazza|platz|allee|weg|straat|laan|ul|ulica|gatan|vägen|sokak|cad|mah)\b|stra(?:ß|ss)e|str\.|weg\b|gasse|platz\b/iu.test(
        text,
      );
    const postal =
      /(?<!\d)(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?\s+\p{Lu}|,\s*[A-Z]{2},?\s+\d{5}|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b|\b\d{5}-\d{3}\b/u.test(
        text,
      );
    let score = placeScore(text);
    if (postal) score += 0.8;
    if (street) score += 0.6;
    if (labelled && raw !== text && wordCount(text) <= 12) score += 0.8;
    if (/(?:\+|\()?\d[\d\s()-]{8,}/u.test(text) && !postal) score -= 1;
    score -=
      titleScore(text) * 0.8 + (street || postal ? 0 : orgScore(text) * 0.4 + schoolScore(text) * 0.8) + index * 0.01;
    if (score >= 0.6 && (best === undefined || score > best.score + 0.05)) best = { text, line, score };
  };
  pool.slice(0, 40).forEach((line, i) => {
    for (const cell of line.cells) {
      const pieces = cell.text.split(/\s*[|•·●◦∙⋄♦]\s*|\s{2,}|\s[-–—]\s(?=\S+@)|\s\/\s/u);
      for (const piece of pieces) consider(line, piece, i);
      if (pieces.length > 1) consider(line, cell.text, i);
    }
    const next = pool[i + 1];
    // Street on one line, postal code and city on the next.
    if (
      next !== undefined &&
      line.cells.length === 1 &&
      next.cells.length === 1 &&
      /\d/u.test(line.text) &&
      next.gap < 1 &&
      /\d{4,}/u.test(next.text)
    )
      consider(line, `${line.text}, ${next.text}`, i);
  });
  if (best === undefined) {
    // No contact section: what stands within two lines of the e-mail or phone in the same column.
    const anchors = near.filter((l) => EMAIL_ONCE.test(l.text) || (/\+\d/u.test(l.text) && l.text.length < 30));
    for (const line of near) {
      const close = anchors.some(
        (a) => a.column === line.column && a.page === line.page && Math.abs(a.index - line.index) <= 2,
      );
      if (close && line.text.length < 60) consider(line, line.text, 0);
    }
  }
  if (best === undefined) return undefined;
  return {
    value: splitAddress(best.text),
    confidence: clamp(0.45 + best.score * 0.3),
    spans: [spanOf(best.line, best.text)],
  };
}

/** `Hauptstr. 5, 30419 Hannover, Germany` → its parts. */
export function splitAddress(text: string): NonNullable<Contact['location']>['value'] {
  const segments = text
    .replace(/[()]/gu, ' ')
    .split(/\s*[,，]\s*|\s[-–|]\s/u)
    .map((s) => s.replace(/\s+/gu, ' ').trim())
    .filter((s) => s !== '');
  const out: NonNullable<Contact['location']>['value'] = {};
  const country = countryIn(segments.at(-1) ?? '');
  if (country !== undefined && segments.length > 1 && !/^[A-Z]{2}$/u.test(segments.at(-1) ?? '')) {
    out.countryCode = country;
    segments.pop();
  } else if (country !== undefined && segments.length === 1) return { countryCode: country, region: text };
  const rest: string[] = [];
  for (const segment of segments) {
    const coded = /^((?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?)\s+(\p{L}.*)$/u.exec(segment);
    const trailing = /^(\p{L}.*?)\s+(\d{4,6}(?:-\d{3,4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d)$/u.exec(segment);
    if (coded !== null) {
      out.postalCode = coded[1] ?? '';
      out.city = coded[2] ?? '';
    } else if (trailing !== null && out.postalCode === undefined) {
      out.postalCode = trailing[2] ?? '';
      rest.push(trailing[1] ?? '');
    } else if (/^(?:\d{4,6}(?:-\d{3,4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d)$/u.test(segment)) out.postalCode = segment;
    else rest.push(segment);
  }
  const last = rest.at(-1);
  if (out.city === undefined && last !== undefined) {
    const isRegion = rest.length > 1 && (/^[A-Z]{2,3}$/u.test(last) || (placeScore(last) === 1 && rest.length > 1));
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
