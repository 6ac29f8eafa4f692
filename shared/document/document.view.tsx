/** A document as it will be sent, each sentence with what it rests on and open to change, and how machines will read it. */
import type { ComponentChildren, JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { evidenceInWords } from '#shared/profile/path.rules.ts';
import { Button } from '#shared/ui/button.tsx';
import { ErrorNotice, Notice } from '#shared/ui/feedback.tsx';
import { TextArea } from '#shared/ui/field.tsx';
import { count } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { Card } from '#shared/ui/layout.tsx';
import { useAction } from '#shared/ui/query.ts';
import { documentContract } from './document.contract.ts';
import type { GeneratedDocument } from './document.schema.ts';
import { Report } from './report.view.tsx';
import { type Changes, Sheet } from './sheet.view.tsx';

export const KIND_NAME = { resume: 'Resume', coverLetter: 'Cover letter' } as const;
const FORMATS = ['pdf', 'docx', 'txt'] as const;
type Format = (typeof FORMATS)[number];

/** One button per format. */
export function Downloads({
  id,
  fileName,
  formats = FORMATS,
}: {
  id: string;
  fileName: string;
  formats?: readonly Format[];
}): JSX.Element {
  const { call, download } = useHost();
  const get = useAction(async (format: Format) => {
    const content = await call(documentContract.download, { params: { id }, query: { format } });
    download(content, `${fileName.replace(/\.(pdf|docx|txt)$/, '')}.${format}`);
  });
  return (
    <span class="inline-flex flex-wrap gap-1">
      {formats.map((format) => (
        <Button
          key={format}
          size="sm"
          busy={get.busy}
          aria-label={`Download ${fileName} as ${format.toUpperCase()}`}
          onClick={() => void get.run(format)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
      {get.error !== undefined && <ErrorNotice error={get.error} />}
    </span>
  );
}

/** The document with its evidence and report. `onRewrite` makes the files again with what was changed. */
export function DocumentView({
  document,
  onRewrite,
  children,
}: {
  document: GeneratedDocument;
  onRewrite: (lines: { index: number; text: string | null }[]) => Promise<unknown>;
  /** More about this document, shown beside it. */
  children?: ComponentChildren;
}): JSX.Element {
  const [pointed, setPointed] = useState<number>();
  const [chosen, setChosen] = useState<number>();
  const [changes, setChanges] = useState<Changes>(new Map());
  const panel = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const rewrite = useAction(() => onRewrite([...changes].map(([index, text]) => ({ index, text }))));
  const index = pointed ?? chosen;

  const change = (at: number, text: string | null | undefined): void => {
    const next = new Map(changes);
    if (text === undefined || text === document.trace[at]?.text) next.delete(at);
    else next.set(at, text);
    setChanges(next);
  };
  const choose = (at: number): void => {
    setChosen(at);
    requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>('textarea, button')?.focus());
  };
  const leave = (): void => {
    const back = chosen;
    setChosen(undefined);
    setPointed(undefined);
    requestAnimationFrame(() => sheet.current?.querySelector<HTMLElement>(`[data-line="${back}"]`)?.focus());
  };

  return (
    <div class="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div ref={sheet} class="min-w-0">
        {changes.size > 0 && (
          <div class="sticky top-2 z-10 mb-3">
            <Notice
              tone="accent"
              role="status"
              action={
                <>
                  <Button size="sm" look="primary" busy={rewrite.busy} onClick={() => void rewrite.run()}>
                    Write the files again
                  </Button>
                  <Button size="sm" onClick={() => setChanges(new Map())}>
                    Drop changes
                  </Button>
                </>
              }
            >
              {count(changes.size, 'change')} not in the files yet
            </Notice>
          </div>
        )}
        {rewrite.error !== undefined && <ErrorNotice error={rewrite.error} />}
        <Sheet document={document} shown={index} changes={changes} onPoint={setPointed} onChoose={choose} />
      </div>
      <div class="space-y-4">
        <div ref={panel} class="lg:sticky lg:top-4 lg:z-10">
          <Card class="space-y-3">
            <p class="font-medium">Where a sentence comes from</p>
            {index === undefined ? (
              <p class="text-muted">{summaryOf(document)}</p>
            ) : (
              <Ground
                document={document}
                index={index}
                open={chosen === index}
                changed={changes.get(index)}
                onChange={(text) => change(index, text)}
                onLeave={leave}
              />
            )}
          </Card>
        </div>
        {children}
        <Report report={document.atsReport} />
      </div>
    </div>
  );
}

function summaryOf({ trace }: GeneratedDocument): string {
  const proven = trace.filter(({ evidence }) => evidence.length > 0).length;
  const rests = proven === trace.length ? `All ${trace.length} lines rest` : `${proven} of ${trace.length} lines rest`;
  return `${rests} on your profile or the posting. Point at one to see on what; press it to change it.`;
}

/** One line: what it rests on and, when it was pressed, its wording to change. */
function Ground(props: {
  document: GeneratedDocument;
  index: number;
  open: boolean;
  changed: string | null | undefined;
  onChange: (text: string | null | undefined) => void;
  onLeave: () => void;
}): JSX.Element {
  const { index, open, changed, onChange } = props;
  const line = props.document.trace[index];
  const own = typeof changed === 'string';
  return (
    <>
      <ul class="space-y-1">
        {(line?.evidence ?? []).map((path) => (
          <li key={path} class="flex gap-2">
            <Icon name="check" class="mt-0.5 size-4 text-ok" />
            <span class="min-w-0 break-words">{capital(evidenceInWords(path))}</span>
          </li>
        ))}
      </ul>
      {own && (
        <p class="text-sm text-muted">The wording is now yours; add what is new in it to your profile as well.</p>
      )}
      {open && changed === null && (
        <>
          <p class="text-sm text-muted">This line will be left out.</p>
          <Button size="sm" onClick={() => onChange(undefined)}>
            Put it back
          </Button>
        </>
      )}
      {open && changed !== null && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape in the field inside leads back to the line
        <div
          class="space-y-2"
          onKeyDown={(event) => {
            if (event.key === 'Escape') props.onLeave();
          }}
        >
          <TextArea label="Wording" value={changed ?? line?.text ?? ''} onValue={onChange} />
          <div class="flex flex-wrap gap-1">
            <Button size="sm" onClick={props.onLeave}>
              Done
            </Button>
            <Button size="sm" look="quiet" onClick={() => onChange(null)}>
              <Icon name="trash" /> Leave this line out
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
