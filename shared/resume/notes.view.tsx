/** What to know about a reading as a whole: what is odd in the file, and what a model had to do with it. */
import type { JSX } from 'preact';
import { Notice } from '#shared/ui/feedback.tsx';
import { count } from '#shared/ui/format.ts';
import type { AiHelp, Reading } from './resume.schema.ts';

/** Nothing where nothing is odd and no model was asked. */
export function ReadingNotes({ reading }: { reading: Reading }): JSX.Element | null {
  if (reading.warnings.length === 0 && !reading.ai) return null;
  return (
    <div class="mb-4 space-y-2">
      {reading.warnings.map((warning) => (
        <Notice key={warning.code} tone="warn">
          {warning.text}
        </Notice>
      ))}
      {reading.ai && <AiLine ai={reading.ai} />}
    </div>
  );
}

const FAILED: Record<NonNullable<AiHelp['failed']>, string> = {
  failed: 'AI was not reachable; this is the deterministic reading.',
  budget: 'Your AI budget for today is used up; this is the deterministic reading.',
};

/** Model, what came of it and what it cost. */
function AiLine({ ai }: { ai: AiHelp }): JSX.Element {
  if (ai.failed) return <Notice>{FAILED[ai.failed]}</Notice>;
  const filled = ai.fields.length;
  return (
    <Notice>
      <p>
        {ai.model} was asked about gaps and doubts only:{' '}
        {filled === 0
          ? 'nothing it said was used'
          : `${count(filled, 'value')} used, each found in the text and marked`}
        {ai.rejected > 0 && `; ${count(ai.rejected, 'answer')} left out, because the text does not bear it out`}.{' '}
        <span class="text-muted tabular-nums">
          {ai.cached ? 'Asked before, no cost' : `${ai.tokens.toLocaleString()} tokens`}
        </span>
      </p>
    </Notice>
  );
}
