/** The text of a posting, set as headings, lists and paragraphs, with the passages somebody points at marked. */
import { Fragment, type JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { cx } from '#shared/ui/cx.ts';
import { type Line, layoutOf } from './layout.rules.ts';

/** A passage by its place in the text. Marks of one key belong together. */
export type Passage = { readonly key: string; readonly start: number; readonly end: number };

/** It came from a stranger's page: only ever text. */
export function JobText(props: {
  text: string;
  passages?: readonly Passage[];
  /** The passage looked at; each new object brings it into sight again. */
  shown?: { readonly key: string } | undefined;
}): JSX.Element {
  const { text, passages = [], shown } = props;
  const root = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => layoutOf(text), [text]);
  useEffect(() => {
    if (shown === undefined) return;
    const mark = root.current?.querySelector<HTMLElement>(`mark[data-passage="${CSS.escape(shown.key)}"]`);
    mark?.scrollIntoView({ block: 'center' });
    mark?.focus({ preventScroll: true });
  }, [shown]);
  const words = (line: Line) => <Words text={text} line={line} passages={passages} shown={shown?.key} />;
  return (
    <div ref={root} class="max-w-prose space-y-3 wrap-anywhere">
      {blocks.map(({ kind, lines }) => {
        const key = lines[0]?.[0];
        if (kind === 'heading')
          return (
            <h3 key={key} class="pt-2 font-semibold">
              {lines.map(words)}
            </h3>
          );
        if (kind === 'list')
          return (
            <ul key={key} class="list-disc space-y-1 pl-5 marker:text-muted">
              {lines.map((line) => (
                <li key={line[0]}>{words(line)}</li>
              ))}
            </ul>
          );
        return (
          <p key={key}>
            {lines.map((line, i) => (
              <Fragment key={line[0]}>
                {i > 0 && <br />}
                {words(line)}
              </Fragment>
            ))}
          </p>
        );
      })}
    </div>
  );
}

/** One line, cut where marks begin and end. */
function Words(props: {
  text: string;
  line: Line;
  passages: readonly Passage[];
  shown: string | undefined;
}): JSX.Element {
  const { text, line, passages, shown } = props;
  const [from, to] = line;
  const here = passages.filter(({ start, end }) => start < to && end > from).toSorted((a, b) => a.start - b.start);
  const parts: JSX.Element[] = [];
  let at = from;
  for (const { key, start, end } of here) {
    const begin = Math.max(at, start);
    const stop = Math.min(to, end);
    if (stop <= begin) continue;
    parts.push(<Fragment key={at}>{text.slice(at, begin)}</Fragment>);
    parts.push(
      <mark
        key={begin}
        data-passage={key}
        tabIndex={-1}
        class={cx(
          'rounded-sm text-text outline-none',
          key === shown ? 'bg-warn-soft ring-2 ring-warn' : 'bg-accent-soft',
        )}
      >
        {text.slice(begin, stop)}
      </mark>,
    );
    at = stop;
  }
  return (
    <>
      {parts}
      {text.slice(at, to)}
    </>
  );
}
