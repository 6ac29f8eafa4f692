/** One posting: its text, how it fits, and what can be done about it. */
import { useRoute } from 'preact-iso';
import { StatusField } from '#shared/application/status.view.tsx';
import { documentContract } from '#shared/document/document.contract.ts';
import { jobContract } from '#shared/job/job.contract.ts';
import { JobFacts, JobText, Liveness } from '#shared/job/job.view.tsx';
import { matchContract } from '#shared/match/match.contract.ts';
import { MatchDetails } from '#shared/match/match.view.tsx';
import { Button } from '#shared/ui/button.tsx';
import { ErrorNotice, Skeleton } from '#shared/ui/feedback.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { Card, Page } from '#shared/ui/layout.tsx';
import { staleQueries, useAction, useQuery } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';
import { user } from '../session.ts';

export default function JobPage() {
  const { call, navigate } = useHost();
  const { params } = useRoute();
  const id = params.id ?? '';
  const seeker = user.value?.role !== 'recruiter';
  const job = useQuery(`jobs:one:${id}`, (signal) => call(jobContract.get, { params: { id }, signal }));
  const match = useQuery(`matches:one:${id}`, async (signal) =>
    seeker ? call(matchContract.get, { params: { jobId: id }, signal }) : undefined,
  );

  const generate = useAction(async () => {
    const answer = await call(documentContract.generate, { params: { jobId: id }, body: {} });
    staleQueries('documents');
    navigate(
      `/documents/generations/${encodeURIComponent('generationId' in answer ? answer.generationId : answer.id)}`,
    );
  });
  const apply = useAction(async () => {
    const opened = window.open('', '_blank');
    try {
      const { url } = await call(matchContract.apply, { params: { jobId: id } });
      if (opened && /^https?:/.test(url)) {
        opened.opener = null;
        opened.location.href = url;
      }
    } catch (error) {
      opened?.close();
      throw error;
    }
    void match.reload();
  });
  const rate = useAction(async (rating: 'up' | 'down') => {
    await call(matchContract.feedback, { params: { jobId: id }, body: { rating } });
    staleQueries('matches');
    toast(rating === 'up' ? 'More like this' : 'Fewer like this');
  });

  if (!job.data)
    return (
      <Page title="Posting">
        {job.error === undefined ? (
          <Skeleton rows={8} />
        ) : (
          <ErrorNotice error={job.error} onRetry={() => void job.reload()} />
        )}
      </Page>
    );
  const { title, company, description, url } = job.data;
  return (
    <Page
      title={title}
      lead={
        <>
          {company} <Liveness job={job.data} />
        </>
      }
      actions={
        seeker && (
          <>
            {url !== '' && (
              <Button busy={apply.busy} onClick={() => void apply.run()}>
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
      {[generate.error, apply.error, rate.error].map(
        (error) => error !== undefined && <ErrorNotice key={String(error)} error={error} />,
      )}
      <div class="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div class="order-2 min-w-0 lg:order-1">
          <JobText text={description} />
        </div>
        <div class="order-1 space-y-4 lg:order-2">
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
          {seeker && (
            <Card>
              {match.data ? (
                <>
                  <MatchDetails match={match.data} />
                  <div class="mt-4 flex gap-2 border-t border-line pt-3">
                    <Button size="sm" onClick={() => void rate.run('up')}>
                      Fits well
                    </Button>
                    <Button size="sm" onClick={() => void rate.run('down')}>
                      Does not fit
                    </Button>
                  </div>
                </>
              ) : match.error === undefined ? (
                <Skeleton rows={5} />
              ) : (
                <ErrorNotice error={match.error} onRetry={() => void match.reload()} />
              )}
            </Card>
          )}
        </div>
      </div>
    </Page>
  );
}
