/** When and how a person is told of new matches, and the hours all their alerts keep. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { profileContract } from '#shared/profile/profile.contract.ts';
import type { Preferences } from '#shared/profile/profile.schema.ts';
import { Button } from '#shared/ui/button.tsx';
import { ErrorNotice, Notice, Skeleton } from '#shared/ui/feedback.tsx';
import { CheckField, SelectField, TextField } from '#shared/ui/field.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { Card, Section } from '#shared/ui/layout.tsx';
import { staleQueries, useAction, useQuery } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';

type Settings = Pick<Preferences, 'alertMinScore' | 'alertChannels' | 'timeZone' | 'quietHours' | 'digestAt'>;

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
const DIGEST_AT = '08:00';
const NIGHT = { from: '21:00', to: '07:00' };

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** The hours of a day, and the minute somebody set by other means. */
const hoursWith = (value: string): { value: string; label: string }[] =>
  [...new Set([...HOURS, value])].toSorted().map((hour) => ({ value: hour, label: hour }));

const zonesWith = (value: string): { value: string; label: string }[] =>
  [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), value])]
    .toSorted()
    .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));

/** The section of the account page. */
export function AlertSettings(): JSX.Element {
  const { call } = useHost();
  const query = useQuery('preferences', (signal) => call(profileContract.preferences, { signal }));
  if (query.data) return <Form initial={query.data} onSaved={query.set} />;
  return (
    <Section title="Alerts">
      {query.error === undefined ? (
        <Skeleton />
      ) : (
        <ErrorNotice error={query.error} onRetry={() => void query.reload()} />
      )}
    </Section>
  );
}

function Form({ initial, onSaved }: { initial: Preferences; onSaved: (saved: Preferences) => void }): JSX.Element {
  const { call } = useHost();
  const [value, setValue] = useState<Settings>({ ...initial, timeZone: initial.timeZone ?? ownZone() });
  const set = (part: Partial<Settings>): void => setValue((old) => ({ ...old, ...part }));
  const save = useAction(async () => {
    // What the person looks for is saved beside this; only the alerts are this form's to change.
    const current = await call(profileContract.preferences);
    const { alertMinScore, alertChannels, timeZone, quietHours, digestAt } = value;
    onSaved(
      await call(profileContract.putPreferences, {
        body: { ...current, alertMinScore, alertChannels, timeZone, quietHours, digestAt },
      }),
    );
    staleQueries('matches');
    toast('Saved. Alerts keep to it from now on.');
  });
  const channel = (name: 'email' | 'browser', on: boolean): void => {
    const others = value.alertChannels.filter((one) => one !== name);
    set({ alertChannels: on ? [...others, name] : others });
  };
  const { quietHours, digestAt = DIGEST_AT } = value;
  return (
    <Section title="Alerts" lead="New matches, and the hours every alert of yours keeps.">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save.run();
        }}
      >
        <Card class="grid gap-x-4 gap-y-3 sm:grid-cols-2">
          <fieldset>
            <legend class="mb-1 text-sm font-medium">Tell me of new matches</legend>
            <CheckField
              label="By e-mail, once a day"
              checked={value.alertChannels.includes('email')}
              onChecked={(on) => channel('email', on)}
            />
            <CheckField
              label="In this browser, when they come in"
              checked={value.alertChannels.includes('browser')}
              onChecked={(on) => channel('browser', on)}
            />
          </fieldset>
          <TextField
            label="From score"
            type="number"
            min={0}
            max={100}
            value={String(value.alertMinScore)}
            onValue={(score) => set({ alertMinScore: Math.min(100, Math.max(0, Number(score))) })}
            hint="0 to 100; also what counts as recommended"
          />
          {value.alertChannels.includes('browser') && (
            <div class="sm:col-span-2">
              <BrowserPermission />
            </div>
          )}
          <SelectField
            label="Mails come at"
            value={digestAt}
            options={hoursWith(digestAt)}
            onValue={(hour) => set({ digestAt: hour })}
          />
          <SelectField
            label="Time zone"
            value={value.timeZone ?? 'UTC'}
            options={zonesWith(value.timeZone ?? 'UTC')}
            onValue={(timeZone) => set({ timeZone })}
          />
          <fieldset class="grid grid-cols-2 gap-x-4 gap-y-1 sm:col-span-2">
            <legend class="sr-only">Quiet hours</legend>
            <div class="col-span-2">
              <CheckField
                label="Quiet hours: nothing rings, alerts wait for their end"
                checked={quietHours !== undefined}
                onChecked={(on) => set({ quietHours: on ? NIGHT : undefined })}
              />
            </div>
            {quietHours && (
              <>
                <SelectField
                  label="From"
                  value={quietHours.from}
                  options={hoursWith(quietHours.from)}
                  onValue={(from) => set({ quietHours: { ...quietHours, from } })}
                />
                <SelectField
                  label="To"
                  value={quietHours.to}
                  options={hoursWith(quietHours.to)}
                  onValue={(to) => set({ quietHours: { ...quietHours, to } })}
                />
              </>
            )}
          </fieldset>
          <div class="sm:col-span-2">
            {save.error !== undefined && <ErrorNotice error={save.error} />}
            <Button type="submit" look="primary" busy={save.busy} class="mt-2">
              Save alerts
            </Button>
          </div>
        </Card>
      </form>
    </Section>
  );
}

/** Whether this browser may show notifications; it is asked only by a click here. */
function BrowserPermission(): JSX.Element | null {
  const [permission, setPermission] = useState(() =>
    'Notification' in globalThis ? Notification.permission : 'denied',
  );
  if (permission === 'granted') return null;
  if (permission === 'denied')
    return (
      <Notice tone="warn">
        This browser shows no notifications of Foothold. Allow them in its settings for this site; until then new
        matches show here while a page is open.
      </Notice>
    );
  return (
    <Button onClick={() => void Notification.requestPermission().then(setPermission)}>
      Allow notifications in this browser
    </Button>
  );
}
