/** Lists of many: a table on wide windows whose rows become stacked lines on narrow ones, and the pager under it. */
import type { ComponentChildren, JSX } from 'preact';
import { Button } from './button.tsx';
import { cx } from './cx.ts';

export type Column<T> = {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: T) => ComponentChildren;
  /** Numbers stand at the right. */
  readonly numeric?: boolean;
  /** Left out on narrow windows. */
  readonly wideOnly?: boolean;
  readonly class?: string;
};

/** A table with a caption for assistive technology. */
export function Table<T>(props: {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
}): JSX.Element {
  return (
    <div class="relative overflow-x-auto rounded-lg border border-line bg-surface">
      <table class="w-full border-collapse text-left">
        <caption class="sr-only">{props.caption}</caption>
        <thead>
          <tr class="border-b border-line text-xs text-muted">
            {props.columns.map((column) => (
              <th key={column.key} scope="col" class={cx('h-8 px-3 font-medium', headClass(column))}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.keyOf(row)} class="border-b border-line last:border-0 hover:bg-sunken">
              {props.columns.map((column) => (
                <td key={column.key} class={cx('px-3 py-2 align-top', cellClass(column))}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const headClass = <T,>(column: Column<T>): string =>
  cx(
    (column.numeric || column.class?.includes('text-right')) && 'text-right',
    column.wideOnly && 'hidden md:table-cell',
  );

const cellClass = <T,>(column: Column<T>): string =>
  cx(column.numeric && 'text-right tabular-nums', column.wideOnly && 'hidden md:table-cell', column.class);

/** Which rows are shown, and the way to the others. */
export function Pager(props: {
  offset: number;
  limit: number;
  total: number;
  onOffset: (offset: number) => void;
}): JSX.Element | null {
  const { offset, limit, total } = props;
  if (total <= limit && offset === 0) return null;
  const last = Math.min(offset + limit, total);
  return (
    <nav aria-label="Pages" class="mt-3 flex items-center justify-between gap-2 text-sm text-muted">
      <span class="tabular-nums">
        {total === 0 ? 0 : offset + 1}–{last} of {total.toLocaleString()}
      </span>
      <span class="flex gap-2">
        <Button size="sm" disabled={offset === 0} onClick={() => props.onOffset(Math.max(0, offset - limit))}>
          Previous
        </Button>
        <Button size="sm" disabled={last >= total} onClick={() => props.onOffset(offset + limit)}>
          Next
        </Button>
      </span>
    </nav>
  );
}
