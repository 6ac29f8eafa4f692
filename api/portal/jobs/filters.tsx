/** The filters of the list of postings: fields, and what is set as chips that can be taken off. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { displayed, displayOf } from '#shared/feed/display.data.ts';
import type { JobFacets } from '#shared/job/job.contract.ts';
import { EMPLOYMENT_OPTIONS, REMOTE_OPTIONS } from '#shared/job/job.view.tsx';
import { Button } from '#shared/ui/button.tsx';
import { cx } from '#shared/ui/cx.ts';
import { type Option, SelectField, TextField } from '#shared/ui/field.tsx';
import { Icon } from '#shared/ui/icon.tsx';

export const FILTER_KEYS = [
  'q',
  'location',
  'remote',
  'employmentType',
  'days',
  'salaryMin',
  'company',
  'source',
] as const;
type FilterKey = (typeof FILTER_KEYS)[number];
type Query = Readonly<Record<string, string>>;

const AGES: readonly Option[] = [
  { value: '', label: 'Any time' },
  { value: '1', label: 'Last day' },
  { value: '3', label: 'Last 3 days' },
  { value: '7', label: 'Last week' },
  { value: '30', label: 'Last month' },
];
const SORTS: readonly Option[] = [
  { value: '', label: 'Relevance' },
  { value: 'date', label: 'Newest' },
  { value: 'salary', label: 'Pay' },
];
const SOURCES: readonly Option[] = [
  { value: '', label: 'Any board' },
  ...displayed
    .map((value) => ({ value, label: displayOf(value).name }))
    .toSorted((a, b) => a.label.localeCompare(b.label)),
];

const labelIn = (options: readonly Option[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;

const NAMES: Readonly<Record<FilterKey, string>> = {
  q: 'Search',
  location: 'Place',
  remote: 'Where you work',
  employmentType: 'Employment',
  days: 'Posted',
  salaryMin: 'Least pay a year',
  company: 'Company',
  source: 'Source',
};

/** The value of a filter in words. */
function wordsOf(key: FilterKey, value: string): string {
  switch (key) {
    case 'remote':
      return labelIn(REMOTE_OPTIONS, value);
    case 'employmentType':
      return labelIn(EMPLOYMENT_OPTIONS, value);
    case 'days':
      return labelIn(AGES, value);
    case 'source':
      return labelIn(SOURCES, value);
    case 'salaryMin':
      return Number(value).toLocaleString();
    default:
      return value;
  }
}

/** The filters that are set, in words, as a name for them. */
export const nameOf = (query: Query): string =>
  FILTER_KEYS.filter((key) => query[key])
    .map((key) => wordsOf(key, query[key] ?? ''))
    .join(', ')
    .slice(0, 120);

const postedCounts = (facets: JobFacets | undefined): Counts =>
  facets?.posted.map(({ days, count }) => ({ value: String(days), count }));

type Counts = readonly { value: string; count: number }[] | undefined;

/** The options with how many postings each would leave; nothing is counted beside the one that is chosen. */
const counted = (options: readonly Option[], counts: Counts, chosen: string): readonly Option[] =>
  counts === undefined || chosen !== ''
    ? options
    : options.map(({ value, label }) => {
        const found = counts.find((one) => one.value === value)?.count;
        return { value, label: found === undefined ? label : `${label} (${found.toLocaleString()})` };
      });

/** Boards that show something come first, with how much; without counts all of them, by name. */
function sourceOptions(counts: Counts, chosen: string): readonly Option[] {
  if (counts === undefined || chosen !== '') return withValue(SOURCES, chosen);
  const found = counts.map(({ value }) => ({ value, label: displayOf(value).name }));
  return [{ value: '', label: 'Any board' }, ...counted(found, counts, '')];
}

