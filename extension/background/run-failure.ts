/** Failures of a run in the person's words. */
import { AppError } from '#shared/kernel/errors.ts';
import { RunOver } from './run-state.ts';

export const failure = (code: string, message: string) =>
  new AppError(`extension.${code}`, { kind: 'conflict', message });

/** Turns a failure into a sentence for the report; the end of a run is none and goes on. */
export const asNote =
  (what: string) =>
  (cause: unknown): string => {
    if (cause instanceof RunOver) throw cause;
    if (!(cause instanceof AppError)) console.error(cause);
    return `${what}: ${cause instanceof AppError ? cause.message : 'something went wrong.'}`;
  };

export const ignoreOver = (cause: unknown): undefined => {
  if (!(cause instanceof RunOver)) throw cause;
};
