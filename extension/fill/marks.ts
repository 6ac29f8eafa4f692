/** The signs and words by which forms say that an answer is required or not, in twelve languages; they are no part of a label. */

const listed = (words: string): ReadonlySet<string> => new Set(words.split('|'));

const REQUIRED = listed(
  'required|mandatory|pflichtfeld|erforderlich|obligatoire|requis|requise|obligatorio|obligatoria|requerido|requerida|obrigatório|obrigatória|obrigatorio|obbligatorio|obbligatoria|richiesto|verplicht|wymagane|obowiązkowe|obligatorisk|obligatoriskt|zorunlu|povinné|povinný|povinná|обязательно|必須|必填',
);
const OPTIONAL = listed(
  'optional|freiwillig|facultatif|facultative|optionnel|optionnelle|opcional|facoltativo|facoltativa|opzionale|optioneel|opcjonalne|opcjonalna|valfritt|frivilligt|isteğe bağlı|nepovinné|nepovinný|nepovinná|необязательно|任意|选填',
);
const STARS = '*✱＊∗﹡⁎★';
/** What may stand behind the word: “required field”. */
const TAIL = /\s(?:field|question|answer|feld|champ|campo|veld|pole|fält)$/;

/** Whether a text is nothing but such a word: true, false, or no such word at all. */
function saidBy(text: string): boolean | undefined {
  if (text.length > 40) return undefined;
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[.:!\s]+$/, '')
    .replace(TAIL, '');
  return REQUIRED.has(word) ? true : OPTIONAL.has(word) ? false : undefined;
}

/** Words in brackets, and words set off by a sign at the end: “Sponsorship required” keeps its word. */
const SET_OFF: readonly RegExp[] = [
  /^(.*\S)\s*[([]([^()[\]]*)[)\]][\s.:!]*$/s,
  /^()\s*[([]([^()[\]]*)[)\]]\s*(\S.*)$/s,
  /^(.*\S)\s*[,;:.–—|*✱-]\s*([^,;:.–—|*✱()-]+)[\s.:!]*$/s,
];

function withoutWord(text: string): { rest: string; required: boolean } | undefined {
  for (const pattern of SET_OFF) {
    const [, before = '', word = '', after = ''] = pattern.exec(text) ?? [];
    const required = word === '' ? undefined : saidBy(word);
    if (required !== undefined) return { rest: (before || after).trim(), required };
  }
  return undefined;
}

function withoutStars(text: string): string {
  let [start, end] = [0, text.length];
  const isOff = (at: number, signs: string): boolean => signs.includes(text[at] ?? '-');
  while (start < end && isOff(start, `${STARS} `)) start += 1;
  while (end > start && isOff(end - 1, `${STARS}• `)) end -= 1;
  return text.slice(start, end).replace(/\s*[([][*✱＊]+[)\]]$/, '');
}

/** A label without its marks, and what they said: true, false, or nothing. */
export function unmarked(label: string): { readonly text: string; readonly required?: boolean } {
  let text = label.trim();
  let required: boolean | undefined;
  for (let before = ''; before !== text; ) {
    before = text;
    const plain = withoutStars(text.replace(/([*✱＊])\s*:$/, '$1')).trim();
    if (plain !== '' && plain !== text) {
      required ??= true;
      text = plain;
    }
    const said = withoutWord(text);
    if (said && said.rest !== '') {
      required ??= said.required;
      text = said.rest;
    }
  }
  return required === undefined ? { text } : { text, required };
}

/** Whether a text is nothing but such a mark. */
export const isMark = (text: string): boolean => text !== '' && saidBy(text) !== undefined;
