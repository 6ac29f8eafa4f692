/** Which parts of an application are filled, and which the person keeps for themself. */
import type { JSX } from 'preact';
import type { FieldGroup } from '#shared/form/form.schema.ts';
import { CheckField } from '#shared/ui/field.tsx';
import { send } from '../messages.ts';
import type { Settings } from '../storage.ts';
import { Section } from './section.tsx';

const PARTS: Readonly<Record<FieldGroup, { label: string; hint: string }>> = {
  contact: { label: 'Contact', hint: 'Name, e-mail, phone and address.' },
  links: { label: 'Links', hint: 'LinkedIn, GitHub, your own site.' },
  work: { label: 'Work', hint: 'Present and earlier jobs, years of experience.' },
  education: { label: 'Education', hint: 'Schools, degrees and their dates.' },
  availability: { label: 'Availability', hint: 'Start date, notice period, relocation.' },
  legal: { label: 'Work permit', hint: 'Authorization and sponsorship, only as you answered them for that country.' },
  salary: { label: 'Salary', hint: 'Your expectation, only in the currency and period you gave.' },
  eeo: {
    label: 'Equal opportunity',
    hint: 'Gender, ethnicity, veteran status and disability; also needs your consent in the profile.',
  },
  questions: {
    label: 'Questions of the employer',
    hint: 'From the answers you saved, and drafts where you want them.',
  },
  documents: { label: 'Documents', hint: 'Resume and cover letter.' },
};

const ORDER = Object.keys(PARTS) as FieldGroup[];

export function PartsSection({ settings }: { settings: Settings }): JSX.Element {
  const { groups } = settings;
  const set = (part: FieldGroup, on: boolean) =>
    void send('settings.save', { groups: ORDER.filter((one) => (one === part ? on : groups.includes(one))) });
  return (
    <Section id="parts" title="What is filled" intro="A part you turn off is left to you on every form.">
      <div class="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {ORDER.map((part) => (
          <CheckField
            key={part}
            label={PARTS[part].label}
            hint={PARTS[part].hint}
            checked={groups.includes(part)}
            onChecked={(on) => set(part, on)}
          />
        ))}
      </div>
    </Section>
  );
}
