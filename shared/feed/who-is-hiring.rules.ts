/**
 * Adverts of "Who is hiring?" threads. Their first line is by custom `Company | Role | Place | REMOTE | pay | address`,
 * in any order after the first part and with any of them missing; each part is told by what it looks like.
 */
import { findPlaces, remoteOf } from '#shared/job/place.rules.ts';
import { parseSalary } from '#shared/job/salary.rules.ts';
import { cleanText } from '#shared/job/text.rules.ts';
import { employmentTypeOf } from '#shared/job/title.rules.ts';

export type Advert = {
  company: string;
  /** Never empty; an advert that names no role has one that says so. */
  roles: string[];
  places: string[];
  remote: { kind: 'remote' | 'hybrid' | 'onsite'; words: string } | null;
  pay: string | null;
  employment: string | null;
};

const ROLE =
  /\b(?:engineers?|engineering|developers?|devs?|programmers?|designers?|managers?|scientists?|researchers?|leads?|heads?|directors?|vp|cto|ceo|coo|founders?|co-?founders?|analysts?|architects?|sre|devops|swes?|sdes?|recruiters?|marketers?|marketing|sales|interns?|writers?|specialists?|consultants?|administrators?|sysadmins?|technicians?|member of technical staff|full[- ]?stack|back-?end|front-?end|associates?|executives?|officers?|operators?|accountants?|strategists?|advocates?|editors?|teachers?|nurses?|assistants?|generalists?|qa|machinists?|chemists?|biologists?|physicists?|mathematicians?|statisticians?|economists?)\b/i;
const SEVERAL =
  /\b(?:multiple|various|several|many|open|all)\b.{0,30}\b(?:roles?|positions?|openings|jobs)\b|^(?:multiple|various|several)$/i;
const ADDRESS = /^(?:https?:\/\/\S+|(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12}(?:\/\S*)?)$/i;
const OFFICE = /\b(?:remote|on-?site|hybrid|in[- ]?office|in[- ]person|wfh|anywhere)\b/i;
const NO_ROLE = /\b(?:visa|sponsor\w*|equity|benefits|relocation|series [a-e]|seed|yc [swfx]\d\d|team of|founded)\b/i;

/** The first line of a comment; some put the whole in one paragraph, then the line ends after its last part. */
function lines(html: string): string[] {
  return cleanText(html.replace(/<p>/gi, '\n'))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The parts of the first line, by the mark it separates them with; none where it has no such form. */
function partsOf(first: string): string[] {
  const line = first.slice(0, 600);
  for (const mark of [/\s*\|\s*/, /\s+[•·]\s+/, /\s+[–—]\s+/, /\s+-\s+/]) {
    const parts = line
      .split(mark)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (parts.length >= (mark.source.includes('\\|') ? 2 : 3)) return parts;
  }
  return [];
}

const LABEL = /^(company|role|position|title|location|type|employment|compensation|salary|remote)\s*:\s*(.{2,200})$/i;

/** Some give each fact its own line: `Company: Acme`, `Role: Engineer`. */
function labelledParts(all: readonly string[]): string[] | undefined {
  const facts = all.slice(0, 12).flatMap((line) => {
    const [, label, fact] = LABEL.exec(line) ?? [];
    return label === undefined || fact === undefined ? [] : [{ label: label.toLowerCase(), fact }];
  });
  const company = facts.find(({ label }) => label === 'company');
  if (!company || facts.length < 3) return undefined;
  return [company.fact, ...facts.filter((fact) => fact !== company).map(({ fact }) => fact)];
}

const depthless = /[,;/&+]|\band\b|\bor\b/i;

/** `Robotics Engineer, Data Scientist` is two; `Senior Engineer, Platform` and `Engineers (Backend, Frontend)` are one. */
export function splitRoles(part: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let piece = '';
  for (const token of part.split(/([()[\]]|[,;/&+]|\s+(?:and|or)\s+)/i)) {
    if (/^[([]$/.test(token)) depth++;
    else if (/^[)\]]$/.test(token)) depth = Math.max(0, depth - 1);
    if (depth === 0 && depthless.test(token) && token.trim().length <= 3) {
      pieces.push(piece.trim());
      piece = '';
    } else piece += token;
  }
  pieces.push(piece.trim());
  const named = pieces.map((one) => one.replace(/^\d{1,2}[.)]\s*/, '')).filter((one) => one !== '');
  const whole = named.every((one) => ROLE.test(one) && one.split(/\s+/).length >= 2);
  return (whole ? named : [part.trim()]).slice(0, 10);
}

