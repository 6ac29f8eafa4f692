import { z } from 'zod';
import { endpoint } from '#shared/kernel/endpoint.ts';
import { Answers, Preferences, Profile, Resume } from './profile.schema.ts';

export const profileContract = {
  get: endpoint({
    method: 'GET',
    path: '/me/profile',
    extension: true,
    summary: 'The profile; version 0 and an empty resume for a new account.',
    response: Profile,
  }),
  put: endpoint({
    method: 'PUT',
    path: '/me/profile',
    summary: 'Saves the profile. What is saved here is the word of the person: reading a resume never overwrites it.',
    body: z.object({ resume: Resume, answers: Answers, version: z.number().int().nonnegative() }),
    response: Profile,
    errors: ['profile.version_conflict'],
  }),
  addAnswer: endpoint({
    method: 'POST',
    path: '/me/profile/answers',
    extension: true,
    summary:
      'Keeps the person’s own answer to a question, in place of the one to the same wording; 200 where it changes nothing.',
    body: z.object({ question: z.string().trim().min(1).max(1000), answer: z.string().trim().min(1).max(5000) }),
    response: z.object({ answers: Answers.pick({ custom: true }), version: z.number().int().nonnegative() }),
    status: [201, 200],
    errors: ['profile.answers_full'],
  }),
  preferences: endpoint({
    method: 'GET',
    path: '/me/preferences',
    extension: true,
    summary: 'What the person looks for.',
    response: Preferences,
  }),
  putPreferences: endpoint({
    method: 'PUT',
    path: '/me/preferences',
    summary: 'Saves what the person looks for.',
    body: Preferences,
    response: Preferences,
  }),
  versions: endpoint({
    method: 'GET',
    path: '/me/profile/versions',
    summary: 'Earlier saves of the profile, newest first.',
    response: z.object({
      items: z.array(z.object({ version: z.number(), savedAt: z.iso.datetime(), by: z.enum(['person', 'resume']) })),
    }),
  }),
  version: endpoint({
    method: 'GET',
    path: '/me/profile/versions/{version}',
    summary: 'One earlier save.',
    params: z.object({ version: z.coerce.number().int().positive() }),
    response: Profile,
    errors: ['not_found'],
  }),
};
