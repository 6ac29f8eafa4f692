import { z } from 'zod';
import { endpoint } from '#shared/kernel/endpoint.ts';
import { Advice } from './advice.schema.ts';

export const adviceContract = {
  get: endpoint({
    method: 'GET',
    path: '/resumes/{id}/advice',
    extension: true,
    summary:
      'What a recruiter or a machine stumbles over in this file, each with its place and what to do; the score over time.',
    params: z.object({ id: z.string().max(80) }),
    response: Advice,
    errors: ['resume.not_ready'],
  }),
};
