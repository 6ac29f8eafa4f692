/** The e-mail address: plain, letter-spaced, spelled out against robots, or behind a link. */
import type { Extracted, Line } from './item.schema.ts';
import { fold } from './text.rules.ts';
import { type Found, spanOf } from './value.rules.ts';

export const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;
export const EMAIL_ONCE = new RegExp(EMAIL.source, 'u');

const SPELLED_AT =
  /\s*(?:[[({<]\s*(?:at|arroba|chez|ät|@|chiocciola|małpa|et)\s*[\])}>]|\s(?:\(at\)|\[at\]|AT|arroba)\s)\s*/gu;
const SPELLED_DOT = /\s*(?:[[({<]\s*(?:dot|punto|point|punkt|ponto|kropka)\s*[\])}>]|\s(?:DOT|dot)\s)\s*/gu;

/** The text with addresses written as they are sent to. */
function plain(text: string): string {
  const joined = text.replace(/\s*[@＠]\s*/gu, '@');
  if (joined.includes('@')) return joined;
  const spelled = joined.replace(SPELLED_AT, '@');
  return spelled === joined ? joined : spelled.replace(SPELLED_DOT, '.').replace(/(?<=@[\p{L}\p{N}-]+)\s*\.\s*/gu, '.');
}

/** The first address of the lines, best lines first; a link that only opens a mail program counts too. */
export function readEmail(near: readonly Line[], { looseLinks }: Pick<Extracted, 'looseLinks'>): Found | undefined {
  for (const [i, line] of near.entries()) {
    const text = plain(line.text);
    const match = EMAIL_ONCE.exec(text)?.[0] ?? glued(text) ?? wrapped(line, near[i + 1]);
    if (match !== undefined)
      return { value: match.replace(/^[.'-]+|[.'-]+$/gu, ''), confidence: 0.98, spans: [spanOf(line, match)] };
    const linked = line.cells.flatMap((c) => c.links).find((l) => /^mailto:/iu.test(l));
    if (linked !== undefined && EMAIL_ONCE.test(address(linked)))
      return { value: address(linked), confidence: 0.95, spans: [spanOf(line, line.text)] };
  }
  const loose = looseLinks.find((l) => /^mailto:/iu.test(l.url) && EMAIL_ONCE.test(address(l.url)));
  return loose === undefined ? undefined : { value: address(loose.url), confidence: 0.9, spans: [] };
}

function address(mailto: string): string {
  const raw = mailto.replace(/^mailto:/iu, '').replace(/\?.*$/u, '');
  try {
    return decodeURIComponent(raw).trim();
  } catch {
    return raw.trim();
  }
}

/** `jane.doe @ mail . com` from letter-spaced or icon-split text. */
function glued(text: string): string | undefined {
  if (!text.includes('@') || text.length > 90) return undefined;
  return text
    .replace(/^[^@]*[:：]\s*/u, '')
    .replace(/\s+/gu, '')
    .match(EMAIL)?.[0];
}

/** An address too long for a narrow column goes on in the next line: `jane.doe@` / `example.com`. */
function wrapped(line: Line, next: Line | undefined): string | undefined {
  if (next === undefined || !line.text.includes('@') || next.index !== line.index + 1) return undefined;
  const first = /\S*@\S*$/u.exec(line.text)?.[0];
  const second = /^\S+/u.exec(next.text)?.[0];
  if (first === undefined || second === undefined || fold(second).includes('@')) return undefined;
  return EMAIL_ONCE.exec(first + second)?.[0];
}
