/** Every picker mechanism, what is wished for in it, and what must be submitted in the end: the wish, or nothing. */

export type PickerCase = {
  readonly mechanism: string;
  readonly page: string;
  readonly habits?: Readonly<Record<string, unknown>>;
  /** What the question's label starts with. */
  readonly label: string;
  readonly wish: {
    readonly value: string;
    readonly alternatives?: readonly string[];
    readonly place?: readonly string[];
    readonly more?: readonly string[];
  };
  /** Under which name `committed()` gives it. */
  readonly name: string;
  /** What is submitted; undefined where leaving it to the person is the only right thing. */
  readonly submits: string | readonly string[] | undefined;
  /** Questions that must be answered before, as label and value. */
  readonly first?: readonly (readonly [string, string])[];
  readonly world?: 'main';
};

const OREGON = {
  value: 'Portland, Oregon, United States',
  place: ['Oregon', 'OR', 'United States', 'USA', 'US'],
} as const;
const portland = 'Portland, Oregon, United States';
const STATES = { value: 'United States', alternatives: ['United States of America', 'USA', 'US'] } as const;
const MOON = { value: 'Moon', alternatives: ['The Moon'] } as const;
const usa = 'United States';
const SKILLS = { value: 'Python', more: ['SQL'] } as const;

const model = (
  mechanism: string,
  habits: Readonly<Record<string, unknown>>,
  change: Partial<PickerCase> = {},
): PickerCase => ({
  mechanism,
  page: 'picker-model.js',
  habits,
  label: 'Wanted',
  wish: STATES,
  name: 'wanted',
  submits: usa,
  ...change,
});

const library = (
  page: string,
  cases: readonly (readonly [label: string, name: string, wish: PickerCase['wish'], submits: PickerCase['submits']])[],
): PickerCase[] =>
  cases.map(([label, name, wish, submits]) => ({
    mechanism: `${page.replace(/^picker-|\.\w+$/g, '')}: ${label}${submits === undefined ? ' (refuses)' : ''}`,
    page,
    label,
    name,
    wish,
    submits,
  }));

const LONG = Array.from({ length: 400 }, (_, index) => `Entry ${index}`).concat('United States', 'Zambia');

