/** Opens pages of our own in Chromium and fills them with the real engine, in an isolated world like a content script's. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, CDPSession, Frame, Page } from 'playwright-core';
import type { FieldReport, FormField } from '#shared/form/form.schema.ts';
import { type Plan, type PlanInput, planFill } from '#shared/form/plan.rules.ts';
import { joinReports } from '#shared/form/report.rules.ts';
import { applicantAnswers, applicantDocuments, applicantResume } from '#tests/support/applicant.ts';
import { bundleForPage } from '#tests/support/page-bundle.ts';

const FIXTURES = resolve(import.meta.dirname, '../fixtures/forms');
const FILES = Object.fromEntries(
  applicantDocuments.map(({ id, fileName }) => [
    id,
    { name: fileName, type: 'application/pdf', text: `%PDF-1.7 ${id}` },
  ]),
);

let script: string | undefined;

export type Opened = {
  readonly page: Page;
  collect(): Promise<FormField[]>;
  plan(fields: FormField[], change?: Partial<PlanInput>): Plan;
  run(plan: Plan, origin?: string): Promise<FieldReport[]>;
  /** Collect, plan, run; the joined report. */
  fill(change?: Partial<PlanInput>): Promise<FieldReport[]>;
  undo(): Promise<FieldReport[]>;
  close(): Promise<void>;
};

/** `html` stands for a file of the fixtures. `world: 'main'` only where the page has to lend the engine something an extension API would give. */
export async function openForm(
  browser: Browser,
  name: string,
  options: { world?: 'isolated' | 'main'; frame?: string; html?: string } = {},
): Promise<Opened> {
  script ??= await bundleForPage(resolve(import.meta.dirname, 'form-page.ts'), '__engine');
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  await page.route('**/*', (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    if (options.html !== undefined && file === name)
      return route.fulfill({ body: options.html, contentType: 'text/html; charset=utf-8' });
    return /^[a-z-]+\.html$/.test(file)
      ? route.fulfill({ body: readFileSync(resolve(FIXTURES, file), 'utf8'), contentType: 'text/html; charset=utf-8' })
      : route.abort();
  });
  await page.goto(`https://jobs.employer.example/${name}`);
  const frame = options.frame
    ? page.frames().find((each) => each.url().startsWith(options.frame ?? ''))
    : page.mainFrame();
  if (!frame) throw new Error(`No frame at ${options.frame}`);
  const evaluate = options.world === 'main' ? mainWorld(frame) : await isolatedWorld(frame);
  await evaluate(script);
  const origin = new URL(frame.url()).origin;
  const opened: Opened = {
    page,
    collect: () => evaluate<FormField[]>('__engine.collect()'),
    plan: (fields, change = {}) =>
      planFill({
        fields,
        resume: applicantResume,
        answers: applicantAnswers,
        documents: applicantDocuments,
        origin,
        ...change,
      }),
    run: (plan, expected = origin) =>
      evaluate<FieldReport[]>(
        `__engine.run(${JSON.stringify(plan.steps)}, ${JSON.stringify(FILES)}, ${JSON.stringify(expected)})`,
      ),
    fill: async (change) => {
      const plan = opened.plan(await opened.collect(), change);
      return joinReports(plan.report, await opened.run(plan));
    },
    undo: () => evaluate<FieldReport[]>('__engine.undoFill()'),
    close: () => context.close(),
  };
  return opened;
}

type Evaluate = <T>(expression: string) => Promise<T>;

const mainWorld =
  (frame: Frame): Evaluate =>
  (expression) =>
    frame.evaluate(expression);

async function isolatedWorld(frame: Frame): Promise<Evaluate> {
  const session: CDPSession = await frame
    .page()
    .context()
    .newCDPSession(frame.parentFrame() ? frame : frame.page());
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'engine',
  });
  return async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
}

/** Outcome of the report line whose label starts so. */
export const outcomeOf = (report: readonly FieldReport[], label: string): string | undefined =>
  report.find((line) => line.label.startsWith(label))?.outcome;
