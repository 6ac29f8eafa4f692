/** One spelling for the words of twelve languages and more, so that what is compared compares like with like. */

const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** “driver’s” and “don’t” are one word, “d’usage” and “dell’azienda” are two. */
const ELISION = /(?<=\p{L})['’‘`](?!(?:s|t|re|ve|ll|m|d)(?!\p{L}))(?=\p{L})/gu;

/** “autorisé(e)”, “dispuesto/a”, “prêt·e”: the other gender's ending; at least three letters before it, so “N/A” stays. */
const ENDINGS =
  /(?<=\p{L}{3})(?:\((?:e|s|es|a|as|os|ne|in|innen|er)\)|\/(?:a|e|as|es|in|innen|na|ta)(?!\p{L})|[·∙](?:e|es|s|ne|in|innen)(?!\p{L}))/gu;

/** Lower case, no accents, no punctuation, single spaces: `E-Mail-Adresse *` → `e mail adresse`. */
export function plain(text: string): string {
  const known = spelt.get(text);
  if (known !== undefined) return known;
  const words = spell(text);
  if (spelt.size >= MOST_SPELT) spelt.clear();
  if (text.length <= 200) spelt.set(text, words);
  return words;
}

/** The same labels and options are read by every rule; their spelling is worked out once. */
const spelt = new Map<string, string>();
const MOST_SPELT = 4000;

function spell(text: string): string {
  return text
    .toLowerCase()
    .replace(ELISION, ' ')
    .replace(ENDINGS, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łıßøæœđðþ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

/** An id or name in words: `job_application[firstName]` → `job application first name`. */
export const nameWords = (name: string): string =>
  plain(name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Za-z])(\d)/g, '$1 $2'));

const YES = new Set(['yes', 'y', 'true', 'ja', 'oui', 'si', 'sim', 'tak', 'evet', 'ano', 'да']);
const NO = new Set(['no', 'n', 'false', 'nein', 'non', 'nao', 'nie', 'nee', 'nej', 'hayir', 'ne', 'нет']);

/** `yes`, `no`, or nothing, by the first word only: “No, I will not” is no, “Norway” is neither. */
export function yesNo(text: string): 'yes' | 'no' | undefined {
  const first = plain(text).split(' ')[0] ?? '';
  if (YES.has(first)) return 'yes';
  return NO.has(first) ? 'no' : undefined;
}
