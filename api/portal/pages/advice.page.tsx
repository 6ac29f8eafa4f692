/** What a recruiter or a machine stumbles over in one file, each beside its place on the page. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { adviceContract } from '#shared/advice/advice.contract.ts';
import type { Advice, Evidence } from '#shared/advice/advice.schema.ts';
import { Asked } from '#shared/advice/asked.view.tsx';
import { FindingList, Findings } from '#shared/advice/findings.view.tsx';
import { History, ScoreCard } from '#shared/advice/score.view.tsx';
import { AppError } from '#shared/kernel/errors.ts';
import { resumeContract } from '#shared/resume/resume.contract.ts';
import type { Reading, Span } from '#shared/resume/resume.schema.ts';
import { Button, LinkButton } from '#shared/ui/button.tsx';
import { ErrorNotice, Notice, Skeleton } from '#shared/ui/feedback.tsx';
import { count } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { Page, Section } from '#shared/ui/layout.tsx';
import { useQuery } from '#shared/ui/query.ts';
import { FileColumn, useWide } from '../review/file-beside.tsx';
import { PagePanel } from '../review/page-panel.tsx';

const NO_DOUBTS: ReadonlySet<string> = new Set();
const nothing = (): void => undefined;

export default function AdvicePage() {
  const { call } = useHost();
  const id = useRoute().params.id ?? '';
  const wide = useWide();
  const [shown, setShown] = useState<Evidence>();
  const advice = useQuery(`advice:${id}`, (signal) => call(adviceContract.get, { params: { id }, signal }));
  const reading = useQuery(`reading:${id}`, (signal) => call(resumeContract.data, { params: { id }, signal }));
  useEffect(() => setShown(undefined), [id]);

  const { data } = advice;
  const beside = useBeside({ id, advice: data, reading: reading.data, shown });
  const unread = advice.error instanceof AppError && advice.error.code === 'resume.not_ready';
  return (
    <Page
      title="Advice"
      wide={wide && beside !== undefined}
      lead={data?.fileName ?? 'What a recruiter or a machine stumbles over in your file'}
      actions={<LinkButton href="/profile">Back to the profile</LinkButton>}
    >
      {unread ? (
        <Notice tone="warn">This file has not been read yet. Advice follows as soon as it is.</Notice>
      ) : (
        advice.error !== undefined && <ErrorNotice error={advice.error} onRetry={() => void advice.reload()} />
      )}
      {!data ? (
        advice.loading && <Skeleton rows={10} label="Looking through the file" />
      ) : (
        <div class={beside && wide ? 'grid grid-cols-[minmax(0,6fr)_minmax(0,5fr)] gap-6' : ''}>
          <div class="min-w-0">
            <div class="mb-8">
              <ScoreCard advice={data} />
            </div>
            <Findings advice={data} shown={shown} onShow={setShown} />
            <Targets advice={data} shown={shown} onShow={setShown} />
            {data.history.length > 1 && (
              <Section
                title="Score over time"
                lead="Your files by the same rules. What postings ask is not part of it."
              >
                <History advice={data} />
              </Section>
            )}
          </div>
          {beside && wide && (
            <div>
              <FileColumn {...beside} />
            </div>
          )}
          {beside && !wide && shown && <PageSheet beside={beside} onClose={() => setShown(undefined)} />}
        </div>
      )}
    </Page>
  );
}

function Targets(props: { advice: Advice; shown: Evidence | undefined; onShow: (evidence: Evidence) => void }) {
  const { advice, ...shows } = props;
  const { titles, postings, asked } = advice.wanted;
  const findings = advice.findings.filter(({ area }) => area === 'targeting');
  return (
    <Section
      title="What postings ask"
      lead={
        asked.length > 0 &&
        `Counted in ${count(postings, 'posting')} for ${titles.map((title) => `“${title}”`).join(', ')}. Not part of the score: it changes with the postings.`
      }
    >
      <Asked wanted={advice.wanted} />
      {findings.length > 0 && (
        <div class="mt-4">
          <FindingList findings={findings} {...shows} />
        </div>
      )}
    </Section>
  );
}

type Beside = Parameters<typeof FileColumn>[0];

/** The file with the place looked at as its only mark. */
function useBeside(options: {
  id: string;
  advice: Advice | undefined;
  reading: Reading | undefined;
  shown: Evidence | undefined;
}): Beside | undefined {
  const { id, advice, reading, shown } = options;
  const unmarked = useMemo(() => reading && { ...reading, spans: {} }, [reading]);
  const lit = useMemo<Span[]>(
    () => (shown?.page !== undefined && shown.box ? [{ page: shown.page, box: shown.box, text: shown.text }] : []),
    [shown],
  );
  if (!advice || !unmarked || unmarked.pages.length === 0) return undefined;
  return {
    id,
    fileName: advice.fileName,
    reading: unmarked,
    lit,
    doubtful: NO_DOUBTS,
    onPoint: nothing,
    onPick: nothing,
  };
}

/** On narrow windows the page lies over the advice until it is closed. */
function PageSheet({ beside, onClose }: { beside: Beside; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const sheet = dialog.current;
    if (sheet && !sheet.open) sheet.showModal();
    return () => sheet?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={`Place in ${beside.fileName}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      class="mx-auto mt-auto mb-0 flex h-[85dvh] max-h-none w-full max-w-3xl flex-col bg-transparent p-2 text-text backdrop:bg-black/40"
    >
      <PagePanel
        {...beside}
        action={
          <Button size="sm" look="quiet" aria-label="Close the page" onClick={onClose}>
            <Icon name="close" />
          </Button>
        }
      />
    </dialog>
  );
}
