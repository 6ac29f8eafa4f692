/** How machines read a document: checks, what came back when the file was read again, the posting's terms. */
import type { JSX } from 'preact';
import { pathInWords } from '#shared/profile/path.rules.ts';
import { cx } from '#shared/ui/cx.ts';
import { Badge, Meter } from '#shared/ui/feedback.tsx';
import { count } from '#shared/ui/format.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { Card } from '#shared/ui/layout.tsx';
import type { AtsReport } from './document.schema.ts';

const WORD = { exact: 'As written', alias: 'Another name', missing: 'Missing' } as const;
const TONE = { exact: 'ok', alias: 'accent', missing: 'neutral' } as const;

export function Report({ report }: { report: AtsReport }): JSX.Element {
  const failed = report.checks.filter(({ passed }) => !passed);
  return (
    <Card class="space-y-3">
      <p class="font-medium">How machines read it</p>
      <Meter value={report.score} label="Checks passed, of 100" />
      <p class="flex gap-2">
        <Icon
          name={report.parseBack.length === 0 ? 'check' : 'warn'}
          class={cx('mt-0.5 size-4', report.parseBack.length === 0 ? 'text-ok' : 'text-warn')}
        />
        {report.parseBack.length === 0
          ? 'Read back, the file says what was meant.'
          : `${count(report.parseBack.length, 'field')} read back differently.`}
      </p>
      {report.parseBack.length > 0 && (
        <ul class="space-y-1 text-sm">
          {report.parseBack.map((difference) => (
            <li key={difference.path}>
              <span class="text-muted">{pathInWords(difference.path)}:</span> “{difference.read}” instead of “
              {difference.meant}”
            </li>
          ))}
        </ul>
      )}
      {failed.length > 0 && (
        <ul class="space-y-1">
          {failed.map((check) => (
            <li key={check.code} class="flex gap-2">
              <Icon name="warn" class="mt-0.5 size-4 text-warn" />
              {check.text}
            </li>
          ))}
        </ul>
      )}
      {report.keywords.length > 0 && (
        <ul class="space-y-1">
          {report.keywords.map(({ term, state }) => (
            <li key={term} class="flex items-center justify-between gap-2">
              <span class="min-w-0 truncate">{term}</span>
              <Badge tone={TONE[state]}>{WORD[state]}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
