/** Starts a task and follows it to its end; it goes on by itself when the page is left. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { AppError } from '#shared/kernel/errors.ts';
import { matchContract } from '#shared/match/match.contract.ts';
import { useHost } from '#shared/ui/host.tsx';

type State = { busy: boolean; progress: number | undefined; error: unknown };
const IDLE: State = { busy: false, progress: undefined, error: undefined };

/** `start` makes the task and gives its id; `onDone` is called when it is done. */
export function useTask(begin: () => Promise<string>, onDone: () => void): State & { start: () => void } {
  const { call } = useHost();
  const [state, setState] = useState(IDLE);
  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  const follow = async (): Promise<void> => {
    setState({ ...IDLE, busy: true });
    try {
      const id = await begin();
      for (let wait = 300; !gone.current; wait = Math.min(3000, wait * 1.5)) {
        const task = await call(matchContract.task, { params: { id } });
        if (task.status === 'failed')
          throw new AppError(task.error?.code ?? 'task.failed', {
            kind: 'unavailable',
            message: task.error?.message ?? 'It did not work. Try again.',
          });
        if (task.status === 'done') break;
        setState({ ...IDLE, busy: true, progress: task.progress });
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
      if (gone.current) return;
      setState(IDLE);
      onDone();
    } catch (error) {
      if (!gone.current) setState({ ...IDLE, error });
    }
  };
  return { ...state, start: () => void follow() };
}
