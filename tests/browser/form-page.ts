/** The engine inside a test page, driven the way the extension's content script will. */
import { collectFields } from '#extension/fill/collect-fields.ts';
import { handOvers, settle } from '#extension/fill/hand-over.ts';
import { runPlan, undoFill } from '#extension/fill/run-plan.ts';
import type { FieldReport, FillStep } from '#shared/form/form.schema.ts';

export { handOvers, settle, undoFill };

export const collect = () => collectFields(document);

let stopping: AbortController | undefined;

/** Asks the run under way to stop. */
export const stop = (): void => stopping?.abort();

export const run = (
  steps: FillStep[],
  files: Record<string, { name: string; type: string; text: string }>,
  expectedOrigin: string,
): Promise<FieldReport[]> => {
  stopping = new AbortController();
  return runPlan({
    steps,
    signal: stopping.signal,
    expectedOrigin,
    files: Object.fromEntries(
      Object.entries(files).map(([id, { name, type, text }]) => [
        id,
        { name, type, bytes: new TextEncoder().encode(text) },
      ]),
    ),
  });
};