/** Roles listed in the text: `1. Senior Go Engineer: …`, `- Backend Engineer (Rust)`. */
function listedRoles(body: readonly string[]): string[] {
  const roles = body.flatMap((line) => {
    const listed = /^(?:[-*•–—>]|\d{1,2}[.)])\s*(.{4,300})$/.exec(line)?.[1];
    const head = listed?.split(/\s*(?::|\s[-–—]\s|\||https?:|\. )/)[0]?.trim() ?? '';
    return head.length <= 70 &&
      head.split(/\s+/).length <= 8 &&
      /^\p{Lu}/u.test(head) &&
      ROLE.test(head) &&
      !NO_ROLE.test(head)
      ? [head]
      : [];
  });
  return [...new Set(roles)].slice(0, 10);
}

const WANTED =
  /\b(?:hiring|looking for|seeking|searching for|need)\s+(?:an?\s|our\s|for\s|the\s|some\s|experienced\s|talented\s)*((?:[\w+#./-]+\s){0,4}?(?:engineers?|developers?|designers?|scientists?|managers?|analysts?|architects?|researchers?))\b/i;

/** `Acme (YC W21) (https://acme.example)` without what is no name. */
const companyIn = (part: string): string =>
  part
    .replace(/https?:\/\/\S+/g, '')
    .replace(/\((?:[^()]*(?:yc|series|seed|http|www|\.com|\.io)[^()]*|\s*)\)/gi, '')
    .replace(/^(?:hiring|company)\s*:\s*/i, '')
    .replace(/[\s:,-]+$/, '')
    .trim()
    .slice(0, 200);

/** Reads a comment (HTML). `undefined` where it is no advert: no form, or the company is nowhere named. */
export function readAdvert(html: string): Advert | undefined {
  const [first = '', ...body] = lines(html);
  const [head, ...rest] = labelledParts([first, ...body]) ?? partsOf(first);
  const company = companyIn(head ?? '');
  if (company === '' || company.length > 80 || rest.length === 0) return undefined;
  // The last part of a one-paragraph advert runs on into the text.
  const parts = rest.map((part) =>
    part.length > 120 ? (part.split(/(?<=[.!?])\s|\s(?=[A-Z][a-z]+ (?:is|are|builds?|makes?)\b)/)[0] ?? part) : part,
  );
  const roles: string[] = [];
  const places: string[] = [];
  const office: string[] = [];
  let several = false;
  let pay: string | null = null;
  let employment: string | null = null;
  for (const part of parts) {
    const bare = part.replace(/https?:\/\/\S+/g, '').trim();
    if (ADDRESS.test(part) || bare === '') continue;
    if (parseSalary(bare) || /[$€£]\s?\d/.test(bare)) pay ??= bare;
    else if (SEVERAL.test(bare)) several = true;
    else if (ROLE.test(bare) && !NO_ROLE.test(bare) && bare.length <= 160) roles.push(...splitRoles(bare));
    else {
      if (OFFICE.test(bare)) office.push(bare);
      if (employmentTypeOf(bare)) employment ??= bare;
      const found = findPlaces(bare);
      if (found.places.some((place) => place.city !== undefined || place.region !== undefined)) places.push(bare);
      else if (found.countries.length > 0 && !OFFICE.test(bare)) places.push(bare);
    }
  }
  const kind = remoteOf(office.join(' ; '));
  const named = roles.length > 0 ? roles : listedRoles(body);
  const wanted = named.length > 0 || several ? undefined : WANTED.exec(body.join(' ').slice(0, 4000))?.[1];
  return {
    company,
    roles: named.length > 0 ? [...new Set(named)].slice(0, 10) : [wanted ?? `Several roles at ${company}`],
    places: places.slice(0, 20),
    remote: kind === null ? null : { kind, words: office.join('; ') },
    pay,
    employment,
  };
}
