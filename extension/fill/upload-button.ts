/** Buttons that open the file chooser of a page which keeps no file input: “Select files”, “Upload resume”. */
import { composedParent, matching } from './deep-dom.ts';
import { markupLabel, wordsOf } from './label-of.ts';
import { perLook } from './one-look.ts';
import { visibleStandIn, whyInvisible } from './visibility.ts';

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const VERBS = listed(
  'select choose browse upload attach add hochladen auswählen anhängen hinzufügen wählen choisir télécharger joindre ajouter parcourir seleccionar elegir subir adjuntar añadir selecionar escolher enviar anexar carregar adicionar scegli seleziona carica allega kies selecteer uploaden bijvoegen toevoegen wybierz prześlij dodaj załącz välj ladda bifoga lägg seç yükle ekle vybrat nahrát přiložit выбрать загрузить прикрепить',
);
const THINGS = listed(
  'file files resume résumé cv cover letter document documents attachment attachments datei dateien lebenslauf anschreiben dokument dokumente anlage anlagen fichier fichiers lettre motivation archivo archivos currículum currículo carta arquivo arquivos ficheiro ficheiros documento documentos documenti curriculum allegato allegati bestand bestanden bijlage bijlagen plik pliki życiorys fil filer dosya dosyalar özgeçmiş soubor soubory životopis файл файлы резюме',
);
const BETWEEN = listed(
  'a an the your or my & and eine ein ihre ihren deine deinen un une votre mon su tu um seu il la de uw je din ditt upp till',
);
/** Verbs that say enough by themselves. */
const ALONE = listed(
  'upload attach browse hochladen télécharger subir anexar carica uploaden prześlij ladda yükle nahrát загрузить',
);

/** Whether words say “upload your resume” or the like, and nothing else. */
function asksForFile(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[\s/.…,+*-]+/)
    .filter((word) => word !== '');
  const verbs = words.filter((word) => VERBS.has(word));
  const things = words.filter((word) => THINGS.has(word));
  if (verbs.length === 0 || words.some((word) => !VERBS.has(word) && !THINGS.has(word) && !BETWEEN.has(word)))
    return false;
  return things.length > 0 || verbs.some((verb) => ALONE.has(verb));
}

/** Whether the element is such a button: it says nothing but that, a person sees it, and no file input of the page could be its own. */
export function isUploadButton(element: Element): boolean {
  if (element.tagName !== 'BUTTON' && element.getAttribute('role') !== 'button') return false;
  const said = (wordsOf(element, { buttons: true }) || markupLabel(element)).trim();
  if (said === '' || said.length > 60 || !asksForFile(said) || whyInvisible(element)) return false;
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
