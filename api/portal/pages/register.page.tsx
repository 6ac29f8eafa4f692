/** Creates an account and opens the portal with it. */

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { authContract } from '#shared/auth/auth.contract.ts';
import { Email, NewPassword } from '#shared/auth/auth.schema.ts';
import { Button } from '#shared/ui/button.tsx';
import { ErrorNotice } from '#shared/ui/feedback.tsx';
import { CheckField, RadioGroup, TextField } from '#shared/ui/field.tsx';
import { useAction } from '#shared/ui/query.ts';
import { PasswordField } from '../password-field.tsx';
import { call, openPortal } from '../session.ts';
import { SignInCard } from '../sign-in-card.tsx';

type Role = 'seeker' | 'recruiter';
type Problems = Partial<Record<'name' | 'email' | 'password' | 'role' | 'consent', string>>;

export default function RegisterPage() {
  const { route } = useLocation();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('seeker');
  const [consent, setConsent] = useState(false);
  const [problems, setProblems] = useState<Problems>({});

  const create = useAction(async () => {
    const session = await call(authContract.register, { body: { name, email, password, role, consent: true } });
    await openPortal(session);
    route(role === 'seeker' ? '/profile' : '/jobs');
  });

  const submit = (event: Event): void => {
    event.preventDefault();
    const found: Problems = {};
    if (name.trim() === '') found.name = 'Enter your name';
    if (!Email.safeParse(email).success) found.email = 'Enter an e-mail address, for example ada@example.org';
    if (!NewPassword.safeParse(password).success) found.password = 'Use at least 10 characters';
    if (!consent) found.consent = 'Please agree to create an account';
    setProblems(found);
    if (Object.keys(found).length === 0) void create.run();
    else requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus());
  };

  return (
    <SignInCard
      title="Create your account"
      foot={
        <>
          Already here?{' '}
          <a href="/login" class="font-medium text-accent underline">
            Sign in
          </a>
        </>
      }
    >
      <form class="space-y-4" noValidate onSubmit={submit}>
        {create.error !== undefined && <ErrorNotice error={create.error} />}
        <RadioGroup
          legend="What brings you here"
          hideLegend
          value={role}
          onValue={setRole}
          options={[
            { value: 'seeker', label: 'I am looking for a job' },
            { value: 'recruiter', label: 'I am hiring' },
          ]}
        />
        <TextField label="Name" value={name} onValue={setName} autocomplete="name" required error={problems.name} />
        <TextField
          label="Email"
          type="email"
          value={email}
          onValue={setEmail}
          autocomplete="email"
          required
          error={problems.email}
        />
        <PasswordField
          value={password}
          onValue={setPassword}
          autocomplete="new-password"
          error={problems.password}
          hint="At least 10 characters. A few words you can remember are best."
        />
        <CheckField
          checked={consent}
          onChecked={setConsent}
          error={problems.consent}
          required
          label={
            <>
              I agree that Foothold stores my profile and files to do this work, under its{' '}
              <a href="/terms" class="underline" target="_blank" rel="noopener">
                terms and privacy notice
              </a>
              .
            </>
          }
        />
        <Button type="submit" look="primary" busy={create.busy} class="w-full">
          Create account
        </Button>
      </form>
    </SignInCard>
  );
}
