/** What the buttons of a form do, by their words in twelve languages: add a row, go a step on, or send it off. */
import type { FormAction, FormButton } from './form.schema.ts';

/** The buttons that add a row or go a step on; what sends the form, uploads or leads away is none. Same order. */
export const actionsAmong = (buttons: readonly FormButton[]): FormAction[] =>
  buttons.flatMap(({ away, menu, ...button }): FormAction[] => {
    if (addsRow(button.label)) return away || menu ? [] : [{ ...button, kind: 'addRow' }];
    return goesOn(button.label) ? [{ ...button, kind: 'next' }] : [];
  });

const any = (words: string): string => `(?<!\\p{L})(?:${words})(?!\\p{L})`;
const pattern = (source: string): RegExp => new RegExp(source, 'iu');

const ADD =
  'add|insert|hinzufügen|ergänzen|ajouter|añadir|agregar|adicionar|acrescentar|aggiungi|aggiungere|toevoegen|voeg|dodaj|lägg till|ekle|přidat|добавить|tilføj|legg til|追加|添加';
const ANOTHER =
  'another|one more|weitere[rsn]?|noch eine[nrs]?|neue[rsn]?|un autre|une autre|otr[oa]|outr[oa]|un altro|un.altra|nog een|kolejn[yaeą]+|następn[yaą]+|ytterligare|en till|bir tane daha|daha|další|ещё|еще';
/** Rows nobody adds: files, and what pages do for themselves. */
const NO_ROW =
  'files?|resume|résumé|cv|cover letter|attachments?|documents?|photo|picture|image|avatar|note|comment|cart|basket|bag|favou?rites?|wishlist|calendar|alert|filter|datei(?:en)?|lebenslauf|anschreiben|anlage|foto|bild|fichiers?|pièces? jointes?|lettre|archivos?|adjuntos?|carta|arquivos?|anexos?|allegat[oi]|bestand(?:en)?|bijlagen?|pliki?|załączniki?|životopis|soubory?|файлы?|резюме|özgeçmiş|dosya';

const NEXT =
  'next|next step|next page|next section|continue|proceed|go on|save (?:and|&) (?:continue|next|proceed|go on)|continue to (?:the )?(?:next|step|questions?|review|experience|application)(?: [\\p{L} ]{1,30})?|weiter|nächster schritt|nächste seite|fortfahren|(?:zwischen)?speichern (?:und|&) (?:weiter|fortfahren)|weiter zu[rm]? [\\p{L} ]{1,30}|suivante?|étape suivante|page suivante|continuer|poursuivre|enregistrer et (?:continuer|poursuivre)|siguiente|paso siguiente|siguiente paso|continuar|guardar y continuar|próxim[oa]|próxima etapa|seguinte|avançar|prosseguir|salvar e (?:continuar|avançar)|guardar e continuar|avanti|successivo|continua|prosegui|salva e (?:continua|prosegui)|volgende|volgende stap|doorgaan|verder|ga verder|opslaan en (?:doorgaan|verder|verdergaan)|dalej|następny|następny krok|kontynuuj|przejdź dalej|zapisz i (?:kontynuuj|przejdź dalej)|nästa|nästa steg|fortsätt|gå vidare|spara och (?:fortsätt|gå vidare)|ileri|sonraki|sonraki adım|devam|devam et|kaydet ve devam et|další|další krok|pokračovat|uložit a pokračovat|далее|дальше|продолжить|следующий(?: шаг)?|сохранить и продолжить|næste|neste|次へ|下一步';
const SENDS =
  'submit|apply|send|finish|complete|done|pay|buy|order|search|sign|log ?in|register|absenden|abschicken|bewerben|senden|abschließen|fertig|envoyer|postuler|soumettre|terminer|enviar|postular\\w*|finalizar|candidatar\\w*|invia|candidati|candidarsi|termina|verzenden|versturen|solliciteren|verstuur|wyślij|aplikuj|zakończ|skicka|ansök|slutför|gönder|başvur|tamamla|odeslat|dokončit|отправить|откликнуться|завершить';

const ADDS = pattern(`^[\\s+＋⊕➕]*(?:${any(ADD)}|${any(ANOTHER)})|${any(ADD)}[\\s.!]*$`);
const PLUS = /^[\s]*[+＋➕]\s*\p{L}/u;
const UPLOADS = pattern(any(NO_ROW));
const GOES_ON = pattern(`^(?:${NEXT})(?:\\s*[:–-]\\s*[\\p{L} ]{1,40})?$`);
const SENDS_OFF = pattern(any(SENDS));

/** Words without arrows and signs around them. */
const bare = (label: string): string =>
  label
    .replace(/[\s›»→▶>❯⟩…]+$/u, '')
    .replace(/^[\s‹«→▶❯⟩]+/u, '')
    .trim();

/** Whether a button with these words adds a row of questions. */
const addsRow = (label: string): boolean =>
  label.length <= 80 && (ADDS.test(label) || PLUS.test(label)) && !UPLOADS.test(label) && !SENDS_OFF.test(label);

/** Whether a button with these words goes a step on and sends nothing off. */
const goesOn = (label: string): boolean => GOES_ON.test(bare(label)) && !SENDS_OFF.test(label);
