/** How a form is filled. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { CheckField, TextField } from '#shared/ui/field.tsx';
import { send } from '../messages.ts';
import { type Settings, SettingsShape } from '../storage.ts';
import { Section } from './section.tsx';

type Choice = {
  key: 'documentsFirst' | 'drafts' | 'followSteps' | 'addRows' | 'outlines';
  label: string;
  hint?: string;
};

const CHOICES: readonly Choice[] = [
  {
    key: 'documentsFirst',
    label: 'Make documents for the posting before filling',
    hint: 'Otherwise your active resume is attached as it is.',
  },
  {
    key: 'drafts',
    label: 'Draft written answers',
    hint: 'From facts of your profile only, and marked so that you read them before you submit.',
  },
  {
    key: 'followSteps',
    label: 'Go on with the next step of a form',
    hint: 'When you move on yourself. Foothold never presses Next.',
  },
  {
    key: 'addRows',
    label: 'Add rows for further jobs and schools',
    hint: 'Presses the form’s own “Add another”, up to five times a section.',
  },
  { key: 'outlines', label: 'Outline filled and open fields in the page' },
];

export function FillingSection({ settings }: { settings: Settings }): JSX.Element {
  const save = (change: Partial<Settings>) => void send('settings.save', change);
  return (
    <Section id="filling" title="Filling">
      {CHOICES.map(({ key, label, hint }) => (
        <CheckField
          key={key}
          label={label}
          {...(hint !== undefined && { hint })}
          checked={settings[key]}
          onChecked={(checked) => save({ [key]: checked })}
        />
      ))}
      <DailyCap cap={settings.dailyCap} onCap={(dailyCap) => save({ dailyCap })} />
    </Section>
  );
}

function DailyCap({ cap, onCap }: { cap: number; onCap: (cap: number) => void }): JSX.Element {
  const [typed, setTyped] = useState(String(cap));
  const parsed = SettingsShape.shape.dailyCap.safeParse(Number(typed));
  return (
    <TextField
      label="Forms opened from the queue in a day"
      type="number"
      min={1}
      max={60}
      class="max-w-72"
      value={typed}
      onValue={setTyped}
      onChange={() => parsed.success && onCap(parsed.data)}
      hint="Fewer, better applications; some sites limit accounts that apply to dozens a day. Forms you open yourself do not count."
      error={parsed.success ? undefined : 'A whole number from 1 to 60'}
    />
  );
}
