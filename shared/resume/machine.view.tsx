/** What a machine reads: the text in its reading order under the names its sections were given. What is odd stands first. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { cx } from '#shared/ui/cx.ts';
import { Badge, Notice } from '#shared/ui/feedback.tsx';
import { count } from '#shared/ui/format.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { toast } from '#shared/ui/toast.tsx';
import { machinePlain, machineText, showsPlace } from './machine.rules.ts';
import { reveal } from './pages.view.tsx';
import type { Reading, Span } from './resume.schema.ts';

const NAMES: Readonly<Record<string, string>> = {
  header: 'Head',
  contact: 'Contact',
  summary: 'Summary',
  work: 'Work',
  education: 'Education',
  skills: 'Skills',
  languages: 'Languages',
  projects: 'Projects',
  certificates: 'Certificates',
  publications: 'Publications',
  awards: 'Awards',
  volunteer: 'Voluntary work',
  interests: 'Interests',
  references: 'References',
};

/** The text; `lit` marks the lines that hold these places. */
export function MachineText({ reading, lit }: { reading: Reading; lit: readonly Span[] }): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const sections = useMemo(() => machineText(reading), [reading]);
  const hidden = reading.facts?.hiddenCharacters ?? 0;
  useEffect(() => {
    if (lit.length > 0) reveal(root.current?.querySelector('[data-marked]'));
  }, [lit]);
  const copy = (): void =>
    void navigator.clipboard.writeText(machinePlain(sections)).then(
      () => toast('Text copied'),
      () => toast('The browser did not let the text be copied. Select it instead.', { tone: 'warn' }),
    );
  return (
    <div ref={root} class="space-y-3">
      <div class="flex flex-wrap items-center justify-between gap-2">
        <p class="text-sm text-muted">
          {[
            reading.language === 'und' ? undefined : languageName(reading.language),
            count(reading.pages.length, 'page'),
            reading.ocr ? 'recognised from a picture' : undefined,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Button size="sm" onClick={copy}>
          <Icon name="copy" /> Copy text
        </Button>
      </div>
      {reading.warnings.map((warning) => (
        <Notice key={warning.code} tone="warn">
          {warning.text}
        </Notice>
      ))}
      {hidden > 0 && !reading.warnings.some(({ code }) => code.includes('hidden')) && (
        <Notice tone="warn">
          {count(hidden, 'character')} nobody can see {hidden === 1 ? 'is' : 'are'} left out: text in the colour of the
          page, tiny, or outside of it.
        </Notice>
      )}
      {sections.length === 0 && <p class="text-muted">This file gives its values without a text around them.</p>}
      {sections.map(({ kind, heading, lines }, i) => (
        <section key={i} aria-label={nameOf(kind, heading)} class="rounded-md border border-line bg-surface">
          <header class="flex flex-wrap items-center gap-2 border-b border-line px-3 py-1.5">
            {kind !== undefined && kind in NAMES ? (
              <Badge tone="accent">{NAMES[kind]}</Badge>
            ) : (
              <Badge tone={heading === undefined ? 'neutral' : 'warn'}>
                {heading === undefined ? 'Without a heading' : 'Not recognised'}
              </Badge>
            )}
            {heading !== undefined && <span class="min-w-0 truncate text-sm text-muted">“{heading}”</span>}
          </header>
          <div class="px-3 py-2 font-mono text-xs/5 break-words whitespace-pre-wrap">
            {lines.map((line, n) => {
              const marked = showsPlace(line, lit);
              return (
                <p
                  key={n}
                  data-marked={marked || undefined}
                  class={cx('rounded-sm', marked && 'bg-accent-soft font-semibold text-accent')}
                >
                  {line.text}
                </p>
              );
            })}
          </div>
        </section>
      ))}
    </div>
  );
}

const nameOf = (kind: string | undefined, heading: string | undefined): string =>
  NAMES[kind ?? ''] ?? heading ?? 'Text without a heading';

function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
