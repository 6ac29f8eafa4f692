/** Buttons that change the form itself, and where a wizard stands. Reads only. */
import type { FormAction } from '#shared/form/form.schema.ts';

/** Every visible button that adds a row or goes a step on, in reading order. */
export function collectActions(_document: Document): FormAction[] {
  return [];
}

/** Name of the step a wizard shows, or undefined where the page has no steps. */
export function currentStep(_document: Document): string | undefined {
  return undefined;
}
