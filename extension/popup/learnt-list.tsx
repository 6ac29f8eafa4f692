/** What the person wrote on a form after a fill: answers to keep, and changed facts that have their place in the portal. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import type { Learnt } from '../job-items.ts';
import { send } from '../messages.ts';
import { useStored } from '../parts/use-stored.ts';
import { stored } from '../storage.ts';

type Props = { apiAddress: string; onError: (cause: unknown) => void };

export function LearntList({ apiAddress, onError }: Props): JSX.Element | null {
  // The focus goes to what is left of the list, not to the top of the window.
  const list = useRef<HTMLElement>(null);
  const learnt = useStored(stored.learnt, undefined) ?? [];
  const answers = learnt.filter(({ lesson }) => lesson === 'answer');
  const facts = learnt.filter(({ lesson }) => lesson !== 'answer');
  if (learnt.length === 0) return null;
  const settle = (name: 'learn.keep' | 'learn.drop', id: string): void => {
    send(name, { id }).then(() => list.current?.querySelector<HTMLElement>('button')?.focus(), onError);
  };
  return (
    <section ref={list} aria-label="Remember these answers?" class="flex flex-col gap-2">
      {answers.length > 0 && (
        <>
          <h2 class="text-xs font-medium text-muted">Remember these answers?</h2>
          <ul class="divide-y divide-line rounded-md border border-line bg-surface">
            {answers.map((one) => (
              <li key={one.id} class="px-3 py-2">
                <p class="line-clamp-2 text-sm font-medium">{one.question}</p>
                <p class="line-clamp-3 text-sm wrap-anywhere text-muted">{one.answer}</p>
                <div class="mt-1 flex gap-2">
                  <Button
                    size="sm"
                    aria-label={`Save the answer to ${one.question}`}
                    onClick={() => settle('learn.keep', one.id)}
                  >
                    Save
                  </Button>
                  <Button
                    size="sm"
                    look="quiet"
                    aria-label={`Not this: ${one.question}`}
                    onClick={() => settle('learn.drop', one.id)}
                  >
                    Not this
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {facts.length > 0 && (
        <>
          <h2 class="text-xs font-medium text-muted">Changed by you on the form</h2>
          <ul class="divide-y divide-line rounded-md border border-line bg-surface">
            {facts.map((one) => (
              <Fact key={one.id} one={one} apiAddress={apiAddress} onDrop={() => settle('learn.drop', one.id)} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const Fact = ({ one, apiAddress, onDrop }: { one: Learnt; apiAddress: string; onDrop: () => void }): JSX.Element => (
  <li class="flex items-center gap-2 px-3 py-2 text-sm">
    <span class="min-w-0 flex-1">
      <span class="line-clamp-2">{one.question}</span>
      {apiAddress !== '' && (
        <a
          href={`${apiAddress}/profile`}
          target="_blank"
          rel="noopener noreferrer"
          class="text-xs font-medium text-accent hover:underline"
        >
          {one.lesson === 'legal' ? 'Set it among your answers' : 'Correct it in your profile'}
        </a>
      )}
    </span>
    <Button size="sm" look="quiet" aria-label={`Leave it: ${one.question}`} onClick={onDrop}>
      Leave it
    </Button>
  </li>
);
