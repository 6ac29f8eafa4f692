/** Opens a posting's own page to apply there, and notes that the person began. */
import { matchContract } from '#shared/match/match.contract.ts';
import { useHost } from '#shared/ui/host.tsx';
import { type Action, useAction } from '#shared/ui/query.ts';

/** The window is opened in the click itself, else the browser takes it for a popup. */
export function useApply(onStarted: (jobId: string) => void): Action<[jobId: string]> {
  const { call } = useHost();
  return useAction(async (jobId: string) => {
    const opened = window.open('', '_blank');
    try {
      const { url } = await call(matchContract.apply, { params: { jobId } });
      if (opened && /^https?:/i.test(url)) {
        opened.opener = null;
        opened.location.href = url;
      } else opened?.close();
    } catch (error) {
      opened?.close();
      throw error;
    }
    onStarted(jobId);
  });
}
