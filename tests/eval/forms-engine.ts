/** The engine alone on a page: collected, decided and written in an isolated world, without extension and server. */
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { siteHints } from '#extension/sites/quirks.ts';
import type { FieldReport, FormField } from '#shared/form/form.schema.ts';
import { planFill } from '#shared/form/plan.rules.ts';
import { joinReports } from '#shared/form/report.rules.ts';
import { applicantAnswers, applicantDocuments, applicantResume } from '#tests/support/applicant.ts';
import { bundleForPage } from '#tests/support/page-bundle.ts';
import type { Filler } from './forms.ts';
import { OPT_IN } from './forms-truth.ts';

const FILES = Object.fromEntries(
  applicantDocuments.map(({ id, fileName }) => [
    id,
    { name: fileName, type: 'application/pdf', text: `%PDF-1.7 ${id}` },
  ]),
);

/** Fills open pages the quick way; a page is opened by the caller's browser. */
export async function engineFiller(newPage: () => Promise<Page>): Promise<Filler> {
  const script = await bundleForPage(resolve(import.meta.dirname, '../browser/form-page.ts'), '__engine');
  return {
    newPage,
    fill: async ({ page, posting, eeo }) => {
      const session = await page.context().newCDPSession(page);
      const { frameTree } = await session.send('Page.getFrameTree');
      const world = { frameId: frameTree.frame.id, worldName: 'engine' };
      const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', world);
      const evaluate = async <T>(expression: string): Promise<T> => {
        const order = { expression, contextId, awaitPromise: true, returnByValue: true };
        const { result, exceptionDetails } = await session.send('Runtime.evaluate', order);
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value as T;
      };
      await evaluate(script);
      const started = performance.now();
      const hints = siteHints(page.url());
      const { origin } = new URL(page.url());
      const plan = planFill({
        fields: await evaluate<FormField[]>('__engine.collect()'),
        resume: applicantResume,
        answers: { ...applicantAnswers, eeo: { ...applicantAnswers.eeo, fill: eeo } },
        documents: applicantDocuments,
        origin,
        ...(posting
          ? { job: { location: posting.location, ...(posting.country ? { country: posting.country } : {}) } }
          : {}),
        ...(hints ? { hints } : {}),
      });
      const meaning = new Map(plan.classified.map((each) => [each.ref, each.field]));
      // Pickers of a page without scripts only cost time; without consent all that matters is whether these are written.
      const steps = plan.steps.filter(
        (step) => step.action !== 'combobox' && (eeo || OPT_IN.has(meaning.get(step.ref) ?? '')),
      );
      const order = [steps, FILES, origin].map((each) => JSON.stringify(each)).join(', ');
      const ran = await evaluate<FieldReport[]>(`__engine.run(${order})`);
      return { reports: joinReports(plan.report, ran), ms: performance.now() - started };
    },
    asksFirst: true,
    atOnce: 4,
    close: async () => {},
  };
}
