/** What a form will cost, said before the person starts: questions, writing, minutes, and what may end it early. */
import type { JSX } from 'preact';
import { Icon } from '#shared/ui/icon.tsx';
import type { FormPreview as Preview } from '../job-items.ts';

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export function FormPreview({ preview }: { preview: Preview }): JSX.Element | null {
  const { questions, written, yours, minutes, knockouts } = preview;
  if (questions === 0) return null;
  const parts = [
    plural(questions, 'question'),
    ...(written > 0 ? [plural(written, 'written answer')] : []),
    yours === 0 ? 'none left to you' : `${yours} left to you`,
    `about ${Math.max(1, minutes)} min`,
  ];
  return (
    <section aria-label="Effort" class="text-sm">
      <p class="text-muted">{parts.join(' · ')}</p>
      {knockouts.length > 0 && (
        <details class="mt-1" open={knockouts.some(({ conflict }) => conflict)}>
          <summary class="cursor-pointer font-medium">
            {knockouts.some(({ conflict }) => conflict)
              ? 'Questions that may end this application'
              : plural(knockouts.length, 'question that decides', 'questions that decide')}
          </summary>
          <ul class="mt-1 space-y-1">
            {knockouts.map(({ label, answer, conflict }) => (
              <li key={label} class="flex gap-2">
                <Icon
                  name={conflict ? 'warn' : answer === undefined ? 'profile' : 'check'}
                  class={`mt-0.5 size-4 ${conflict ? 'text-warn' : answer === undefined ? 'text-muted' : 'text-ok'}`}
                />
                <span class="min-w-0">
                  <span class="line-clamp-2">{label}</span>
                  <span class="block text-xs text-muted">
                    {answer === undefined ? 'Yours to answer' : `Your answer: ${answer}`}
                    {conflict && ' · probably not what they want'}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
