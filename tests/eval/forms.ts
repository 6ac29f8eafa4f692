/**
 * How well forms and postings are understood, measured on pages nobody here wrote: each is opened in Chromium under its
 * own address with its scripts off, collected, classified and planned, and compared with its labels. Tiers are never mixed. Longer than 300 lines with its
 * table of figures, which belongs beside what it counts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { siteHints } from '#extension/sites/registry.ts';
import { isApplicationForm } from '#shared/form/classify.rules.ts';
import type { FormField } from '#shared/form/form.schema.ts';
import { planFill } from '#shared/form/plan.rules.ts';
import { applicantAnswers, applicantDocuments, applicantResume } from '#tests/support/applicant.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { bundleForPage } from '#tests/support/page-bundle.ts';
import { type ExpectedPosting, type PostingScore, scorePosting } from './forms-postings.ts';

type Entry = {
  name: string;
  file: string;
  tier: string;
  ats: string;
  url: string;
  hasLabels: boolean;
  hasJob: boolean;
};
type Label = {
  selector: string;
  label: string;
  kind: string;
  field: string;
  fillable: boolean;
  group?: string;
  trap?: boolean;
};
type Posting = { title: string; company: string; location: string; description: string; country?: string };
type Page = {
  collectFields: (document: Document) => FormField[];
  refsOf: (
    labels: readonly { selector: string; kind: string }[],
    refs: readonly { ref: string; kind: string; options: readonly string[] }[],
  ) => string[][];
  readPosting: (document: Document, url: string) => Posting | null;
};

const OPT_IN = new Set(['gender', 'race', 'ethnicity', 'veteran', 'disability', 'pronouns']);
const SAME = [
  ['workAuthorization', 'sponsorship'],
  ['race', 'ethnicity'],
];
const NATIVE = new Set(['text', 'textarea', 'select', 'radio', 'checkbox', 'file']);

export type FormScore = {
  name: string;
  tier: string;
  fillable: number;
  right: number;
  wrong: number;
  trap: number;
  consent: number;
  neutral: number;
  nativeFillable: number;
  nativeRight: number;
  optIn: number;
  optInRight: number;
  eeoUnasked: number;
  lines: string[];
  isForm: boolean;
  /** Milliseconds the collection took in the page. */
  collectMs?: number;
};

/** Runs the evaluation over a corpus (`forms/` or the folder above it), prints tables, writes predictions to `out`. */
export async function run({
  corpus,
  out,
}: {
  corpus: string;
  out?: string;
}): Promise<{ forms: FormScore[]; postings: PostingScore[] }> {
  const root = locateCorpus(corpus);
  const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')) as Entry[];
  const script = await bundleForPage(resolve(import.meta.dirname, 'forms.page.ts'), '__foothold');
  const browser = await launchChromium();
  const forms: FormScore[] = [];
  const postings: PostingScore[] = [];
  try {
    for (const entry of manifest) {
      if (!entry.file.endsWith('.html')) continue;
      const page = await openPage(browser, join(root, 'pages', entry.file), entry.url);
      await page.evaluate(script);
      const posting = await page.evaluate(
        (url) => (globalThis as unknown as { __foothold: Page }).__foothold.readPosting(document, url),
        page.url(),
      );
      if (entry.hasJob) {
        const expected = JSON.parse(
          readFileSync(join(root, 'pages', `${entry.name}.job.json`), 'utf8'),
        ) as ExpectedPosting;
        postings.push(scorePosting(entry, expected, posting));
      }
      if (entry.hasLabels) {
        const labels = JSON.parse(readFileSync(join(root, 'pages', `${entry.name}.labels.json`), 'utf8')) as Label[];
        const { fields, collectMs } = await page.evaluate(() => {
          const started = performance.now();
          const found = (globalThis as unknown as { __foothold: Page }).__foothold.collectFields(document);
          return { fields: found, collectMs: performance.now() - started };
        });
        const refs = fields.map(({ ref, kind, options }) => ({
          ref,
          kind,
          options: options.flatMap((option) => (option.ref ? [option.ref] : [])),
        }));
        const owners = await page.evaluate(
          ({ targets, known }) => (globalThis as unknown as { __foothold: Page }).__foothold.refsOf(targets, known),
          { targets: labels.map(({ selector, kind }) => ({ selector, kind })), known: refs },
        );
        const score = scoreForm({ entry, labels, fields, owners, url: page.url(), posting });
        forms.push({ ...score, collectMs });
        if (out) {
          mkdirSync(out, { recursive: true });
          writeFileSync(join(out, `${entry.name}.json`), JSON.stringify({ score, fields, posting }, null, 1));
        }
      }
      await page.context().close();
    }
  } finally {
    await browser.close();
  }
  print(forms, postings);
  return { forms, postings };
}

