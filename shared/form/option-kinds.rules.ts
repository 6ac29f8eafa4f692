/** What a list of options is a list of, whatever its label says. */
import type { FormField } from './form.schema.ts';
import { REGIONS } from './places.data.ts';
import { countryCode } from './places.rules.ts';
import { plain, yesNo } from './spelling.rules.ts';

export type OptionKind =
  | 'country'
  | 'region'
  | 'phoneCountry'
  | 'courtesy'
  | 'phoneType'
  | 'yesNo'
  | 'degree'
  | 'howHeard'
  | 'month'
  | 'year'
  | 'day'
  | 'gender'
  | 'race'
  | 'veteran'
  | 'disability';

/** Options looked at: enough to tell, few enough for lists of 250 countries. */
const SAMPLE = 12;
/** Share of the sample that must be of the kind. */
const MOST = 0.6;

const COURTESY =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|herr|frau|divers|mme|m|monsieur|madame|mlle|sr|sra|srta|sig|signor|signora|dhr|mevr|pan|pani|hr|fru|bay|bayan|sir)\b/;
const PHONE_TYPE =
  /^(?:mobile|cell|home|work|business|office|landline|fax|pager|personal|other|mobil|privat|festnetz|geschaftlich|portable|domicile|movil|casa|trabajo|celular|telefono)\b/;
const DEGREE =
  /\b(?:bachelor\w*|master\w*|ph ?d|doctor\w*|high school|associate\w*|diploma|ged|mba|licence|licenciatura|laurea|abitur|staatsexamen|undergraduate|postgraduate|promotion|hbo|wo|mbo|licencjat|magister|inzynier|lisans|yuksek lisans|lise|kandidat\w*|bakalar\w*|gymnasium|secondary|bac|mestrado|graduacao|grado)\b/;
const SOURCE =
  /\b(?:linkedin|indeed|glassdoor|google|facebook|instagram|twitter|monster|stepstone|xing|infojobs|referral|referred|job ?boards?|job fair|career (?:fair|site|page|website)|company (?:website|site)|our website|friends?|advertisement|newspaper|recruiter|employee|social media|university|agency|word of mouth|internet|search engine|empfehlung|mitarbeiter|freunde|stellenborse|bouche a oreille|jobteaser|pracuj|nofluffjobs|kariyer|jobs cz|gupy|catho|jobindex|platsbanken|nationale vacaturebank)\b/;
let months: ReadonlySet<string> | undefined;

/** Month names, long and short, in the languages we read. */
function isMonth(words: string): boolean {
  months ??= new Set(
    ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'da', 'tr', 'cs', 'ru'].flatMap((language) =>
      (['long', 'short'] as const).flatMap((month) => {
        const names = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
        return Array.from({ length: 12 }, (_, index) => plain(names.format(new Date(Date.UTC(2000, index, 15)))));
      }),
    ),
  );
  return months.has(words);
}

const REGION_NAMES = new Set(
  Object.values(REGIONS).flatMap((list) => Object.entries(list).flatMap(([code, name]) => [plain(name), plain(code)])),
);

/** What the options of a field are, or undefined when there are none or they are answers of the page's own. */
export function optionKind(field: Pick<FormField, 'options' | 'kind'>): OptionKind | undefined {
  const all = field.options.map((option) => option.text.trim()).filter((text) => text !== '' && !isPrompt(text));
  if (all.length < 2) return undefined;
  const texts = sampleOf(all);
  const words = texts.map(plain);
  const share = (test: (text: string, index: number) => boolean) => texts.filter(test).length / texts.length;
  const most = (test: (text: string, index: number) => boolean) => share(test) >= MOST;
  const equal = equalOpportunity(words);
  if (equal) return equal;
  if (all.length <= 4 && texts.some((text) => yesNo(text) === 'yes') && texts.some((text) => yesNo(text) === 'no'))
    return 'yesNo';
  if (most((text) => /\+\s?\d{1,4}\b/.test(text))) return 'phoneCountry';
  if (words.every((text) => COURTESY.test(text) || text === 'none') && all.length <= 14) return 'courtesy';
  if (most((_, at) => COURTESY.test(words[at] ?? '')) && all.length <= 14) return 'courtesy';
  if (all.length <= 14 && most((_, at) => isMonth((words[at] ?? '').replace(/^\d+ /, '')))) return 'month';
  if (all.length >= 8 && most((text) => /^(?:19|20)\d\d$/.test(text))) return 'year';
  if (all.length >= 28 && most((text) => /^\d{1,2}$/.test(text))) return 'day';
  if (all.length === 12 && most((text) => /^(?:0?[1-9]|1[0-2])$/.test(text))) return 'month';
  if (
    all.length >= 8 &&
    most((_, at) => REGION_NAMES.has((words[at] ?? '').replace(/^[a-z]{2} (?=\w{3})/, ''))) &&
    share((text) => countryCode(text) !== undefined && text.length > 2) < 0.3
  )
    return 'region';
  if (all.length >= 5 && most((text) => text.length > 2 && countryCode(text) !== undefined)) return 'country';
  if (all.length >= 20 && most((text) => countryCode(text) !== undefined)) return 'country';
  if (words.every((text) => PHONE_TYPE.test(text)) && all.length <= 8) return 'phoneType';
  if (all.length >= 3 && share((_, at) => DEGREE.test(words[at] ?? '')) >= 0.5) return 'degree';
  if (all.length >= 4 && share((_, at) => SOURCE.test(words[at] ?? '')) >= 0.5) return 'howHeard';
  return undefined;
}

const RACES =
  /\b(?:white|black|african american|asian|hispanic|latin[oax]|native american|american indian|alaska native|native hawaiian|pacific islander|two or more|multiracial|caucasian|mixed|middle eastern|arab)\b/;

/** Lists only equal-opportunity questions have. */
function equalOpportunity(words: readonly string[]): OptionKind | undefined {
  const saying = (test: RegExp) => words.filter((text) => test.test(text)).length;
  if (words.length > 20) return undefined;
  if (saying(/\bdisabilit(?:y|ies)\b/) >= 2) return 'disability';
  if (saying(/\bveterans?\b/) >= 2) return 'veteran';
  if (saying(RACES) >= 4) return 'race';
  if (
    saying(/^(?:male|man|mannlich|homme|masculin\w*|hombre|maschio|uomo|mezczyzna|mand|erkek|muz)$/) === 1 &&
    saying(
      /^(?:female|woman|weiblich|femme|feminin\w*|mujer|femmina|donna|vrouw|kobieta|kvinna|kvinde|kadin|zena)$/,
    ) === 1
  )
    return 'gender';
  return undefined;
}

const isPrompt = (text: string): boolean =>
  /^(?:-+|–+|please|select|choose|bitte|choisi\w*|seleccion\w*|selecion\w*|selezion\w*|kies|maak|wybierz|valj|vaelg|seciniz|sec|vyberte|выберите)(?:\W|$)/i.test(
    text.normalize('NFKD').replace(/\p{M}/gu, ''),
  );

/** Evenly spread, so that “United States” put first and an alphabet cut off do not mislead. */
function sampleOf(all: readonly string[]): string[] {
  if (all.length <= SAMPLE) return [...all];
  return Array.from({ length: SAMPLE }, (_, index) => all[Math.floor((index * all.length) / SAMPLE)] ?? '');
}
