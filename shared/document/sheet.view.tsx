/** A document drawn like its file; every line that rests on something can be pointed at and pressed. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { evidenceInWords } from '#shared/profile/path.rules.ts';
import { cx } from '#shared/ui/cx.ts';
import type { GeneratedDocument } from './document.schema.ts';
import { type OutlineLine, outlineOf, type Segment } from './outline.rules.ts';

/** New wording by index in the trace; `null` leaves the line out. */
export type Changes = ReadonlyMap<number, string | null>;

type Looking = {
  document: GeneratedDocument;
  shown: number | undefined;
  changes: Changes;
  onPoint: (index: number | undefined) => void;
  onChoose: (index: number) => void;
};

export function Sheet(looking: Looking): JSX.Element {
  const { kind, text, trace } = looking.document;
  const blocks = useMemo(() => grouped(outlineOf({ kind, text, trace })), [kind, text, trace]);
  return (
    <article
      aria-label={kind === 'resume' ? 'Resume' : 'Cover letter'}
      class="rounded-lg border border-line bg-surface px-5 py-6 leading-relaxed shadow-raised sm:px-10 sm:py-9"
    >
      {blocks.map((block, i) => {
        // The place of a line is its identity: the same words may stand twice.
        const key = `${i}|${block.lines[0]?.segments[0]?.text}`;
        if (block.role === 'bullet')
          return (
            <ul key={key} class="mt-1 list-disc space-y-0.5 pl-5 marker:text-muted">
              {block.lines.map((line, k) => (
                <li key={`${k}|${line.segments[0]?.text}`}>
                  <Segments line={line} looking={looking} />
                </li>
              ))}
            </ul>
          );
        return block.lines.map((line, k) => (
          <Row key={`${key}|${k}`} line={line} looking={looking} letter={kind !== 'resume'} />
        ));
      })}
    </article>
  );
}

type Block = { role: OutlineLine['role']; lines: OutlineLine[] };

/** Neighbours of one role together, so that bullets make one list. */
function grouped(outline: readonly OutlineLine[]): Block[] {
  const blocks: Block[] = [];
  for (const line of outline) {
    const last = blocks.at(-1);
    if (last?.role === line.role) last.lines.push(line);
    else blocks.push({ role: line.role, lines: [line] });
  }
  return blocks;
}

function Row({ line, looking, letter }: { line: OutlineLine; looking: Looking; letter: boolean }): JSX.Element {
  const content = <Segments line={line} looking={looking} />;
  if (line.role === 'name') return <h2 class="text-2xl font-semibold tracking-tight">{content}</h2>;
  if (line.role === 'contact') return <p class="text-sm text-muted">{content}</p>;
  if (line.role === 'heading')
    return <h3 class="mt-5 border-b border-line pb-0.5 font-semibold text-accent">{content}</h3>;
  if (line.role === 'entry') {
    const [title, ...rest] = line.segments;
    return (
      <h4 class="mt-3 flex flex-wrap items-baseline justify-between gap-x-4 font-semibold sm:flex-nowrap">
        <span class="min-w-0">{title && <Segments line={{ ...line, segments: [title] }} looking={looking} />}</span>
        {rest.length > 0 && (
          <span class="text-sm font-normal whitespace-nowrap text-muted tabular-nums">
            <Segments line={{ ...line, segments: rest }} looking={looking} />
          </span>
        )}
      </h4>
    );
  }
  if (line.role === 'detail') return <p class="text-muted">{content}</p>;
  return <p class={letter ? 'mt-3' : 'mt-1'}>{content}</p>;
}

/** The pieces of a line; between contact details a dot, between employer and place a comma, between sentences a space. */
function Segments({ line, looking }: { line: OutlineLine; looking: Looking }): JSX.Element {
  const between = line.role === 'contact' ? ' · ' : line.role === 'detail' ? ', ' : ' ';
  return (
    <>
      {line.segments.map((segment, i) => (
        <span key={`${i}|${segment.text}`}>
          {i > 0 && between}
          {segment.index === undefined ? segment.text : <Traced {...segment} index={segment.index} looking={looking} />}
        </span>
      ))}
    </>
  );
}

/** A link, for it runs on in the middle of a paragraph as no button can: it leads to where the line comes from. */
function Traced({ text, index, looking }: Segment & { index: number; looking: Looking }): JSX.Element {
  const { document, changes, shown, onPoint, onChoose } = looking;
  const change = changes.get(index);
  const evidence = document.trace[index]?.evidence ?? [];
  return (
    <a
      href={`#line-${index}`}
      data-line={index}
      onClick={(event) => {
        event.preventDefault();
        onChoose(index);
      }}
      onMouseEnter={() => onPoint(index)}
      onMouseLeave={() => onPoint(undefined)}
      onFocus={() => onPoint(index)}
      onBlur={() => onPoint(undefined)}
      class={cx(
        'rounded-xs decoration-dotted decoration-1 underline-offset-4',
        shown === index ? 'bg-accent-soft underline' : 'hover:bg-sunken',
        typeof change === 'string' && 'bg-ok-soft',
        change === null && 'text-muted line-through',
      )}
    >
      {change ?? text}
      <span class="sr-only">
        {change === null ? ' Will be left out.' : ''} Rests on {evidence.map(evidenceInWords).join('; ')}
      </span>
    </a>
  );
}
