/** Fields of one entry of a resume section, laid out after its specification. */
import type { ComponentChildren, JSX } from 'preact';
import { Button } from '#shared/ui/button.tsx';
import { cx } from '#shared/ui/cx.ts';
import { ListField, TextArea, TextField } from '#shared/ui/field.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { valueAt } from './path.rules.ts';
import type { Resume } from './profile.schema.ts';
import type { FieldSpec } from './sections.data.ts';

/** What the page knows about a field beside its value. */
export type FieldMark = { doubtful: boolean; note: string | undefined; byModel?: boolean };

export type Editing = {
  resume: Resume;
  set: (path: string, value: unknown) => void;
  markOf: (path: string, value: string) => FieldMark;
  /** Pointed at or focused: its place in the file is shown. */
  onPoint: (path: string | undefined) => void;
  accept: (path: string) => void;
  /** The field whose place on the page is being pointed at. */
  lit?: string | undefined;
  /** A field whose entry is to be opened; a new object each time it is asked for. */
  jump?: { path: string } | undefined;
  problems: Readonly<Record<string, string>>;
};

const textAt = (resume: Resume, path: string): string => {
  const value = valueAt(resume, path);
  return typeof value === 'string' ? value : '';
};
const listAt = (resume: Resume, path: string): string[] => {
  const value = valueAt(resume, path);
  return Array.isArray(value) ? value.map(String) : [];
};

/** One field at `path`. Enter with Alt accepts a doubtful value. */
export function EntryField({ spec, path, editing }: { spec: FieldSpec; path: string; editing: Editing }): JSX.Element {
  if (spec.kind === 'points') return <Points spec={spec} path={path} editing={editing} />;
  if (spec.kind === 'tags')
    return (
      <Pointing path={path} editing={editing} wide>
        <ListField
          label={spec.label}
          values={listAt(editing.resume, path)}
          onValues={(values) => editing.set(path, values)}
        />
      </Pointing>
    );
  return <Line label={spec.label} kind={spec.kind} path={path} editing={editing} wide={spec.wide ?? false} />;
}

function Line(props: {
  label: string;
  kind: FieldSpec['kind'];
  path: string;
  editing: Editing;
  wide: boolean;
  hideLabel?: boolean;
}): JSX.Element {
  const { path, editing } = props;
  const value = textAt(editing.resume, path);
  const mark = editing.markOf(path, value);
  const common = {
    label: props.label,
    hideLabel: props.hideLabel ?? false,
    value,
    doubtful: mark.doubtful,
    error: editing.problems[path],
    onValue: (next: string) => editing.set(path, next === '' ? undefined : next),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && event.altKey && mark.doubtful) editing.accept(path);
    },
  };
  return (
    <Pointing path={path} editing={editing} wide={props.wide}>
      {props.kind === 'area' ? (
        <TextArea {...common} />
      ) : (
        <TextField {...common} placeholder={props.kind === 'date' ? 'YYYY-MM' : ''} />
      )}
      {mark.doubtful && (
        <p class="mt-1 flex items-start gap-1.5 text-xs text-warn">
          <Icon name="warn" class="mt-px size-3.5" />
          <span class="min-w-0 break-words">
            Please check{mark.note ? `: ${mark.note}` : ''}.{' '}
            <button type="button" class="rounded-sm font-medium underline" onClick={() => editing.accept(path)}>
              It is right
            </button>
          </span>
        </p>
      )}
      {mark.byModel && !mark.doubtful && (
        <p class="mt-1 text-xs text-muted">
          Filled by the AI model, found in the text{mark.note ? ` (${mark.note})` : ''}.
        </p>
      )}
    </Pointing>
  );
}

/** How a field or entry looks while its place on the page is pointed at. */
export const LIT = 'outline-2 outline-offset-4 outline-accent';

/** Whether `lit` is `path` or lies below it. */
export const isLit = (lit: string | undefined, path: string): boolean =>
  lit !== undefined && (lit === path || lit.startsWith(`${path}.`) || lit.startsWith(`${path}[`));

function Pointing(props: { path: string; editing: Editing; wide?: boolean; children: ComponentChildren }): JSX.Element {
  const point = (): void => props.editing.onPoint(props.path);
  const lit = isLit(props.editing.lit, props.path);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only shows the place; focusing the field does the same
    <div
      data-field={props.path}
      class={cx(props.wide && 'sm:col-span-2', 'rounded-md', lit && LIT)}
      onMouseEnter={point}
      onFocusCapture={point}
      onMouseLeave={() => props.editing.onPoint(undefined)}
      onBlurCapture={() => props.editing.onPoint(undefined)}
    >
      {props.children}
    </div>
  );
}

function Points({ spec, path, editing }: { spec: FieldSpec; path: string; editing: Editing }): JSX.Element {
  const values = listAt(editing.resume, path);
  const swap = (i: number, j: number): void => {
    const next = [...values];
    [next[i], next[j]] = [values[j] ?? '', values[i] ?? ''];
    editing.set(path, next);
  };
  return (
    <fieldset class="sm:col-span-2">
      <legend class="mb-1 text-sm font-medium">{spec.label}</legend>
      <ul class="space-y-2">
        {values.map((_, i) => (
          <li key={i} class="flex items-start gap-1">
            <div class="min-w-0 flex-1">
              <Line
                label={`${spec.label} ${i + 1}`}
                kind="area"
                path={`${path}[${i}]`}
                editing={editing}
                wide={false}
                hideLabel
              />
            </div>
            <IconButton label={`Move point ${i + 1} up`} icon="up" disabled={i === 0} onClick={() => swap(i, i - 1)} />
            <IconButton
              label={`Remove point ${i + 1}`}
              icon="close"
              onClick={() => editing.set(path, values.toSpliced(i, 1))}
            />
          </li>
        ))}
      </ul>
      <Button size="sm" look="quiet" class="mt-1" onClick={() => editing.set(path, [...values, ''])}>
        <Icon name="plus" /> Add point
      </Button>
    </fieldset>
  );
}

export function IconButton(props: {
  label: string;
  icon: 'up' | 'down' | 'close' | 'trash';
  disabled?: boolean;
  onClick: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      disabled={props.disabled}
      onClick={props.onClick}
      class="grid size-9 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-text disabled:opacity-40"
    >
      <Icon name={props.icon} />
    </button>
  );
}
