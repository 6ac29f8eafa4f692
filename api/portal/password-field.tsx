/** A password that can be looked at while typing. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '#shared/ui/field.tsx';

export function PasswordField(props: {
  value: string;
  onValue: (value: string) => void;
  autocomplete: 'new-password' | 'current-password';
  hint?: string;
  error?: string | undefined;
}): JSX.Element {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      label="Password"
      type={shown ? 'text' : 'password'}
      required
      maxLength={256}
      spellcheck={false}
      after={
        <button
          type="button"
          class="h-7 rounded-sm px-2 text-sm text-muted hover:bg-sunken hover:text-text"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide' : 'Show'}
        </button>
      }
    />
  );
}
