/** What the ranking learnt from the person's thumbs, in sentences, and the way to make it forget. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { matchContract } from '#shared/match/match.contract.ts';
import { Button } from '#shared/ui/button.tsx';
import { Confirm } from '#shared/ui/dialog.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { useAction, useQuery } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';

/** Nothing is shown until something was learnt. */
export function Taste({ onForgotten }: { onForgotten: () => void }): JSX.Element | null {
  const { call } = useHost();
  const [asking, setAsking] = useState(false);
  const taste = useQuery('matches:taste', (signal) => call(matchContract.taste, { signal }));
  const forget = useAction(async () => {
    await call(matchContract.forgetTaste);
    setAsking(false);
    toast('Forgotten. Your postings are ranked anew.');
    await taste.reload();
    onForgotten();
  });
  const reasons = taste.data?.reasons ?? [];
  if (reasons.length === 0) return null;
  return (
    <details class="mb-5 rounded-md border border-line bg-surface px-3 py-2">
      <summary class="font-medium">What your thumbs changed</summary>
      <ul class="mt-2 list-disc space-y-1 pl-5 text-sm marker:text-muted">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <div class="mt-3 mb-1">
        <Button size="sm" onClick={() => setAsking(true)}>
          Forget all of it
        </Button>
      </div>
      {asking && (
        <Confirm
          title="Forget what your thumbs taught?"
          action="Forget"
          busy={forget.busy}
          onConfirm={() => void forget.run()}
          onClose={() => setAsking(false)}
        >
          Postings are then ranked by your profile and what you look for alone. What you hid stays hidden.
        </Confirm>
      )}
    </details>
  );
}
