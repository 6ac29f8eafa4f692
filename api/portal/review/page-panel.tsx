/** The file beside the profile: its pages with a box around every value, or the text as a machine reads it. */
import type { ComponentChildren, JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { MachineText } from '#shared/resume/machine.view.tsx';
import { PageSheets, type SheetsProps } from '#shared/resume/pages.view.tsx';
import { Button } from '#shared/ui/button.tsx';
import { cx } from '#shared/ui/cx.ts';
import { Notice } from '#shared/ui/feedback.tsx';
import { TextField } from '#shared/ui/field.tsx';
import { PdfPage } from './pdf-page.tsx';
import { hasPages, type PageFile, useFile } from './use-file.ts';

type View = 'page' | 'machine';
const ZOOMS = [1, 1.25, 1.5, 2, 3];

type Props = Omit<SheetsProps, 'picture'> & {
  id: string;
  fileName: string;
  /** Stands at the end of the bar: where the panel lies over the page, the button that closes it. */
  action?: ComponentChildren;
};

/** The panel; its bar stays while the file scrolls. */
export function PagePanel({ id, fileName, action, ...sheets }: Props): JSX.Element {
  const paged = hasPages(fileName) && sheets.reading.pages.length > 0;
  const [chosen, setChosen] = useState<View>('page');
  const view = paged ? chosen : 'machine';
  const [zoom, setZoom] = useState(1);
  const [password, setPassword] = useState<string>();
  const file = useFile({ id, fileName, wanted: view === 'page', password });
  const picture = useMemo(() => pictureOf(file), [file]);
  const further = (by: 1 | -1): void => setZoom(ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom);

  return (
    <div class="flex max-h-full min-h-0 flex-col rounded-lg border border-line bg-sunken">
      <div class="flex flex-wrap items-center gap-2 border-b border-line p-2">
        {paged && (
          <div class="flex rounded-md border border-control bg-surface p-px">
            <Switch label="Page" on={view === 'page'} onClick={() => setChosen('page')} />
            <Switch label="What a machine reads" on={view === 'machine'} onClick={() => setChosen('machine')} />
          </div>
        )}
        {!paged && <h2 class="px-1 font-medium">What a machine reads</h2>}
        <span class="ml-auto flex items-center gap-1">
          {view === 'page' && (
            <>
              <Button
                size="sm"
                look="quiet"
                aria-label="Smaller"
                disabled={zoom === ZOOMS[0]}
                onClick={() => further(-1)}
              >
                −
              </Button>
              <Button size="sm" look="quiet" aria-label="Fit to width" disabled={zoom === 1} onClick={() => setZoom(1)}>
                {zoom === 1 ? 'Fit' : `${zoom * 100} %`}
              </Button>
              <Button
                size="sm"
                look="quiet"
                aria-label="Larger"
                disabled={zoom === ZOOMS.at(-1)}
                onClick={() => further(1)}
              >
                +
              </Button>
            </>
          )}
          {action}
        </span>
      </div>
      <section
        aria-label={view === 'page' ? 'Pages of the file' : 'Text of the file'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
        tabIndex={0}
        data-pane
        class="min-h-0 flex-1 overflow-auto p-2"
      >
        {view === 'machine' ? (
          <MachineText reading={sheets.reading} lit={sheets.lit} />
        ) : (
          <>
            <FileState file={file} onPassword={setPassword} />
            <div style={{ width: `${zoom * 100}%` }}>
              <PageSheets {...sheets} picture={picture} />
            </div>
          </>
        )}
      </section>
    </div>
  );
}

const Switch = ({ label, on, onClick }: { label: string; on: boolean; onClick: () => void }): JSX.Element => (
  <button
    type="button"
    aria-pressed={on}
    onClick={onClick}
    class={cx(
      'h-6.5 rounded-[5px] px-2 text-sm font-medium',
      on ? 'bg-accent text-on-accent' : 'text-muted hover:text-text',
    )}
  >
    {label}
  </button>
);

function pictureOf(file: PageFile): SheetsProps['picture'] {
  if (file.state === 'pdf') return (number) => <PdfPage pdf={file.pdf} number={number} />;
  if (file.state === 'picture') return () => <img src={file.url} alt="" class="absolute inset-0 size-full" />;
  return undefined;
}

function FileState({
  file,
  onPassword,
}: {
  file: PageFile;
  onPassword: (password: string) => void;
}): JSX.Element | null {
  const [typed, setTyped] = useState('');
  if (file.state === 'unavailable')
    return (
      <div class="mb-2">
        <Notice tone="warn">The pages cannot be drawn here. Below stands the text at its places.</Notice>
      </div>
    );
  if (file.state !== 'locked') return null;
  return (
    <form
      class="mb-2 rounded-md border border-line bg-surface p-3"
      onSubmit={(event) => {
        event.preventDefault();
        onPassword(typed);
      }}
    >
      <p class="mb-2 text-muted">The file is locked. Its password draws the pages here; it is not kept.</p>
      <div class="flex items-end gap-2">
        <TextField
          class="flex-1"
          label="Password of the file"
          type="password"
          autocomplete="off"
          required
          value={typed}
          error={file.wrong ? 'This password does not open the file.' : undefined}
          onValue={setTyped}
        />
        <Button type="submit">Show pages</Button>
      </div>
    </form>
  );
}
