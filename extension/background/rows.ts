/** Rows for further jobs and schools: the form's own button is pressed, once per entry, as long as that brings a row. */
import type { FormAction } from '#shared/form/form.schema.ts';
import { type Run, readSettings } from '../storage.ts';
import { keyOf } from './follow.ts';
import { lookAtTab, pressInFrame, type SeenFrame } from './page.ts';
import { updateRun } from './run-state.ts';

/** More than this of one kind is more than people write, and more than a form should be made to grow. */
const MOST_ROWS = 5;

type Given = { frames: readonly SeenFrame[]; adders: readonly FormAction[] };

/**
 * Presses the first button that may still bring a row. True where there was one to press: then the page is worth another
 * look. A press is counted before it is made, so a stopped worker cannot make it again and again.
 */
export async function addRow(run: Run, { frames, adders }: Given): Promise<boolean> {
  if (!(await readSettings()).addRows) return false;
  const adder = adders.find((one) => (run.rows[sectionOf(one)] ?? 0) < MOST_ROWS);
  const frame = frames.find(({ frameId }) => frameId === adder?.frame);
  if (adder === undefined || frame === undefined) return false;
  const section = sectionOf(adder);
  await updateRun(run, (now) => ({ rows: { ...now.rows, [section]: (now.rows[section] ?? 0) + 1 } }));
  const { tabId } = run;
  const isPressed = await pressInFrame({ tabId, documentId: frame.documentId, ref: adder.ref });
  const isMore = isPressed && bringsMore(frames, await lookAtTab(tabId));
  // A button that brought nothing once is not asked again.
  if (!isMore) await updateRun(run, (now) => ({ rows: { ...now.rows, [section]: MOST_ROWS } }));
  return true;
}

const sectionOf = ({ frame, section, label }: FormAction): string => `${frame}:${section}:${label}`;

function bringsMore(before: readonly SeenFrame[], after: readonly SeenFrame[]): boolean {
  const known = new Set(before.flatMap(visibleKeys));
  return after.flatMap(visibleKeys).some((key) => !known.has(key));
}

const visibleKeys = ({ frameId, fields }: SeenFrame): string[] =>
  fields.filter(({ visible }) => visible).map(({ ref }) => keyOf({ frame: frameId, ref }));
