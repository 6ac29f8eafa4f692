/** Second look at the whole form: what a field means beside the others (dial codes, split names, other people, repeats). */

import { saysNothing } from './evidence.rules.ts';
import type { Classified, FormField } from './form.schema.ts';
import { settleRows } from './rows.rules.ts';
import { nameWords, plain } from './spelling.rules.ts';
import { core } from './wording.rules.ts';

/** Returns the classifications settled against each other; same order, same length. `language` is the form's, if known. */
export function settleWholeForm(
  fields: readonly FormField[],
  alone: readonly Classified[],
  language?: string,
): Classified[] {
  const settled = alone.map((classified) => ({ ...classified }));
  const form = { fields, settled, language };
  dialCodes(form);
  onlyUpload(form);
  courtesyTitles(form);
  settleRows(fields, settled, language);
  otherPeople(form);
  secondOnes(form);
  splitNames(form);
  positionApplied(form);
  repeated(form);
  othersUnnamed(form);
  loneDialCodes(form);
  return settled;
}

type Form = {
  readonly fields: readonly FormField[];
  readonly settled: Classified[];
  readonly language: string | undefined;
};

const leave = (classified: Classified, reason: string): Classified => ({
  ...classified,
  field: 'none',
  confidence: 0.4,
  reason,
});

const formOf = (field: FormField | undefined): string => `${field?.frame}:${field?.form}`;

const PHONE_WORDS =
  /\b(?:phone|telephone|mobile|cell|tel|telefon\w*|telefoon\w*|telephone|portable|handy|mobil\w*|movil|celular|cellulare|gsm|cep)\b/;

/** A “Country” right before a phone box, sharing its group or holding dial codes, is the dial code. */
function dialCodes({ fields, settled }: Form): void {
  settled.forEach((classified, index) => {
    const field = fields[index];
    if (!field || classified.field !== 'country') return;
    const next = settled[index + 1];
    const nextField = fields[index + 1];
    const dials = field.options.filter((option) => /\+\s?\d{1,4}\b/.test(option.text)).length;
    const inPhoneGroup = PHONE_WORDS.test(plain(`${field.group} ${nameWords(field.name)} ${nameWords(field.id)}`));
    const beforePhone =
      next?.field === 'phone' && nextField !== undefined && nextField.group !== '' && nextField.group === field.group;
    if (dials > field.options.length / 2 || inPhoneGroup || beforePhone) {
      settled[index] = { ...classified, field: 'phoneCountry', reason: 'The country of the phone number beside it' };
    }
  });
}

/** A dial code belongs to a phone box; without one in its form it is a question of another kind. */
function loneDialCodes({ fields, settled }: Form): void {
  settled.forEach((classified, index) => {
    if (classified.field !== 'phoneCountry') return;
    const near = settled.slice(Math.max(0, index - 3), index + 4);
    const hasPhone =
      near.some((other) => other.field === 'phone') ||
      settled.some((other, at) => other.field === 'phone' && formOf(fields[at]) === formOf(fields[index]));
    if (!hasPhone) settled[index] = leave(classified, 'A dial code without a phone number beside it');
  });
}

/** A bare “Select files” is the resume when the form takes no other file and asks who the person is. */
function onlyUpload({ fields, settled }: Form): void {
  const uploads = fields.flatMap((field, index) => (field.kind === 'file' && field.visible ? [index] : []));
  for (const index of uploads) {
    const field = fields[index];
    const classified = settled[index];
    if (!field || !classified || classified.field !== 'none' || classified.veto) continue;
    const alone = uploads.filter((at) => formOf(fields[at]) === formOf(field)).length === 1;
    const takesPapers = !field.accept || /pdf|doc|\*\/\*/i.test(field.accept);
    const isPerson = settled.some(
      (other, at) =>
        /^(?:firstName|fullName|email|currentTitle|school)$/.test(other.field) && formOf(fields[at]) === formOf(field),
    );
    if (alone && takesPapers && isPerson && saysNothing(field))
      settled[index] = {
        ...classified,
        field: 'resumeFile',
        confidence: 0.65,
        reason: 'The only file this application takes',
      };
  }
}

/** A bare “Title” before a name is Mr or Dr, not a job. */
function courtesyTitles({ fields, settled }: Form): void {
  settled.forEach((classified, index) => {
    const field = fields[index];
    if (!field || classified.field !== 'currentTitle') return;
    if (
      !/^(?:title|titel|titre|titulo|titolo|tytul|titul|unvan|funktion)$/.test(plain(field.label || field.placeholder))
    )
      return;
    const near = [...settled.slice(Math.max(0, index - 1), index), ...settled.slice(index + 1, index + 3)];
    if (near.some((next) => /^(?:first|full|middle|last)Name$/.test(next.field)))
      settled[index] = leave(classified, 'A form of address, not a job title');
  });
}

