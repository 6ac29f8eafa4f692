/** The way out of an alert's mails. Opening the link changes nothing (mail scanners open links); the button does. */
import { useState } from 'preact/hooks';
import { type AlertState, searchContract } from '#shared/search/search.contract.ts';
import { Button, LinkButton } from '#shared/ui/button.tsx';
import { ErrorNotice, Notice, Skeleton } from '#shared/ui/feedback.tsx';
import { useAction, useQuery } from '#shared/ui/query.ts';
import { call } from '../session.ts';
import { SignInCard } from '../sign-in-card.tsx';

const nameOf = ({ name }: AlertState): string => (name === undefined ? 'your new matches' : `the search “${name}”`);

export default function UnsubscribePage() {
  const [token] = useState(() => new URLSearchParams(location.search).get('token') ?? '');
  const state = useQuery(`unsubscribe ${token}`, (signal) =>
    call(searchContract.alertState, { query: { token }, signal }),
  );
  const [changed, setChanged] = useState(false);
  const turn = useAction(async (undo: boolean) => {
    state.set(await call(searchContract.unsubscribe, { query: { token, ...(undo && { undo: '1' as const }) } }));
    setChanged(true);
  });
  const { data } = state;
  return (
    <SignInCard
      title="Alert mails"
      foot={
        <a href="/account#alerts" class="underline">
          All alerts of your account
        </a>
      }
    >
      <div class="space-y-4">
        {turn.error !== undefined && <ErrorNotice error={turn.error} />}
        {data === undefined ? (
          state.error === undefined ? (
            <Skeleton />
          ) : (
            <ErrorNotice error={state.error} />
          )
        ) : data.on ? (
          <>
            {changed && (
              <Notice tone="ok" role="status">
                You get mails about {nameOf(data)} again.
              </Notice>
            )}
            {!changed && <p>You get mails about {nameOf(data)}.</p>}
            <Button look="primary" class="w-full" busy={turn.busy} onClick={() => void turn.run(false)}>
              Stop these mails
            </Button>
          </>
        ) : (
          <>
            <Notice tone="ok" role="status">
              Foothold sends you no mails about {nameOf(data)}
              {changed ? ' any more' : ''}. Nothing else has changed.
            </Notice>
            {changed && (
              <Button class="w-full" busy={turn.busy} onClick={() => void turn.run(true)}>
                Undo
              </Button>
            )}
            <LinkButton href="/" class="w-full">
              Open Foothold
            </LinkButton>
          </>
        )}
      </div>
    </SignInCard>
  );
}
