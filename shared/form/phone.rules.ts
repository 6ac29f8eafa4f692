/** Telephone numbers in the form a box wants: with or without dial code, in the shape it shows, within its pattern. */
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { FormField } from './form.schema.ts';
import { fitsPattern } from './pattern.rules.ts';
import { homeCountry, type Person, type Value } from './person.rules.ts';

const SOURCE = 'basics.phone';

type Box = Pick<FormField, 'type' | 'maxLength' | 'placeholder' | 'pattern' | 'inputMode'>;

/** The person's number as `field` takes it; `hasDialCode` says that its country is asked beside it. */
export function phoneFor(
  person: Person,
  { field, hasDialCode }: { field: Box; hasDialCode: boolean },
): Value | undefined {
  const written = person.resume.basics?.phone?.trim();
  if (!written) return undefined;
  const home = (person.answers.phoneCountry ?? homeCountry(person)) as CountryCode | undefined;
  const parsed = parsePhoneNumberFromString(written, home);
  if (!parsed?.isPossible()) return { value: written, source: SOURCE };
  const bare = String(parsed.nationalNumber);
  const national = parsed.formatNational();
  const isAmerican = parsed.countryCallingCode === '1';
  const local = [
    isAmerican ? bare : national,
    bare,
    national,
    national.replace(/\D/g, ''),
    ...(isAmerican ? american(bare) : []),
  ];
  const worldwide = [parsed.formatInternational(), parsed.number, parsed.number.slice(1)];
  const all = hasDialCode ? local : [...worldwide, ...local];
  const isDigits = field.type === 'number';
  const fitting = all.filter(
    (text) =>
      (!isDigits || /^\d+$/.test(text)) &&
      (field.maxLength === undefined || text.length <= field.maxLength) &&
      fitsPattern(field.pattern, text) !== false,
  );
  const [best] = [...fitting.filter((text) => shapeOf(text) === shapeOf(field.placeholder)), ...fitting];
  return best === undefined ? undefined : { value: best, source: SOURCE };
}

const american = (digits: string): string[] => {
  const [area, office, line] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return [
    `${area}-${office}-${line}`,
    `(${area}) ${office}-${line}`,
    `${area}.${office}.${line}`,
    `${area} ${office} ${line}`,
  ];
};

/** Digits as one letter, so that `(555) 123-4567` and `(xxx) xxx-xxxx` are one shape; words are none. */
const shapeOf = (text: string): string => {
  const shape = text.trim().replace(/[\dxX#_]/g, 'd');
  return /d.*d.*d.*d.*d.*d/.test(shape) && !/[a-ce-z]/i.test(shape) ? shape : '';
};
