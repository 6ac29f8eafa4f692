/**
 * How well forms and postings are understood, measured on pages nobody here wrote. Each is opened in Chromium under its
 * own address with its scripts off, filled by the built extension as a person would (`--engine`: by the engine alone,
 * in a fraction of the time), and what its controls then hold is compared with the labels.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { FieldReport, FormField } from '#shared/form/form.schema.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { bundleForPage } from '#tests/support/page-bundle.ts';
import type { Run } from './eval.ts';
import type { Control } from './forms.page.ts';
import { addressOf, type Corpus, type Entry, jobOf, type Label, labelsOf, openCorpus, pageOf } from './forms-corpus.ts';
import { engineFiller } from './forms-engine.ts';
import { extensionFiller } from './forms-extension.ts';
import { ExpectedPosting, type PostingScore, scorePosting } from './forms-postings.ts';
import { groupTable, missLines, postingLines, tierTable, timeLine } from './forms-report.ts';
import { eeoWrites, type FormScore, scoreForm } from './forms-score.ts';
import { OPT_IN } from './forms-truth.ts';

type Posting = { title: string; company: string; location: string; description: string; country?: string };

/** One way of filling an open page. */
export type Filler = {
  newPage: () => Promise<Page>;
  /** `eeo`: whether the person wants equal-opportunity answers filled. `note`: why nothing was done. */
  fill: (order: { page: Page; posting: Posting | null; eeo: boolean }) => Promise<{
    reports: FieldReport[];
    ms: number;
    note?: string;
  }>;
  /** Whether it shows by itself, before the fill and on the same page, what it would write without consent. */
  asksFirst: boolean;
  /** How many pages it can fill at a time. */
  atOnce: number;
  close: () => Promise<void>;
};

type InPage = typeof globalThis & {
  __foothold: {
    collectFields: (document: Document) => FormField[];
    refsOf: typeof import('./forms.page.ts').refsOf;
    watchControls: typeof import('./forms.page.ts').watchControls;
    readControls: () => Control[];
    readPosting: (document: Document, url: string) => Posting | null;
  };
};

export type Measured = { forms: FormScore[]; postings: PostingScore[] };

