/** Opens pages of our own in Chromium with the real engine in an isolated world, like a content script's; no plan is made here. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, CDPSession, Frame, Page } from 'playwright-core';
import { giveToPage } from '#extension/fill/give-to-page.ts';
import type { HandOver } from '#extension/fill/hand-over.ts';
import type { FieldReport, FillStep, FormField } from '#shared/form/form.schema.ts';
import { applicantDocuments } from '#tests/support/applicant.ts';
import { bundleForPage } from '#tests/support/page-bundle.ts';

const FIXTURES = resolve(import.meta.dirname, '../fixtures/forms');
const FILES = Object.fromEntries(
  applicantDocuments.map(({ id, fileName }) => [
    id,
    { name: fileName, type: 'application/pdf', text: `%PDF-1.7 ${id}` },
  ]),
);

let script: string | undefined;

export type EngineOptions = { world?: 'isolated' | 'main'; frame?: string; html?: string };

export type Engine = {
  readonly page: Page;
  readonly origin: string;
  collect(): Promise<FormField[]>;
  /** Carries out steps for a page of `expected` origin, which is the page's own where none is given. */
  run(steps: readonly FillStep[], expected?: string): Promise<FieldReport[]>;
  /** Asks the run under way to stop. */
  stop(): Promise<void>;
  undo(): Promise<FieldReport[]>;
  close(): Promise<void>;
};

/** `html` stands for a file of the fixtures. `world: 'main'` only where the page has to lend the engine something an extension API would give. */
export async function openEngine(browser: Browser, name: string, options: EngineOptions = {}): Promise<Engine> {
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
  return {
    page,
    origin,
    collect: () => evaluate<FormField[]>('__engine.collect()'),
    run: async (steps, expected = origin) => {
      const report = await evaluate<FieldReport[]>(
        `__engine.run(${JSON.stringify(steps)}, ${JSON.stringify(FILES)}, ${JSON.stringify(expected)})`,
      );
      // What the background does with what was left to the page's own code.
      const left = await evaluate<HandOver[]>('__engine.handOvers()');
      if (left.length === 0) return report;
      const refs: string[] = [];
      for (const { ref, path, documentId } of left) {
        const { name: fileName, type, text } = FILES[documentId] ?? { name: '', type: '', text: '' };
        if (await frame.evaluate(giveToPage, { path, name: fileName, type, base64: btoa(text) })) refs.push(ref);
      }
      const settled = await evaluate<FieldReport[]>(`__engine.settle(${JSON.stringify(refs)})`);
      return report.map((line) => settled.find(({ ref }) => ref === line.ref) ?? line);
    },
    stop: () => evaluate<void>('__engine.stop()'),
    undo: () => evaluate<FieldReport[]>('__engine.undoFill()'),
    close: () => context.close(),
  };
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
