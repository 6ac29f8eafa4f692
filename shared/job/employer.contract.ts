/** A recruiter's own postings: public to everybody, changed by their writer alone. */
import { z } from 'zod';
import { endpoint } from '#shared/kernel/endpoint.ts';
import { EmploymentType, Job, Salary } from './job.schema.ts';

const Pay = Salary.omit({ predicted: true })
  .extend({ currency: z.string().regex(/^[A-Za-z]{3}$/, 'Name the currency by its three letters, such as EUR.') })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, 'The least pay is above the most.');

export const OwnPosting = z.object({
  title: z.string().trim().min(1).max(300),
  company: z.string().trim().min(1).max(200),
  location: z.string().trim().min(1).max(2000),
  /** Text or HTML; it is cleaned. */
  description: z.string().trim().min(1).max(200_000),
  /** Where people apply, when that is not here. */
  url: z
    .string()
    .trim()
    .max(2000)
    .regex(/^https?:\/\/[^\s/]+/i, 'The address must begin with http:// or https://.')
    .optional(),
  employmentType: EmploymentType.optional(),
  salary: Pay.optional(),
});
export type OwnPosting = z.infer<typeof OwnPosting>;

/** What is given changes; null takes away what may be missing. */
export const OwnChanges = OwnPosting.partial().extend({
  url: OwnPosting.shape.url.nullable(),
  employmentType: OwnPosting.shape.employmentType.nullable(),
  salary: OwnPosting.shape.salary.nullable(),
});
export type OwnChanges = z.infer<typeof OwnChanges>;

const params = z.object({ id: z.string().max(80) });

export const employerContract = {
  create: endpoint({
    method: 'POST',
    path: '/jobs',
    access: 'recruiter',
    summary: 'Publishes a posting. Sent again it is the same posting (200), opened again if it was closed.',
    body: OwnPosting,
    response: Job,
    status: [201, 200],
    errors: ['job.invalid', 'job.too_many_own'],
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/jobs/{id}',
    access: 'recruiter',
    summary: 'Changes one’s own open posting.',
    params,
    body: OwnChanges,
    response: Job,
    errors: ['not_found', 'job.invalid', 'job.already_posted'],
  }),
  close: endpoint({
    method: 'DELETE',
    path: '/jobs/{id}',
    access: 'recruiter',
    summary: 'Closes one’s own posting: it leaves every list, and those who applied keep it.',
    params,
    errors: ['not_found'],
  }),
};