export const PICKER_CASES: readonly PickerCase[] = [
  ...library('picker-react-select.jsx', [
    ['Plain list', 'plain', STATES, usa],
    ['Plain list', 'plain', MOON, undefined],
    ['List without search', 'fixed', { value: 'No' }, 'No'],
    ['Skills', 'skills', SKILLS, ['Python', 'SQL']],
    ['Phone country', 'dial', { value: usa, alternatives: ['United States +1', '+1'] }, usa],
    ['Location (City)', 'town', OREGON, portland],
    ['Location (City)', 'town', { value: 'Portland', place: ['Oregon', 'Germany'] }, undefined],
  ]),
  ...library('picker-downshift.jsx', [
    ['Button with list', 'button', STATES, usa],
    ['Text with list', 'text', STATES, usa],
    ['Text with list', 'text', MOON, undefined],
  ]),
  ...library('picker-headlessui.jsx', [
    ['Listbox', 'listbox', STATES, usa],
    ['Combobox', 'combobox', STATES, usa],
    ['Combobox', 'combobox', MOON, undefined],
  ]),
  ...library('picker-radix.jsx', [['Country', 'country', STATES, usa]]),
  ...library('picker-mui.jsx', [
    ['Country', 'country', STATES, usa],
    ['Country', 'country', MOON, undefined],
    ['Town', 'town', OREGON, portland],
    ['Skills', 'skills', SKILLS, ['Python', 'SQL']],
    ['Level', 'level', { value: 'Senior' }, 'sr'],
  ]),
  ...library('picker-react-aria.jsx', [
    ['Select', 'select', STATES, usa],
    ['Combo', 'combobox', STATES, usa],
  ]),
  ...library('picker-rc-select.jsx', [
    ['Country', 'country', STATES, usa],
    ['Year', 'year', { value: 'Class of 2016' }, 'y216'],
    ['Skills', 'skills', SKILLS, ['Python', 'SQL']],
  ]),
  ...library('picker-vueform.js', [
    ['Country', 'country', STATES, usa],
    ['Skills', 'skills', SKILLS, ['Python', 'SQL']],
  ]),
  ...library('picker-select2.js', [
    ['Country', 'country', STATES, usa],
    // A list that only a search fills has no options to plan with: it is the person's.
    ['Town', 'town', OREGON, undefined],
  ]),
  ...library('picker-tom-select.js', [
    ['Country', 'country', STATES, usa],
    ['Skills', 'skills', SKILLS, ['Python', 'SQL']],
  ]),
  ...library('picker-choices.js', [['Country', 'country', STATES, usa]]),
  ...library('picker-typeaheads.js', [
    ['Town', 'town', OREGON, portland],
    ['Town', 'town', { value: 'Hamburg', place: ['Germany'] }, undefined],
    ['Country', 'country', STATES, usa],
  ]),
  ...library('picker-intl-tel.js', [
    ['Change country', 'country', { value: usa, alternatives: ['United States +1', '+1'] }, 'us'],
  ]),
  ...library('picker-native-rerender.jsx', [
    ['Country', 'country', STATES, 'Un13'],
    ['Level', 'level', { value: 'Senior' }, 's'],
  ]),
  ...library('picker-workday-list.html', [
    ['Country', 'country', STATES, 'United States of America'],
    ['Phone Device Type', 'type', { value: 'Mobile' }, 'Mobile'],
    ['Phone Device Type', 'type', { value: 'Satellite' }, undefined],
  ]),
  ...library('picker-workday-prompt.html', [
    ['How Did You Hear', 'source', { value: 'LinkedIn' }, 'LinkedIn'],
    ['School', 'school', { value: 'Oregon State University' }, 'Oregon State University'],
    ['School', 'school', { value: 'Oregon' }, undefined],
    ['Type to Add Skills', 'skills', SKILLS, ['Python', 'SQL']],
  ]),
  ...library('picker-places.html', [
    ['City', 'where', OREGON, 'Portland, OR, USA'],
    ['City', 'where', { value: 'Portland', place: ['Texas'] }, undefined],
  ]),
  ...library('picker-lever.html', [
    ['Current location', 'location', OREGON, 'Portland, OR, USA'],
    ['Current location', 'location', { value: 'Hamburg', place: ['Germany'] }, undefined],
  ]),
  ...library('picker-ashby.html', [['Location', 'location', OREGON, portland]]),
  ...library('picker-shadow.html', [
    ['City', 'open-town', OREGON, portland],
    ['Home town', 'closed-town', OREGON, portland],
  ]).map((each) => ({ ...each, world: 'main' as const })),
  ...library('picker-skinned.html', [['Source', 'source', { value: 'LinkedIn' }, 'LinkedIn']]),
  ...library('picker-dialog.html', [
    ['Wanted', 'wanted', STATES, usa],
    ['Wanted', 'wanted', MOON, undefined],
  ]),
  {
    mechanism: 'dependent: native list enabled by another',
    page: 'picker-dependent.html',
    label: 'State',
    name: 'state',
    wish: { value: 'Oregon', alternatives: ['OR'] },
    submits: 'Oregon',
    first: [['Country', usa]],
  },
  {
    mechanism: 'dependent: picker enabled by another',
    page: 'picker-dependent.html',
    label: 'Province',
    name: 'province',
    wish: { value: 'Oregon', alternatives: ['OR'] },
    submits: 'Oregon',
    first: [['Nation', usa]],
  },
  model('model: opens on mousedown', { opens: 'mousedown' }),
  model('model: opens on pointerdown', { opens: 'pointerdown', input: 'button' }),
  model('model: opens on focus', { opens: 'focus' }),
  model('model: opens on arrow down only', { opens: 'arrow', input: 'button' }),
  model('model: opens while typing only', { opens: 'typing', needs: 1 }),
  model('model: commits on mousedown', { commits: 'mousedown' }),
  model('model: commits on pointerup', { commits: 'pointerup' }),
  model('model: commits on Enter only', { commits: 'enter' }),
  model('model: ignores clicks of scripts, takes keys', { trusted: true }),
  model('model: ignores clicks of scripts, button', { trusted: true, input: 'button' }),
  model('model: ignores clicks of scripts, keeps text', { trusted: true, keepsText: true }),
  model('model: takes nothing from scripts', { ignores: true }, { submits: undefined }),
  model('model: takes nothing from scripts, keeps text', { ignores: true, keepsText: true }, { submits: undefined }),
  model('model: list arrives after 1.5 s', { delay: 1500 }),
  model('model: box made anew at each keystroke', { rebuilds: true }),
  model('model: virtual list behind a button', { virtual: true, input: 'button', entries: LONG }),
  model('model: virtual list, box read-only', { virtual: true, input: 'readonly', entries: LONG, portal: true }),
  model('model: list at the end of the page', { portal: true }),
  model('model: only what begins so, after three letters', { startsWith: true, needs: 3 }),
  model(
    'model: server knows another wording',
    { startsWith: true, needs: 1, entries: ['United States of America'] },
    { submits: 'United States of America' },
  ),
  model('model: listens to key codes on keyup', { keyed: true, needs: 1 }),
  model(
    'model: shows the choice in other words',
    { formats: true, entries: ['Springfield, Ohio', 'Springfield, Texas'] },
    {
      wish: { value: 'Springfield, Texas' },
      submits: 'Springfield, Texas',
    },
  ),
  model('model: two equal entries (refuses)', { entries: ['Canada', usa, usa] }, { submits: undefined }),
  model(
    'model: two equal entries behind a button (refuses)',
    { entries: ['Canada', usa, usa], input: 'button' },
    { submits: undefined },
  ),
  model('model: wish is absent (refuses)', {}, { wish: MOON, submits: undefined }),
  model('model: wish is absent, box keeps text (refuses)', { keepsText: true }, { wish: MOON, submits: undefined }),
  model(
    'model: wish is only part of an entry (refuses)',
    { entries: ['United States Minor Outlying Islands'] },
    { submits: undefined },
  ),
  model('model: no is not Norway', { entries: ['Norway', 'Yes', 'No'] }, { wish: { value: 'No' }, submits: 'No' }),
  model(
    'model: list fails over the network (refuses)',
    { fails: true, delay: 300, keepsText: true },
    { submits: undefined },
  ),
  model(
    'model: several choices as chips',
    { several: true, entries: ['Airflow', 'Python', 'SQL'] },
    { wish: SKILLS, submits: ['Python', 'SQL'] },
  ),
  model(
    'model: several choices, one of them absent',
    { several: true, entries: ['Airflow', 'Python'] },
    { wish: SKILLS, submits: ['Python'] },
  ),
];
