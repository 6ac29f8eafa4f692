/** Agreements, declarations and signatures, in whatever kind of control: they are the person's own to give. */
import type { FormField } from './form.schema.ts';
import { plain } from './spelling.rules.ts';

/** Whole words of any script, in the plain spelling. */
export const wordsOf = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${alternatives.join('|')})(?![\\p{L}\\d])`, 'u');

const CONSENT = wordsOf(
  'i (?:\\w+ ){0,3}(?:agree|accept|consent|acknowledge|certify|understand|confirm|declare|attest|authori[sz]e|allow|have read|want to|would like to|give)|agree to|by (?:checking|selecting|ticking|clicking|submitting|signing|continuing|applying)|terms (?:and|of|&)|privacy|consents?|consenting|gdpr|ccpa|data protection|opt in|opt out|marketing|sign me up|keep me|send me|notify me|contact me|do you (?:understand and |\\w+ )?(?:agree|consent|accept|acknowledge)|remember me|receive (?:\\w+ ){0,4}(?:e ?mails?|text|messages|updates|communications|offers|news)|considered for (?:future|other)|hold(?:ing)? (?:your|my) data|retain (?:your|my)|hear more about|future (?:job )?opportunit\\w+|talent pool|cookies?|e ?signature|electronic(?:ally)? sign\\w*|sign(?:ed)? (?:your )?(?:full )?name|acknowledg\\w+|certif(?:y|ication) (?:that|of)|true and (?:complete|correct|accurate)|keep (?:my|your) (?:data|application|details|resume|cv)|contacted (?:about|for) (?:other|future)|stay in touch|save my (?:info\\w*|details)',
  'datenschutz\\w*|einwillig\\w*|einverstanden|einverstandnis\\w*|zustimm\\w*|ich (?:stimme|bestatige|akzeptiere|erklare|habe|mochte|willige|versichere)|nutzungsbedingungen|agb|zur kenntnis genommen|dsgvo|talentpool|bewerberpool',
  'j accepte|j autorise|je (?:consens|certifie|reconnais|declare|confirme|souhaite (?:recevoir|etre))|consentement|j ai (?:lu|pris connaissance)|(?:politique|charte) de confidentialite|conditions (?:generales|d utilisation)|(?:mes|vos) donnees (?:personnelles|a caractere)|donnees personnelles|rgpd|vivier',
  'acepto|autorizo|consiento|consentimiento|(?:politica|aviso) de privacidad|terminos y condiciones|he leido|proteccion de datos|tratamiento de (?:mis |tus |sus )?datos|certifico|deseo recibir|declaro',
  'aceito|concordo|consinto|consentimento|politica de privacidade|termos (?:e|de)|li e (?:aceito|concordo)|lgpd|tratamento d[eo]s? (?:meus )?dados|protecao de dados|quero receber|banco de talentos',
  'accetto|acconsento|autorizzo|consenso|informativa|ho letto|dichiaro|trattamento dei (?:miei )?dati|termini e condizioni|presto il consenso|dati personali',
  'akkoord|toestemming|privacyverklaring|privacybeleid|voorwaarden|ik (?:heb (?:\\w+ )?gelezen|begrijp|bevestig|verklaar|geef)|avg|persoonsgegevens',
  'wyrazam|zgadzam sie|akceptuje|zgod[aye]|oswiadczam|polityk\\w* prywatnosci|przetwarzani\\w* (?:moich )?danych|danych osobowych|rodo|zapozna\\w* sie|regulamin\\w*',
  'jag (?:godkanner|samtycker|accepterar|intygar|bekraftar|har last|vill)|samtycke\\w*|integritetspolicy\\w*|personuppgift\\w*|villkor\\w*',
  'jeg (?:accepterer|samtykker|bekraefter|giver|har laest|onsker|vil)|samtykke\\w*|privatlivspolitik\\w*|persondata\\w*|personoplysninger|vilkar|betingelser\\w*',
  'kabul ediyorum|onayliyorum|kvkk|acik riza\\w*|aydinlatma metni\\w*|okudum|gizlilik \\w+|kisisel veri\\w*|izin veriyorum|sartlari|onay veriyorum|riza',
  'souhlas\\w*|osobnich udaju|potvrzuji|prohlasuji|podmink\\w+|beru na vedomi|ochran\\w+ osobnich',
  'согласен|согласна|согласие|соглашаюсь|персональн\\w+ данн\\w+|политик\\w+ конфиденциальности|подтверждаю|условия\\w*',
  '同意\\p{L}*|個人情報\\p{L}*|プライバシー\\p{L}*',
);

/** A box for a name that is a signature. */
const SIGNATURE = wordsOf(
  'e ?signature|signature|signed by|digital(?:ly)? sign\\w*|sign (?:here|below|your (?:full )?name)|type your (?:full )?name (?:to|as)|i (?:agree|accept|consent|certify)|initials',
  'unterschrift|signatur|firma (?:digitale|electronica|digital)|assinatura|handtekening|podpis|underskrift|imza|signatura|подпись|署名',
);

/** Whether ticking, choosing or signing this would be an agreement the person has to give themself. */
export function isConsent(field: FormField): boolean {
  const words = plain(`${field.label} ${field.group}`);
  const options = () => plain(field.options.map((option) => option.text).join(' '));
  if (field.kind === 'checkbox') return CONSENT.test(words) || CONSENT.test(options());
  if (field.kind === 'checkboxGroup')
    return CONSENT.test(words) || (field.options.length <= 1 && CONSENT.test(options()));
  if (field.kind === 'file') return false;
  if (field.kind === 'text' || field.kind === 'textarea' || field.kind === 'richtext' || field.kind === 'date')
    return SIGNATURE.test(words);
  // A list with a single answer to choose is no question: “I agree”.
  return CONSENT.test(words) || (field.options.length === 1 && CONSENT.test(options()));
}
