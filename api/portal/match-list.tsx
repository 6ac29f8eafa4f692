/** A list of matches one can act on: save, thumbs, hide, apply; by mouse and by keyboard. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { SaveButton, useSave } from '#shared/application/save.view.tsx';
import { MatchCard } from '#shared/match/card.view.tsx';
import { type MatchView, matchContract } from '#shared/match/match.contract.ts';
import { Thumbs } from '#shared/match/thumbs.view.tsx';
import { Button } from '#shared/ui/button.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { useListKeys } from '#shared/ui/list-keys.ts';
import { toast } from '#shared/ui/toast.tsx';
import { useApply } from './apply.ts';
import { useRate } from './use-rate.ts';

/** `onChange` gets the rows as they are to be shown from now on; `onStale` asks for them anew. */
export function MatchList(props: {
  label: string;
  /** Leaves out why and gap, for long lists. */
  brief?: boolean;
  rows: readonly MatchView[];
  onChange: (rows: MatchView[]) => void;
  onStale: () => void;
}): JSX.Element {
  const { rows, onChange, onStale } = props;
  const { call } = useHost();
  const latest = useRef(rows);
  latest.current = rows;
  const patch = (jobId: string, change: (row: MatchView) => MatchView): void =>
    onChange(latest.current.map((row) => (row.job.id === jobId ? change(row) : row)));
  const setStatus = (jobId: string, status: MatchView['status']): void =>
    patch(jobId, (row) => ({
      ...row,
      status,
      job: { ...row.job, personal: { notes: row.job.personal?.notes ?? '', status } },
    }));
  const save = useSave(setStatus);
  const apply = useApply((jobId) => {
    setStatus(jobId, 'started');
    toast('Opened. It counts as started.');
  });
  const rate = useRate((jobId, rating) =>
    patch(jobId, ({ rating: _, ...row }) => (rating === undefined ? row : { ...row, rating })),
  );

  const hide = async ({ job }: MatchView): Promise<void> => {
    focusNeighbour(list.current, job.id);
    onChange(latest.current.filter((row) => row.job.id !== job.id));
    try {
      await call(matchContract.remove, { params: { jobId: job.id } });
    } catch {
      toast('It could not be hidden. Try again.', { tone: 'danger' });
      return onStale();
    }
    const putBack = async (): Promise<void> => {
      await call(matchContract.restore, { params: { jobId: job.id } }).catch(() =>
        toast('It could not be put back. Try again.', { tone: 'danger' }),
      );
      onStale();
    };
    toast('Hidden for good', { action: { label: 'Undo', run: () => void putBack() } });
  };

  const list = useRef<HTMLUListElement>(null);
  const on = (act: (row: MatchView) => void) => (id: string) => {
    const row = rows.find(({ job }) => job.id === id);
    if (row) act(row);
  };
  useListKeys(list, { s: on(({ job }) => void save(job)), x: on((row) => void hide(row)) });

  return (
    <ul ref={list} aria-label={props.label} class="rounded-lg border border-line bg-surface">
      {rows.map((match) => {
        const { job } = match;
        return (
          <MatchCard
            key={job.id}
            match={match}
            brief={props.brief ?? false}
            actions={
              <>
                <SaveButton title={job.title} status={match.status} onSave={() => void save(job)} />
                <Thumbs
                  title={job.title}
                  rating={match.rating}
                  rate={rate(job.id, match.rating)}
                  after={
                    <>
                      <Button
                        size="sm"
                        look="quiet"
                        aria-label={`Hide ${job.title}`}
                        title="Hide"
                        onClick={() => void hide(match)}
                      >
                        <Icon name="hide" />
                      </Button>
                      {job.url !== '' && (
                        <Button
                          size="sm"
                          class="ml-auto"
                          aria-label={`Apply: ${job.title}`}
                          onClick={() => void apply.run(job.id)}
                        >
                          Apply <Icon name="external" />
                        </Button>
                      )}
                    </>
                  }
                />
              </>
            }
          />
        );
      })}
    </ul>
  );
}

/** When a row leaves, whoever stood on it by keyboard goes on from the next one. */
function focusNeighbour(list: HTMLElement | null, id: string): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = rows.findIndex((row) => row.dataset.row === id);
  if (!rows[at]?.contains(document.activeElement)) return;
  (rows[at + 1] ?? rows[at - 1])?.querySelector<HTMLElement>('[data-row-link]')?.focus();
}
