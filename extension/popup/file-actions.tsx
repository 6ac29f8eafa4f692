/** Ways to get a document onto a page that would not take it: save it, copy what it says, see it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { saveFile } from '#shared/ui/host.tsx';
import { send } from '../messages.ts';
import type { DocumentFile } from '../storage.ts';

type Format = 'pdf' | 'docx';
type Props = { tabId: number; file: DocumentFile; onError: (cause: unknown) => void };

const nameOf = ({ kind }: DocumentFile): string => (kind === 'resume' ? 'resume' : 'cover letter');

/** Every action a document has, as a row of small buttons. */
export const FileActions = ({ tabId, file, onError }: Props): JSX.Element => {
  const save = async (format: Format): Promise<void> => {
    const { base64, contentType, fileName } = await send('document.bytes', { tabId, documentId: file.id, format });
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    saveFile(new Blob([bytes], { type: contentType }), fileName);
  };
  const show = async (): Promise<void> => {
    const place = new URLSearchParams({ tabId: String(tabId), document: file.id });
    await chrome.tabs.create({ url: chrome.runtime.getURL(`/popup.html?${place}`) });
  };
  const name = nameOf(file);
  const { text } = file;
  return (
    <span class="flex flex-wrap items-center gap-1">
      <Action
        label={file.origin === 'resume' ? 'Save' : 'PDF'}
        says={file.origin === 'resume' ? `Save the ${name}` : `Download ${name} as PDF`}
        act={() => save('pdf')}
        onError={onError}
      />
      {file.origin === 'document' && (
        <Action label="DOCX" says={`Download ${name} as DOCX`} act={() => save('docx')} onError={onError} />
      )}
      {text !== undefined && (
        <Action
          label="Copy text"
          says={`Copy text of the ${name}`}
          done="Copied"
          act={() => navigator.clipboard.writeText(text)}
          onError={onError}
        />
      )}
      <Action label="Open" says={`Open the ${name} in a tab`} act={show} onError={onError} />
    </span>
  );
};

type ActionProps = {
  label: string;
  /** What assistive technology reads. */
  says: string;
  /** Stands on the button once it has worked. */
  done?: string;
  act: () => Promise<void>;
  onError: (cause: unknown) => void;
};

function Action({ label, says, done, act, onError }: ActionProps): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [worked, setWorked] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      await act();
      setWorked(true);
    } catch (cause) {
      onError(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <button
      type="button"
      disabled={busy}
      aria-label={worked && done !== undefined ? `${says}: ${done}` : says}
      onClick={() => void run()}
      class="rounded-sm px-1.5 py-0.5 text-xs font-medium text-accent hover:bg-accent-soft disabled:opacity-60"
    >
      {worked && done !== undefined ? done : label}
    </button>
  );
}
