import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { saveFile } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { send } from '../messages.ts';
import { messageOf } from '../parts/message-of.ts';
import type { DocumentFile } from '../storage.ts';

type Props = {
  tabId: number;
  documents: readonly DocumentFile[];
  warnings: readonly string[];
  onError: (message: string) => void;
};

/** The files that went with the application, to save. */
export const DocumentList = ({ tabId, documents, warnings, onError }: Props): JSX.Element => (
  <section aria-label="Documents" class="rounded-md border border-line bg-surface">
    <ul class="divide-y divide-line">
      {documents.map((file) => (
        <li key={file.id} class="flex h-10 items-center gap-2 px-3">
          <Icon name="documents" class="size-4 text-muted" />
          <span class="min-w-0 flex-1 truncate text-sm" title={file.fileName}>
            {file.kind === 'resume' ? 'Resume' : 'Cover letter'}
            <span class="text-muted">{file.origin === 'resume' ? ' as uploaded' : ' for this job'}</span>
          </span>
          <Save tabId={tabId} file={file} format="pdf" onError={onError} />
          {file.origin === 'document' && <Save tabId={tabId} file={file} format="docx" onError={onError} />}
        </li>
      ))}
    </ul>
    {warnings.length > 0 && (
      <details class="border-t border-line px-3 py-2 text-xs text-muted">
        <summary>What was left out ({warnings.length})</summary>
        <ul class="mt-1 list-disc space-y-1 pl-4">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      </details>
    )}
  </section>
);

type SaveProps = { tabId: number; file: DocumentFile; format: 'pdf' | 'docx'; onError: (message: string) => void };

function Save({ tabId, file, format, onError }: SaveProps): JSX.Element {
  const [busy, setBusy] = useState(false);
  const label = file.origin === 'resume' ? 'Save' : format.toUpperCase();
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const { base64, contentType, fileName } = await send('document.bytes', { tabId, documentId: file.id, format });
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      saveFile(new Blob([bytes], { type: contentType }), fileName);
    } catch (cause) {
      onError(messageOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <button
      type="button"
      disabled={busy}
      aria-label={`Download ${file.kind === 'resume' ? 'resume' : 'cover letter'} as ${label}`}
      onClick={() => void save()}
      class="rounded-sm px-1.5 py-0.5 text-xs font-medium text-accent hover:bg-accent-soft disabled:opacity-60"
    >
      {label}
    </button>
  );
}
