/** Opens pages of our own in Chromium and fills them with the real plan and engine. */
import type { Browser } from 'playwright-core';
import type { FieldReport, FormField } from '#shared/form/form.schema.ts';
import { type Plan, type PlanInput, planFill } from '#shared/form/plan.rules.ts';
import { joinReports } from '#shared/form/report.rules.ts';
import { applicantAnswers, applicantDocuments, applicantResume } from '#tests/support/applicant.ts';
import { type Engine, type EngineOptions, openEngine } from './engine-harness.ts';

export type Opened = Omit<Engine, 'run' | 'origin'> & {
  plan(fields: FormField[], change?: Partial<PlanInput>): Plan;
  run(plan: Plan, origin?: string): Promise<FieldReport[]>;
  /** Collect, plan, run; the joined report. */
  fill(change?: Partial<PlanInput>): Promise<FieldReport[]>;
};

/** `html` stands for a file of the fixtures. */
export async function openForm(browser: Browser, name: string, options: EngineOptions = {}): Promise<Opened> {
  const engine = await openEngine(browser, name, options);
  const opened: Opened = {
    ...engine,
    plan: (fields, change = {}) =>
      planFill({
        fields,
        resume: applicantResume,
        answers: applicantAnswers,
        documents: applicantDocuments,
        origin: engine.origin,
        ...change,
      }),
    run: (plan, expected) => engine.run(plan.steps, expected),
    fill: async (change) => {
      const plan = opened.plan(await opened.collect(), change);
      return joinReports(plan.report, await opened.run(plan));
    },
  };
  return opened;
}

/** Outcome of the report line whose label starts so. */
export const outcomeOf = (report: readonly FieldReport[], label: string): string | undefined =>
  report.find((line) => line.label.startsWith(label))?.outcome;
