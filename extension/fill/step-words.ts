/** How pages count the steps of a form, in twelve languages. */

const STEP = 'step|schritt|étape|etape|paso|etapa|passo|fase|stap|krok|steg|adım|шаг|page|seite|part|ステップ';
const OF = 'of|von|sur|de|di|van|z|ze|av|из|\\/';
const COUNTED = new RegExp(`(?<!\\p{L})(?:${STEP})\\s*(\\d{1,2})\\s*(?:${OF})\\s*(\\d{1,2})(?!\\d)`, 'iu');

/** `2 of 5` from “Step 2 of 5”; undefined where the text counts no steps. */
export function countedStep(text: string): string | undefined {
  const [, at, all] = COUNTED.exec(text) ?? [];
  return at !== undefined && all !== undefined && Number(at) >= 1 && Number(at) <= Number(all)
    ? `${at} of ${all}`
    : undefined;
}
