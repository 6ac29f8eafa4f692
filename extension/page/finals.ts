/**
 * What the person made of the questions of a finished fill. Asked for as the popup opens, and told once more as they leave
 * the form: a page that confirms an application has nothing left to read.
 */
import { isOther } from '#shared/form/changed.rules.ts';
import { collectFields } from '../fill/collect-fields.ts';
import type { Body } from '../messages.ts';
import type { RememberOrder } from './page-tools.ts';

type Change = Body<'run.final'>['changed'][number];
type Remembered = RememberOrder & { before: Map<string, string> };

let remembered: Remembered | undefined;
let told = '';

/** The answers at this moment, in words, by ref. */
function answersNow(refs: ReadonlySet<string>): Map<string, string> {
  const answers = new Map<string, string>();
  for (const field of collectFields(document)) {
    if (!refs.has(field.ref)) continue;
    const chosen = field.options.filter((option) => option.selected).map((option) => option.text);
    answers.set(field.ref, chosen.length > 0 ? chosen.join('; ') : field.value);
  }
  return answers;
}

/** What differs from the end of the fill. Of questions whose value is not wanted only that it differs. */
export function changedAnswers(): Change[] {
  if (remembered === undefined) return [];
  const { before, questions } = remembered;
  const now = answersNow(new Set(questions.map(({ ref }) => ref)));
  return questions.flatMap(({ ref, wanted }) => {
    const value = now.get(ref);
    if (value === undefined || value.trim() === '' || !isOther(before.get(ref) ?? '', value)) return [];
    return [{ ref, value: wanted ? value.slice(0, 6000) : '' }];
  });
}

/** Remembers the answers as they stand now and reports what became of them whenever the person may be leaving. */
export function rememberAnswers(order: RememberOrder): void {
  const first = remembered === undefined;
  const before = answersNow(new Set(order.questions.map(({ ref }) => ref)));
  remembered = { ...order, before };
  told = '';
  if (!first) return;
  addEventListener('submit', tell, { capture: true });
  addEventListener('pagehide', tell);
  addEventListener('click', ({ target }) => isButton(target) && tell(), { capture: true });
}

const isButton = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button,[role=button],[type=submit],[type=button],[type=image]') !== null;

function tell(): void {
  if (remembered === undefined) return;
  const body: Body<'run.final'> = { runId: remembered.runId, changed: changedAnswers() };
  const said = JSON.stringify(body);
  if (said === told) return;
  told = said;
  chrome.runtime.sendMessage({ name: 'run.final', body }).catch(() => undefined);
}
