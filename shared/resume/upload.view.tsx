/** Where a file is dropped, and how far its reading is. */
import type { JSX, RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Call } from '#shared/kernel/client.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { cx } from '#shared/ui/cx.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { resumeContract } from './resume.contract.ts';
import { resumeErrors } from './resume.errors.ts';
import { RESUME_MAX_BYTES } from './resume.schema.ts';

const ACCEPT = '.pdf,.docx,.txt,.md,.rtf,.odt,.html,.htm,.json,.zip,.png,.jpg,.jpeg';

/** Uploads by ticket: straight to the store, then says so. `onPart` hears how much has left, from 0 to 1. */
export async function uploadResume(
  call: Call,
  options: { file: File; onPart: (part: number) => void },
): Promise<string> {
  const { file, onPart } = options;
  if (file.size === 0) throw resumeErrors.empty_file();
  if (file.size > RESUME_MAX_BYTES) throw resumeErrors.too_large();
  const { resumeId, upload } = await call(resumeContract.create, {
    body: { fileName: file.name, size: file.size, contentType: file.type || 'application/octet-stream' },
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', file);
  await post(upload.url, form, onPart);
  await call(resumeContract.uploaded, { params: { id: resumeId } });
  return resumeId;
}

/** A form to the store. XMLHttpRequest, because fetch does not tell how much has been sent. */
const post = (url: string, form: FormData, onPart: (part: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (): void =>
      reject(
        new AppError('network.upload_failed', {
          kind: 'unavailable',
          message: 'The file could not be sent. Check that you are online and choose it again.',
        }),
      );
    request.open('POST', url);
    request.upload.addEventListener(
      'progress',
      (event) => event.lengthComputable && onPart(event.loaded / event.total),
    );
    request.addEventListener('load', () => (request.status < 300 ? resolve() : fail()));
    request.addEventListener('error', fail);
    request.send(form);
  });

/** The drop zone around the file input; both lead to `onFile`. Through `input` others can open its chooser. */
export function DropZone({
  onFile,
  compact,
  input,
}: {
  onFile: (file: File) => void;
  compact: boolean;
  input?: RefObject<HTMLInputElement | null>;
}): JSX.Element {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the file input inside serves everyone
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file) onFile(file);
      }}
      class={cx(
        'flex rounded-lg border border-dashed px-4',
        compact ? 'flex-wrap items-center gap-x-3 gap-y-2 py-3' : 'flex-col items-center gap-2 py-12 text-center',
        over ? 'border-accent bg-accent-soft' : 'border-control bg-surface',
      )}
    >
      <Icon name="upload" class={compact ? 'size-4 text-muted' : 'size-6 text-muted'} />
      <label for={id} class={cx('font-medium', compact ? '' : 'text-lg')}>
        Resume file
      </label>
      <p class="text-muted">Drop it here or choose it. PDF, Word, text, image, LinkedIn ZIP; up to 5 MB.</p>
      <input
        {...(input && { ref: input })}
        id={id}
        type="file"
        accept={ACCEPT}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
          event.currentTarget.value = '';
        }}
        class="max-w-full text-sm text-muted file:mr-3 file:h-9 file:cursor-pointer file:rounded-md file:border file:border-solid file:border-control file:bg-surface file:px-3 file:font-medium file:text-text"
      />
    </div>
  );
}
