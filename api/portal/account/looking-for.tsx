/** Preferences: what matching weighs. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { profileContract } from '#shared/profile/profile.contract.ts';
import { Preferences } from '#shared/profile/profile.schema.ts';
import { Button } from '#shared/ui/button.tsx';
import { ErrorNotice, Skeleton } from '#shared/ui/feedback.tsx';
import { ListField, SelectField, TextField } from '#shared/ui/field.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { Card, Section } from '#shared/ui/layout.tsx';
import { staleQueries, useAction, useQuery } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';

const LEVELS = [
  { value: '', label: 'Any' },
  { value: 'intern', label: 'Intern' },
  { value: 'entry', label: 'Entry' },
  { value: 'mid', label: 'Mid' },
  { value: 'senior', label: 'Senior' },
  { value: 'lead', label: 'Lead' },
  { value: 'director', label: 'Director' },
];
const PLACES = [
  { value: 'any', label: 'Any' },
  { value: 'remote', label: 'Remote' },
  { value: 'hybrid', label: 'Hybrid' },
  { value: 'onsite', label: 'On site' },
];

export function LookingFor(): JSX.Element {
  const { call } = useHost();
  const query = useQuery('preferences', (signal) => call(profileContract.preferences, { signal }));
  if (query.data) return <Form key={JSON.stringify(query.data)} initial={query.data} onSaved={query.set} />;
  return (
    <Section title="What you look for">
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
  const [value, setValue] = useState(initial);
  const set = (part: Partial<Preferences>): void => setValue((old) => ({ ...old, ...part }));
  const pay = value.salaryMin ?? { amount: 0, currency: '', period: 'year' as const };
  const save = useAction(async () => {
    const salaryMin = pay.amount > 0 && pay.currency !== '' ? pay : undefined;
    // Alerts are another form's, on the same page.
    const { alertMinScore, alertChannels, timeZone, quietHours, digestAt } = await call(profileContract.preferences);
    const alerts = { alertMinScore, alertChannels, timeZone, quietHours, digestAt };
    onSaved(
      await call(profileContract.putPreferences, {
        body: { ...value, salaryMin, country: value.country || undefined, ...alerts },
      }),
    );
    staleQueries('matches');
    toast('Saved. Matches follow it from now on.');
  });
  return (
    <Section title="What you look for" lead="Used for scoring and for what you are told about.">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save.run();
        }}
      >
        <Card class="grid gap-x-4 gap-y-3 sm:grid-cols-2">
          <ListField label="Job titles" values={value.titles} onValues={(titles) => set({ titles })} />
          <ListField label="Places" values={value.locations} onValues={(locations) => set({ locations })} />
          <SelectField
            label="Level"
            value={value.seniority ?? ''}
            options={LEVELS}
            onValue={(level) => set({ seniority: Preferences.shape.seniority.catch(undefined).parse(level) })}
          />
          <SelectField
            label="Where you work"
            value={value.remote}
            options={PLACES}
            onValue={(place) => set({ remote: Preferences.shape.remote.catch('any').parse(place) })}
          />
          <fieldset class="grid grid-cols-[2fr_1fr_1fr] gap-2 sm:col-span-2">
            <legend class="sr-only">Least pay</legend>
            <TextField
              label="Least pay"
              type="number"
              min={0}
              value={pay.amount ? String(pay.amount) : ''}
              onValue={(amount) => set({ salaryMin: { ...pay, amount: Number(amount) } })}
            />
            <TextField
              label="Currency"
              maxLength={3}
              placeholder="EUR"
              value={pay.currency}
              onValue={(currency) => set({ salaryMin: { ...pay, currency: currency.toUpperCase() } })}
            />
            <SelectField
              label="Per"
              value={pay.period}
              options={['year', 'month', 'hour'].map((period) => ({ value: period, label: period }))}
              onValue={(period) =>
                set({ salaryMin: { ...pay, period: period === 'month' || period === 'hour' ? period : 'year' } })
              }
            />
          </fieldset>
          <TextField
            label="Country"
            maxLength={2}
            placeholder="DE"
            hint="Two letters"
            value={value.country ?? ''}
            onValue={(country) => set({ country: country.toUpperCase() })}
          />
          <ListField label="Words you care about" values={value.keywords} onValues={(keywords) => set({ keywords })} />
          <ListField
            label="Companies to leave out"
            values={value.ignoredCompanies}
            onValues={(ignoredCompanies) => set({ ignoredCompanies })}
          />
          <ListField
            label="Industries to leave out"
            values={value.ignoredIndustries}
            onValues={(ignoredIndustries) => set({ ignoredIndustries })}
          />
          <div class="sm:col-span-2">
            {save.error !== undefined && <ErrorNotice error={save.error} />}
            <Button type="submit" look="primary" busy={save.busy} class="mt-2">
              Save preferences
            </Button>
          </div>
        </Card>
      </form>
    </Section>
  );
}
