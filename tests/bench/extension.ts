/** What the extension costs a page and a person: bytes by host, the time of a fill, and of the popup. */
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { EXTENSION_ORIGIN } from '#extension/identity.ts';
import { buildExtension } from '#infra/build/extension.ts';
import { contract } from '#shared/contract.ts';
import type { FieldReport, FormField } from '#shared/form/form.schema.ts';
import { planFill } from '#shared/form/plan.rules.ts';
import { applicantAnswers, applicantDocuments, applicantResume } from '../support/applicant.ts';
import { chromiumPath, launchChromium } from '../support/chromium.ts';
import { launchWithExtension } from '../support/extension.ts';
import { bundleForPage } from '../support/page-bundle.ts';
import { startTestStack } from '../support/stack.ts';
import { median, type Row } from './row.ts';

const ROUNDS = 11;
const Manifest = z.object({
  content_scripts: z.array(z.object({ matches: z.array(z.string()), js: z.array(z.string()) })),
});

export async function measureExtension(root: string): Promise<Row[]> {
  const { folder } = await buildExtension();
  const rows = bytesByHost(folder);
  if (chromiumPath() === undefined) return rows;
  return [...rows, ...(await fills(root)), await popup()];
}

function bytesByHost(folder: string): Row[] {
  const { content_scripts: scripts } = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const size = (file: string) => statSync(join(folder, file)).size;
  const everywhere = scripts.filter(({ matches }) => matches.some((match) => /<all_urls>|:\/\/\*\//.test(match)));
  const total = (list: typeof scripts) => list.flatMap(({ js }) => js.map(size)).reduce((sum, bytes) => sum + bytes, 0);
  return [
    { measure: 'bytes on hosts that are not declared', figure: total(everywhere), unit: 'bytes', bar: { atMost: 0 } },
    { measure: 'detector on declared hosts', figure: total(scripts) / 1024, unit: 'KB', bar: { atMost: 30 } },
    { measure: 'collect and run, when filling', figure: size('page-fill.js') / 1024, unit: 'KB', bar: { atMost: 120 } },
  ];
}

const TEXTS = [
  'First name',
  'Last name',
  'Preferred name',
  'Email',
  'Phone',
  'Street address',
  'Address line 2',
  'City',
  'State or region',
  'Postal code',
  'LinkedIn profile',
  'GitHub profile',
  'Website',
  'Current company',
  'Current job title',
  'Notice period',
  'Earliest start date',
  'Years of experience',
  'University',
  'Field of study',
];
const CHOICES = [
  'Are you legally authorized to work in the United States?',
  'Do you require visa sponsorship?',
  'Are you willing to relocate?',
  'Are you authorized to work in Sweden?',
  'Do you now require sponsorship for Canada?',
];
const SELECTS = ['Country', 'Gender', 'Race', 'Veteran status', 'How did you hear about us?'];

/** Thirty questions, as plain as forms come, so that the engine's own work is what is timed. */
const FORM = `<!doctype html><html lang="en"><title>Apply</title><form><h1>Apply for Data Engineer</h1>
${TEXTS.map((label, i) => `<p><label for="t${i}">${label}</label><input id="t${i}" name="t${i}"></p>`).join('\n')}
${CHOICES.map((label, i) => `<fieldset><legend>${label}</legend><label><input type="radio" name="c${i}" value="Yes"> Yes</label><label><input type="radio" name="c${i}" value="No"> No</label></fieldset>`).join('\n')}
${SELECTS.map((label, i) => `<p><label for="s${i}">${label}</label><select id="s${i}" name="s${i}"><option value="">Select</option>${['United States', 'Sweden', 'Female', 'Male', 'White', 'I am not a protected veteran', 'LinkedIn'].map((option) => `<option>${option}</option>`).join('')}</select></p>`).join('\n')}
</form></html>`;

async function fills(root: string): Promise<Row[]> {
  const script = await bundleForPage(resolve(root, 'tests/browser/form-page.ts'), '__engine');
  const browser = await launchChromium();
  const origin = 'https://jobs.employer.example';
  try {
    const page = await browser.newPage();
    await page.route('**/*', (route) => route.fulfill({ body: FORM, contentType: 'text/html; charset=utf-8' }));
    const bare: number[] = [];
    const computed: number[] = [];
    const elapsed: number[] = [];
    let filled = 0;
    for (let round = 0; round <= ROUNDS; round++) {
      await page.goto(origin);
      const plain = await computeOf(page, () => page.evaluate(BARE_FILL));
      await page.goto(origin);
      await page.evaluate(script);
      const collect = await computeOf(page, () => page.evaluate<FormField[]>('__engine.collect()'));
      const planning = performance.now();
      const plan = planFill({
        fields: collect.result,
        resume: applicantResume,
        answers: applicantAnswers,
        documents: applicantDocuments,
        origin,
      });
      const planned = performance.now() - planning;
      const run = await computeOf(page, () =>
        page.evaluate<FieldReport[]>(`__engine.run(${JSON.stringify(plan.steps)}, {}, ${JSON.stringify(origin)})`),
      );
      if (round === 0) continue;
      filled = run.result.filter(({ outcome }) => outcome === 'filled').length;
      bare.push(plain.compute);
      computed.push(collect.compute + planned + run.compute);
      elapsed.push(collect.elapsed + planned + run.elapsed);
    }
    const baseline = { name: 'setting the same values blindly', figure: median(bare) };
    return [
      {
        measure: `fill of 30 questions (${filled} filled): compute`,
        figure: median(computed),
        unit: 'ms',
        baseline,
        bar: { atMost: 150 },
      },
      { measure: 'fill of 30 questions: elapsed, with its waits', figure: median(elapsed), unit: 'ms', baseline },
    ];
  } finally {
    await browser.close();
  }
}

const BARE_FILL = `for (const field of document.querySelectorAll('input, select')) {
  if (field.type === 'radio') field.click();
  else field.value = field.tagName === 'SELECT' ? field.options[1].value : 'x';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}`;

/** Main-thread time of the page's process while `work` runs, in ms, beside the time that passed. */
async function computeOf<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<{ result: T; compute: number; elapsed: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const taskTime = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const before = await taskTime();
  const started = performance.now();
  const result = await work();
  const elapsed = performance.now() - started;
  const compute = (await taskTime()) - before;
  await session.detach();
  return { result, compute, elapsed };
}

/** From opening the popup of a linked extension on an application form until Fill form can be pressed. */
async function popup(): Promise<Row> {
  const stack = await startTestStack();
  const browser = await launchWithExtension();
  try {
    const person = await stack.person();
    const { token } = await person.call(contract.auth.createToken, { body: { name: 'Benchmark' } });
    const options = await browser.options();
    await options.getByRole('textbox', { name: 'API address' }).fill(stack.url);
    await options.getByRole('textbox', { name: 'Access token' }).fill(token);
    await options.getByRole('button', { name: 'Link with token' }).click();
    await options.getByText('Linked as').waitFor();
    const posting = await browser.context.newPage();
    await posting.goto(`${stack.url}/demo/jobs/platform-engineer`);
    const tabId = await browser.tabIdOf(posting);
    const usable: number[] = [];
    const blank: number[] = [];
    const page = await browser.context.newPage();
    for (let round = 0; round <= ROUNDS; round++) {
      await page.goto('about:blank');
      const opened = performance.now();
      await page.goto(`${EXTENSION_ORIGIN}/icon/16.png`);
      if (round > 0) blank.push(performance.now() - opened);
      await page.goto('about:blank');
      const started = performance.now();
      await page.goto(`${EXTENSION_ORIGIN}/popup.html?tabId=${tabId}`, { waitUntil: 'commit' });
      await page.waitForFunction(() =>
        [...document.querySelectorAll('button')].some(
          (button) => button.textContent?.trim() === 'Fill form' && !button.disabled,
        ),
      );
      if (round > 0) usable.push(performance.now() - started);
    }
    return {
      measure: 'popup open to usable',
      figure: median(usable),
      unit: 'ms',
      baseline: { name: 'an empty page of the extension', figure: median(blank) },
      bar: { atMost: 200 },
    };
  } finally {
    await browser.close();
    await stack.close();
  }
}
