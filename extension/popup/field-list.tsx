/** Field by field: what was done and why not. A click shows the field in the page. */
import type { JSX } from 'preact';
import type { FieldOutcome, FieldReport } from '#shared/form/form.schema.ts';
import { Icon, type IconName } from '#shared/ui/icon.tsx';

type Look = { icon: IconName; tone: string; word: string };
const LOOKS: Readonly<Record<FieldOutcome, Look>> = {
  filled: { icon: 'check', tone: 'text-ok', word: 'Filled' },
  already: { icon: 'check', tone: 'text-muted', word: 'Left as it was' },
  needs_you: { icon: 'profile', tone: 'text-warn', word: 'For you' },
  refused: { icon: 'close', tone: 'text-muted', word: 'Left alone' },
  failed: { icon: 'warn', tone: 'text-danger', word: 'Not accepted by the page' },
  skipped: { icon: 'dot', tone: 'text-muted', word: 'Left empty' },
};

type Group = { title: string; outcomes: readonly FieldOutcome[] };
const GROUPS: readonly Group[] = [
  { title: 'Needs you', outcomes: ['needs_you', 'failed'] },
  { title: 'Filled', outcomes: ['filled'] },
  { title: 'Left alone', outcomes: ['already', 'refused', 'skipped'] },
];

type Props = { fields: readonly FieldReport[]; running: boolean; onReveal: (field: FieldReport) => void };

export const FieldList = ({ fields, running, onReveal }: Props): JSX.Element => (
  <div class="flex flex-col gap-3" aria-busy={running}>
    {GROUPS.map(({ title, outcomes }) => {
      const mine = fields.filter((field) => outcomes.includes(field.outcome));
      if (mine.length === 0) return null;
      return (
        <section key={title} aria-label={title}>
          <h2 class="mb-1 flex justify-between text-xs font-medium text-muted">
            {title}
            <span class="tabular-nums">{mine.length}</span>
          </h2>
          <ul class="divide-y divide-line rounded-md border border-line bg-surface">
            {mine.map((field) => (
              <Row key={`${field.frame}:${field.ref}`} field={field} onReveal={onReveal} />
            ))}
          </ul>
        </section>
      );
    })}
  </div>
);

function Row({ field, onReveal }: { field: FieldReport; onReveal: (field: FieldReport) => void }): JSX.Element {
  const { icon, tone, word } = LOOKS[field.outcome];
  const reason = field.reason === '' ? word : field.reason;
  return (
    <li>
      <button
        type="button"
        onClick={() => onReveal(field)}
        title="Show in the page"
        class="flex w-full items-start gap-2 px-3 py-2 text-left hover:bg-sunken"
      >
        <Icon name={icon} class={`mt-0.5 size-4 ${tone}`} />
        <span class="min-w-0 flex-1">
          <span class="line-clamp-2 text-sm">{field.label === '' ? 'A field without a label' : field.label}</span>
          <span class="line-clamp-2 text-xs text-muted">
            <span class="sr-only">{word}: </span>
            {reason}
          </span>
        </span>
      </button>
    </li>
  );
}
