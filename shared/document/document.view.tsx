/** A document as it will be sent, each sentence with what it rests on, and how machines will read it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { evidenceInWords, pathInWords } from '#shared/profile/path.rules.ts';
import { Button } from '#shared/ui/button.tsx';
import { cx } from '#shared/ui/cx.ts';
import { Badge, ErrorNotice, Meter } from '#shared/ui/feedback.tsx';
import { count } from '#shared/ui/format.ts';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { Card } from '#shared/ui/layout.tsx';
import { useAction } from '#shared/ui/query.ts';
import { documentContract } from './document.contract.ts';
import type { AtsReport, GeneratedDocument } from './document.schema.ts';

export const KIND_NAME = { resume: 'Resume', coverLetter: 'Cover letter' } as const;
const FORMATS = ['pdf', 'docx', 'txt'] as const;
type Format = (typeof FORMATS)[number];

/** One button per format. */
export function Downloads({
  id,
  fileName,
  formats = FORMATS,
}: {
  id: string;
  fileName: string;
  formats?: readonly Format[];
}): JSX.Element {
  const { call, download } = useHost();
  const get = useAction(async (format: Format) => {
    const content = await call(documentContract.download, { params: { id }, query: { format } });
    download(content, `${fileName.replace(/\.(pdf|docx|txt)$/, '')}.${format}`);
  });
  return (
    <span class="inline-flex flex-wrap gap-1">
      {formats.map((format) => (
        <Button
          key={format}
          size="sm"
          busy={get.busy}
          aria-label={`Download ${fileName} as ${format.toUpperCase()}`}
          onClick={() => void get.run(format)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
      {get.error !== undefined && <ErrorNotice error={get.error} />}
    </span>
  );
}

/** The document with its trace and report. */
export function DocumentView({ document }: { document: GeneratedDocument }): JSX.Element {
  const [chosen, setChosen] = useState<number>();
  const line = chosen === undefined ? undefined : document.trace[chosen];
  const proven = document.trace.filter(({ evidence }) => evidence.length > 0).length;
  return (
    <div class="grid gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <Card class="min-w-0">
        <ol class="space-y-0.5">
          {document.trace.map(({ text, evidence }, i) => (
            // The place of a line is its identity: the same words may stand twice.
            <li key={`${i}|${text}`}>
              {evidence.length === 0 ? (
                <p class="px-2 py-1">{text}</p>
              ) : (
                <button
                  type="button"
                  aria-pressed={chosen === i}
                  onClick={() => setChosen(chosen === i ? undefined : i)}
                  onMouseEnter={() => setChosen(i)}
                  onFocus={() => setChosen(i)}
                  class={cx(
                    'block w-full rounded-sm px-2 py-1 text-left',
                    chosen === i ? 'bg-accent-soft' : 'hover:bg-sunken',
                  )}
                >
                  {text}
                  <span class="sr-only"> Rests on {evidence.map(evidenceInWords).join('; ')}</span>
                </button>
              )}
            </li>
          ))}
        </ol>
      </Card>
      <div class="space-y-4">
        <Card class="lg:sticky lg:top-4">
          <p class="font-medium">Where a sentence comes from</p>
          {line && line.evidence.length > 0 ? (
            <ul class="mt-2 space-y-1">
              {line.evidence.map((path) => (
                <li key={path} class="flex gap-2">
                  <Icon name="check" class="mt-0.5 size-4 text-ok" />
                  {evidenceInWords(path)}
                </li>
              ))}
            </ul>
          ) : (
            <p class="mt-1 text-muted">
              {count(proven, 'line')} of {document.trace.length} rest on your profile or the posting. Point at one to
              see on what.
            </p>
          )}
        </Card>
        <Report report={document.atsReport} />
      </div>
    </div>
  );
}

const WORD = { exact: 'As written', alias: 'Another name', missing: 'Missing' } as const;
const TONE = { exact: 'ok', alias: 'accent', missing: 'neutral' } as const;

function Report({ report }: { report: AtsReport }): JSX.Element {
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
