/** Loading and acting, with the states a page has to show. What was loaded once is shown at once the next time. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

const cache = new Map<string, unknown>();

/** Forgets everything loaded: at sign-out, so that nothing of one person reaches the next. */
export const forgetQueries = (): void => cache.clear();

/** Drops what was loaded under keys that begin with `prefix`, after something changed them. */
export function staleQueries(prefix: string): void {
  for (const key of cache.keys()) if (key.startsWith(prefix)) cache.delete(key);
}

export type Query<T> = {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly loading: boolean;
  readonly reload: () => Promise<void>;
  readonly set: (data: T) => void;
};

/** Loads by `load` whenever `key` changes; an answer that comes after the key has changed again is dropped. */
export function useQuery<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Query<T> {
  const [state, setState] = useState<{ key: string; data: T | undefined; error: unknown; loading: boolean }>({
    key,
    data: cache.get(key) as T | undefined,
    error: undefined,
    loading: true,
  });
  const run = useRef<AbortController>(undefined);
  const loader = useRef(load);
  loader.current = load;

  const reload = useCallback(async () => {
    run.current?.abort();
    const mine = new AbortController();
    run.current = mine;
    const known = cache.get(key) as T | undefined;
    setState((old) => ({
      key,
      data: known ?? (old.key === key ? old.data : undefined),
      error: undefined,
      loading: true,
    }));
    try {
      const data = await loader.current(mine.signal);
      if (mine.signal.aborted) return;
      cache.set(key, data);
      setState({ key, data, error: undefined, loading: false });
    } catch (error) {
      if (!mine.signal.aborted) setState((old) => ({ ...old, error, loading: false }));
    }
  }, [key]);

  useEffect(() => {
    void reload();
    return () => run.current?.abort();
  }, [reload]);

  const set = useCallback(
    (data: T) => {
      cache.set(key, data);
      setState({ key, data, error: undefined, loading: false });
    },
    [key],
  );
  const current =
    state.key === key ? state : { data: cache.get(key) as T | undefined, error: undefined, loading: true };
  return { data: current.data, error: current.error, loading: current.loading, reload, set };
}

export type Action<A extends unknown[]> = {
  readonly run: (...args: A) => Promise<boolean>;
  readonly busy: boolean;
  readonly error: unknown;
  readonly clear: () => void;
};

/** Something done on a click: busy while it runs, its error kept for showing. `run` resolves to whether it went well. */
export function useAction<A extends unknown[]>(work: (...args: A) => Promise<unknown>): Action<A> {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: undefined });
  const running = useRef(false);
  const latest = useRef(work);
  latest.current = work;
  const run = useCallback(async (...args: A) => {
    if (running.current) return false;
    running.current = true;
    setState({ busy: true, error: undefined });
    try {
      await latest.current(...args);
      setState({ busy: false, error: undefined });
      return true;
    } catch (error) {
      setState({ busy: false, error });
      return false;
    } finally {
      running.current = false;
    }
  }, []);
  const clear = useCallback(() => setState((old) => ({ ...old, error: undefined })), []);
  return { run, busy: state.busy, error: state.error, clear };
}
