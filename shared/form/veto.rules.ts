/** What must never be written, whatever a label promises. Each rule carries the words the person reads in the report. */
import type { FormField } from './form.schema.ts';
import { nameWords, plain } from './wording.rules.ts';

export type Veto = { readonly code: string; readonly reason: string };

type Rule = Veto & { readonly words?: RegExp; readonly names?: RegExp; readonly autocomplete?: RegExp };

/** Tested against label, group, placeholder and hint (`words`), and against id and name in words (`names`). */
const RULES: readonly Rule[] = [
  {
    code: 'honeypot',
    reason: 'A trap for robots',
    words:
      /\b(?:leave|keep) (?:this )?(?:field |box )?(?:blank|empty)\b|\bdo not fill\b|\bdont fill\b|\bif you are (?:a )?(?:human|robot|bot)\b|\bhoney ?pot\b|\bfor robots\b|\bdo not enter if\b|\bif youre (?:a )?human\b|\bare you a robot\b|\bnicht ausfullen\b|\bne pas remplir\b/,
    names: /\b(?:honeypot|honey pot|hp field|bot field|nobot|gotcha|winnie|url confirm)\b/,
  },
  {
    code: 'captcha',
    reason: 'Checks that you are a person',
    words:
      /\bcaptcha\b|\bhuman verification\b|\bi am (?:not a robot|human)\b|\bim not a robot\b|\bwhat is \d+ (?:\+|plus|x|times) ?\d+/,
    names: /\b(?:g |h )?(?:re|h)?captcha\b|\bturnstile\b/,
  },
  {
    code: 'password',
    reason: 'Passwords are yours',
    words:
      /\bpass(?:word|code|phrase)\b|\bpasswort\b|\bkennwort\b|\bmot de passe\b|\bcontrasena\b|\bsenha\b|\bwachtwoord\b|\bhaslo\b|\blosenord\b|\bsifre\b|\bheslo\b/,
    names: /\b(?:password|passwd|pwd)\b/,
    autocomplete: /password/,
  },
  {
    code: 'code',
    reason: 'A one-time or security code',
    words:
      /\b(?:verification|security|access|confirmation|one time|invitation|invite|promo|promotion|coupon|discount|voucher|otp|authentication) (?:code|pin|key)\b|\bsecurity (?:question|answer)\b|\bsecret (?:question|answer|word)\b|\bgift card\b/,
    names: /\b(?:security code|otp|promo ?code|coupon|verification code|invite code|security answer|secret answer)\b/,
    autocomplete: /one-time-code/,
  },
  {
    code: 'username',
    reason: 'User names are yours',
    words:
      /^(?:choose (?:a )?)?(?:user ?name|user id|login|login name|screen name|account name|nutzername|benutzername|nom d utilisateur|skype|skype id)\b/,
    names: /\b(?:user ?name|login id|userid)\b/,
    autocomplete: /^username$/,
  },
  {
    code: 'identity',
    reason: 'Identity numbers are yours',
    words:
      /\bsocial (?:security|insurance)\b|\bssn\b|\bsin number\b|\bnational (?:id|insurance|identity)\b|\b(?:tax|taxpayer) (?:id|identification|number)\b|\bitin\b|\bpassport\b|\bdrivers? licen[cs]e?\b|\bdriving licen[cs]e\b|\bidentity (?:card|number|document)\b|\bid (?:card|number|document)\b|\baadha?ar\b|\bpan (?:card|number|no)\b|\bpesel\b|\bcpf\b|\bdni\b|\bnie number\b|\bcodice fiscale\b|\bbsn\b|\bpersonnummer\b|\btc kimlik\b|\brodne cislo\b|\bsteuer(?:id|nummer| identifikationsnummer)\b|\bsozialversicherung|\bvat (?:id|number)\b|\b(?:visa|green card|alien) (?:number|no)\b|\bstate id\b|\bemployee (?:id|number)\b/,
    names: /\b(?:ssn|social security|passport|drivers? licen[cs]e|national id|tax id|aadhaar|pesel|cpf)\b/,
  },
  {
    code: 'payment',
    reason: 'Payment data is yours',
    words:
      /\b(?:credit|debit|payment|bank) ?cards?\b|\bcard (?:number|holder|type|no|user|verification|expir\w*|issuing|customer)\b|\bname on card\b|\bcvv2?\b|\bcvc2?\b|\biban\b|\bbic\b|\bswift\b|\b(?:bank )?account (?:number|no)\b|\brouting number\b|\bsort code\b|\bexpir(?:y|ation) (?:date|month|year)\b|\bissuing bank\b/,
    names: /\b(?:credit card|card number|ccnum|cc number|cc|cvv|cvc|iban|bank account|routing number|ccard)\b/,
    autocomplete: /^cc-|transaction-/,
  },
  {
    code: 'birth',
    reason: 'Date of birth and age are yours to give',
    words:
      /\b(?:date|place|day|month|year|city|country|state) of birth\b|\bbirth ?(?:day|date|place|month|year|name|country|city)\b|\bborn\b|\bdob\b|\byour age\b|\bcurrent age\b|^age\b|\bage (?:range|group)\b|\bhow old\b|\bgeburts\w+|\bdate de naissance\b|\bfecha de nacimiento\b|\bdata de nascimento\b|\bdata di nascita\b|\bgeboortedatum\b|\bdata urodzenia\b|\bfodelsedatum\b|\bdogum\b|\bdatum narozeni\b|\b(?:are|over|at least|under) (?:you )?(?:at least |over )?(?:16|18|21)\b|\b(?:18|21) years (?:of age|old)\b|\blegal working age\b|\bдата рождения\b/,
    names: /\b(?:dob|birth|birthday|birthdate|bday|date of birth|age)\b/,
    autocomplete: /^bday/,
  },
  {
    code: 'other_person',
    reason: 'About another person',
    words:
      /\b(?:emergency|next of kin|ice) (?:contact|name|phone)?\b|\breferr(?:er|ers|ed|ing)\b|\breferee\b|\bif you (?:are|were) (?:a )?refer\w+|\breferral(?:s)?(?: (?:name|e ?mail|code|id|employee))\b|\bname of (?:the |your )?(?:\w+ )?(?:employee|referr\w*|relative|friend|person|contact|supervisor|manager|spouse|reference)\b|\b(?:employees?|relatives?|friends?|spouses?|supervisors?|managers?|references?|recruiters?|parents?|fathers?|mothers?|guardians?|coworkers?|colleagues?|recipients?|partners?) (?:full |first |last |s )*(?:name|e ?mail|phone|mobile|telephone|contact|address)\b|\breference \d|\breferences?$|\bmaiden name\b|\bpersonal reference\b|\bwho (?:referred|recommended)\b|\bempfohlen (?:von|durch)\b|\bhiring manager (?:name|email)\b|\bkontakt im notfall\b|\bnotfallkontakt\b/,
    names:
      /\b(?:referrer|referred|referral|referee|emergency|emergency contact|maiden|spouse|supervisor|reference \d|references?)\b/,
  },
  {
    code: 'former_name',
    reason: 'A former name',
    words: /\b(?:former|previous|birth|other|prior|alias) (?:last |first |legal |full )*names?\b/,
  },
  {
    code: 'intimate',
    reason: 'Too personal to fill in for you',
    words:
      /\bsexual (?:orientation|identity)\b|\btransgender\b|\blgbt\w*|\breligio(?:n|us)\b|\bmarital\b|\bcivil status\b|\bfamilienstand\b|\bestado civil\b|\bmarried\b|\bpolitical\b|\bunion member\b|\bpregnan\w+|\bgenetic\b|\bneurodi\w+|\bhiv\b|\bvaccin\w+|\bcriminal\b|\bconvict\w+|\bfelony\b|\barrest\w*|\bmisdemeanor\b|\bconfession\b|\bkonfession\b|\bchildren\b|\bincome\b|\bsocio ?economic\b|\bcaste\b/,
    names: /\b(?:sexual orientation|transgender|religion|marital)\b/,
  },
  {
    code: 'nationality',
    reason: 'Nationality is yours to state',
    words:
      /\bnationalit\w+|\bcitizen(?:ship|s)?\b|\bstaatsangehorigkeit\b|\bnacionalidad\w*|\bnazionalita\b|\bobywatelstwo\b|\bgreen card\b|\bpermanent resident\b|\bvisa type\b|^(?:current )?(?:visa|immigration) status\b|\btype of visa\b/,
    names: /\b(?:nationality|citizenship)\b/,
  },
  {
    code: 'search',
    reason: 'A search box',
    words:
      /^(?:search|suche|suchen|rechercher|buscar|procurar|cerca|zoeken|szukaj|sok|ara|hledat|find jobs|filter|keyword|keywords|search jobs?|search by .*|search for .*|job search)\b/,
    names: /^(?:q|query|search|keywords?|search \w+|\w+ search|search query|search box|search input)$/,
  },
  {
    code: 'parser',
    reason: 'Feeds the site’s own resume reader, not this question',
    words:
      /\b(?:autofill|auto fill|prefill|pre fill|parse|import|apply) (?:\w+ ){0,3}(?:from|with|using|your) (?:\w+ ){0,2}(?:resume|cv|linkedin|lebenslauf)\b|\bresume parser\b|\bautofill from\b|\bupload (?:your )?(?:resume|cv) to (?:autofill|autocomplete|prefill|pre fill)\b/,
  },
  {
    code: 'not_theirs',
    reason: 'Not about you',
    words:
      /\b(?:company|corporate|business|employer|school|university|organi[sz]ation) (?:web ?site|url|e ?mail|phone|telephone|fax|address|size|type|logo|city|zip|state|country)\b|\bfax\b|\bw 9\b|\bpager\b|\bbeeper\b|\bgift message\b|\border (?:number|id)\b|\bpo number\b/,
    names: /\b(?:fax|company website|company url|company phone|company email)\b/,
  },
  {
    code: 'newsletter',
    reason: 'A subscription, not an application',
    words:
      /\bnews ?letters?\b|\bjob alerts?\b|\bemail alerts?\b|\bsubscri(?:be|ption)\b|\bget notified\b|\btalent (?:community|network)\b/,
    names: /\b(?:newsletter|job alert|subscribe)\b/,
  },
];

