/**
 * What a page says about a file it was given: its name, that it is still at work on it, that it refuses it. Read as a person
 * reads it, and only what was not there before the file was: names stand elsewhere on a page too.
 */
import { deepElements, selfAndAncestors, shadowOf } from './deep-dom.ts';
import { visibleStandIn, whyInvisible } from './visibility.ts';

const AT_WORK =
  /(?:^|[^\p{L}])(?:uploading|analy[sz]ing|parsing|processing|scanning|extracting|reading (?:your|the|résumé|resume|cv)|hochgeladen …|wird (?:hochgeladen|verarbeitet|gelesen|analysiert)|chargement|téléversement|analyse en cours|subiendo|procesando|analizando|carregando|enviando|processando|caricamento|elaborazione|przesyłanie|bezig met|uploaden|laddar upp|bearbetar|yükleniyor)(?![\p{L}])/iu;
const REFUSES =
  /too (?:large|big|long|small)|exceed|(?:maximum|max\.?) (?:file )?size (?:is|of)|not (?:supported|allowed|accepted|permitted|a valid)|unsupported|invalid|(?:must|should) be (?:a|an|in|one|under|less|smaller)|could ?n[o’']t|cannot|can[’']t|unable|failed|failure|error|went wrong|try again|zu groß|nicht (?:unterstützt|erlaubt|zulässig)|ungültig|fehl|trop (?:grand|volumineux|lourd)|non (?:valide|pris en charge|autorisé)|échou|erreur|demasiado grande|no (?:es válido|permitido|admitido|compatible)|error al|muito grande|inválid|não (?:suportado|permitido)|falha|troppo grande|non (?:supportato|valido|consentito)|errore|za duży|nieobsługiwany|nieprawidłow|błąd|te groot|niet (?:ondersteund|toegestaan)|ongeldig|mislukt|för stor|stöds inte|ogiltig|misslyck|çok büyük|desteklenmiyor|geçersiz|hata/iu;
const TOOK_IT =
  /(?:successfully|uploaded|attached|upload complete|hochgeladen|angehängt|téléversé|ajouté|joint|subido|adjunt|enviado|anexad|carregado|caricato|allegato|przesłano|załączono|geüpload|bijgevoegd|uppladda|bifogad|yüklendi)(?![\p{L}])/iu;
const ALERTS = '[role=alert],[role=status],[aria-live=assertive],[aria-live=polite]';
const TROUBLE = /error|invalid|danger|alert|warning|fail|reject/i;
const WORKING =
  '[role=progressbar],progress,[aria-busy=true],[class*="spinner" i],[class*="uploading" i],[class*="loading" i]';

/** What the page shows at one moment. */
export type Shown = { readonly shown: boolean; readonly busy: boolean; readonly refusal?: string };

type Slot = { readonly control: Element; readonly holder: Element; readonly name: string };

/** Notes what the page says now; the function it gives tells what has come since. */
export function watchSlot(slot: Slot): () => Shown {
  const { control, holder, name } = slot;
  const before = wordsOn(control.ownerDocument);
  const named = timesNamed(holder, name);
  const workedBefore = new Set(workers(holder));
  return () => {
    const fresh = [...wordsOn(control.ownerDocument)].filter(([element, words]) => before.get(element) !== words);
    const seen = (test: (words: string, element: Element) => boolean) =>
      fresh.find(([element, words]) => test(words, element) && isSeen(element));
    const refusal = seen(
      (words, element) => REFUSES.test(words) && !TOOK_IT.test(words) && concerns(element, slot, words),
    );
    const busy =
      seen((words) => words.length < 120 && AT_WORK.test(words)) !== undefined ||
      workers(holder).some((at) => !workedBefore.has(at));
    const shown =
      showsFile({ ...slot, more: named }) ||
      seen((words) => names(words, name)) !== undefined ||
      seen((words, element) => words.length < 80 && TOOK_IT.test(words) && isWithin(holder, element)) !== undefined;
    return { shown, busy, ...(refusal ? { refusal: refusal[1].slice(0, 160) } : {}) };
  };
}

/** Whether a person can read on the page that this file is attached. `more` is how often its name stood there before. */
export function showsFile({ control, holder, name, more = 0 }: Slot & { more?: number }): boolean {
  const isHeld =
    control instanceof HTMLInputElement &&
    control.isConnected &&
    control.files?.[0]?.name === name &&
    !whyInvisible(control);
  if (isHeld) return true;
  return timesNamed(holder, name) > more && (holder.checkVisibility() || visibleStandIn(holder, 2) !== undefined);
}

/** Whether a file's name stands anywhere on the page in sight: some list uploads far from where they were given. */
export const isNamed = (document: Document, name: string): boolean =>
  [...wordsOn(document)].some(([element, words]) => names(words, name) && isSeen(element));

/** Whether a place says in words that it has a file, for pages that show no name. */
export const saysTaken = (holder: Element): boolean => TOOK_IT.test(textIn(holder));

