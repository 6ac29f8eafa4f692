/** Presses a button that adds a row to the form, and nothing else: what submits or leads away is left alone. */
import { bringIntoView, press } from '../fill/events.ts';
import { locate } from '../fill/field-registry.ts';
import { holdSubmits } from '../fill/hold-submits.ts';
import { untilQuiet } from '../fill/quiet.ts';
import { whyInvisible } from '../fill/visibility.ts';

/** A new row has been drawn when the page rests this long; rows that ask their server take up to `MOST_MS`. */
const QUIET_MS = 200;
const MOST_MS = 2_500;

/** Whether the button behind `ref` was pressed; resolves when the page has come to rest. */
export async function pressAdder(ref: string): Promise<boolean> {
  const element = locate(document, ref);
  if (!(element instanceof HTMLElement) || leadsAway(element)) return false;
  bringIntoView(element);
  if (whyInvisible(element, { covered: true }) || element.matches(':disabled,[aria-disabled=true]')) return false;
  const release = holdSubmits();
  try {
    press(element);
    await untilQuiet(document, { calm: QUIET_MS, most: MOST_MS });
  } finally {
    release();
  }
  return true;
}

/** A link to another page, or a button that says it submits. A typeless one is pressed with submits held. */
function leadsAway(element: HTMLElement): boolean {
  const link = element.closest('a[href]')?.getAttribute('href');
  if (link && !link.startsWith('#')) return true;
  return element.matches('[type=submit],[type=image],[type=reset],[formaction]');
}