export const run: Run = async ({ corpus, out, misses = false, only, engine = false, kept = false }) => {
  const { forms, postings } = await measure({ corpus, out, only, engine });
  const shown = misses || process.env.DETAIL !== undefined;
  const lines = [
    ...tierTable(forms),
    '',
    ...groupTable(forms, 'ats'),
    '',
    ...groupTable(forms, 'field'),
    '',
    timeLine(forms),
    ...postingLines(postings),
    ...(shown ? missLines([...forms.filter((form) => kept || !form.kept), ...postings]) : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
};

type Order = { corpus: string; out?: string | undefined; only?: string | undefined; engine?: boolean };

/** Fills every page of a corpus and scores it; writes what was done to `out`. */
export async function measure({ corpus: place, out, only, engine = false }: Order): Promise<Measured> {
  const corpus = openCorpus(place);
  const wanted = new RegExp(only ?? '', 'u');
  const entries = corpus.entries.filter((entry) => wanted.test(entry.name) && (entry.hasLabels || entry.hasJob));
  const script = await bundleForPage(resolve(import.meta.dirname, 'forms.page.ts'), '__foothold');
  const browser = engine ? await launchChromium() : undefined;
  const filler = browser ? await engineFiller(() => browser.newPage()) : await extensionFiller();
  if (out !== undefined) mkdirSync(out, { recursive: true });
  try {
    const pages = await together({
      items: entries,
      atOnce: filler.atOnce,
      work: async (entry: Entry) => {
        const labels = entry.hasLabels ? labelsOf(corpus, entry) : [];
        const page = await openPage({ filler, corpus, entry, script });
        const seen = await measurePage({ filler, page, entry, labels });
        await page.close();
        const score = scoreForm({ entry, ...seen });
        if (seen.note !== undefined) score.lines.unshift(`said: ${seen.note}`);
        if (out !== undefined)
          writeFileSync(join(out, `${entry.name}.json`), JSON.stringify({ score, ...seen }, null, 1));
        return { entry, score, posting: seen.posting };
      },
    });
    const forms = pages.flatMap(({ entry, score }) => (entry.hasLabels ? [score] : []));
    const postings = pages.flatMap(({ entry, posting }) =>
      entry.hasJob ? [scorePosting(entry, ExpectedPosting.parse(jobOf(corpus, entry)), posting)] : [],
    );
    if (!filler.asksFirst) await measureUnasked({ filler, corpus, entries, script, forms });
    return { forms, postings };
  } finally {
    await filler.close();
    await browser?.close();
  }
}

/** Does `work` on every item, some at a time; results in the order of the items. */
async function together<T, R>(given: {
  items: readonly T[];
  atOnce: number;
  work: (item: T) => Promise<R>;
}): Promise<R[]> {
  const { items, atOnce, work } = given;
  const results: R[] = [];
  const waiting = [...items.entries()];
  const next = async (): Promise<void> => {
    for (let taken = waiting.shift(); taken !== undefined; taken = waiting.shift())
      results[taken[0]] = await work(taken[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return results;
}

type Unasked = { filler: Filler; corpus: Corpus; entries: readonly Entry[]; script: string; forms: FormScore[] };

/** Fills the forms with equal-opportunity questions once more, for somebody who does not want those filled. */
async function measureUnasked({ filler, corpus, entries, script, forms }: Unasked): Promise<void> {
  for (const entry of entries) {
    const score = forms.find((form) => form.name === entry.name);
    const labels = entry.hasLabels ? labelsOf(corpus, entry) : [];
    if (score === undefined || !labels.some((label) => OPT_IN.has(label.field))) continue;
    const page = await openPage({ filler, corpus, entry, script });
    await watch(page, labels);
    const before = await readControls(page);
    await filler.fill({ page, posting: null, eeo: false });
    score.harms.unasked += eeoWrites(labels, before, await readControls(page));
    await page.close();
  }
}

type Opening = { filler: Filler; corpus: Corpus; entry: Entry; script: string };

/** The page as it was captured, under its own address; nothing else of the network is there. */
async function openPage({ filler, corpus, entry, script }: Opening): Promise<Page> {
  const page = await filler.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({
          body: pageOf(corpus, entry),
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': "script-src 'none'" },
        })
      : route.abort(),
  );
  await page.goto(addressOf(entry), { waitUntil: 'domcontentloaded' });
  await page.evaluate(script);
  return page;
}

type Measuring = { filler: Filler; page: Page; entry: Entry; labels: Label[] };

async function measurePage({ filler, page, entry, labels }: Measuring) {
  const posting = await page.evaluate(
    (url) => (globalThis as InPage).__foothold.readPosting(document, url),
    page.url(),
  );
  const { fields, collectMs } = await page.evaluate(() => {
    const started = performance.now();
    const found = (globalThis as InPage).__foothold.collectFields(document);
    return { fields: found, collectMs: performance.now() - started };
  });
  const known = fields.map(({ ref, kind, options }) => ({
    ref,
    kind,
    options: options.flatMap((option) => (option.ref ? [option.ref] : [])),
  }));
  const targets = labels.map(({ selector, kind }) => ({ selector, kind }));
  const owners = await page.evaluate((given) => (globalThis as InPage).__foothold.refsOf(given.targets, given.known), {
    targets,
    known,
  });
  await watch(page, labels);
  const before = await readControls(page);
  let unasked = 0;
  if (filler.asksFirst && labels.some((label) => OPT_IN.has(label.field))) {
    await filler.fill({ page, posting, eeo: false });
    unasked = eeoWrites(labels, before, await readControls(page));
  }
  const done = entry.hasLabels ? await filler.fill({ page, posting, eeo: true }) : { reports: [], ms: 0 };
  const after = await readControls(page);
  const { reports, ms: fillMs, ...rest } = done;
  return { posting, labels, fields, owners, before, after, reports, collectMs, fillMs, unasked, ...rest };
}

const watch = (page: Page, labels: readonly Label[]): Promise<number> =>
  page.evaluate(
    (selectors) => (globalThis as InPage).__foothold.watchControls(selectors),
    labels.map((label) => label.selector),
  );

const readControls = (page: Page): Promise<Control[]> =>
  page.evaluate(() => (globalThis as InPage).__foothold.readControls());
