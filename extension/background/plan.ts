/** From what the frames show to what is written where: the pure planner of `shared/form`, fed by the background. */
import type { FieldReport, FillStep, FormAction } from '#shared/form/form.schema.ts';
import { type PlanInput, planFill } from '#shared/form/plan.rules.ts';
import type { Profile } from '#shared/profile/profile.schema.ts';
import { siteHints } from '../sites/quirks.ts';
import type { Run, Settings } from '../storage.ts';
import type { SeenFrame } from './page.ts';

export type Plan = {
  steps: FillStep[];
  /** What is known of the questions nothing is written to. */
  reports: FieldReport[];
  /** Buttons that would bring the next row the profile has an entry for. */
  adders: FormAction[];
};

export type PlanGiven = {
  origin: string;
  frames: readonly SeenFrame[];
  profile: Profile;
  documents: PlanInput['documents'];
  settings: Pick<Settings, 'groups' | 'drafts'>;
  place?: Run['place'];
  posting?: PlanInput['posting'] | undefined;
  /** The frames show a later step of a form the run has filled before. */
  continues?: boolean;
};

/** What the planner is asked for a tab: all frames together, so that a form spread over frames is seen whole. */
export function planInput(given: PlanGiven): PlanInput {
  const { origin, frames, profile, documents, settings, place, posting, continues = false } = given;
  const hints = new Map(frames.map((frame) => [frame.frameId, siteHints(frame.url)]));
  return {
    fields: frames.flatMap((frame) => frame.fields.map((field) => ({ ...field, frame: frame.frameId }))),
    actions: frames.flatMap((frame) => frame.actions.map((action) => ({ ...action, frame: frame.frameId }))),
    resume: profile.resume,
    answers: profile.answers,
    documents,
    origin,
    hints: (field) => hints.get(field.frame)?.(field),
    groups: settings.groups,
    drafts: settings.drafts,
    ...(place === undefined ? {} : { job: place }),
    ...(posting === undefined ? {} : { posting }),
    continues,
  };
}

/** Decides on every question of a tab. */
export function planTab(given: PlanGiven): Plan {
  const { steps, report, adders } = planFill(planInput(given));
  return { steps, reports: report, adders };
}
