/** Text as people mean it: normal forms for comparing, and the removal of what no eye can see. */

/** Characters that carry instructions to machines but nothing to people (OWASP LLM01): tags, variation selectors, zero-width. */
const INVISIBLE = /[\u{E0000}-\u{E007F}\u200B-\u200D\u2060\uFEFF\u00AD]|[\uFE00-\uFE0F]/gu;

export const stripInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** NFKC, invisible characters gone, white space collapsed, ends trimmed. */
export const clean = (text: string): string => stripInvisible(text.normalize('NFKC')).replace(/\s+/g, ' ').trim();

/** For comparing: {@link clean}, accents folded, lower case. */
export const fold = (text: string): string =>
  clean(text).replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Lower-case words of letters and digits, with the marks that tell C, C++ and C# apart. */
export const words = (text: string): string[] => fold(text).match(/[\p{L}\p{N}][\p{L}\p{N}+#]*/gu) ?? [];

/** An e-mail address as its owner's key: trimmed, lower case. */
export const normaliseEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/**
 * A file's name without folders and without what no name may hold (control and direction marks), at most 255 characters
 * with its extension kept.
 */
export function bareFileName(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ')
    .replace(/^.*[\\/]/, '')
    .trim();
  const extension = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? '';
  if (clean === '') return 'resume';
  return [...clean].length <= 255 ? clean : [...clean].slice(0, 255 - extension.length).join('') + extension;
}

/** The header of a download by RFC 6266: a plain name for old programs, the whole one for all others. */
export function attachmentNamed(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name.replace(/\p{Cs}/gu, '_')).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
