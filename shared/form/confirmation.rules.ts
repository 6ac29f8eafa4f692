/**
 * Whether a page says that an application has arrived. Only sentences about an application that was received count, in
 * the languages forms are read in; “thank you for visiting”, a search or a form still open do not.
 */
import { plain } from './spelling.rules.ts';

/** Sentences employers confirm with, in the spelling of `plain()`. */
const ARRIVED: readonly RegExp[] = [
  // English
  /\bthank(?:s| you)(?: so much| very much)? for (?:applying|your application|submitting (?:your|an) application|your job application)\b/,
  /\b(?:application|submission|resume|candidature) (?:has been |was |is |have been |been )?(?:successfully |now )?(?:submitted|received|sent|complete|completed)\b/,
  /\bwe(?: ve| have|ve)?(?: successfully| now| just)? (?:received|got) your (?:\w+ ){0,3}(?:application|resume|submission)\b/,
  /\byou(?: ve| have|ve)?(?: successfully| now| just)? (?:applied (?:for|to)|submitted your (?:\w+ ){0,2}application)\b/,
  // German
  /\b(?:vielen |herzlichen |besten )?dank fur (?:ihre|deine|die) (?:\w+ )?bewerbung\b/,
  /\bbewerbung (?:\w+ ){0,4}(?:eingegangen|erhalten|ubermittelt|gesendet|versendet|abgeschickt|eingereicht|angekommen)\b/,
  // French
  /\bmerci (?:\w+ )?(?:pour|de) (?:votre|ta|nous avoir envoye votre) candidature\b|\bmerci d avoir (?:postule|candidate)\b|\bmerci davoir (?:postule|candidate)\b/,
  /\bcandidature (?:\w+ ){0,4}(?:envoyee|recue|transmise|enregistree|soumise)\b/,
  // Spanish
  /\bgracias por (?:(?:tu|su|la|enviar (?:tu|su)) (?:solicitud|candidatura|postulacion|inscripcion)|aplicar|postular\w*|inscribir\w*)\b/,
  /\b(?:solicitud|candidatura|postulacion|inscripcion) (?:\w+ ){0,4}(?:enviada|recibida|registrada|completada)\b/,
  // Portuguese
  /\bobrigad[oa] (?:por|pela) (?:(?:sua|tua|enviar (?:sua|a sua)) )?(?:candidatura|inscricao|se candidatar|candidatar)\b/,
  /\b(?:candidatura|inscricao) (?:\w+ ){0,4}(?:enviada|recebida|realizada|concluida|submetida)\b/,
  // Italian
  /\bgrazie per (?:(?:la tua|la sua|aver inviato la) candidatura|(?:aver|averci|esserti|essersi) (?:\w+ )?candidat\w+)\b/,
  /\bcandidatura (?:\w+ ){0,4}(?:inviata|ricevuta|registrata|completata)\b/,
  // Dutch
  /\b(?:bedankt|dank je|dank u|dankjewel)(?: wel)? voor (?:je|jouw|uw|het) (?:sollicitatie|solliciteren)\b/,
  /\bsollicitatie (?:\w+ ){0,4}(?:ontvangen|verzonden|verstuurd|ingediend)\b/,
  // Polish
  /\bdziekujemy za (?:\w+ ){0,2}(?:aplikacj\w+|aplikowanie|zgloszenie)\b/,
  /\b(?:aplikacja|zgloszenie|podanie) (?:\w+ ){0,4}(?:wyslan\w|przeslan\w|otrzyman\w|przyjet\w)\b/,
  // Swedish
  /\btack for (?:din|er) (?:ansokan|jobbansokan)\b/,
  /\bansokan (?:\w+ ){0,3}(?:mottagen|skickad|skickats|inskickad|registrerad)\b|\bvi har (?:tagit emot|mottagit) din ansokan\b/,
  // Danish (and Norwegian)
  /\btak for (?:din|jeres) (?:ansogning|jobansogning)\b|\btakk for (?:din soknad|soknaden)\b/,
  /\bansogning (?:\w+ ){0,3}(?:modtaget|sendt|indsendt|registreret)\b|\bvi har modtaget din ansogning\b/,
  // Turkish
  /\bbasvurunuz (?:\w+ ){0,3}(?:alinmistir|alindi|iletildi|iletilmistir|gonderildi|tamamlandi|ulasti)\b|\bbasvurunuz icin tesekkur\w*\b/,
  // Czech
  /\bdekujeme za (?:\w+ ){0,2}(?:zadost|prihlasku|odpoved|zajem o pozici|zaslani zivotopisu)\b/,
  /\b(?:zadost|prihlaska|odpoved) (?:\w+ ){0,3}(?:odeslana|prijata|dorucena)\b/,
];

/** The same words with the opposite meaning, not yet, could not, once, before; and those of a list of search results. */
const UNDONE =
  /\b(?:results?|search|(?:jobs?|openings?) found|not (?:yet )?(?:been )?(?:submitted|received|sent|complete|completed)|could not be|couldnt be|cannot be|failed to|unable to|incomplete|(?:once|when|if|until|after|before|unless|as soon as) (?:your|you|the|we) (?:\w+ ){0,4}(?:application|applied|apply|submitted|received)|nicht (?:\w+ )?(?:gesendet|ubermittelt|eingegangen|abgeschickt)|sobald|pas (?:encore )?(?:ete )?(?:envoyee|recue)|no (?:se )?(?:ha )?(?:sido |podido )?(?:enviad\w|recibid\w)|nao foi (?:enviada|recebida)|non (?:e stata )?(?:inviata|ricevuta)|niet (?:verzonden|ontvangen)|nie zostala|inte (?:skickats|skickad|mottagen)|ikke (?:sendt|modtaget)|alinamadi|gonderilemedi|nebyla (?:odeslana|prijata))\b/;

/** Sentences longer than this are prose, such as a privacy notice. */
const LONGEST_SENTENCE = 220;

/**
 * The sentence that confirms an application, as the page writes it, or undefined. `text` is what a person can read on the
 * page, lines kept; the decision looks at one sentence at a time.
 */
export function confirmationIn(text: string): string | undefined {
  return text
    .split(/[\n\r]+|(?<=[.!?])\s+/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .find((sentence) => {
      if (sentence === '' || sentence.length > LONGEST_SENTENCE || /[?？]$/.test(sentence)) return false;
      const words = plain(sentence);
      return ARRIVED.some((pattern) => pattern.test(words)) && !UNDONE.test(words);
    });
}
