/** Reading the words of a form: one spelling for twelve languages and more, so that tables compare like with like. */

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

const YES = new Set(['yes', 'y', 'true', 'ja', 'oui', 'si', 'sim', 'tak', 'evet', 'ano', 'да']);
const NO = new Set(['no', 'n', 'false', 'nein', 'non', 'nao', 'nie', 'nee', 'nej', 'hayir', 'ne', 'нет']);

/** `yes`, `no`, or nothing, by the first word only: “No, I will not” is no, “Norway” is neither. */
export function yesNo(text: string): 'yes' | 'no' | undefined {
  const first = plain(text).split(' ')[0] ?? '';
  if (YES.has(first)) return 'yes';
  return NO.has(first) ? 'no' : undefined;
}

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
