/** Asks for the password of a locked file, and says so when it was the wrong one. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { ErrorNotice } from '#shared/ui/feedback.tsx';
import { TextField } from '#shared/ui/field.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { useAction } from '#shared/ui/query.ts';
import { type ResumeSummary, resumeContract } from './resume.contract.ts';
import { resumeErrors } from './resume.errors.ts';

const ASK_EVERY_MS = 500;

/** A dialog until the file is open or the person gives up; reading goes on without it. */
export function Unlock(props: { resume: ResumeSummary; onClose: () => void; onChanged: () => void }): JSX.Element {
  const { resume, onClose, onChanged } = props;
  const { call } = useHost();
  const [password, setPassword] = useState('');
  const leaving = useRef(new AbortController());
  useEffect(() => () => leaving.current.abort(), []);
  const open = useAction(async () => {
    const { signal } = leaving.current;
    const params = { id: resume.id };
    await call(resumeContract.unlock, { params, body: { password } });
    onChanged();
    for (;;) {
      const { status, error } = await call(resumeContract.status, { params, signal });
      if (status === 'read') return onClose();
      if (status === 'failed') {
        onChanged();
        if (error?.code === 'resume.wrong_password') throw resumeErrors.wrong_password();
        return onClose();
      }
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
      if (signal.aborted) return;
    }
  });
  return (
    <Dialog title={`Unlock ${resume.fileName}`} onClose={onClose}>
      <form
        class="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          void open.run();
        }}
      >
        <p class="text-muted">The password is used to read the file once and is not kept.</p>
        <TextField
          label="File password"
          type="password"
          value={password}
          onValue={(value) => {
            setPassword(value);
            open.clear();
          }}
          autocomplete="off"
          required
        />
        {open.error !== undefined && <ErrorNotice error={open.error} />}
        <div class="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={open.busy}>
            Unlock
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
