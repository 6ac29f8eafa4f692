/** What the page says back: notices, errors with what to do, empty states, skeletons, badges, progress. */
import type { ComponentChildren, JSX } from 'preact';
import { AppError } from '#shared/kernel/errors.ts';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger';

const GROUND: Record<Tone, string> = {
  neutral: 'bg-sunken',
  accent: 'bg-accent-soft',
  ok: 'bg-ok-soft',
  warn: 'bg-warn-soft',
  danger: 'bg-danger-soft',
};
const INK: Record<Tone, string> = {
  neutral: 'text-muted',
  accent: 'text-accent',
  ok: 'text-ok',
  warn: 'text-warn',
  danger: 'text-danger',
};
const MARK: Record<Tone, IconName> = { neutral: 'dot', accent: 'dot', ok: 'check', warn: 'warn', danger: 'warn' };

/** A short word about state. The word carries the meaning, the colour only repeats it. */
export const Badge = ({ tone = 'neutral', children }: { tone?: Tone; children: ComponentChildren }): JSX.Element => (
  <span
    class={cx(
      'inline-flex h-5 items-center rounded-sm px-1.5 text-xs font-medium whitespace-nowrap',
      GROUND[tone],
      INK[tone],
    )}
  >
    {children}
  </span>
);

/** A message in the flow of the page. */
export function Notice(props: {
  tone?: Tone;
  role?: 'status' | 'alert';
  children: ComponentChildren;
  action?: ComponentChildren;
}): JSX.Element {
  const tone = props.tone ?? 'neutral';
  return (
    <div role={props.role} class={cx('flex flex-wrap items-start gap-2 rounded-md px-3 py-2', GROUND[tone])}>
      <Icon name={MARK[tone]} class={cx('mt-0.5 size-4', INK[tone])} />
      <div class="min-w-[min(100%-1.5rem,12rem)] flex-1 wrap-anywhere">{props.children}</div>
      {props.action}
    </div>
  );
}

/** What went wrong, in the server's words for people, with the code to quote and a way on. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }): JSX.Element {
  const known = error instanceof AppError;
  const requestId = known && typeof error.details?.requestId === 'string' ? error.details.requestId : undefined;
  return (
    <Notice
      tone="danger"
      role="alert"
      action={
        onRetry && (
          <Button size="sm" onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      <p>{known ? error.message : 'Something went wrong on this page. Reload it and try again.'}</p>
      {known && (
        <p class="mt-0.5 font-mono text-xs">
          {error.code}
          {requestId && ` · ${requestId}`}
        </p>
      )}
    </Notice>
  );
}

/** Nothing here yet: says why, and the next step. */
export const Empty = (props: {
  icon: IconName;
  title: string;
  children: ComponentChildren;
  action?: ComponentChildren;
}) => (
  <div class="flex flex-col items-center rounded-lg border border-dashed border-line px-4 py-12 text-center">
    <Icon name={props.icon} class="mb-3 size-6 text-muted" />
    <p class="text-lg font-medium">{props.title}</p>
    <p class="mt-1 max-w-md text-muted">{props.children}</p>
    {props.action && <div class="mt-4 flex flex-wrap justify-center gap-2">{props.action}</div>}
  </div>
);

/** Grey lines in the shape of what is coming. */
export const Skeleton = ({ rows = 4, label = 'Loading' }: { rows?: number; label?: string }): JSX.Element => (
  <div role="status" class="space-y-3 py-2">
    <span class="sr-only">{label}</span>
    {Array.from({ length: rows }, (_, i) => i).map((i) => (
      <div key={i} aria-hidden="true" class="flex animate-pulse items-center gap-3 motion-reduce:animate-none">
        <div class="h-4 flex-1 rounded-sm bg-sunken" />
        <div class={cx('h-4 rounded-sm bg-sunken', i % 2 ? 'w-16' : 'w-24')} />
      </div>
    ))}
  </div>
);

/** A bar from 0 to 1 with its words; `undefined` means under way without a measure. */
export function Progress({ label, value }: { label: string; value: number | undefined }): JSX.Element {
  const percent = value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div>
      <div class="mb-1 flex justify-between text-sm">
        <span>{label}</span>
        {percent !== undefined && <span class="text-muted tabular-nums">{percent} %</span>}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        class="h-1.5 overflow-hidden rounded-full bg-sunken"
      >
        <div
          class={cx(
            'h-full rounded-full bg-accent transition-[width] duration-100',
            percent === undefined && 'w-1/3 animate-pulse',
          )}
          style={percent === undefined ? {} : { width: `${percent}%` }}
        />
      </div>
    </div>
  );
}

/** A measure of 0–100 as number and bar. */
export const Meter = ({ value, label }: { value: number; label: string }): JSX.Element => (
  <div class="flex items-center gap-2">
    <meter class="sr-only" min={0} max={100} value={value} aria-label={label}>
      {value}
    </meter>
    <div aria-hidden="true" class="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken">
      <div class="h-full rounded-full bg-accent" style={{ width: `${Math.min(100, Math.max(0, value))}%` }} />
    </div>
    <span class="w-8 text-right text-sm tabular-nums">{Math.round(value)}</span>
  </div>
);