function locateCorpus(corpus: string): string {
  for (const root of [corpus, join(corpus, 'forms')]) {
    try {
      readFileSync(join(root, 'manifest.json'));
      return root;
    } catch {}
  }
  throw new Error(`No manifest.json in ${corpus}`);
}

async function openPage(browser: Browser, file: string, url: string) {
  const address = /^https?:\/\/[\w.-]+\/\S*$/.test(url.split(' ')[0] ?? '')
    ? encodeURI((url.split(' ')[0] ?? '').replace(/…/g, 'x'))
    : 'https://employer.example/apply';
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({
          body: readFileSync(file, 'utf8'),
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': "script-src 'none'" },
        })
      : route.abort(),
  );
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  return page;
}

type Case = {
  entry: Entry;
  labels: Label[];
  fields: FormField[];
  owners: string[][];
  url: string;
  posting: Posting | null;
};

function scoreForm({ entry, labels, fields, owners, url, posting }: Case): FormScore {
  const hints = siteHints(url);
  const input = {
    fields,
    resume: applicantResume,
    answers: applicantAnswers,
    documents: applicantDocuments,
    origin: new URL(url).origin,
    ...(posting
      ? { job: { location: posting.location, ...(posting.country ? { country: posting.country } : {}) } }
      : {}),
    ...(hints ? { hints } : {}),
  };
  const plan = planFill(input);
  const closed = planFill({
    ...input,
    answers: { ...applicantAnswers, eeo: { ...applicantAnswers.eeo, fill: false } },
  });
  const meaning = new Map(plan.classified.map((each) => [each.ref, each.field]));
  const writes = new Map<string, string>();
  for (const step of plan.steps)
    for (const ref of step.options?.length
      ? [...step.options, ...(step.action === 'button' ? [step.ref] : [])]
      : [step.ref])
      writes.set(ref, meaning.get(step.ref) ?? 'none');

  const inPlace = new Set(
    plan.report.filter((line) => line.reason === 'The page has it already').map((line) => line.ref),
  );
  const score: FormScore = {
    name: entry.name,
    tier: entry.tier,
    fillable: 0,
    right: 0,
    wrong: 0,
    trap: 0,
    consent: 0,
    neutral: 0,
    nativeFillable: 0,
    nativeRight: 0,
    optIn: 0,
    optInRight: 0,
    eeoUnasked: 0,
    lines: [],
    isForm: isApplicationForm(fields),
  };
  score.eeoUnasked = closed.steps.filter((step) => OPT_IN.has(meaning.get(step.ref) ?? '')).length;
  const questions = new Map<string, { label: Label; right: boolean; refs: string[] }>();
  labels.forEach((label, index) => {
    const refs = owners[index] ?? [];
    const written = refs.map((ref) => writes.get(ref)).find((each) => each !== undefined);
    const isChoice = label.kind === 'radio' || label.kind === 'checkbox';
    const key = isChoice && label.group ? `${label.group}/${label.field}` : `#${index}`;
    const already = refs.some((ref) => inPlace.has(ref));
    const question = questions.get(key) ?? { label, right: already, refs: [] };
    question.refs.push(...refs);
    if (label.fillable) questions.set(key, question);
    if (written === undefined) return;
    const note = `${label.selector} “${(label.group ?? label.label).slice(0, 60)}” is ${label.field}, written as ${written}`;
    const agrees = written === label.field || SAME.some((pair) => pair.includes(written) && pair.includes(label.field));
    if (label.trap) {
      score.trap += 1;
      score.lines.push(`TRAP ${note}`);
    } else if (label.field === 'consent') {
      score.consent += 1;
      score.lines.push(`CONSENT ${note}`);
    } else if (label.fillable && agrees) question.right = true;
    else if (label.field === 'none') {
      score.neutral += 1;
      score.lines.push(`neutral ${note}`);
    } else {
      score.wrong += 1;
      score.lines.push(`WRONG ${note}`);
    }
  });
  for (const { label, right, refs } of questions.values()) {
    if (label.field === 'freeQuestion') continue;
    if (OPT_IN.has(label.field)) {
      score.optIn += 1;
      if (right) score.optInRight += 1;
    } else {
      score.fillable += 1;
      if (NATIVE.has(label.kind)) score.nativeFillable += 1;
      if (right) {
        score.right += 1;
        if (NATIVE.has(label.kind)) score.nativeRight += 1;
      }
    }
    if (right) continue;
    const field = fields.find((each) => refs.some((ref) => ref === each.ref || ref.startsWith(`${each.ref}.`)));
    const said = plan.classified.find((each) => each.ref === field?.ref);
    const report = plan.report.find((each) => each.ref === field?.ref);
    score.lines.push(
      `missed ${label.field} ${label.selector} “${(label.group ?? label.label).slice(0, 60)}”: ${field ? `${field.kind} “${field.label.slice(0, 40)}” → ${said?.field} (${report?.reason ?? said?.reason})` : 'not collected'}`,
    );
  }
  return score;
}

