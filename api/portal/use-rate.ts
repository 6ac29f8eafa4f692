/** Keeps the person's thumb on a posting. */
import { matchContract } from '#shared/match/match.contract.ts';
import type { Rate, Rating } from '#shared/match/thumbs.view.tsx';
import { useHost } from '#shared/ui/host.tsx';

/** `onRated` shows it at once, and again as it was where it could not be kept. */
export function useRate(onRated: (jobId: string, rating: Rating | undefined) => void) {
  const { call } = useHost();
  return (jobId: string, before: Rating | undefined): Rate =>
    async (rating, reason) => {
      onRated(jobId, rating ?? undefined);
      try {
        await call(matchContract.feedback, {
          params: { jobId },
          body: { rating, ...(reason === undefined ? {} : { reason }) },
        });
        return true;
      } catch {
        onRated(jobId, before);
        return false;
      }
    };
}
