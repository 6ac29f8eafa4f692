/** What the person decided about values that were read, so that nothing is asked twice, on this device or another. */
import { z } from 'zod';

/** `accepted`: it is right; `skipped`: not now; `kept`: the profile's own value stands against this file's. */
export const Decision = z.enum(['accepted', 'skipped', 'kept']);
export type Decision = z.infer<typeof Decision>;

/** `<field path in the reading>=<fingerprint of the value>`, see `decisionKey`. */
export const DecisionKey = z.string().max(240);

export const Review = z.object({ decisions: z.record(DecisionKey, Decision) });
export type Review = z.infer<typeof Review>;
export type Decisions = Review['decisions'];

/** Decisions to add or change; `null` takes one back. What is not named stays. */
export const ReviewChange = z.object({
  decisions: z
    .record(DecisionKey, Decision.nullable())
    .refine((decisions) => Object.keys(decisions).length <= 1000, 'at most 1000 decisions a call'),
});
export type ReviewChange = z.infer<typeof ReviewChange>;
