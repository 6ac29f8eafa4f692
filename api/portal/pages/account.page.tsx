/** The account: what the person looks for, two-step sign-in, devices, and their data. */
import { authContract } from '#shared/auth/auth.contract.ts';
import { AlertSettings } from '#shared/search/alert-settings.view.tsx';
import { ErrorNotice, Meter, Skeleton } from '#shared/ui/feedback.tsx';
import { formatDate } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Card, Page, Section } from '#shared/ui/layout.tsx';
import { useQuery } from '#shared/ui/query.ts';
import { DataRights } from '../account/data-rights.tsx';
import { Devices } from '../account/devices.tsx';
import { LookingFor } from '../account/looking-for.tsx';
import { TwoSteps } from '../account/two-steps.tsx';

const ROLE = { seeker: 'Looking for a job', recruiter: 'Hiring', admin: 'Administrator' } as const;

/** The part an address asks for comes up after the page has; by then the browser has given up looking for it. */
const goThere = (part: HTMLElement | null): void => {
  if (part !== null && window.location.hash === `#${part.id}`) part.scrollIntoView();
};

export default function AccountPage() {
  const { call } = useHost();
  const me = useQuery('me', (signal) => call(authContract.me, { signal }));
  if (!me.data)
    return (
      <Page title="Account" narrow>
        {me.error === undefined ? (
          <Skeleton rows={6} />
        ) : (
          <ErrorNotice error={me.error} onRetry={() => void me.reload()} />
        )}
      </Page>
    );
  const { name, email, role, createdAt, mfa, aiTokens } = me.data;
  return (
    <Page title="Account" narrow>
      <Section title="You">
        <Card>
          <dl class="grid gap-x-6 gap-y-2 sm:grid-cols-[8rem_1fr]">
            <dt class="text-muted">Name</dt>
            <dd>{name}</dd>
            <dt class="text-muted">E-mail</dt>
            <dd class="break-words">{email}</dd>
            <dt class="text-muted">Here for</dt>
            <dd>{ROLE[role]}</dd>
            <dt class="text-muted">Since</dt>
            <dd>{formatDate(createdAt)}</dd>
            {aiTokens.budget > 0 && (
              <>
                <dt class="text-muted">Language model</dt>
                <dd>
                  <Meter
                    value={(aiTokens.spent / aiTokens.budget) * 100}
                    label="Share of today's language model budget"
                  />
                  <span class="text-xs text-muted tabular-nums">
                    {aiTokens.spent.toLocaleString()} of {aiTokens.budget.toLocaleString()} tokens today
                  </span>
                </dd>
              </>
            )}
          </dl>
        </Card>
      </Section>
      {role !== 'recruiter' && (
        <div id="looking-for" ref={goThere}>
          <LookingFor />
        </div>
      )}
      {role !== 'recruiter' && (
        <div id="alerts" ref={goThere}>
          <AlertSettings />
        </div>
      )}
      <TwoSteps on={mfa} onChanged={() => void me.reload()} />
      <Devices />
      <DataRights />
    </Page>
  );
}
