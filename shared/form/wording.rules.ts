/** Reading the words of a form: labels without politeness, questions apart from names, how alike two wordings are. */
import { plain } from './spelling.rules.ts';

const FILLERS = new RegExp(
  `^(?:${[
    'hi|hello|hey|and|so|great|thanks|now|please|enter|provide|type|add|select|choose|upload|attach|specify|indicate|confirm|list|state your|give|what is|whats|what|is|your|my|the|a|an',
    'applicants?|candidates?|full legal|legal|current|primary',
    'bitte|geben sie|gib|eingeben|ihre?n?|deine?n?|wie lautet|was ist',
    'veuillez|indiquez|saisissez|entrez|renseignez|saisir|indiquer|quel(?:le)? est|quels? sont|votre|vos|ton|ta',
    'por favor|introduce|introduzca|ingresa|ingrese|escribe|indica|indique|cual es|tu|su|sus',
    'informe|insira|digite|introduza|qual e|o seu|a sua|seu|sua|o teu|teu',
    'inserisci|inserire|indica|indicare|qual e|il tuo|la tua|il suo|la sua|i tuoi|il|la|lo',
    'vul|voer|in uw|wat is|uw|je|jouw',
    'podaj|wpisz|prosze podac|twoj[ae]?|pana pani',
    'ange|fyll i|skriv|vad ar|ditt|din|dina',
    'indtast|angiv|udfyld|hvad er|dit',
    'lutfen|giriniz',
    'prosim|zadejte|vyplnte|uvedte|vas[ei]?',
    'укажите|введите|ваше?|ваша|пожалуиста',
  ].join('|')})\\s+`,
);
const TAILS =
  /\s+(?:required|optional|optionnel|facultatif|obligatoire|requis|pflichtfeld|pflicht|erforderlich|freiwillig|obligatorio|requerido|opcional|obrigatorio|obbligatorio|facoltativo|verplicht|optioneel|wymagane|opcjonalne|obligatoriskt?|valfritt|valgfrit|paakraevet|zorunlu|istege bagli|povinne|nepovinne|volitelne|обязательно|необязательно|必須|任意|here|below|if applicable|if any|eingeben|angeben|a saisir|giriniz|falls vorhanden|si applicable|le cas echeant|si aplica|se houver|se presente|indien van toepassing|jesli dotyczy|if different|if you have one)$/;

/** The label itself, without the help or error text some pages keep behind its star: `Phone * Enter a valid phone`. */
const headOf = (label: string): string => /^\s*([^*✱]{2,60}?)\s*[*✱]\s*\S/.exec(label)?.[1] ?? label;

const AS_ON_PAPER =
  /(?:^| )(?:exactly )?(?:as|like) (?:it |they )?(?:\w+ ){0,3}(?:on|in|per) (?:your |the |an? )?(?:\w+ ){0,3}(?:passport|id|identification|licen[cs]e|documents?|card)(?= |$)|(?:^| )wie im (?:pass|reisepass|ausweis)(?= |$)|(?:^| )(?:comme|tel qu\w*) .{0,20}(?:passeport|piece d identite)(?= |$)/g;

/** “Name as shown on your passport” asks for the name. Takes and gives the plain spelling. */
export const withoutPapers = (words: string): string => words.replace(AS_ON_PAPER, ' ').trim();

/** A label without politeness and stars: `Please enter your first name (required)` → `first name`. */
export function core(label: string): string {
  let text = withoutPapers(plain(headOf(label)));
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(TAILS, '').replace(FILLERS, '');
  }
  return text;
}

export const wordCount = (text: string): number => (text === '' ? 0 : text.split(' ').length);

/** Whether a label asks something in a sentence rather than naming a value. */
export const isQuestion = (label: string): boolean => /[?？]/.test(label) || wordCount(plain(headOf(label))) > 7;

const STOP = new Set(
  'a an the of to in on at for with and or is are was were be been do does did have has had you your we our us this that it as by from will would can could please any'.split(
    ' ',
  ),
);

/** Words that carry the meaning of a question. */
export const contentWords = (text: string): string[] =>
  plain(text)
    .split(' ')
    .filter((word) => word !== '' && !STOP.has(word));

/**
 * How alike two wordings are, 0–1 (Dice over content words). Numbers and negations must agree, else 0: “5 years” is not
 * “7 years”, “with” is not “without”.
 */
export function likeness(one: string, other: string): number {
  if (plain(one) === plain(other)) return 1;
  const left = new Set(contentWords(one));
  const right = new Set(contentWords(other));
  if (left.size === 0 || right.size === 0) return 0;
  const telling = (words: Set<string>) =>
    [...words]
      .filter(
        (word) =>
          /\d/.test(word) ||
          /^(?:no|not|never|without|dont|wont|nicht|kein|keine|ohne|sans|pas|sin|sem|senza|bez|utan)$/.test(word),
      )
      .sort()
      .join(' ');
  if (telling(left) !== telling(right)) return 0;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return (2 * shared) / (left.size + right.size);
}
