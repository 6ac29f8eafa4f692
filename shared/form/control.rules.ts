/** From a value to the write a control takes, as plain data: whatever cannot be matched exactly is the person's. */
import type { Classified, FieldReport, FillStep, FormField } from './form.schema.ts';
import { matchOption, matchYesNo } from './options.rules.ts';
import { fitsPattern } from './pattern.rules.ts';
import { countryCode } from './places.rules.ts';
import type { PlanInput } from './plan.rules.ts';

/** A step, or a report line; a line with a source says the page holds the right value already. */
export type Outcome =
  | Omit<FillStep, 'ref' | 'frame' | 'label'>
  | { readonly outcome: FieldReport['outcome']; readonly reason: string; readonly source?: string };

/** One question on its way to an answer; `hasDialCode`: its form asks for the telephone's country apart. */
export type Case = {
  readonly field: FormField;
  readonly meaning: Classified;
  readonly input: PlanInput;
  readonly hasDialCode: boolean;
};

/** What is left to the person, and why. */
export const yours = (reason: string): Outcome => ({ outcome: 'needs_you', reason });

/** Whether the control offers its answers, rather than taking a text. */
export const offers = (field: FormField): boolean => field.options.length > 0 && field.kind !== 'text';

/** The two words by language. */
export const YES_NO: Readonly<Record<string, readonly [string, string]>> = {
  en: ['Yes', 'No'],
  de: ['Ja', 'Nein'],
  fr: ['Oui', 'Non'],
  es: ['Sí', 'No'],
  pt: ['Sim', 'Não'],
  it: ['Sì', 'No'],
  nl: ['Ja', 'Nee'],
  pl: ['Tak', 'Nie'],
  sv: ['Ja', 'Nej'],
  da: ['Ja', 'Nej'],
  tr: ['Evet', 'Hayır'],
  cs: ['Ano', 'Ne'],
};

/** Says yes or no: the option that says so, a ticked box, or the word in the page's language. */
export function sayYesNo({ field, said, source }: { field: FormField; said: 'yes' | 'no'; source: string }): Outcome {
  const words = YES_NO[/^[a-z]{2}/i.exec(field.lang ?? '')?.[0].toLowerCase() ?? 'en'] ?? (['Yes', 'No'] as const);
  const word = words[said === 'yes' ? 0 : 1];
  if (offers(field)) {
    const hit = matchYesNo(field.options, said);
    return hit === undefined
      ? yours('None of the options is a plain yes or no')
      : choose({ field, index: hit, source });
  }
  if (field.kind === 'checkbox')
    return said === 'yes' ? { action: 'check', value: 'checked', source } : yours('Left unticked, which says no');
  return put(field, { value: word, source });
}

/** Writes a value in the way the control takes it. */
export function put(
  field: FormField,
  value: { value: string; alternatives?: readonly string[]; place?: readonly string[]; source: string },
): Outcome {
  const wanted = [value.value, ...(value.alternatives ?? [])];
  const extras = {
    ...(value.alternatives ? { alternatives: [...value.alternatives] } : {}),
    ...(value.place ? { place: [...value.place] } : {}),
  };
  switch (field.kind) {
    case 'select':
    case 'radio':
    case 'buttonGroup':
    case 'checkboxGroup': {
      const hit = matchOption(field.options, wanted) ?? sameCountry(field, wanted);
      return hit === undefined
        ? yours('None of the options is exactly yours')
        : choose({ field, index: hit, source: value.source });
    }
    case 'combobox': {
      // Options known before opening: none of them right is as good as an answer.
      const hit = matchOption(field.options, wanted) ?? sameCountry(field, wanted);
      const chosen = hit === undefined ? value.value : (field.options[hit]?.text ?? value.value);
      return { action: 'combobox', value: chosen, ...extras, source: value.source };
    }
    case 'date':
      return { action: 'date', value: value.value, source: value.source };
    case 'checkbox':
      return yours('A box, where a text was expected');
    case 'file':
      return yours('A file, where a text was expected');
    default:
      if (field.maxLength && value.value.length > field.maxLength) {
        const short = (value.alternatives ?? []).find(
          (each) => each.length <= (field.maxLength ?? 0) && each.length > 0,
        );
        return short
          ? { action: 'text', value: short, source: value.source }
          : yours(`Longer than the ${field.maxLength} characters allowed`);
      }
      if (fitsPattern(field.pattern, value.value) === false) {
        const other = (value.alternatives ?? []).find((each) => fitsPattern(field.pattern, each));
        return other
          ? { action: 'text', value: other, source: value.source }
          : yours('The page takes it in another form than your profile has');
      }
      if (field.type === 'number' && !/^-?\d+(?:\.\d+)?$/.test(value.value)) return yours('It takes only a number');
      if (field.type === 'url' && !/^https?:\/\//.test(value.value))
        return { action: 'text', value: `https://${value.value}`, source: value.source };
      return { action: 'text', value: value.value, ...extras, source: value.source };
  }
}

/** Lists that spell the country in another way than any of ours. */
function sameCountry(field: FormField, wanted: readonly string[]): number | undefined {
  const code = wanted.map(countryCode).find((each) => each !== undefined);
  if (!code || field.options.length < 20) return undefined;
  const hits = field.options.flatMap((option, index) => (countryCode(option.text) === code ? [index] : []));
  return hits.length === 1 ? hits[0] : undefined;
}

/** Chooses the option at `index` the way the control is chosen in. */
export function choose({ field, index, source }: { field: FormField; index: number; source: string }): Outcome {
  const option = field.options[index];
  if (!option) return yours('The option is gone');
  const refs = option.ref ? { options: [option.ref] } : {};
  const value = option.text || option.value;
  if (field.kind === 'select') return { action: 'select', value, alternatives: [option.value], source };
  if (field.kind === 'combobox') return { action: 'combobox', value, source };
  return { action: field.kind === 'buttonGroup' ? 'button' : 'choose', value, ...refs, source };
}

/** Ticks several options of a list of boxes. */
export function chooseAll({
  field,
  indexes,
  source,
}: {
  field: FormField;
  indexes: readonly number[];
  source: string;
}): Outcome {
  const chosen = indexes.flatMap((index) => field.options[index] ?? []);
  const refs = chosen.flatMap(({ ref }) => ref ?? []);
  if (field.kind !== 'checkboxGroup' || refs.length !== indexes.length || refs.length === 0)
    return yours('It takes several answers; choose them yourself');
  return { action: 'choose', value: chosen.map(({ text }) => text).join(', '), options: refs, source };
}