const CONSENT =
  /\b(?:i (?:\w+ ){0,3}(?:agree|accept|consent|acknowledge|certify|understand|confirm|declare|attest|authori[sz]e|allow|have read|want to|would like to|give)|agree to|by (?:checking|selecting|ticking|clicking|submitting|signing|continuing|applying)|terms (?:and|of|&)|privacy (?:policy|notice|statement)|consent|gdpr|data protection|opt in|opt out|marketing|sign me up|keep me|send me|notify me|contact me|do you (?:understand and |\w+ )?(?:agree|consent|accept|acknowledge)|remember me|receive (?:\w+ ){0,4}(?:e ?mails?|text|messages|updates|communications|offers|news)|considered for (?:future|other)|hold(?:ing)? (?:your|my) data|retain (?:your|my)|hear more about|future (?:job )?opportunit\w+|datenschutz\w*|einwillig\w+|ich (?:stimme|bestatige|akzeptiere|erklare|habe)|j accepte|j autorise|politique de confidentialite|acepto|politica de privacidad|aceito|concordo|accetto|acconsento|informativa|ik ga akkoord|privacybeleid|wyrazam zgode|zgadzam sie|akceptuje|jag (?:godkanner|samtycker)|kabul ediyorum|souhlas\w*|согласен|согласие|cookies?|e?signature|electronic(?:ally)? sign\w*|sign(?:ed)? (?:your )?(?:full )?name)\b/;

