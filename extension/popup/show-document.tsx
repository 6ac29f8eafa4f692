/** A document in a tab of its own, for pages that take it only by hand. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Notice } from '#shared/ui/feedback.tsx';
import { send } from '../messages.ts';
import { messageOf } from '../parts/message-of.ts';

type Props = { tabId: number; documentId: string };

export function ShowDocument({ tabId, documentId }: Props): JSX.Element {
  const [file, setFile] = useState<{ name: string; address: string }>();
  const [error, setError] = useState<string>();
  useEffect(() => {
    send('document.bytes', { tabId, documentId, format: 'pdf' })
      .then(({ base64, contentType, fileName }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        document.title = fileName;
        setFile({ name: fileName, address: URL.createObjectURL(new Blob([bytes], { type: contentType })) });
      })
      .catch((cause: unknown) => setError(messageOf(cause)));
  }, []);
  return (
    <main class="flex h-screen flex-col">
      {error !== undefined && (
        <Notice tone="danger" role="alert">
          {error}
        </Notice>
      )}
      {file !== undefined && (
        <>
          <a href={file.address} download={file.name} class="p-2 font-medium text-accent hover:underline">
            Save {file.name}
          </a>
          <iframe title={file.name} src={file.address} class="w-full flex-1" />
        </>
      )}
    </main>
  );
}
