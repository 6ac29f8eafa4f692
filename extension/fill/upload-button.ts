/** Buttons that open the file chooser of a page which keeps no file input: “Select files”, “Upload resume”. */
import { composedParent, matching } from './deep-dom.ts';
import { markupLabel, wordsOf } from './label-of.ts';
import { perLook } from './one-look.ts';
import { visibleStandIn, whyInvisible } from './visibility.ts';

const VERB =
  'select|choose|browse|upload|attach|add|hochladen|auswählen|anhängen|hinzufügen|wählen|choisir|télécharger|joindre|ajouter|parcourir|seleccionar|elegir|subir|adjuntar|añadir|selecionar|escolher|enviar|anexar|carregar|adicionar|scegli|seleziona|carica|allega|kies|selecteer|uploaden|bijvoegen|toevoegen|wybierz|prześlij|dodaj|załącz|välj|ladda upp|bifoga|lägg till|seç|yükle|ekle|vybrat|nahrát|přiložit|выбрать|загрузить|прикрепить';
const THING =
  'files?|resume|résumé|cv|cover letter|documents?|attachments?|datei(?:en)?|lebenslauf|anschreiben|dokumente?|anlagen?|fichiers?|lettre(?: de motivation)?|archivos?|currículum|currículo|carta|arquivos?|ficheiros?|documentos?|documenti?|curriculum|allegat[oi]|bestand(?:en)?|bijlagen?|pliki?|życiorys|fil(?:er)?|dosya(?:lar)?|özgeçmiş|soubory?|životopis|файлы?|резюме';
const ARTICLE = 'a|an|the|your|or|my|eine?|ihre?n?|deine?n?|un|une|votre|mon|su|tu|um|seu|il|la|uw|je|din|ditt';
const words = `(?:${VERB}|${THING}|${ARTICLE})`;
const ONLY_THAT = new RegExp(`^(?:[+\\s]*)${words}(?:[\\s/.…-]+${words})*[\\s.…]*$`, 'iu');
const HAS_VERB = new RegExp(`(?<!\\p{L})(?:${VERB})(?!\\p{L})`, 'iu');
const ALONE =
  /^(?:upload|attach|browse|hochladen|télécharger|subir|anexar|carica|uploaden|prześlij|ladda upp|yükle|nahrát|загрузить)$/iu;
const HAS_THING = new RegExp(`(?<!\\p{L})(?:${THING})(?!\\p{L})`, 'iu');

/** Whether the element is such a button: it says nothing but that, a person sees it, and no file input of the page could be its own. */
export function isUploadButton(element: Element): boolean {
  if (element.tagName !== 'BUTTON' && element.getAttribute('role') !== 'button') return false;
  const said = (wordsOf(element, { buttons: true }) || markupLabel(element)).trim();
  if (said.length > 60 || !ONLY_THAT.test(said) || !HAS_VERB.test(said)) return false;
  if (!ALONE.test(said) && !HAS_THING.test(said)) return false;
  if (whyInvisible(element)) return false;
  return !hasStrayInput(element.ownerDocument) && !hasOwnInput(element);
}

/** File inputs nothing visible stands for might be the ones any button opens. */
const hasStrayInput = perLook((document: Document): boolean =>
  fileInputs(document).some((input) => visibleStandIn(input, 6) === undefined),
);

const fileInputs = perLook((document: Document) => matching(document, 'input[type=file]'));

/** A file input within the part of the page this button belongs to. */
function hasOwnInput(button: Element): boolean {
  let at = composedParent(button);
  for (let depth = 0; at && depth < 7; depth++, at = composedParent(at)) {
    const part = at;
    if (/^(?:FORM|BODY|MAIN|HTML)$/.test(part.tagName)) return false;
    if (fileInputs(button.ownerDocument).some((input) => part.contains(input))) return true;
    if (part.querySelector('input:not([type=hidden]),select,textarea')) return false;
  }
  return false;
}
