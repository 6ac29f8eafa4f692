/** Two-step sign-in: scan, confirm, keep the recovery codes. */

import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { encode } from 'uqr';
import { authContract } from '#shared/auth/auth.contract.ts';
import { Button } from '#shared/ui/button.tsx';
import { Badge, ErrorNotice, Notice } from '#shared/ui/feedback.tsx';
import { TextField } from '#shared/ui/field.tsx';
import { useHost } from '#shared/ui/host.tsx';
import { Icon } from '#shared/ui/icon.tsx';
import { Card, Section } from '#shared/ui/layout.tsx';
import { useAction } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';

export function TwoSteps({ on, onChanged }: { on: boolean; onChanged: () => void }): JSX.Element {
  const { call, download } = useHost();
  const [setup, setSetup] = useState<{ secret: string; otpauthUrl: string }>();
  const [codes, setCodes] = useState<readonly string[]>();
  const [removing, setRemoving] = useState(false);
  const [otp, setOtp] = useState('');

  const start = useAction(async () => setSetup(await call(authContract.startMfa)));
  const confirm = useAction(async () => {
    const { recoveryCodes } = await call(authContract.confirmMfa, { body: { otp } });
    setCodes(recoveryCodes);
    setSetup(undefined);
    setOtp('');
    onChanged();
  });
  const remove = useAction(async () => {
    await call(authContract.removeMfa, { body: { otp } });
    setRemoving(false);
    setCodes(undefined);
    setOtp('');
    toast('Two-step sign-in is off');
    onChanged();
  });

  const code = (
    <TextField
      label="Code"
      value={otp}
      onValue={setOtp}
      autocomplete="one-time-code"
      required
      maxLength={32}
      class="w-44"
    />
  );
  return (
    <Section title="Two-step sign-in" lead="A code from your authenticator app, besides the password.">
      <Card class="space-y-3">
        <div class="flex items-center justify-between gap-3">
          <Badge tone={on ? 'ok' : 'neutral'}>{on ? 'On' : 'Off'}</Badge>
          {on
            ? !removing && <Button onClick={() => setRemoving(true)}>Turn off</Button>
            : !setup && (
                <Button busy={start.busy} onClick={() => void start.run()}>
                  Set up
                </Button>
              )}
        </div>
        {start.error !== undefined && <ErrorNotice error={start.error} />}
        {setup && !on && (
          <form
            class="flex flex-wrap gap-5"
            onSubmit={(event) => {
              event.preventDefault();
              void confirm.run();
            }}
          >
            <QrCode text={setup.otpauthUrl} />
            <div class="min-w-60 flex-1 space-y-3">
              <p>Scan this with an authenticator app, or enter the key by hand:</p>
              <p class="rounded-md bg-sunken p-2 font-mono text-sm break-all">{setup.secret}</p>
              {code}
              {confirm.error !== undefined && <ErrorNotice error={confirm.error} />}
              <Button type="submit" look="primary" busy={confirm.busy}>
                Turn on
              </Button>
            </div>
          </form>
        )}
        {codes && (
          <div class="space-y-3">
            <Notice tone="warn" role="status">
              Keep these recovery codes somewhere safe. Each works once in place of a code; they are not shown again.
            </Notice>
            <ul class="grid grid-cols-2 gap-1 font-mono text-sm">
              {codes.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
            <Button
              onClick={() =>
                download(new Blob([codes.join('\n')], { type: 'text/plain' }), 'foothold-recovery-codes.txt')
              }
            >
              <Icon name="download" /> Save as file
            </Button>
          </div>
        )}
        {on && removing && (
          <form
            class="space-y-3"
            onSubmit={(event) => {
              event.preventDefault();
              void remove.run();
            }}
          >
            <p class="text-muted">Enter a code once more to turn it off.</p>
            {code}
            {remove.error !== undefined && <ErrorNotice error={remove.error} />}
            <div class="flex gap-2">
              <Button type="submit" look="danger" busy={remove.busy}>
                Turn off
              </Button>
              <Button onClick={() => setRemoving(false)}>Keep</Button>
            </div>
          </form>
        )}
      </Card>
    </Section>
  );
}

/** A QR code as one path, dark on white in every theme, so that phones can read it. */
function QrCode({ text }: { text: string }): JSX.Element {
  const { size, path } = useMemo(() => {
    const { data, size } = encode(text, { border: 2 });
    const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1Z`] : []))).join('');
    return { size, path };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label="QR code for the authenticator app"
      viewBox={`0 0 ${size} ${size}`}
      class="size-44 rounded-md bg-white"
    >
      <path d={path} class="fill-black" />
    </svg>
  );
}
