/** Field by field: what was done and why not. A click shows the field in the page; its menu reports a wrong one. */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { FieldOutcome, FieldReport } from '#shared/form/form.schema.ts';
import { Badge } from '#shared/ui/feedback.tsx';
import { Icon, type IconName } from '#shared/ui/icon.tsx';
import type { DocumentFile } from '../storage.ts';
import { FileActions } from './file-actions.tsx';
import { WrongField } from './wrong-field.tsx';

type Look = { icon: IconName; tone: string; word: string };
const LOOKS: Readonly<Record<FieldOutcome, Look>> = {
  filled: { icon: 'check', tone: 'text-ok', word: 'Filled' },
  already: { icon: 'check', tone: 'text-muted', word: 'Left as it was' },
  needs_you: { icon: 'profile', tone: 'text-warn', word: 'For you' },
  refused: { icon: 'close', tone: 'text-muted', word: 'Left alone' },
  failed: { icon: 'warn', tone: 'text-danger', word: 'Not accepted by the page' },
  skipped: { icon: 'dot', tone: 'text-muted', word: 'Left empty' },
};

type Group = { title: string; holds: (line: FieldReport) => boolean };
const GROUPS: readonly Group[] = [
  { title: 'Needs you', holds: ({ outcome }) => outcome === 'needs_you' || outcome === 'failed' },
  { title: 'Drafts to read', holds: ({ outcome, review }) => outcome === 'filled' && review !== undefined },
  { title: 'Filled', holds: ({ outcome, review }) => outcome === 'filled' && review === undefined },
  { title: 'Left alone', holds: ({ outcome }) => ['already', 'refused', 'skipped'].includes(outcome) },
];

type Props = {
  tabId: number;
  fields: readonly FieldReport[];
  documents: readonly DocumentFile[];
  running: boolean;
  onReveal: (field: FieldReport) => void;
  onError: (cause: unknown) => void;
};

export function FieldList({ tabId, fields, documents, running, onReveal, onError }: Props): JSX.Element {
  const [wrong, setWrong] = useState<FieldReport>();
  return (
    <div class="flex flex-col gap-3" aria-busy={running}>
      {GROUPS.map(({ title, holds }) => {
        const mine = fields.filter(holds);
        if (mine.length === 0) return null;
        return (
          <section key={title} aria-label={title}>
            <h2 class="mb-1 flex justify-between text-xs font-medium text-muted">
              {title}
              <span class="tabular-nums">{mine.length}</span>
            </h2>
            <ul class="divide-y divide-line rounded-md border border-line bg-surface">
              {mine.map((field) => (
                <Row
                  key={`${field.frame}:${field.ref}`}
                  field={field}
                  onReveal={() => onReveal(field)}
                  onWrong={() => setWrong(field)}
                >
                  <FileHelp tabId={tabId} field={field} documents={documents} onError={onError} />
                </Row>
              ))}
            </ul>
          </section>
        );
      })}
      {wrong !== undefined && <WrongField tabId={tabId} field={wrong} onClose={() => setWrong(undefined)} />}
    </div>
  );
}

type RowProps = { field: FieldReport; onReveal: () => void; onWrong: () => void; children: JSX.Element | null };

function Row({ field, onReveal, onWrong, children }: RowProps): JSX.Element {
  const { icon, tone, word } = LOOKS[field.outcome];
  const label = field.label === '' ? 'A field without a label' : field.label;
  const reason = field.review ?? (field.reason === '' ? word : field.reason);
  return (
    <li class="relative flex flex-wrap items-start">
      <button
        type="button"
        onClick={onReveal}
        title="Show in the page"
        class="flex min-w-0 flex-1 items-start gap-2 py-2 pl-3 text-left hover:bg-sunken"
      >
        <Icon name={icon} class={`mt-0.5 size-4 ${tone}`} />
        <span class="min-w-0 flex-1">
          <span class="line-clamp-2 text-sm">{label}</span>
          <span class="line-clamp-2 text-xs text-muted">
            <span class="sr-only">{word}: </span>
            {reason}
          </span>
          {field.review !== undefined && field.outcome === 'filled' && (
            <span class="mt-1 block">
              <Badge tone="warn">Draft, read it</Badge>
            </span>
          )}
        </span>
      </button>
      <RowMenu label={label} onWrong={onWrong} />
      {children}
    </li>
  );
}

/** What else can be done about a line. A disclosure, so that the line itself stays the one button of its row. */
function RowMenu({ label, onWrong }: { label: string; onWrong: () => void }): JSX.Element {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    menu.current?.removeAttribute('open');
    menu.current?.querySelector('summary')?.focus();
  };
  return (
    <details
      ref={menu}
      class="relative"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || menu.current?.open !== true) return;
        event.preventDefault();
        close();
      }}
      onFocusOut={({ relatedTarget, currentTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) currentTarget.open = false;
      }}
    >
      <summary
        aria-label={`More for ${label}`}
        title="More"
        class="flex size-8 cursor-pointer list-none items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-text"
      >
        <span aria-hidden="true">⋯</span>
      </summary>
      <div class="absolute top-full right-0 z-20 w-40 rounded-md border border-line bg-surface py-1 shadow-float">
        <button
          type="button"
          onClick={() => {
            close();
            onWrong();
          }}
          class="block w-full px-3 py-1.5 text-left text-sm hover:bg-sunken"
        >
          Wrong field
        </button>
      </div>
    </details>
  );
}

/** Which document a question asks for, by its key in the vocabulary. */
const documentFor = (field: string | undefined): DocumentFile['kind'] | undefined =>
  field === 'resumeFile' ? 'resume' : field === 'coverLetterFile' ? 'coverLetter' : undefined;

/** A file the page did not take is handed to the person another way. */
function FileHelp(props: {
  tabId: number;
  field: FieldReport;
  documents: readonly DocumentFile[];
  onError: (cause: unknown) => void;
}): JSX.Element | null {
  const { field, documents } = props;
  const isOpen = field.outcome === 'needs_you' || field.outcome === 'failed';
  const kind = documentFor(field.field);
  const file = documents.find((one) => one.kind === kind);
  if (!isOpen || file === undefined) return null;
  return (
    <div class="basis-full px-3 pb-2 pl-9">
      <FileActions tabId={props.tabId} file={file} onError={props.onError} />
    </div>
  );
}
