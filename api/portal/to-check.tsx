/** Doubtful values, one at a time, the weightiest first: each with where it was read, decided without leaving the keyboard. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Editing, EntryField } from '#shared/profile/entry.view.tsx';
import { pathInWords, valueAt } from '#shared/profile/path.rules.ts';
import { type Doubt, decisionKey } from '#shared/resume/review.rules.ts';
import { Button } from '#shared/ui/button.tsx';
import { count } from '#shared/ui/format.ts';
import { Section } from '#shared/ui/layout.tsx';
import { KEYS, type Shortcut, shortcutOf, takesText } from './review/shortcuts.ts';
import type { ReviewState } from './review/use-review.ts';

type Props = {
  doubts: readonly Doubt[];
  skipped: readonly Doubt[];
  editing: Editing;
  review: ReviewState;
  /** The value being asked about; its place is shown. */
  onCurrent: (path: string | undefined) => void;
  /** Brings the page into sight where it is folded away. */
  onShowPlace?: () => void;
};

/**
 * The queue; nothing where nothing is or was doubtful. A value stops being doubtful with its first changed letter, so the
 * one that is being corrected stays until it is left.
 */
export function ToCheck({ doubts, skipped, editing, review, onCurrent, onShowPlace }: Props): JSX.Element | null {
  const [fixing, setFixing] = useState<{ path: string; before: unknown }>();
  const seen = useRef(new Set<string>());
  for (const { path } of doubts) seen.current.add(path);
  const card = useRef<HTMLDivElement>(null);

  const current = fixing?.path ?? doubts[0]?.path;
  const doubt = doubts.find(({ path }) => path === current);
  const left = doubts.length + (fixing && !doubt ? 1 : 0);
  const place = Math.max(1, seen.current.size - left + 1);
  useEffect(() => onCurrent(current), [current]);

  /** The next value takes the focus; its field stays a Tab away. */
  const goOn = (): void => {
    setFixing(undefined);
    requestAnimationFrame(() => card.current?.focus());
  };
  const words = current === undefined ? '' : capital(pathInWords(current));
  const change = (decision: 'accepted' | 'skipped'): void => {
    if (fixing && !doubt) {
      // Already corrected: the correction is the decision.
      const { path, before } = fixing;
      review.decide({}, { label: `the correction of ${words}`, also: () => editing.set(path, before) });
    } else if (doubt)
      review.decide(
        { [decisionKey(doubt.origin.path, doubt.text)]: decision },
        { label: decision === 'accepted' ? `“${short(doubt.text)}” is right` : `“${short(doubt.text)}” skipped` },
      );
    goOn();
  };
  const act: Record<Shortcut, () => void> = {
    accept: () => change('accepted'),
    skip: () => change('skipped'),
    fix: () => {
      const field = card.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
      field?.focus();
      field?.select();
    },
    acceptAll: () => {
      review.decide(
        Object.fromEntries(doubts.map(({ origin, text }) => [decisionKey(origin.path, text), 'accepted' as const])),
        { label: `${count(doubts.length, 'value')} accepted` },
      );
      goOn();
    },
    undo: () => {
      review.undo();
      goOn();
    },
  };
  const latest = useRef(act);
  latest.current = act;
  const open = left > 0;
  const undoable = review.last !== undefined;
  useEffect(() => {
    if (!open && !undoable) return;
    const onKey = (event: KeyboardEvent): void => {
      const inCard = event.target instanceof Node && (card.current?.contains(event.target) ?? false);
      const typing = takesText(event.target);
      const wanted = shortcutOf(event, { typing });
      // Elsewhere in a field Alt+Enter is that field's own.
      if (wanted === undefined || (typing && !inCard) || (!open && wanted !== 'undo')) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current[wanted]();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [open, undoable]);

  if (seen.current.size === 0 && skipped.length === 0) return null;
  if (!open || current === undefined)
    return (
      <Section title="All checked">
        <div
          ref={card}
          tabIndex={-1}
          class="flex flex-wrap items-center gap-2 rounded-lg border border-line bg-surface p-3 outline-offset-2"
        >
          <p class="min-w-0 flex-1 text-muted">
            {skipped.length > 0
              ? `${count(skipped.length, 'value')} skipped. They stay as they were read.`
              : 'Nothing in doubt is left in this file.'}
          </p>
          {skipped.length > 0 && (
            <Button
              size="sm"
              onClick={() =>
                review.decide(
                  Object.fromEntries(skipped.map(({ origin, text }) => [decisionKey(origin.path, text), null])),
                  { label: 'looking again' },
                )
              }
            >
              Look again
            </Button>
          )}
          {undoable && <Act name="undo" label="Undo" onClick={act.undo} />}
        </div>
      </Section>
    );

  const value = String(valueAt(editing.resume, current) ?? '');
  const span = doubt?.origin.spans[0];
  return (
    <Section
      title={`${count(left, 'value')} to check`}
      lead="Foothold is not sure of these."
      actions={doubts.length > 1 ? <Act name="acceptAll" label="Accept all" onClick={act.acceptAll} /> : undefined}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot take the focus */}
      <div
        ref={card}
        role="group"
        tabIndex={-1}
        data-path={current}
        aria-label={`${place} of ${seen.current.size}: ${words}`}
        class="rounded-lg border border-warn bg-surface outline-offset-2"
      >
        <div class="flex items-center gap-3 border-b border-line px-4 py-2 text-sm">
          <span class="font-medium tabular-nums">
            {place} of {seen.current.size}
          </span>
          <span aria-hidden="true" class="h-1 flex-1 overflow-hidden rounded-full bg-sunken">
            <span
              class="block h-full rounded-full bg-warn"
              style={{ width: `${((place - 1) / Math.max(1, seen.current.size)) * 100}%` }}
            />
          </span>
          {doubt && <span class="text-muted tabular-nums">{Math.round(doubt.origin.confidence * 100)} % sure</span>}
        </div>
        <div
          class="px-4 py-3"
          onFocusCapture={() => {
            if (fixing?.path !== current) setFixing({ path: current, before: valueAt(editing.resume, current) });
          }}
          onBlurCapture={() => {
            // Left untouched it is an open question again; corrected it stays until it is confirmed.
            if (doubt) setFixing(undefined);
          }}
        >
          <EntryField
            key={current}
            spec={{ key: current, label: words, kind: value.length > 60 ? 'area' : 'text' }}
            path={current}
            editing={{ ...editing, markOf: () => ({ doubtful: false, note: undefined }) }}
          />
          <p class="mt-1.5 text-sm break-words text-muted">
            {doubt
              ? span
                ? `Read from “${short(span.text, 120)}”, page ${span.page}`
                : 'No place in the file bears this out.'
              : 'Corrected. Your wording counts.'}
            {span?.box && onShowPlace && (
              <button type="button" class="ml-2 rounded-sm font-medium text-accent underline" onClick={onShowPlace}>
                Show its place
              </button>
            )}
          </p>
        </div>
        <div class="flex flex-wrap items-center gap-2 border-t border-line px-4 py-2">
          <Act name="accept" label={doubt ? 'It is right' : 'Done'} primary onClick={act.accept} />
          <Act name="fix" label="Fix" onClick={act.fix} />
          <Act name="skip" label="Skip" onClick={act.skip} />
          {undoable && (
            <span class="ml-auto">
              <Act name="undo" label="Undo" onClick={act.undo} />
            </span>
          )}
        </div>
      </div>
      <p role="status" class="sr-only">
        {review.last ?? ''}
      </p>
    </Section>
  );
}

const Act = (props: { name: Shortcut; label: string; primary?: boolean; onClick: () => void }): JSX.Element => (
  <Button
    size="sm"
    look={props.primary ? 'primary' : 'plain'}
    aria-keyshortcuts={KEYS[props.name]}
    onClick={props.onClick}
  >
    {props.label}
    <kbd class="hidden font-sans text-xs font-normal sm:inline">{KEYS[props.name]}</kbd>
  </Button>
);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const short = (text: string, max = 40): string => (text.length > max ? `${text.slice(0, max - 1)}…` : text);
