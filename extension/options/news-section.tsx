/** Notifications of new jobs: the browser asks at the click, and it can be taken back here. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CheckField } from '#shared/ui/field.tsx';
import { Section } from './section.tsx';

const NOTIFICATIONS = { permissions: ['notifications'] } satisfies chrome.permissions.Permissions;

export function NewsSection({ apiAddress }: { apiAddress: string }): JSX.Element {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const look = (): void => void chrome.permissions.contains(NOTIFICATIONS).then(setOn);
    look();
    chrome.permissions.onAdded.addListener(look);
    chrome.permissions.onRemoved.addListener(look);
    return () => {
      chrome.permissions.onAdded.removeListener(look);
      chrome.permissions.onRemoved.removeListener(look);
    };
  }, []);
  const turn = (wanted: boolean): void =>
    void (wanted ? chrome.permissions.request(NOTIFICATIONS) : chrome.permissions.remove(NOTIFICATIONS)).then(() =>
      chrome.permissions.contains(NOTIFICATIONS).then(setOn),
    );
  return (
    <Section id="news" title="New jobs">
      <CheckField
        label="Show a notification when new jobs come in"
        hint="At most one at a time, and none in your quiet hours."
        checked={on}
        onChecked={turn}
      />
      {on && apiAddress !== '' && (
        <p class="text-sm text-muted">
          Which jobs, from what score and when is set{' '}
          <a href={`${apiAddress}/account#alerts`} target="_blank" rel="noopener" class="underline">
            in your account
          </a>
          .
        </p>
      )}
    </Section>
  );
}
