/** What the extension costs a page and a person: bytes by host, the time of a fill, and of the popup. */
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { EXTENSION_ORIGIN } from '#extension/identity.ts';
import { buildExtension } from '#infra/build/extension.ts';
import { contract } from '#shared/contract.ts';
import type { FieldReport, FillStep, FormField } from '#shared/form/form.schema.ts';
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
  return [...rows, ...(await fills(root)), ...(await sixtyFields(root)), await popup()];
}

function bytesByHost(folder: string): Row[] {
  const { content_scripts: scripts } = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const size = (file: string) => statSync(join(folder, file)).size;
  const everywhere = scripts.filter(({ matches }) => matches.some((match) => /<all_urls>|:\/\/\*\//.test(match)));
  const total = (list: typeof scripts) => list.flatMap(({ js }) => js.map(size)).reduce((sum, bytes) => sum + bytes, 0);
  return [
    { measure: 'bytes on hosts that are not declared', figure: total(everywhere), unit: 'bytes', bar: { atMost: 0 } },
    { measure: 'detector on declared hosts', figure: total(scripts) / 1024, unit: 'KB', bar: { atMost: 30 } },
    { measure: 'collect and run, when filling', figure: size('page-fill.js') / 1000, unit: 'KB', bar: { atMost: 120 } },
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

/** Sixty questions inside the wrappers application sites draw around them. */
const SIXTY = `<!doctype html><html lang="en"><title>Apply</title><style>.row{margin:8px;overflow:hidden}.card{border:1px solid #ccc;position:relative}</style><main><div><div><div class="card"><h1>Apply for Data Engineer</h1><form>
${[...Array(3).keys()]
  .flatMap((part) => [
    `<h2>${['About you', 'Experience', 'Questions'][part]}</h2>`,
    ...TEXTS.slice(0, 15).map(
      (label, i) =>
        `<div class="row"><div class="label"><span>${part === 0 ? label : `${label} of your ${part === 1 ? 'last project' : 'team'}`}</span><span>*</span></div><div class="field"><div><input name="t${part}-${i}" type="text"></div></div></div>`,
    ),
    ...CHOICES.slice(0, 3).map(
      (label, i) =>
        `<div class="row"><fieldset><legend>${label}</legend>${['Yes', 'No'].map((each) => `<label><input type="radio" name="c${part}-${i}" value="${each}"> ${each}</label>`).join('')}</fieldset></div>`,
    ),
    ...SELECTS.slice(0, 2).map(
      (label, i) =>
        `<div class="row"><label for="s${part}-${i}">${label}</label><select id="s${part}-${i}"><option value="">Select</option>${['United States', 'Sweden', 'Female', 'Male'].map((option) => `<option>${option}</option>`).join('')}</select></div>`,
    ),
  ])
  .join('\n')}
<button type="button">Add another project</button><button>Submit application</button></form></div></div></div></main></html>`;

/** Reading each control of a page once, as little as anything that understands a form must do. */
const BARE_READ = `[...document.querySelectorAll('input, select')].map((field) => [
  field.labels?.[0]?.textContent ?? field.parentElement?.textContent,
  field.getBoundingClientRect().width,
  getComputedStyle(field).opacity,
  field.value,
]).length`;

/** A write into every question, whatever it asks: what is timed is the writing. */
function anyAnswer({ ref, kind, label, options }: FormField, index: number): FillStep {
  const step = { ref, frame: 0, label, source: 'basics.name' };
  const [first] = options.filter(({ value }) => value !== '');
  if (kind === 'radio') return { ...step, action: 'choose', value: first?.text ?? '', options: [first?.ref ?? ''] };
  if (kind === 'select') return { ...step, action: 'select', value: first?.text ?? '' };
  return { ...step, action: 'text', value: `Answer ${index}` };
}

async function sixtyFields(root: string): Promise<Row[]> {
  const script = await bundleForPage(resolve(root, 'tests/browser/form-page.ts'), '__engine');
  const browser = await launchChromium();
  const origin = 'https://jobs.employer.example';
  try {
    const page = await browser.newPage();
    await page.route('**/*', (route) => route.fulfill({ body: SIXTY, contentType: 'text/html; charset=utf-8' }));
    const bare: number[] = [];
    const understood: number[] = [];
    const written: number[] = [];
    let questions = 0;
    let filled = 0;
    for (let round = 0; round <= ROUNDS; round++) {
      await page.goto(origin);
      const plain = await computeOf(page, () => page.evaluate(BARE_READ));
      await page.goto(origin);
      await page.evaluate(script);
      const collect = await computeOf(page, () => page.evaluate<FormField[]>('__engine.collect()'));
      const planning = process.cpuUsage();
      planFill({
        fields: collect.result,
        resume: applicantResume,
        answers: applicantAnswers,
        documents: applicantDocuments,
        origin,
      });
      const { user, system } = process.cpuUsage(planning);
      if (round === 0) continue;
      questions = collect.result.length;
      bare.push(plain.compute);
      understood.push(collect.compute + (user + system) / 1000);
      const steps = JSON.stringify(collect.result.map(anyAnswer));
      const run = await computeOf(page, () =>
        page.evaluate<FieldReport[]>(`__engine.run(${steps}, {}, ${JSON.stringify(origin)})`),
      );
      filled = run.result.filter(({ outcome }) => outcome === 'filled').length;
      written.push(collect.compute + run.compute);
    }
    return [
      {
        measure: `collect and plan of ${questions} questions: compute`,
        figure: median(understood),
        unit: 'ms',
        baseline: { name: 'reading each control once', figure: median(bare) },
        bar: { atMost: 60 },
      },
      {
        measure: `fill of all ${filled} of them: compute`,
        figure: median(written),
        unit: 'ms',
        baseline: { name: 'reading each control once', figure: median(bare) },
        bar: { atMost: 400 },
      },
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

/** Time the processor spent on the page's main thread while `work` ran, in ms, beside the time that passed. */
async function computeOf<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<{ result: T; compute: number; elapsed: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
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
