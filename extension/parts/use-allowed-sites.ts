/** Match patterns the person allowed beyond the declared hosts, as they are now. */
import { useEffect, useState } from 'preact/hooks';

export function useAllowedSites(): readonly string[] {
  const [allowed, setAllowed] = useState<readonly string[]>([]);
  useEffect(() => {
    const refresh = (): void =>
      void chrome.permissions.getAll().then(({ origins = [] }) => {
        setAllowed(origins.filter((pattern) => !__DECLARED_HOSTS__.includes(pattern)).sort());
      });
    refresh();
    chrome.permissions.onAdded.addListener(refresh);
    chrome.permissions.onRemoved.addListener(refresh);
    return () => {
      chrome.permissions.onAdded.removeListener(refresh);
      chrome.permissions.onRemoved.removeListener(refresh);
    };
  }, []);
  return allowed;
}
