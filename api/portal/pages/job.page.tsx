/** One posting: its text beside the reasons that rest on it, and what can be done about it. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { StatusField } from '#shared/application/status.view.tsx';
import { documentContract } from '#shared/document/document.contract.ts';
import { SourceCredit } from '#shared/feed/credit.view.tsx';
import { jobContract } from '#shared/job/job.contract.ts';
import { JobFacts, Liveness, placeOf } from '#shared/job/job.view.tsx';
import { ordersIn } from '#shared/job/orders.rules.ts';
import { JobText, type Passage } from '#shared/job/text.view.tsx';
import type { Pointing } from '#shared/match/evidence.view.tsx';
import { locateQuote } from '#shared/match/locate.rules.ts';
import { type MatchView, matchContract } from '#shared/match/match.contract.ts';
import { MatchDetails } from '#shared/match/match.view.tsx';
import { Thumbs } from '#shared/match/thumbs.view.tsx';
import { isFieldPath } from '#shared/profile/path.rules.ts';
import { Button } from '#shared/ui/button.tsx';
import { ErrorNotice, Notice, Skeleton } from '#shared/ui/feedback.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { Card, Page } from '#shared/ui/layout.tsx';
import { staleQueries, useAction, useQuery } from '#shared/ui/query.ts';
import { useApply } from '../apply.ts';
import { AppliedText } from '../jobs/applied-text.tsx';
import { Variants } from '../jobs/variants.tsx';
import { user } from '../session.ts';
import { useRate } from '../use-rate.ts';

/** Where the reasons' quotations stand in the text, and which of them is looked at. */
function useEvidence(text: string, match: MatchView | undefined) {
  const [shown, setShown] = useState<{ key: string }>();
  const passages = useMemo(() => {
    const quotes = new Set(match?.reasons.flatMap(({ evidence }) => evidence.filter((piece) => !isFieldPath(piece))));
    return [...quotes].flatMap((quote): Passage[] => {
      const at = locateQuote(text, quote);
      return at ? [{ key: quote, start: at[0], end: at[1] }] : [];
    });
  }, [text, match]);
  const known = useMemo(() => new Set(passages.map(({ key }) => key)), [passages]);
  const pointing: Pointing = {
    shown: shown?.key,
    canShow: (quote) => known.has(quote),
    onShow: (key) => setShown({ key }),
  };
  return { passages, shown, pointing };
}

/** What in the text is meant for whoever reads it without thinking. */
const Orders = ({ text }: { text: string }) => {
  const orders = useMemo(() => ordersIn(text), [text]);
  return orders.length === 0 ? null : (
    <div class="mb-4">
      <Notice tone="warn">
        <p class="font-medium">This posting gives its reader an order. Foothold does not follow it; you decide.</p>
        {orders.map((order) => (
          <p key={order} class="mt-1 text-sm">
            “{order}”
          </p>
        ))}
      </Notice>
    </div>
  );
};

export default function JobPage() {
  const { call, navigate } = useHost();
  const { params } = useRoute();
  const id = params.id ?? '';
  const seeker = user.value?.role !== 'recruiter';
  const job = useQuery(`jobs:one:${id}`, (signal) => call(jobContract.get, { params: { id }, signal }));
  const match = useQuery(`matches:one:${id}`, async (signal) =>
    seeker ? call(matchContract.get, { params: { jobId: id }, signal }) : undefined,
  );
  const { passages, shown, pointing } = useEvidence(job.data?.description ?? '', match.data);

  const generate = useAction(async () => {
    const answer = await call(documentContract.generate, { params: { jobId: id }, body: {} });
    staleQueries('documents');
    navigate(
      `/documents/generations/${encodeURIComponent('generationId' in answer ? answer.generationId : answer.id)}`,
    );
  });
  const apply = useApply(() => void match.reload());
  const rate = useRate((_, rating) => {
    if (!match.data) return;
    const { rating: _before, ...rest } = match.data;
    match.set(rating === undefined ? rest : { ...rest, rating });
  });
  const loaded = job.data !== undefined;
  useEffect(() => {
    if (loaded && window.location.hash === '#variants') document.getElementById('variants')?.scrollIntoView();
  }, [loaded]);

  if (!job.data)
    return (
      <Page title="Posting">
        {job.error === undefined ? (
          <Skeleton rows={8} label="Loading the posting" />
        ) : (
          <ErrorNotice error={job.error} onRetry={() => void job.reload()} />
        )}
      </Page>
    );
  const { title, company, description, url, knockouts = [], sources } = job.data;
  return (
    <Page
      title={title}
      lead={
        <span class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span class="min-w-0 wrap-anywhere">{[company, placeOf(job.data)].filter(Boolean).join(' · ')}</span>
          <Liveness job={job.data} />
          <SourceCredit sources={sources} />
        </span>
      }
      actions={
        seeker && (
          <>
            {url !== '' && (
              <Button busy={apply.busy} onClick={() => void apply.run(id)}>
                Open and apply <Icon name="external" />
              </Button>
            )}
            <Button look="primary" busy={generate.busy} onClick={() => void generate.run()}>
              Generate documents
            </Button>
          </>
        )
      }
    >
      {[generate.error, apply.error].map(
        (error) => error !== undefined && <ErrorNotice key={String(error)} error={error} />,
      )}
      <div class="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div class="order-2 min-w-0 lg:order-1">
          {seeker && <AppliedText job={job.data} />}
          <Orders text={description} />
          {job.data.excerpt && (
            <p class="mb-4 text-muted">
              The board may have given only a part of the text. The rest stands on its own page.
            </p>
          )}
          <h2 class="sr-only">The posting</h2>
          <JobText text={description} passages={passages} shown={shown} />
          <Variants job={job.data} />
        </div>
        <div class="order-1 space-y-4 lg:order-2">
          {seeker && (
            <Card>
              {match.data ? (
                <>
                  <MatchDetails match={match.data} pointing={pointing} />
                  <div class="mt-4 flex flex-wrap items-center gap-2 border-t border-line pt-3">
                    <span class="text-sm text-muted">Does it fit?</span>
                    <Thumbs title={title} rating={match.data.rating} rate={rate(id, match.data.rating)} />
                  </div>
                </>
              ) : match.error === undefined ? (
                <Skeleton rows={5} label="Reckoning the match" />
              ) : (
                <ErrorNotice error={match.error} onRetry={() => void match.reload()} />
              )}
            </Card>
          )}
          {seeker && (
            <Card>
              <StatusField
                jobId={id}
                title={title}
                status={match.data?.status ?? job.data.personal?.status ?? null}
                onChanged={() => {
                  void match.reload();
                  void job.reload();
                }}
              />
            </Card>
          )}
          <Card>
            <JobFacts job={job.data} />
          </Card>
          {knockouts.length > 0 && (
            <Card>
              <p class="mb-1 font-medium">Questions that can decide alone</p>
              <ul class="list-disc space-y-1 pl-5 text-sm marker:text-muted">
                {knockouts.map((question) => (
                  <li key={question}>{question}</li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      </div>
    </Page>
  );
}
