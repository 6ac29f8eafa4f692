/** Adds a posting from pasted text. It stays private to the person until a source confirms it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { jobContract } from '#shared/job/job.contract.ts';
import type { Job } from '#shared/job/job.schema.ts';
import { Button } from '#shared/ui/button.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { ErrorNotice } from '#shared/ui/feedback.tsx';
import { TextArea, TextField } from '#shared/ui/field.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { staleQueries, useAction } from '#shared/ui/query.ts';

export function PastePosting({ onClose, onAdded }: { onClose: () => void; onAdded: (job: Job) => void }): JSX.Element {
  const { call } = useHost();
  const [title, setTitle] = useState('');
  const [company, setCompany] = useState('');
  const [location, setLocation] = useState('');
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const add = useAction(async () => {
    const { job } = await call(jobContract.capture, {
      body: { title, company, description, url: url.trim() || undefined, location: location.trim() || undefined },
    });
    staleQueries('jobs');
    onAdded(job);
  });
  return (
    <Dialog title="Add a posting" onClose={onClose}>
      <form
        class="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          void add.run();
        }}
      >
        {add.error !== undefined && <ErrorNotice error={add.error} />}
        <TextField label="Title" value={title} onValue={setTitle} required maxLength={300} />
        <TextField label="Company" value={company} onValue={setCompany} required maxLength={200} />
        <TextField label="Place" value={location} onValue={setLocation} />
        <TextField label="Address of the page" type="url" value={url} onValue={setUrl} placeholder="https://" />
        <TextArea
          label="Text of the posting"
          value={description}
          onValue={setDescription}
          required
          rows={6}
          hint="Paste all of it: the score is only as good as the text."
        />
        <div class="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={add.busy}>
            Add
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