const ratio = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));

function print(forms: readonly FormScore[], postings: readonly PostingScore[]): void {
  const tiers = [...new Set(forms.map((form) => form.tier))];
  console.log(
    'tier                 forms  fillable  recall  native  precision  strict  wrong  trap  consent  neutral  opt-in  eeo-unasked',
  );
  for (const tier of tiers) {
    const of = forms.filter((form) => form.tier === tier);
    const sum = (
      key:
        | 'fillable'
        | 'right'
        | 'wrong'
        | 'trap'
        | 'consent'
        | 'neutral'
        | 'nativeFillable'
        | 'nativeRight'
        | 'optIn'
        | 'optInRight'
        | 'eeoUnasked',
    ) => of.reduce((total, form) => total + form[key], 0);
    const good = sum('right') + sum('optInRight');
    const bad = sum('wrong') + sum('trap') + sum('consent');
    console.log(
      [
        tier.padEnd(20),
        of.length,
        sum('fillable'),
        ratio(sum('right'), sum('fillable')),
        ratio(sum('nativeRight'), sum('nativeFillable')),
        ratio(good, good + bad),
        ratio(good, good + bad + sum('neutral')),
        sum('wrong'),
        sum('trap'),
        sum('consent'),
        sum('neutral'),
        ratio(sum('optInRight'), sum('optIn')),
        sum('eeoUnasked'),
      ].join('\t'),
    );
  }
  const times = forms.map((form) => form.collectMs ?? 0).sort((a, b) => a - b);
  console.log(
    `collect: median ${times[Math.floor(times.length / 2)]?.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)} ms`,
  );
  for (const tier of [...new Set(postings.map((posting) => posting.tier))]) {
    const of = postings.filter((posting) => posting.tier === tier);
    const share = (part: keyof PostingScore['right']) =>
      ratio(of.filter((posting) => posting.right[part]).length, of.length);
    console.log(
      `postings ${tier}: ${of.length}, title+company+location ${ratio(of.filter((each) => each.right.title && each.right.company && each.right.location).length, of.length)}, title ${share('title')}, company ${share('company')}, location ${share('location')}, description ${share('description')}`,
    );
  }
  if (process.env.DETAIL) {
    for (const form of forms)
      if (form.lines.length > 0)
        console.log(`\n${form.name}${form.isForm ? '' : ' (no form)'}\n  ${form.lines.join('\n  ')}`);
    for (const posting of postings)
      if (posting.lines.length > 0) console.log(`\n${posting.name}\n  ${posting.lines.join('\n  ')}`);
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { corpus: { type: 'string' }, out: { type: 'string' } } });
  const corpus = values.corpus ?? process.env.CORPUS;
  if (!corpus) throw new Error('Say which corpus: --corpus DIR or CORPUS=DIR');
  await run({ corpus, ...(values.out ? { out: values.out } : {}) });
}
