/** Endpoints of a person's rights over their data (GDPR art. 15, 17, 20). */
import { z } from 'zod';
import { endpoint } from '#shared/kernel/endpoint.ts';

export const privacyContract = {
  export: endpoint({
    method: 'GET',
    path: '/me/export',
    summary: 'Everything held about the person, files as links.',
    response: z.record(z.string(), z.unknown()),
  }),
  erase: endpoint({
    method: 'DELETE',
    path: '/me',
    summary: 'Erases the account with all files. Access ends at once; the data follows within minutes.',
    status: [202],
    response: z.object({ status: z.literal('erasing') }),
  }),
};