/** The name of a file a place of the page says it holds; empty where it names none. */
export function fileNamedIn(place: Element | undefined): string {
  if (!place) return '';
  for (const text of [textIn(place), ...spokenIn(place)]) {
    const found = FILE_NAME.exec(text)?.[0]?.trim();
    if (found) return found;
  }
  return '';
}

// A list of endings (“.pdf, .docx”) or “types .pdf” names no file: something stands right before the dot.
const FILE_NAME = /[\p{L}\d_().-](?:[\p{L}\d _().…-]{0,100}[\p{L}\d_)…-])?\.(?:pdf|docx?|rtf|odt|txt)(?![\p{L}\d])/iu;

/** Names that stand in titles, labels and read-only boxes. */
const spokenIn = (place: Element): string[] =>
  [...place.querySelectorAll('[title],[aria-label],input[readonly]')].map((at) =>
    at instanceof HTMLInputElement ? at.value : (at.getAttribute('title') ?? at.getAttribute('aria-label') ?? ''),
  );

/** Text of a place and of the shadow trees in it. */
const textIn = (place: Element): string =>
  [place, ...deepElements(place)].reduce((text, at) => {
    const root = shadowOf(at);
    return root ? `${text} ${root.textContent ?? ''}` : text;
  }, place.textContent ?? '');

const timesNamed = (holder: Element, name: string): number =>
  [textIn(holder), ...spokenIn(holder)].filter((text) => names(text, name)).length;

const stemOf = (name: string): string => name.replace(/\.[^.]+$/, '');

/** The whole name, the name without its ending, or the name cut short with dots. */
export function names(text: string, name: string): boolean {
  const stem = stemOf(name);
  return text.includes(name) || (stem.length >= 8 && text.includes(stem)) || isShortened(text, name);
}

/** “Nora_Lind….pdf”, “Nora…sume.pdf”: names of one person begin alike, so the dots are needed, and what follows must fit. */
function isShortened(text: string, name: string): boolean {
  for (const { 1: head = '', 2: tail = '' } of text.matchAll(/([^\s…/\\]{4,}?)(?:…|\.{2,3})([^\s…]*)/gu)) {
    const start = name.slice(0, 4);
    const from = head.lastIndexOf(start);
    const shown = from < 0 ? '' : head.slice(from);
    const isStart = shown.length >= 4 && name.startsWith(shown);
    const end = tail.replace(/[^\p{L}\d._()-].*$/u, '');
    if (isStart && (end === '' ? shown.length >= 8 : name.endsWith(end) && shown.length + end.length >= 8)) return true;
  }
  return false;
}

/** Own words of every element, titles and labels of icons included. */
function wordsOn(document: Document): Map<Element, string> {
  const words = new Map<Element, string>();
  for (const element of deepElements(document)) {
    if (/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION)$/.test(element.tagName)) continue;
    let own = '';
    for (let node = element.firstChild; node; node = node.nextSibling)
      if (node.nodeType === Node.TEXT_NODE) own += node.nodeValue;
    const said = `${own} ${element.getAttribute('title') ?? ''} ${element.getAttribute('aria-label') ?? ''}`.trim();
    if (said !== '') words.set(element, said.replace(/\s+/g, ' '));
  }
  return words;
}

const isWithin = (holder: Element, element: Element): boolean => {
  for (const at of selfAndAncestors(element)) if (at === holder) return true;
  return false;
};

const isSeen = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  element.getBoundingClientRect().height > 0;

/** Whether words of refusal speak of this file: beside it, tied to it, naming it, or said to everyone in an alert. */
function concerns(element: Element, { control, holder, name }: Slot, words: string): boolean {
  if (words.length > 300) return false;
  if (isWithin(holder, element) || names(words, name)) return true;
  const tied = `${control.getAttribute('aria-describedby') ?? ''} ${control.getAttribute('aria-errormessage') ?? ''}`;
  if (element.id !== '' && tied.split(/\s+/).includes(element.id)) return true;
  if (
    !/file|size|upload|resume|résumé|\bcv\b|document|format|datei|fichier|archivo|arquivo|plik|bestand|fil\b/iu.test(
      words,
    )
  )
    return false;
  return [...selfAndAncestors(element)]
    .slice(0, 4)
    .some((at) => at.matches(ALERTS) || TROUBLE.test(at.getAttribute('class') ?? ''));
}

/** What turns or fills up in and right around a slot; a bar that is full has finished. */
function workers(holder: Element): Element[] {
  const place = holder.parentElement && holder.parentElement.tagName !== 'BODY' ? holder.parentElement : holder;
  return [...(place.matches(WORKING) ? [place] : []), ...place.querySelectorAll(WORKING)].filter(
    (at) => isSeen(at) && !isFull(at),
  );
}

function isFull(bar: Element): boolean {
  if (bar instanceof HTMLProgressElement) return bar.position === 1;
  const now = Number(bar.getAttribute('aria-valuenow') ?? Number.NaN);
  return now >= Number(bar.getAttribute('aria-valuemax') ?? 100);
}
