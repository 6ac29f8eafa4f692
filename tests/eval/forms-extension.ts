/**
 * The built extension on a page, as a person uses it: its toolbar button is pressed, which opens the popup and lends it
 * the page, and **Fill form** is pressed there. Nothing of the build is changed, so undeclared sites count as they are.
 */
import type { CDPSession, Page, Worker } from 'playwright-core';
import { z } from 'zod';
import { EXTENSION_ID, EXTENSION_ORIGIN } from '#extension/identity.ts';
import { FieldReport } from '#shared/form/form.schema.ts';
import { parseLocation } from '#shared/job/place.rules.ts';
import { applicantAnswers, applicantResume } from '#tests/support/applicant.ts';
import { launchWithExtension } from '#tests/support/extension.ts';
import { GOOD_TOKEN, type ScriptedApi, startScriptedApi } from '#tests/support/scripted-api.ts';
import type { Filler } from './forms.ts';

const Run = z.object({ phase: z.string(), fields: z.array(FieldReport), error: z.string().optional() });
/** A page of many pickers and no scripts waits for each of them. */
const PATIENCE_MS = 180_000;

/** Starts Chromium with the extension, linked to a scripted server that knows the test applicant. */
export async function extensionFiller(): Promise<Filler> {
  const api = await startScriptedApi();
  const browser = await launchWithExtension({ args: ['--enable-unsafe-extension-debugging'] });
  const devtools = await browser.context.browser()?.newBrowserCDPSession();
  if (devtools === undefined) throw new Error('This browser has no DevTools of its own');
  answerAsApplicant(api);
  let isLinkedFor: boolean | undefined;

  const link = async (eeo: boolean): Promise<void> => {
    const answers = { ...applicantAnswers, eeo: { ...applicantAnswers.eeo, fill: eeo } };
    api.script('GET /api/v1/me/profile', () => ({
      json: { resume: applicantResume, answers, version: 3, updatedAt: '2026-11-21T10:00:00.000Z' },
    }));
    const options = await browser.options();
    const unlink = options.getByRole('button', { name: 'Unlink', exact: true });
    if (isLinkedFor !== undefined) await unlink.click();
    await options.getByRole('textbox', { name: 'API address' }).fill(api.origin);
    await options.getByRole('textbox', { name: 'Access token' }).fill(GOOD_TOKEN);
    await options.getByRole('button', { name: 'Link with token' }).click();
    await options.getByText(`Linked as ${applicantResume.basics?.email}`).waitFor();
    await options.close();
    isLinkedFor = eeo;
  };

  return {
    newPage: () => browser.context.newPage(),
    fill: async ({ page, eeo }) => {
      if (isLinkedFor !== eeo) await link(eeo);
      await page.bringToFront();
      const tabId = await activeTab(await browser.worker());
      const popup = await pressToolbarButton(devtools, page);
      const started = performance.now();
      const said = await pressFill(popup);
      const run = said === 'pressed' ? await finished(await browser.worker(), tabId).catch(unfinished) : undefined;
      const ms = performance.now() - started;
      await popup.close();
      return {
        reports: run?.fields ?? [],
        ms,
        ...(run ? {} : { note: said }),
        ...(run?.error ? { note: run.error } : {}),
      };
    },
    asksFirst: false,
    atOnce: 1,
    close: async () => {
      await browser.close();
      await api.close();
    },
  };
}

/** The server reads the place of a captured posting as the real one does. */
function answerAsApplicant(api: ScriptedApi): void {
  api.script('POST /api/v1/jobs/capture', ({ body }) => {
    const given = z.object({
      url: z.string(),
      title: z.string(),
      company: z.string(),
      description: z.string(),
      location: z.string().default(''),
    });
    const { location, ...job } = given.parse(JSON.parse(body));
    const place = parseLocation(location);
    return {
      status: 201,
      json: {
        job: {
          id: 'job_1',
          ...job,
          location: { ...place, text: location },
          skills: [],
          sources: [],
          liveness: 'live',
          variants: [],
          personal: { status: null, notes: '' },
        },
      },
    };
  });
}

