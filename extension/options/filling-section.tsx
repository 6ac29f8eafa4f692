/** How a form is filled. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { CheckField, TextField } from '#shared/ui/field.tsx';
import { send } from '../messages.ts';
import { type Settings, SettingsShape } from '../storage.ts';
import { Section } from './section.tsx';

export function FillingSection({ settings }: { settings: Settings }): JSX.Element {
  const save = (change: Partial<Settings>) => void send('settings.save', change);
  return (
    <Section id="filling" title="Filling">
      <CheckField
        label="Make documents for the posting before filling"
        hint="Otherwise your active resume is attached as it is."
        checked={settings.documentsFirst}
        onChecked={(documentsFirst) => save({ documentsFirst })}
      />
      <CheckField
        label="Draft written answers"
        hint="From facts of your profile only, and marked so that you read them before you submit."
        checked={settings.drafts}
        onChecked={(drafts) => save({ drafts })}
      />
      <CheckField
        label="Go on with the next step of a form"
        hint="When you move on yourself. Foothold never presses Next."
        checked={settings.followSteps}
        onChecked={(followSteps) => save({ followSteps })}
      />
      <CheckField
        label="Add rows for further jobs and schools"
        hint="Presses the form’s own “Add another”, up to five times a section."
        checked={settings.addRows}
        onChecked={(addRows) => save({ addRows })}
      />
      <CheckField
        label="Outline filled and open fields in the page"
        checked={settings.outlines}
        onChecked={(outlines) => save({ outlines })}
      />
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