/** The fields. Company, source and order step back on narrow windows until they are asked for. */
export function Filters(props: {
  query: Query;
  facets: JobFacets | undefined;
  onSet: (change: Record<string, string>) => void;
}): JSX.Element {
  const { query, facets, onSet } = props;
  const [more, setMore] = useState(Boolean(query.company || query.source));
  const value = (key: string): string => query[key] ?? '';
  const text = (key: FilterKey, props: { type?: 'search' | 'number'; class?: string; placeholder?: string } = {}) => (
    <TextField
      {...props}
      type={props.type ?? 'search'}
      label={NAMES[key]}
      value={value(key)}
      onChange={(event) => onSet({ [key]: event.currentTarget.value })}
    />
  );
  const choice = (key: string, label: string, options: readonly Option[]) => (
    <SelectField label={label} value={value(key)} options={options} onValue={(chosen) => onSet({ [key]: chosen })} />
  );
  const stepsBack = cx(!more && 'hidden', 'md:block');
  return (
    <search class="mb-3 block space-y-2">
      <div class="grid grid-cols-2 gap-2 md:grid-cols-[2fr_1fr_1fr]">
        {text('q', { class: 'col-span-2 md:col-span-1', placeholder: 'Title, skill or company' })}
        {text('location')}
        {choice('remote', NAMES.remote, counted(REMOTE_OPTIONS, facets?.remote, value('remote')))}
      </div>
      <div class="grid grid-cols-2 gap-2 md:grid-cols-6">
        {choice(
          'employmentType',
          NAMES.employmentType,
          counted(EMPLOYMENT_OPTIONS, facets?.employmentType, value('employmentType')),
        )}
        {choice('days', NAMES.days, counted(AGES, postedCounts(facets), value('days')))}
        <TextField
          label={NAMES.salaryMin}
          type="number"
          min={0}
          step={1000}
          value={value('salaryMin')}
          onChange={(event) => onSet({ salaryMin: event.currentTarget.value })}
        />
        <div class="self-end md:hidden">
          <Button class="w-full" aria-expanded={more} onClick={() => setMore(!more)}>
            <Icon name="filters" /> {more ? 'Fewer filters' : 'More filters'}
          </Button>
        </div>
        <div class={stepsBack}>{text('company')}</div>
        <div class={stepsBack}>{choice('source', NAMES.source, sourceOptions(facets?.source, value('source')))}</div>
        <div class={stepsBack}>{choice('sort', 'Sort by', SORTS)}</div>
      </div>
    </search>
  );
}

/** The options, with one more for a value from an address that is not among them. */
const withValue = (options: readonly Option[], value: string): readonly Option[] =>
  options.some((option) => option.value === value) ? options : [...options, { value, label: value }];

/** What is filtered, each with the way to take it off. */
export function FilterChips(props: {
  query: Query;
  onSet: (change: Record<string, string>) => void;
  onSave?: (() => void) | undefined;
}): JSX.Element | null {
  const set = FILTER_KEYS.filter((key) => query(key) !== '');
  function query(key: FilterKey): string {
    return props.query[key] ?? '';
  }
  if (set.length === 0) return null;
  return (
    <div class="mb-3 flex flex-wrap items-center gap-2">
      <ul aria-label="Filters that are set" class="contents">
        {set.map((key) => (
          <li key={key} class="max-w-full">
            <button
              type="button"
              class="flex h-7 max-w-full items-center gap-1.5 rounded-full border border-line bg-surface pr-2 pl-2.5 text-sm hover:bg-sunken"
              onClick={() => props.onSet({ [key]: '' })}
            >
              <span class="sr-only">Take off</span>
              <span class="truncate">
                <span class="text-muted">{NAMES[key]}:</span> {wordsOf(key, query(key))}
              </span>
              <Icon name="close" class="size-3 text-muted" />
            </button>
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        look="quiet"
        onClick={() => props.onSet(Object.fromEntries(FILTER_KEYS.map((key) => [key, ''])))}
      >
        Clear filters
      </Button>
      {props.onSave && (
        <Button size="sm" onClick={props.onSave}>
          <Icon name="bell" /> Save this search
        </Button>
      )}
    </div>
  );
}
