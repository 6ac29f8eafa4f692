/** Take everything along, or erase everything. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { privacyContract } from '#shared/privacy/privacy.contract.ts';
import { Button } from '#shared/ui/button.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { ErrorNotice } from '#shared/ui/feedback.tsx';
import { TextField } from '#shared/ui/field.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { Card, Section } from '#shared/ui/layout.tsx';
import { useAction } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';
import { forget } from '../session.ts';

export function DataRights(): JSX.Element {
  const { call, download, navigate } = useHost();
  const [asking, setAsking] = useState(false);
  const [word, setWord] = useState('');
  const take = useAction(async () => {
    const all = await call(privacyContract.export);
    download(new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' }), 'foothold-export.json');
  });
  const erase = useAction(async () => {
    await call(privacyContract.erase);
    forget();
    toast('Everything is being erased.');
    navigate('/');
  });
  return (
    <Section title="Your data">
      <Card class="space-y-4">
        <div class="flex flex-wrap items-center justify-between gap-3">
          <p class="min-w-0 flex-1 basis-60">
            <span class="block font-medium">Take it with you</span>
            <span class="text-muted">Everything held about you as JSON, files as links.</span>
          </p>
          <Button busy={take.busy} onClick={() => void take.run()}>
            <Icon name="download" /> Export
          </Button>
        </div>
        {take.error !== undefined && <ErrorNotice error={take.error} />}
        <div class="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
          <p class="min-w-0 flex-1 basis-60">
            <span class="block font-medium">Erase everything</span>
            <span class="text-muted">Your account, profile, files and documents. This cannot be undone.</span>
          </p>
          <Button look="danger" onClick={() => setAsking(true)}>
            Erase
          </Button>
        </div>
      </Card>
      {asking && (
        <Dialog title="Erase everything?" onClose={() => setAsking(false)}>
          <form
            class="space-y-3"
            onSubmit={(event) => {
              event.preventDefault();
              if (word === 'DELETE') void erase.run();
            }}
          >
            <p class="text-muted">
              You are signed out everywhere at once; the data follows within minutes. Consider an export first.
            </p>
            <TextField label="Write DELETE to confirm" value={word} onValue={setWord} autocomplete="off" />
            {erase.error !== undefined && <ErrorNotice error={erase.error} />}
            <div class="flex justify-end gap-2">
              <Button onClick={() => setAsking(false)}>Keep</Button>
              <Button type="submit" look="danger" busy={erase.busy} disabled={word !== 'DELETE'}>
                Erase everything
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </Section>
  );
}