const Targets = z.object({
  targetInfos: z.array(z.object({ targetId: z.string(), type: z.string(), url: z.string() })),
});
type Popup = { evaluate: (expression: string) => Promise<unknown>; close: () => Promise<void> };

/** Chromium opens the popup of the active tab and lends the extension that tab, as for a person's click. */
async function pressToolbarButton(devtools: CDPSession, page: Page): Promise<Popup> {
  // Typed loosely: the library does not list these commands of Chromium's yet.
  const send = (method: string, params: object): Promise<unknown> =>
    (devtools.send as (method: string, params: object) => Promise<unknown>).call(devtools, method, params);
  const targets = async (type: string) =>
    Targets.parse(await send('Target.getTargets', { filter: [{ type }] })).targetInfos;
  const tab = (await targets('tab')).find((each) => each.url === page.url());
  await send('Extensions.triggerAction', { id: EXTENSION_ID, targetId: tab?.targetId });
  const popup = await waitFor(async () =>
    (await targets('page')).find((each) => each.url === `${EXTENSION_ORIGIN}/popup.html`),
  );
  const { targetId } = popup;
  const { sessionId } = z
    .object({ sessionId: z.string() })
    .parse(await send('Target.attachToTarget', { targetId, flatten: false }));
  return {
    evaluate: (expression) => evaluateIn({ devtools, sessionId, expression }),
    close: async () => {
      await send('Target.closeTarget', { targetId });
      await waitFor(async () => !(await targets('page')).some((each) => each.targetId === targetId));
    },
  };
}

const Reply = z.object({
  id: z.number(),
  result: z.object({ result: z.object({ value: z.unknown() }) }).optional(),
});
let asked = 0;

/** The popup is no page of the library's, so its session is spoken to through the browser's. */
function evaluateIn(given: { devtools: CDPSession; sessionId: string; expression: string }): Promise<unknown> {
  const { devtools, sessionId, expression } = given;
  const id = ++asked;
  const params = { expression, returnByValue: true, awaitPromise: true };
  return new Promise((resolve, reject) => {
    const onMessage = (event: { sessionId: string; message: string }) => {
      const reply = Reply.safeParse(JSON.parse(event.message));
      if (event.sessionId !== sessionId || !reply.success || reply.data.id !== id) return;
      devtools.off('Target.receivedMessageFromTarget', onMessage);
      resolve(reply.data.result?.result.value);
    };
    devtools.on('Target.receivedMessageFromTarget', onMessage);
    const message = JSON.stringify({ id, method: 'Runtime.evaluate', params });
    devtools.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
  });
}

/** Presses **Fill form** once it can be; where it cannot, gives what the popup says. */
async function pressFill(popup: Popup): Promise<string> {
  const looked = `(() => {
    const button = [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === 'Fill form');
    if (button && !button.disabled) { button.click(); return 'pressed'; }
    const said = [...document.querySelectorAll('[role=status], [role=alert]')].map((each) => each.textContent.trim()).join(' ');
    return /No form|forbid|may not/.test(said) ? said : '';
  })()`;
  return waitFor(async () => {
    const answer = await popup.evaluate(looked);
    return typeof answer === 'string' && answer !== '' ? answer : undefined;
  });
}

/** Its number needs no permission; its address would. */
const activeTab = (worker: Worker): Promise<number> =>
  worker.evaluate(async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id ?? -1);

/** The run of a tab once it is over. */
function finished(worker: Worker, tabId: number): Promise<z.infer<typeof Run>> {
  return waitFor(async () => {
    const found = await worker.evaluate(async (key) => (await chrome.storage.session.get(key))[key], `run:${tabId}`);
    const run = Run.safeParse(found);
    return run.success && ['done', 'failed', 'cancelled'].includes(run.data.phase) ? run.data : undefined;
  });
}

/** One page that hangs does not end the measuring of the others; what it holds by then is scored. */
const unfinished = (cause: unknown): z.infer<typeof Run> => ({ phase: 'failed', fields: [], error: String(cause) });

async function waitFor<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (const started = performance.now(); performance.now() - started < PATIENCE_MS; ) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error('The extension did not answer in time');
}
