/** Two resumes side by side: what the second adds and says otherwise, each with what can be done about it. */
import type { ComponentChildren, JSX } from 'preact';
import { Button } from '#shared/ui/button.tsx';
import { Badge, type Tone } from '#shared/ui/feedback.tsx';
import { count } from '#shared/ui/format.ts';
import { type Diff, type EntryDiff, entryKey, type FieldDiff, fieldKey, telling } from './diff.rules.ts';
import { SECTIONS } from './sections.data.ts';

/** What can be done; absent where two files are only compared. */
export type DiffActions = {
  takeField: (field: FieldDiff) => void;
  takeEntry: (entry: EntryDiff) => void;
  /** The profile stands against what has this key; it is not asked about again. */
  keep: (key: string, label: string) => void;
  /** Whether a statement is not to be asked about any more. */
  isGone: (key: string) => boolean;
};

type Names = { mine: string; theirs: string };
type Props = { diff: Diff; names: Names; actions?: DiffActions; onPoint?: (from: string | undefined) => void };

/** Everything that is new or different; what is the same, or only in the first, is counted below. */
export function DiffView({ diff, names, actions, onPoint = () => undefined }: Props): JSX.Element {
  const open = telling(diff, actions?.isGone);
  const groups = [
    { title: 'About you', entries: [], fields: open.basics },
    ...SECTIONS.map(({ key, title }) => ({
      title,
      fields: [],
      entries: open.entries.filter((entry) => entry.section === key),
    })),
  ].filter(({ entries, fields }) => entries.length + fields.length > 0);
  const same = [...diff.basics, ...diff.entries].filter(({ state }) => state === 'same').length;
  const onlyMine = diff.entries.filter(({ state }) => state === 'mine').length;
  return (
    <div class="divide-y divide-line rounded-lg border border-line bg-surface">
      {groups.map(({ title, entries, fields }) => (
        <section key={title} aria-label={title} class="p-3">
          <h3 class="mb-2 text-sm font-semibold">{title}</h3>
          <ul class="space-y-3">
            {fields.map((field) => (
              <Field key={fieldKey(field)} {...{ field, names, onPoint, ...(actions && { actions }) }} />
            ))}
            {entries.map((entry) => (
              <Entry key={entryKey(entry)} {...{ entry, names, onPoint, ...(actions && { actions }) }} />
            ))}
          </ul>
        </section>
      ))}
      <p class="px-3 py-2 text-sm text-muted">
        {groups.length === 0 ? `Nothing in ${names.theirs} is new or different. ` : ''}
        {same > 0 && `${same} the same. `}
        {onlyMine > 0 && `${count(onlyMine, 'entry', 'entries')} only in ${names.mine}; nothing is removed.`}
      </p>
    </div>
  );
}

type ItemProps = { names: Names; actions?: DiffActions; onPoint: (from: string | undefined) => void };

function Entry({ entry, names, actions, onPoint }: ItemProps & { entry: EntryDiff }): JSX.Element {
  if (entry.state !== 'new')
    return (
      <li>
        <p class="font-medium break-words">{entry.title || 'Without a name'}</p>
        <ul class="mt-1.5 space-y-2 border-l-2 border-line pl-3">
          {entry.fields.map((field) => (
            <Field key={fieldKey(field)} {...{ field, names, onPoint, ...(actions && { actions }) }} />
          ))}
        </ul>
      </li>
    );
  const from = `${entry.section}[${entry.from}]`;
  return (
    <Item from={from} onPoint={onPoint}>
      <div class="min-w-0 flex-1">
        <p class="flex flex-wrap items-center gap-2 font-medium">
          <State state="new" />
          <span class="min-w-0 break-words">{entry.title || 'Without a name'}</span>
        </p>
        <p class="mt-0.5 line-clamp-2 text-sm break-words text-muted">
          {entry.fields
            .map(({ theirs }) => theirs)
            .filter((text) => text && !entry.title.includes(text))
            .join(' · ')}
        </p>
      </div>
      {actions && (
        <Choices
          what={entry.title}
          take="Add"
          onTake={() => actions.takeEntry(entry)}
          onKeep={() => actions.keep(entryKey(entry), entry.title)}
          keep="Leave out"
        />
      )}
    </Item>
  );
}

function Field({ field, names, actions, onPoint }: ItemProps & { field: FieldDiff }): JSX.Element {
  const different = field.state === 'different';
  return (
    <Item from={field.from} onPoint={onPoint}>
      <div class="min-w-0 flex-1">
        <p class="flex flex-wrap items-center gap-2 text-sm">
          <State state={field.state} />
          <span class="font-medium">{field.label}</span>
        </p>
        {different && field.mine !== undefined && (
          <p class="mt-0.5 text-sm break-words text-muted">
            <span class="sr-only">{names.mine}: </span>
            <del class="decoration-muted/60">{field.mine}</del>
          </p>
        )}
        <p class="mt-0.5 break-words">
          <span class="sr-only">{names.theirs}: </span>
          <ins class="no-underline">{field.theirs}</ins>
        </p>
      </div>
      {actions && (
        <Choices
          what={`${field.label} ${field.theirs ?? ''}`}
          take={different ? 'Replace' : 'Add'}
          keep={different ? 'Keep mine' : 'Leave out'}
          onTake={() => actions.takeField(field)}
          onKeep={() => actions.keep(fieldKey(field), field.label)}
        />
      )}
    </Item>
  );
}

const Item = (props: {
  from: string | undefined;
  onPoint: (from: string | undefined) => void;
  children: ComponentChildren;
}): JSX.Element => (
  <li
    class="flex flex-wrap items-start gap-x-3 gap-y-1.5"
    onMouseEnter={() => props.onPoint(props.from)}
    onMouseLeave={() => props.onPoint(undefined)}
    onFocusCapture={() => props.onPoint(props.from)}
    onBlurCapture={() => props.onPoint(undefined)}
  >
    {props.children}
  </li>
);

const Choices = (props: {
  what: string;
  take: string;
  keep: string;
  onTake: () => void;
  onKeep: () => void;
}): JSX.Element => (
  <span class="flex shrink-0 gap-1">
    <Button size="sm" aria-label={`${props.take}: ${props.what.slice(0, 80)}`} onClick={props.onTake}>
      {props.take}
    </Button>
    <Button size="sm" look="quiet" aria-label={`${props.keep}: ${props.what.slice(0, 80)}`} onClick={props.onKeep}>
      {props.keep}
    </Button>
  </span>
);

const STATES: Record<FieldDiff['state'], { tone: Tone; text: string; mark: string }> = {
  new: { tone: 'ok', text: 'New', mark: '+' },
  different: { tone: 'warn', text: 'Different', mark: '≠' },
  same: { tone: 'neutral', text: 'Same', mark: '=' },
  mine: { tone: 'neutral', text: 'Only here', mark: '−' },
};

const State = ({ state }: { state: FieldDiff['state'] }): JSX.Element => (
  <Badge tone={STATES[state].tone}>
    <span aria-hidden="true" class="mr-1 font-mono">
      {STATES[state].mark}
    </span>
    {STATES[state].text}
  </Badge>
);
