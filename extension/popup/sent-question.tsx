import type { JSX } from 'preact';
import { Button } from '#shared/ui/button.tsx';
import { Notice } from '#shared/ui/feedback.tsx';
import type { Awaited } from '../job-items.ts';

type Props = { awaited: Awaited | undefined; onAnswer: (sent: boolean) => void };

/** The page says that the application arrived; only the person knows whether to believe it. */
export function SentQuestion({ awaited, onAnswer }: Props): JSX.Element | null {
  if (awaited?.said === undefined) return null;
  return (
    <Notice tone="ok">
      <p class="font-medium">Did your application go out?</p>
      <p class="text-sm">
        {awaited.title} · {awaited.company}
      </p>
      <p class="line-clamp-2 text-sm text-muted">The page says: “{awaited.said}”</p>
      <div class="mt-2 flex gap-2">
        <Button size="sm" look="primary" onClick={() => onAnswer(true)}>
          Mark as applied
        </Button>
        <Button size="sm" onClick={() => onAnswer(false)}>
          Not yet
        </Button>
      </div>
    </Notice>
  );
}
