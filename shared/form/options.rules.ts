/**
 * Choosing among offered answers by their whole meaning: “no” is not “Norway”, and two equal fits are no fit. `isPlace`
 * takes three arguments because each is a plain text of its own.
 */
import { plain, yesNo } from './spelling.rules.ts';

export type Offered = { readonly text: string; readonly value: string };

const DECLINE =
  /\b(?:prefer not|decline|dont wish|do not wish|not wish|do not want to|dont want to|not to (?:answer|say|disclose|identify|self)|rather not|choose not|no answer|not specified|not declared|keine angabe|keine auskunft|mochte nicht|ne souhaite pas|prefiero no|no deseo|no quiero|nao desejo|nao quero|prefiro nao|preferisco non|zeg ik liever niet|wole nie|vill inte|onsker ikke|vil ikke|belirtmek istem\\w+|nechci|nepreji si|ne veux pas|prefere ne pas|non desidero|non voglio|wil ik niet|nie chce)\b/;

/** Whether an option means “I keep that to myself”. */
export const isDecline = (text: string): boolean => DECLINE.test(plain(text));

const trimmed = (text: string): string => plain(text.replace(/\s*[([].*?[)\]]\s*$/, ''));

/**
 * Index of the one option that says one of `wanted` (best wording first): the whole text, then the text without a trailing
 * bracket, then the machine value. Undefined when none does or several do.
 */
export function matchOption(options: readonly Offered[], wanted: readonly string[]): number | undefined {
  for (const want of wanted) {
    const target = plain(want);
    if (target === '') continue;
    for (const read of READINGS) {
      const hits = options.flatMap((option, index) => (read(option) === target ? [index] : []));
      const distinct = new Set(hits.map((index) => plain(options[index]?.text ?? '')));
      if (distinct.size === 1) return hits[0];
      if (distinct.size > 1) return undefined;
    }
  }
  return undefined;
}

const READINGS: readonly ((option: Offered) => string)[] = [
  (option) => plain(option.text),
  (option) => trimmed(option.text),
  // Values tell only when they are words: “2” or a database id is no answer.
  (option) => (/[a-z]{2}/i.test(option.value) ? plain(option.value) : ''),
];

/** Index of the option that says yes or no; a longer option counts when it is the only one that starts so. */
export function matchYesNo(options: readonly Offered[], answer: 'yes' | 'no'): number | undefined {
  const whole = matchOption(options, [answer]);
  if (whole !== undefined) return whole;
  const hits = options.flatMap((option, index) =>
    yesNo(option.text) === answer && !isDecline(option.text) ? [index] : [],
  );
  if (hits.length === 1) return hits[0];
  const short = hits.filter((index) => plain(options[index]?.text ?? '').split(' ').length === 1);
  return short.length === 1 ? short[0] : undefined;
}

/** Options without the keys a page draws before them to press (“A Yes”, “B No”), when all of them have one in order. */
export function withoutKeys<T extends Offered>(options: readonly T[]): readonly T[] {
  const bare = options.map(({ text }, index) => {
    const key = String.fromCharCode(65 + index);
    return new RegExp(`^${key}(?:[.):]\\s*|\\s+)(?=\\S)`).test(text)
      ? text.slice(1).replace(/^[.):]?\s*/, '')
      : undefined;
  });
  if (options.length < 2 || bare.some((text) => text === undefined)) return options;
  return options.map((option, index) => ({ ...option, text: bare[index] ?? option.text }));
}

/**
 * Whether `text` (“Berlin, Germany”) is the town of `wanted` (“Berlin, …”), followed by nothing but what `rest` allows:
 * the person's region and country in all their spellings.
 */
export function isPlace(text: string, wanted: string, rest: readonly string[]): boolean {
  const town = plain(wanted.split(',')[0] ?? '');
  const allowed = new Set([...rest.map(plain), town]);
  const parts = text
    .split(/,|·| - /)
    .map(plain)
    .filter((part) => part !== '');
  return parts[0] === town && parts.length > 1 && parts.slice(1).every((part) => allowed.has(part));
}
