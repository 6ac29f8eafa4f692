/** Gathers what the page side can do under one name in our isolated world. */
import type { FieldReport } from '#shared/form/form.schema.ts';
import type { FileBytes } from '../fill/attach-file.ts';
import { collectButtons, currentStep } from '../fill/collect-buttons.ts';
import { collectFields } from '../fill/collect-fields.ts';
import { locate, locateZone } from '../fill/field-registry.ts';
import { handOvers, settle } from '../fill/hand-over.ts';
import { inOneLook } from '../fill/one-look.ts';
import { runPlan, undoFill } from '../fill/run-plan.ts';
import type { Body } from '../messages.ts';
import { isRefusedHost, readPosting } from '../sites/registry.ts';
import { embeddedPages } from './embedded.ts';
import { changedAnswers, rememberAnswers } from './finals.ts';
import type { Attachment, FillOrder, PageGlobal, PageTools } from './page-tools.ts';
import { pressAdder } from './press.ts';
import { readWords } from './read-words.ts';
import { reveal } from './reveal.ts';
import { watchQuestions } from './watch.ts';

type Fill = { report: Promise<FieldReport[]>; stop: AbortController };

/** Fills of this document by run id: the background may ask again after it was stopped, and must not fill twice. */
const fills = new Map<string, Fill>();

const tools: PageTools = {
  look: () =>
    inOneLook(() => {
      const posting = readPosting(document, location.href);
      const step = currentStep(document);
      return {
        origin: self.origin,
        url: location.href,
        fields: collectFields(document),
        buttons: collectButtons(document),
        ...(step === undefined ? {} : { step }),
        embedded: embeddedPages(document),
        ...(posting ? { posting } : {}),
      };
    }),
  fill(order) {
    const known = fills.get(order.runId) ?? begin(order);
    fills.set(order.runId, known);
    return known.report;
  },
  stop({ runId }) {
    for (const [id, fill] of fills) if (id.startsWith(runId)) fill.stop.abort();
  },
  handOvers,
  settle: ({ refs }) => settle(refs),
  async undo() {
    const report = await undoFill();
    return report.filter((line) => line.outcome === 'skipped').length;
  },
  press: ({ ref }) => pressAdder(ref),
  watch: ({ known }) => watchQuestions(known),
  reveal: ({ ref }) => reveal(ref),
  remember: rememberAnswers,
  changed: changedAnswers,
  words: () => readWords(document),
  find({ ref }) {
    const control = locate(document, ref);
    return control && { control, shown: locateZone(document, ref) ?? control };
  },
};

function begin({ runId, origin, steps, attachments, outlines }: FillOrder): Fill {
  const stop = new AbortController();
  const report = runPlan({
    steps,
    files: Object.fromEntries(Object.entries(attachments).map(([id, attachment]) => [id, bytesOf(attachment)])),
    expectedOrigin: origin,
    signal: stop.signal,
    outlines,
    adds: [...fills.keys()].some((id) => runOf(id) === runOf(runId)),
    onProgress: ({ line }) => tell({ runId, line }),
  });
  return { report, stop };
}

/** The run a pass belongs to: `run/pass`. */
const runOf = (id: string): string | undefined => id.split('/')[0];

/** The background writes it down, so that what was done is known even if this page goes away. */
function tell(body: Body<'run.step'>): void {
  chrome.runtime.sendMessage({ name: 'run.step', body }).catch(() => undefined);
}

const bytesOf = ({ name, type, base64 }: Attachment): FileBytes => ({
  name,
  type,
  bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
});

/** Installs the tools, once: what an earlier run remembers for undo stays. */
export function installPageTools(): void {
  // A frame of a site that forbids tools, inside a page that does not: nothing is read there either.
  if (isRefusedHost(location.href)) return;
  (globalThis as PageGlobal).footholdPage ??= tools;
}