/** Headings that make everything below them someone else's. */
const OTHERS_SECTION =
  /^(?:(?:your |professional |personal |work |job |employment |character )*references?(?: \d+)?(?: (?:details|information|contacts?))?|referees?(?: \d+)?|referee details|emergency contacts?(?: \d+)?(?: (?:details|information|person))?|in case of emergency|next of kin|(?:employee |staff )?referrals?(?: (?:details|information|program\w*))?|refer a friend|parent(?:s)?(?: or | and | )?(?:legal )?guardians?(?: (?:details|information))?|guardian|spouse|recruiter(?: details)?|supervisor|notfallkontakte?|referenzen|referenzgeber|empfehlung(?:en)?|vorgesetzter|contacts? d urgence|references? (?:professionnelles?|personnelles?)|parrainage|cooptation|contacto de emergencia|referencias(?: \w+)?|contato de emergencia|contatto di emergenza|referenze|noodcontact(?:en)?|referenties|kontakt (?:awaryjny|w naglym wypadku)|referencje|nodkontakt(?:er)?|referenser|referencer|parorende|acil durum(?: \w+)*|referanslar?|nouzovy kontakt|doporuceni|контакт\w* для экстренной связи|рекомендации)$/u;

/** What below such a heading is theirs. */
const PERSONAL = new Set(
  'firstName middleName lastName fullName preferredName email phone phoneCountry address1 address2 fullAddress city region postalCode country location linkedin website currentCompany currentTitle'.split(
    ' ',
  ),
);

/** Names and addresses below “References” or “Emergency contact” are other people's. */
function otherPeople({ fields, settled }: Form): void {
  settled.forEach((classified, index) => {
    const field = fields[index];
    if (!field || !PERSONAL.has(classified.field)) return;
    if ([field.section, field.group].some((text) => OTHERS_SECTION.test(plain(text))))
      settled[index] = { ...leave(classified, ABOUT_OTHERS), confidence: 1, veto: true };
  });
}

/** Of which a person has one; “Phone 2” and the second row of a list ask for another. */
const SINGLE = new Set(
  'firstName middleName lastName fullName preferredName phone phoneCountry address1 address2 fullAddress city region postalCode country location website github twitter'.split(
    ' ',
  ),
);
const SECOND =
  /\b(?:second(?:ary)?|alternat\w+|other|additional|zweite\w*|weitere\w*|autre|secondaire|otro|secundari[oa]|outro|altro|secondari[oa]|tweede|ander|drugi|inny|andra|andet|ikinci|druhy) (?:\w+ )?(?:phone|telephone|mobile|number|address|website|telefon\w*|adresse|adres|telefono|telefone|indirizzo|numero)\b/;

/** The same value is not written into the second of a list. */
function secondOnes({ fields, settled }: Form): void {
  settled.forEach((classified, index) => {
    const field = fields[index];
    if (!field || classified.row !== undefined || !SINGLE.has(classified.field)) return;
    const words = plain(`${field.group} ${field.label}`);
    const isLater = (field.repeat?.index ?? 0) > 0 && earlier(settled, index, classified.field);
    if (isLater || SECOND.test(words)) settled[index] = leave(classified, 'Asks for a second one');
  });
}

const earlier = (settled: readonly Classified[], index: number, key: string): boolean =>
  settled.slice(0, index).some((other) => other.field === key);

const BARE_NAME =
  /^(?:name|nom|noms|nombre|nombre s|nombres|nome|naam|navn|namn|ad|adi|adiniz|isim|jmeno|имя|ваше имя|vase jmeno|il tuo nome|su nombre|tu nombre|seu nome)$/u;

/** “Name” beside “Vorname” is the family name, “Nombre” alone the whole one, “Name” beside both something else. */
function splitNames({ fields, settled, language }: Form): void {
  const forms = new Set(fields.map(formOf));
  for (const form of forms) {
    const inForm = settled.flatMap((classified, index) =>
      formOf(fields[index]) === form && /^(?:first|last|full)Name$/.test(classified.field) ? [index] : [],
    );
    const has = (key: string, but: number) => inForm.some((index) => index !== but && settled[index]?.field === key);
    for (const index of inForm) {
      const field = fields[index];
      const classified = settled[index];
      if (!field || !classified) continue;
      const words = core((field.label || field.placeholder || field.group).replace(/[*✱:]|\(.*?\)/g, ''));
      const isBare = BARE_NAME.test(words);
      const [first, last] = [has('firstName', index), has('lastName', index)];
      const rename = (key: string, reason: string) => {
        settled[index] = { ...classified, field: key, reason };
      };
      if (classified.field === 'fullName' && first && last) {
        if (!/\bfull|complete|vollstandig|complet|volledig|pelne|fullstandig|fulde|cele|hela|legal/.test(words))
          settled[index] = leave(classified, NAMED_ALREADY);
      } else if (classified.field === 'fullName' && isBare && first && !last) {
        if (language !== undefined && language !== 'en')
          rename('lastName', 'The rest of a name whose first part is asked');
        else settled[index] = leave(classified, 'Could mean the full or the last name');
      } else if (classified.field === 'fullName' && isBare && last && !first) {
        rename('firstName', 'The rest of a name whose last part is asked');
      } else if (isBare && classified.field === 'firstName' && !last) {
        rename('fullName', 'The only name that is asked');
      } else if (isBare && classified.field === 'lastName' && !first) {
        rename('fullName', 'The only name that is asked');
      }
    }
  }
}

