/** Edits a whole resume: basics, then every section, entries folded to one line each. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { cx } from '#shared/ui/cx.ts';
import { Badge } from '#shared/ui/feedback.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { Card, Section } from '#shared/ui/layout.tsx';
import { toast } from '#shared/ui/toast.tsx';
import { type Editing, EntryField, IconButton, isLit, LIT } from './entry.view.tsx';
import { textsIn, valueAt } from './path.rules.ts';
import { BASICS, SECTIONS, type SectionSpec } from './sections.data.ts';

/** The editor. It holds no data of its own: `editing` carries value and changes. `after` stands below a section, by its key. */
export function ResumeEditor(props: {
  editing: Editing;
  after?: Readonly<Record<string, ComponentChildren>>;
}): JSX.Element {
  const { editing } = props;
  return (
    <>
      <Section title="About you">
        <Card class="grid gap-x-4 gap-y-3 sm:grid-cols-2">
          {BASICS.map((spec) => (
            <EntryField key={spec.key} spec={spec} path={spec.key} editing={editing} />
          ))}
        </Card>
      </Section>
      {SECTIONS.map((spec) => (
        <SectionEditor key={spec.key} spec={spec} editing={editing} after={props.after?.[spec.key]} />
      ))}
    </>
  );
}

function SectionEditor({
  spec,
  editing,
  after,
}: {
  spec: SectionSpec;
  editing: Editing;
  after: ComponentChildren;
}): JSX.Element {
  const value = valueAt(editing.resume, spec.key);
  const entries: unknown[] = Array.isArray(value) ? value : [];
  const [opened, setOpened] = useState<number>();
  useEffect(() => {
    const { jump } = editing;
    if (!jump?.path.startsWith(`${spec.key}[`)) return;
    setOpened(Number.parseInt(jump.path.slice(spec.key.length + 1), 10));
  }, [editing.jump]);
  const put = (next: unknown[]): void => editing.set(spec.key, next.length === 0 ? undefined : next);
  const remove = (i: number): void => {
    const before = entries;
    put(entries.toSpliced(i, 1));
    setOpened(undefined);
    toast(`Removed this ${spec.one}`, { action: { label: 'Undo', run: () => put(before) } });
  };
  const move = (i: number): void => {
    put(entries.with(i, entries[i - 1]).with(i - 1, entries[i]));
    setOpened(undefined);
  };
  return (
    <Section
      title={spec.title}
      actions={
        <Button
          size="sm"
          onClick={() => {
            put([...entries, {}]);
            setOpened(entries.length);
          }}
        >
          <Icon name="plus" /> Add {spec.one}
        </Button>
      }
    >
      {entries.length === 0 ? (
        <p class="text-muted">None yet.</p>
      ) : (
        <ul class="divide-y divide-line rounded-lg border border-line bg-surface">
          {entries.map((entry, i) => (
            <li key={i}>
              <Entry
                spec={spec}
                path={`${spec.key}[${i}]`}
                entry={entry}
                open={opened === i}
                first={i === 0}
                editing={editing}
                onOpen={() => setOpened(opened === i ? undefined : i)}
                onMove={() => move(i)}
                onRemove={() => remove(i)}
              />
            </li>
          ))}
        </ul>
      )}
      {after}
    </Section>
  );
}

function Entry(props: {
  spec: SectionSpec;
  path: string;
  entry: unknown;
  open: boolean;
  first: boolean;
  editing: Editing;
  onOpen: () => void;
  onMove: () => void;
  onRemove: () => void;
}): JSX.Element {
  const { spec, path, entry, editing, open } = props;
  const title = spec.heading
    .map((key) => valueAt(entry, key))
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' · ');
  const [start, end] = [valueAt(entry, 'startDate'), valueAt(entry, 'endDate')];
  const period = typeof start === 'string' ? `${start} – ${typeof end === 'string' ? end : 'now'}` : end;
  const texts = textsIn(entry, path);
  const doubtful = texts.filter(({ path: at, text }) => editing.markOf(at, text).doubtful).length;
  const wrong = texts.some(({ path: at }) => editing.problems[at]);
  return (
    <>
      <div data-field={path} class={cx('flex items-start', !open && isLit(editing.lit, path) && LIT)}>
        <button
          type="button"
          aria-expanded={open}
          onClick={props.onOpen}
          onMouseEnter={() => editing.onPoint(path)}
          onMouseLeave={() => editing.onPoint(undefined)}
          class="flex min-h-10 min-w-0 flex-1 items-start gap-2 px-3 py-2 text-left hover:bg-sunken"
        >
          <Icon name={open ? 'down' : 'right'} class="mt-[0.2rem] size-3.5 text-muted" />
          <span class="flex min-w-0 flex-1 flex-col gap-x-3 sm:flex-row sm:items-baseline">
            <span class={open ? 'min-w-0 font-medium break-words' : 'line-clamp-2 min-w-0 font-medium break-words'}>
              {title || `New ${spec.one}`}
            </span>
            <span class="flex flex-wrap items-center gap-1 sm:shrink-0">
              {doubtful > 0 && <Badge tone="warn">{doubtful} to check</Badge>}
              {wrong && <Badge tone="danger">To correct</Badge>}
            </span>
            {typeof period === 'string' && (
              <span class="text-sm whitespace-nowrap text-muted tabular-nums sm:ml-auto">{period}</span>
            )}
          </span>
        </button>
        <IconButton label={`Move ${title || spec.one} up`} icon="up" disabled={props.first} onClick={props.onMove} />
        <IconButton label={`Remove ${title || spec.one}`} icon="trash" onClick={props.onRemove} />
      </div>
      {open && (
        <div class="grid gap-x-4 gap-y-3 border-t border-line p-3 sm:grid-cols-2">
          {spec.fields.map((field) => (
            <EntryField key={field.key} spec={field} path={`${path}.${field.key}`} editing={editing} />
          ))}
        </div>
      )}
    </>
  );
}
