/** From what the frames show to what is written where: the pure planner of `shared/form`, fed by the background. */
import type { FieldReport, FillStep } from '#shared/form/form.schema.ts';
import { type PlanInput, planFill } from '#shared/form/plan.rules.ts';
import type { Profile } from '#shared/profile/profile.schema.ts';
import { siteHints } from '../sites/registry.ts';
import type { Run } from '../storage.ts';
import type { SeenFrame } from './page.ts';

export type Plan = {
  steps: FillStep[];
  /** What is known of the questions nothing is written to. */
  reports: FieldReport[];
};

type Given = {
  origin: string;
  frames: readonly SeenFrame[];
  profile: Profile;
  documents: PlanInput['documents'];
  place: Run['place'];
};

/** Decides on every question of a tab, all frames together, so that a form spread over frames is seen whole. */
export function planTab({ origin, frames, profile, documents, place }: Given): Plan {
  const hints = new Map(frames.map((frame) => [frame.frameId, siteHints(frame.url)]));
  const { steps, report } = planFill({
    fields: frames.flatMap((frame) => frame.fields.map((field) => ({ ...field, frame: frame.frameId }))),
    resume: profile.resume,
    answers: profile.answers,
    documents,
    origin,
    hints: (field) => hints.get(field.frame)?.(field),
    ...(place === undefined ? {} : { job: place }),
  });
  return { steps, reports: report };
}
