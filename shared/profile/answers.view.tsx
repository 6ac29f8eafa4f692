/** What application forms ask beyond the resume. Nothing here is guessed: an empty field stays empty on the form too. */
import type { JSX } from 'preact';
import { Button } from '#shared/ui/button.tsx';
import { CheckField, RadioGroup, SelectField, TextArea, TextField } from '#shared/ui/field.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { Card, Section } from '#shared/ui/layout.tsx';
import { IconButton } from './entry.view.tsx';
import { valueAt, withValue } from './path.rules.ts';
import type { Answers } from './profile.schema.ts';

type Props = { answers: Answers; onAnswers: (answers: Answers) => void; problems: Readonly<Record<string, string>> };

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;
const said = (value: boolean | undefined): 'yes' | 'no' | undefined =>
  value === undefined ? undefined : value ? 'yes' : 'no';

/** The answers, in groups as forms ask them. */
export function AnswersEditor({ answers, onAnswers, problems }: Props): JSX.Element {
  const set = (path: string, value: unknown): void => onAnswers(withValue(answers, path, value));
  const text = (path: string, label: string, hint?: string): JSX.Element => (
    <TextField
      label={label}
      value={String(valueAt(answers, path) ?? '')}
      onValue={(value) => set(path, value === '' ? undefined : value)}
      {...(hint ? { hint } : {})}
    />
  );
  const legal = answers.legalName ?? { first: '', last: '' };
  const pay = answers.salaryExpectation ?? { amount: 0, currency: '', period: 'year' as const };
  const permits = answers.workAuthorization ?? [];
  const custom = answers.custom ?? [];
  const eeo = answers.eeo ?? { fill: false };
  return (
    <>
      <Section
        title="Application answers"
        lead="Used word for word when a form asks. Left empty, the form's field stays empty."
      >
        <Card class="grid gap-x-4 gap-y-3 sm:grid-cols-2">
          <TextField
            label="Legal first name"
            value={legal.first}
            error={problems['answers.legalName']}
            onValue={(first) => set('legalName', { ...legal, first })}
          />
          <TextField
            label="Legal last name"
            value={legal.last}
            onValue={(last) => set('legalName', { ...legal, last })}
          />
          {text('preferredName', 'Preferred name')}
          <TextField
            label="Phone country"
            value={answers.phoneCountry ?? ''}
            maxLength={2}
            placeholder="DE"
            hint="Two letters"
            onValue={(value) => set('phoneCountry', value === '' ? undefined : value.toUpperCase())}
          />
          {text('address.line1', 'Address line 1')}
          {text('address.line2', 'Address line 2')}
          {text('address.city', 'Address city')}
          {text('address.region', 'Address region')}
          {text('address.postalCode', 'Address postal code')}
          {text('address.country', 'Address country')}
          {text('noticePeriod', 'Notice period')}
          {text('startDate', 'Earliest start')}
          <TextField
            label="Years of experience"
            type="number"
            min={0}
            max={80}
            value={answers.yearsExperience?.toString() ?? ''}
            onValue={(value) => set('yearsExperience', value === '' ? undefined : Number(value))}
          />
          {text('howHeard', 'How you usually hear of jobs')}
          <fieldset class="grid grid-cols-[2fr_1fr_1fr] gap-2 sm:col-span-2">
            <legend class="sr-only">Pay you expect</legend>
            <TextField
              label="Expected pay"
              type="number"
              min={0}
              value={pay.amount ? String(pay.amount) : ''}
              onValue={(value) => set('salaryExpectation', { ...pay, amount: Number(value) })}
            />
            <TextField
              label="Currency"
              value={pay.currency}
              maxLength={3}
              placeholder="EUR"
              onValue={(value) => set('salaryExpectation', { ...pay, currency: value.toUpperCase() })}
            />
            <SelectField
              label="Per"
              value={pay.period}
              options={['year', 'month', 'hour'].map((value) => ({ value, label: value }))}
              onValue={(period) => set('salaryExpectation', { ...pay, period })}
            />
          </fieldset>
          <RadioGroup
            legend="Willing to relocate"
            inline
            value={said(answers.relocate)}
            options={yesNo}
            onValue={(value) => set('relocate', value === 'yes')}
          />
        </Card>
      </Section>

      <Section
        title="Right to work"
        lead="By country. Forms ask this often, and only you can answer."
        actions={
          <Button
            size="sm"
            onClick={() =>
              set('workAuthorization', [...permits, { country: '', authorized: true, sponsorship: false }])
            }
          >
            <Icon name="plus" /> Add country
          </Button>
        }
      >
        {permits.length === 0 ? (
          <p class="text-muted">No country yet. Without one, forms' questions about it are left to you.</p>
        ) : (
          <ul class="divide-y divide-line rounded-lg border border-line bg-surface">
            {permits.map((permit, i) => (
              <li key={i} class="flex flex-wrap items-end gap-x-6 gap-y-2 p-3">
                <TextField
                  class="w-44"
                  label="Country"
                  value={permit.country}
                  placeholder="Germany"
                  onValue={(country) => set(`workAuthorization[${i}].country`, country)}
                />
                <RadioGroup
                  legend="May work there"
                  inline
                  value={said(permit.authorized)}
                  options={yesNo}
                  onValue={(v) => set(`workAuthorization[${i}].authorized`, v === 'yes')}
                />
                <RadioGroup
                  legend="Needs sponsorship"
                  inline
                  value={said(permit.sponsorship)}
                  options={yesNo}
                  onValue={(v) => set(`workAuthorization[${i}].sponsorship`, v === 'yes')}
                />
                <span class="ml-auto">
                  <IconButton
                    label={`Remove ${permit.country || 'country'}`}
                    icon="trash"
                    onClick={() => set('workAuthorization', permits.toSpliced(i, 1))}
                  />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>

      <Section
        title="Equal opportunity questions"
        lead="Voluntary everywhere. Foothold answers them only if you switch that on."
      >
        <Card class="space-y-3">
          <CheckField
            label="Answer equal opportunity questions with what is written here"
            checked={eeo.fill}
            onChecked={(fill) => set('eeo', { ...eeo, fill })}
            hint="Off: these questions are never touched, whatever stands below."
          />
          <div class="grid gap-x-4 gap-y-3 sm:grid-cols-2">
            {(['gender', 'pronouns', 'race', 'ethnicity', 'veteran', 'disability'] as const).map((key) => (
              <TextField
                key={key}
                label={
                  {
                    gender: 'Gender',
                    pronouns: 'Pronouns',
                    race: 'Race',
                    ethnicity: 'Ethnicity',
                    veteran: 'Veteran status',
                    disability: 'Disability',
                  }[key]
                }
                value={eeo[key] ?? ''}
                onValue={(value) => set('eeo', { ...eeo, [key]: value || undefined })}
              />
            ))}
          </div>
        </Card>
      </Section>

      <Section
        title="Your own answers"
        lead="For questions that come again and again."
        actions={
          <Button size="sm" onClick={() => set('custom', [...custom, { question: '', answer: '' }])}>
            <Icon name="plus" /> Add answer
          </Button>
        }
      >
        {custom.length === 0 ? (
          <p class="text-muted">None yet.</p>
        ) : (
          <ul class="divide-y divide-line rounded-lg border border-line bg-surface">
            {custom.map((item, i) => (
              <li key={i} class="flex gap-2 p-3">
                <div class="grid flex-1 gap-2">
                  <TextField
                    label="Question"
                    value={item.question}
                    onValue={(question) => set(`custom[${i}].question`, question)}
                  />
                  <TextArea
                    label="Answer"
                    value={item.answer}
                    onValue={(answer) => set(`custom[${i}].answer`, answer)}
                  />
                </div>
                <IconButton
                  label={`Remove answer ${i + 1}`}
                  icon="trash"
                  onClick={() => set('custom', custom.toSpliced(i, 1))}
                />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
