/** A form field as plain data, for tests of the pure rules. */
import type { FormField } from '#shared/form/form.schema.ts';

let counter = 0;

/** A visible, empty, enabled text field named by its label; options may be given as texts. */
export function aField(
  label: string,
  change: Partial<Omit<FormField, 'options'>> & { options?: readonly string[] } = {},
): FormField {
  const { options = [], ...rest } = change;
  const ref = rest.ref ?? `t${++counter}`;
  return {
    ref,
    frame: 0,
    kind: 'text',
    type: 'text',
    name: '',
    id: '',
    autocomplete: '',
    placeholder: '',
    label,
    group: '',
    section: '',
    hint: '',
    required: false,
    disabled: false,
    visible: true,
    value: '',
    form: 'page',
    ...rest,
    options: options.map((text, index) => ({ value: String(index), text, ref: `${ref}.o${index}`, selected: false })),
  };
}

/** The fields that make a page an application, so that single questions can be tested among them. */
export const anApplication = (): FormField[] => [
  aField('First name'),
  aField('Last name'),
  aField('Email'),
  aField('Resume/CV', { kind: 'file', type: 'file' }),
];
