/** The signs and words by which forms say that an answer is required or not, in twelve languages; they are no part of a label. */

const REQUIRED =
  'required|mandatory|pflichtfeld|erforderlich|obligatoire|requis|obligatori[oa]|requerid[oa]|obrigat[oó]ri[oa]|obbligatori[oa]|richiesto|verplicht|wymagane|obowiązkowe|obligatorisk[t]?|zorunlu|povinn[éáý]|обязательно|必須|必填';
const OPTIONAL =
  'optional|freiwillig|facultatif|facultative|optionnel(?:le)?|opcional|facoltativ[oa]|opzionale|optioneel|opcjonaln[ea]|valfritt|frivilligt|isteğe bağlı|nepovinn[éáý]|необязательно|任意|选填';
const STAR = '[*✱＊∗﹡⁎★•]';

const word = (words: string): string => `(?:${words})(?: (?:field|question|answer|feld|champ|campo|veld|pole|fält))?`;
/** In brackets, or set off by a sign: “Sponsorship required” keeps its word. */
const setOff = (words: string): RegExp =>
  new RegExp(`\\s*(?:[([]\\s*${word(words)}\\s*[)\\]]|[,;:.–—|*✱-]\\s*${word(words)})[\\s.:!]*$`, 'iu');
const inFront = (words: string): RegExp => new RegExp(`^\\s*[([]\\s*${word(words)}\\s*[)\\]]\\s*`, 'iu');

const REQUIRED_BEHIND = setOff(REQUIRED);
const REQUIRED_BEFORE = inFront(REQUIRED);
const OPTIONAL_BEHIND = setOff(OPTIONAL);
const OPTIONAL_BEFORE = inFront(OPTIONAL);
const STAR_BEHIND = new RegExp(`\\s*[([]?${STAR}+[)\\]]?\\s*(:?)\\s*$`, 'u');
const STAR_BEFORE = new RegExp(`^\\s*[([]?${STAR.replace('•', '')}+[)\\]]?\\s*`, 'u');
const ALONE = new RegExp(`^\\s*(?:${REQUIRED}|${OPTIONAL})\\s*$`, 'iu');

/** A label without its marks, and what they said: true, false, or nothing. */
export function unmarked(label: string): { readonly text: string; readonly required?: boolean } {
  let text = label;
  let required: boolean | undefined;
  const strip = (mark: RegExp, says: boolean): void => {
    const rest = text.replace(mark, '').trim();
    if (rest === text || rest === '') return;
    text = rest;
    required ??= says;
  };
  for (let before = ''; before !== text; ) {
    before = text;
    strip(OPTIONAL_BEHIND, false);
    strip(OPTIONAL_BEFORE, false);
    strip(REQUIRED_BEHIND, true);
    strip(REQUIRED_BEFORE, true);
    strip(STAR_BEHIND, true);
    strip(STAR_BEFORE, true);
  }
  return required === undefined ? { text } : { text, required };
}

/** Whether a text is nothing but such a mark. */
export const isMark = (text: string): boolean => ALONE.test(text);
