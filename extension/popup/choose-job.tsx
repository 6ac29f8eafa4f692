/** For pages that do not say which job they are for, or may not be looked at: a recent job, or a posting pasted by hand. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { SelectField, TextArea, TextField } from '#shared/ui/field.tsx';
import { type Body, send } from '../messages.ts';
import { messageOf } from '../parts/message-of.ts';
import { useStored } from '../parts/use-stored.ts';
import { stored } from '../storage.ts';

type Props = { tabId: number; hasForm: boolean; chosenId: string | undefined };

export function ChooseJob({ tabId, hasForm, chosenId }: Props): JSX.Element {
  const recent = useStored(stored.recentJobs, undefined) ?? [];
  const [picked, setPicked] = useState<string>();
  const [pasting, setPasting] = useState(false);
  const [error, setError] = useState<string>();
  const formId = useId();
  const choose = (jobId: string | null) =>
    send('job.choose', { tabId, jobId }).catch((cause: unknown) => setError(messageOf(cause)));
  const value = picked ?? recent[0]?.jobId ?? '';
  return (
    <section aria-label="Which job" class="flex flex-col gap-2 rounded-md border border-line bg-surface p-3">
      {chosenId !== undefined ? (
        <div class="flex items-center justify-between gap-2">
          <p class="text-sm text-muted">Documents and answers are made for this job.</p>
          <Button size="sm" onClick={() => void choose(null)}>
            Another job
          </Button>
        </div>
      ) : (
        <>
          {hasForm && recent.length > 0 && (
            <div class="flex items-end gap-2">
              <SelectField
                class="flex-1"
                label="This form is for"
                value={value}
                options={recent.map(({ jobId, title, company }) => ({
                  value: jobId,
                  label: `${title} · ${company}`.slice(0, 80),
                }))}
                onValue={setPicked}
              />
              <Button onClick={() => void choose(value)}>Use for this form</Button>
            </div>
          )}
          <Button
            size="sm"
            look="quiet"
            class="self-start"
            aria-expanded={pasting}
            aria-controls={formId}
            onClick={() => setPasting(!pasting)}
          >
            Paste a posting
          </Button>
        </>
      )}
      <div id={formId}>
        {pasting && chosenId === undefined && <PasteForm tabId={tabId} onDone={() => setPasting(false)} />}
      </div>
      {error !== undefined && (
        <p role="alert" class="text-sm text-danger">
          {error}
        </p>
      )}
    </section>
  );
}

type Pasted = Omit<Body<'posting.paste'>, 'tabId'>;
const EMPTY: Pasted = { title: '', company: '', location: '', url: '', description: '' };

function PasteForm({ tabId, onDone }: { tabId: number; onDone: () => void }): JSX.Element {
  const [posting, setPosting] = useState(EMPTY);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const set = (key: keyof Pasted) => (value: string) => setPosting((now) => ({ ...now, [key]: value }));
  const save = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await send('posting.paste', { tabId, ...posting });
      onDone();
    } catch (cause) {
      setError(messageOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      class="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField label="Title" value={posting.title} onValue={set('title')} required maxLength={300} />
      <TextField label="Company" value={posting.company} onValue={set('company')} required maxLength={200} />
      <TextField label="Place" value={posting.location} onValue={set('location')} maxLength={300} />
      <TextField
        label="Address of the posting"
        type="url"
        value={posting.url}
        onValue={set('url')}
        placeholder="https://"
        hint="Only if you want it kept"
      />
      <TextArea
        label="Text of the posting"
        value={posting.description}
        onValue={set('description')}
        required
        rows={5}
        hint="Paste all of it: the score is only as good as the text."
      />
      {error !== undefined && (
        <p role="alert" class="text-sm text-danger">
          {error}
        </p>
      )}
      <Button type="submit" busy={busy}>
        Save posting
      </Button>
    </form>
  );
}
