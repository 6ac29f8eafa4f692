/** “Wrong field”: shows what the report would hold, and lets the person save it. Nothing is sent from here. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FieldReport } from '#shared/form/form.schema.ts';
import { Button } from '#shared/ui/button.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { Notice } from '#shared/ui/feedback.tsx';
import { saveFile } from '#shared/ui/host.tsx';
import { type Reply, send } from '../messages.ts';
import { messageOf } from '../parts/message-of.ts';

type Props = { tabId: number; field: FieldReport; onClose: () => void };

export function WrongField({ tabId, field, onClose }: Props): JSX.Element {
  const [made, setMade] = useState<Reply<'field.fixture'>>();
  const [error, setError] = useState<string>();
  useEffect(() => {
    send('field.fixture', { tabId, frame: field.frame, ref: field.ref })
      .then(setMade)
      .catch((cause: unknown) => setError(messageOf(cause)));
  }, []);
  const save = (): void => {
    if (made !== undefined) saveFile(new Blob([made.html], { type: 'text/html' }), 'wrong-field.html');
    onClose();
  };
  return (
    <Dialog title="Report a wrong field" onClose={onClose}>
      <p class="text-sm">
        Saves a file with the structure of this form: its labels, options and names. What you or Foothold entered, your
        name, addresses and numbers are taken out. Nothing is sent; attach the file to a report if you want to.
      </p>
      {error !== undefined && (
        <Notice tone="danger" role="alert">
          {error}
        </Notice>
      )}
      {made !== undefined && (
        <>
          <p class="text-sm text-muted">
            {made.fields} controls in it, {made.removed} personal places taken out
          </p>
          <textarea
            aria-label="What is in the file"
            readOnly
            rows={8}
            class="w-full rounded-md border border-line bg-sunken p-2 font-mono text-xs"
            value={made.html.slice(0, 20_000)}
          />
        </>
      )}
      <div class="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabled={made === undefined} onClick={save}>
          Save file
        </Button>
      </div>
    </Dialog>
  );
}
