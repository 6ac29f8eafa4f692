/** What a view needs from where it runs: portal and popup each provide their own. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Call } from '#shared/kernel/client.ts';

export type Host = {
  readonly call: Call;
  /** Goes to an address of the portal. */
  readonly navigate: (path: string) => void;
  /** Saves bytes as a file of the person. */
  readonly download: (content: Blob, fileName: string) => void;
};

const Context = createContext<Host | undefined>(undefined);

export const HostProvider = Context.Provider;

/** The host around this view. Throws where a view is rendered outside of one. */
export function useHost(): Host {
  const host = useContext(Context);
  if (!host) throw new Error('A view needs a HostProvider around it');
  return host;
}

/** Saves by a temporary link, the way that works in pages and popups alike. */
export function saveFile(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