/** Whether ticking, choosing or signing this would be an agreement the person has to give themself. */
export function isConsent(field: FormField): boolean {
  const words = plain(`${field.label} ${field.group}`);
  const options = plain(field.options.map((option) => option.text).join(' '));
  if (field.kind === 'checkbox') return CONSENT.test(words) || CONSENT.test(options);
  if (field.kind === 'checkboxGroup')
    return CONSENT.test(words) || (field.options.length <= 1 && CONSENT.test(options));
  if (field.kind === 'text' || field.kind === 'textarea')
    return /\be?signature\b|\bsign (?:your )?(?:full )?name\b|\btype your (?:full )?name to\b|\bi (?:agree|accept|consent|certify)\b/.test(
      words,
    );
  return CONSENT.test(words);
}

/** The rule that forbids writing into `field`, if one does. */
export function vetoOf(field: FormField): Veto | undefined {
  if (field.hidden) return { code: 'hidden', reason: field.hidden };
  if (!field.visible) return { code: 'hidden', reason: 'You cannot see it' };
  if (field.type === 'password') return { code: 'password', reason: 'Passwords are yours' };
  if (field.type === 'search' && field.label === '') return { code: 'search', reason: 'A search box' };
  const label = plain(field.label);
  const words = [field.label, field.group, field.placeholder].map(plain).filter((text) => text !== '');
  const names = [nameWords(field.name), nameWords(field.id)].filter((text) => text !== '');
  const isFile = field.kind === 'file';
  for (const rule of RULES) {
    if (rule.autocomplete?.test(field.autocomplete)) return rule;
    // “Search” in the placeholder of a labelled picker says how to use it, not what it is.
    const read = rule.code === 'search' && label !== '' ? [label] : words;
    if (rule.words && read.some((text) => rule.words?.test(text))) return rule;
    // A name the page never shows is weaker than the label a person reads, but a trap hides behind good labels.
    if (rule.names && !isFile && names.some((text) => rule.names?.test(text))) {
      if (rule.code === 'honeypot' || rule.code === 'captcha' || label === '' || !isPlainContactLabel(label))
        return rule;
    }
  }
  if (/\b(?:leave|keep) (?:this )?(?:field )?(?:blank|empty)\b|\bdo not fill\b/.test(plain(field.hint))) {
    return { code: 'honeypot', reason: 'A trap for robots' };
  }
  return undefined;
}

const isPlainContactLabel = (label: string): boolean =>
  /^(?:your )?(?:first name|last name|full name|e ?mail(?: address)?|phone(?: number)?|linkedin(?: profile| url)*|city|country|address|resume cv|resume)$/.test(
    label,
  );
