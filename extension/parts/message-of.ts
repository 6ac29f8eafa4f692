import { AppError } from '#shared/kernel/errors.ts';

/** What to tell the person about a failure. */
export const messageOf = (cause: unknown): string =>
  cause instanceof AppError ? cause.message : 'Something went wrong in the extension. Close this window and try again.';