const BARE_POSITION =
  /^(?:position|role|job|job position|puesto|cargo|poste|posizione|ruolo|stanowisko|pozice|pozisyon|stilling|stelle|funktion|befattning|должность|позиция|vacature|functie|stellenbezeichnung)$/u;

/** “Position” without any employer beside it may be the one applied for. */
function positionApplied({ fields, settled }: Form): void {
  settled.forEach((classified, index) => {
    const field = fields[index];
    if (!field || classified.field !== 'currentTitle' || !BARE_POSITION.test(plain(field.label || field.placeholder)))
      return;
    const hasEmployer = settled.some(
      (other, at) => other.field === 'currentCompany' && formOf(fields[at]) === formOf(field),
    );
    if (!hasEmployer) settled[index] = leave(classified, 'Could mean your job or the one you apply for');
  });
}

/**
 * References often stand under no heading of their own: below a second name everything is that person's; below a field that
 * names somebody else, whatever was asked before.
 */
function othersUnnamed({ fields, settled }: Form): void {
  let other: 'second' | 'named' | undefined;
  let length = 0;
  settled.forEach((classified, index) => {
    const field = fields[index];
    if (!field || field.kind === 'file' || formOf(field) !== formOf(fields[index - 1])) other = undefined;
    length += 1;
    if (!field || length > 8) other = undefined;
    if (classified.field === 'none' && classified.reason === ABOUT_OTHERS) [other, length] = ['named', 0];
    else if (isSecondName(classified, field) && NAMES.some((key) => earlier(settled, index, key)))
      [other, length] = ['second', 0];
    else if (!PERSONAL.has(classified.field) && classified.field !== 'none') other = undefined;
    else if (other && PERSONAL.has(classified.field) && !isConfirmation(field)) {
      if (other === 'second' || earlier(settled, index, classified.field))
        settled[index] = { ...leave(classified, ABOUT_OTHERS), veto: true };
    }
  });
}

const ABOUT_OTHERS = 'About another person';
const SECOND_TIME = 'Asked a second time; it may mean someone else';
const NAMED_ALREADY = 'First and last name are asked already';

const NAMES = ['firstName', 'lastName', 'fullName'];

const isSecondName = (classified: Classified, field: FormField | undefined): boolean =>
  classified.reason === NAMED_ALREADY || (classified.reason === SECOND_TIME && isName(field));

const isName = (field: FormField | undefined): boolean =>
  /\b(?:name|nom|nombre|nome|naam|namn|navn|nachname|vorname|prenom|nazwisko|imie|jmeno|ad|isim|имя|фио)\b/u.test(
    plain(field?.label ?? ''),
  );

const isConfirmation = (field: FormField | undefined): boolean =>
  field?.type === 'email' ||
  /\b(?:confirm\w*|repeat|again|verify|bestatig\w*|wiederhol\w*|confirme\w*|conferma|bevestig\w*|potwierd\w*|bekraft\w*|bekraeft\w*|tekrar|potvr\w*)\b/.test(
    plain(field?.label ?? ''),
  );

const ONCE = [
  'fullName',
  'firstName',
  'lastName',
  'middleName',
  'preferredName',
  'resumeFile',
  'coverLetterFile',
  'coverLetterText',
  'howHeard',
  'salaryExpectation',
  'noticePeriod',
  'startDate',
];

/** The same single-valued meaning twice in one form: the first is kept, the rest refused. */
function repeated({ fields, settled }: Form): void {
  for (const key of ONCE) {
    const places = settled.flatMap((classified, index) => (classified.field === key ? [index] : []));
    const [head] = places;
    if (head === undefined || places.length < 2) continue;
    for (const index of places.slice(1)) {
      const classified = settled[index];
      if (!classified || formOf(fields[index]) !== formOf(fields[head])) continue;
      settled[index] = leave(classified, SECOND_TIME);
    }
  }
}
