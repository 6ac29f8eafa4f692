import { defineErrors } from '#shared/kernel/errors.ts';

export const notificationErrors = defineErrors('notification', {
  unknown_event: { kind: 'invalid', message: 'This is not the id of an event.' },
  ticket_invalid: {
    kind: 'unauthenticated',
    message: 'The address of the live connection was used already or is too old. Ask for a new one.',
  },
});
