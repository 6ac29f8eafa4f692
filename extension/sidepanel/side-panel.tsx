/** The popup beside the page, for forms that take long: it stays open and follows the person from tab to tab. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type First, loadPopup, Popup } from '../popup/popup.tsx';

export function SidePanel({ first }: { first: First }): JSX.Element {
  const [shown, setShown] = useState({ first, turn: 0 });
  useEffect(() => {
    let ended = false;
    const reload = async (): Promise<void> => {
      const next = await loadPopup(new URLSearchParams());
      if (!ended) setShown(({ turn }) => ({ first: next, turn: turn + 1 }));
    };
    /** Between reading the tab and listening the person may have gone to another. */
    const catchUp = async (): Promise<void> => {
      const [active] = await chrome.tabs.query({ active: true, currentWindow: true });
      if (active?.id !== shown.first.tabId) await reload();
    };
    const switched = (): void => void reload();
    const moved = (tabId: number, { status }: chrome.tabs.OnUpdatedInfo): void => {
      if (status === 'complete' && tabId === shown.first.tabId) void reload();
    };
    chrome.tabs.onActivated.addListener(switched);
    chrome.tabs.onUpdated.addListener(moved);
    void catchUp();
    return () => {
      ended = true;
      chrome.tabs.onActivated.removeListener(switched);
      chrome.tabs.onUpdated.removeListener(moved);
    };
  }, [shown.first.tabId]);
  return <Popup key={`${shown.first.tabId}:${shown.turn}`} first={shown.first} inPanel />;
}
