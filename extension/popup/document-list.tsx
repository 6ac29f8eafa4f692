import type { JSX } from 'preact';
import { Icon } from '#shared/ui/icon.tsx';
import type { DocumentFile } from '../storage.ts';
import { FileActions } from './file-actions.tsx';

type Props = {
  tabId: number;
  documents: readonly DocumentFile[];
  warnings: readonly string[];
  onError: (cause: unknown) => void;
};

/** The files that went with the application, to save, copy or see. */
export const DocumentList = ({ tabId, documents, warnings, onError }: Props): JSX.Element => (
  <section aria-label="Documents" class="rounded-md border border-line bg-surface">
    <ul class="divide-y divide-line">
      {documents.map((file) => (
        <li key={file.id} class="flex min-h-10 items-center gap-2 px-3 py-1">
          <Icon name="documents" class="size-4 text-muted" />
          <span class="min-w-0 flex-1 truncate text-sm" title={file.fileName}>
            {file.kind === 'resume' ? 'Resume' : 'Cover letter'}
            <span class="text-muted">{file.origin === 'resume' ? ' as uploaded' : ' for this job'}</span>
          </span>
          <FileActions tabId={tabId} file={file} onError={onError} />
        </li>
      ))}
    </ul>
    {warnings.length > 0 && (
      <details class="border-t border-line px-3 py-2 text-xs text-muted">
        <summary class="cursor-pointer">What was left out ({warnings.length})</summary>
        <ul class="mt-1 list-disc space-y-1 pl-4">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      </details>
    )}
  </section>
);
