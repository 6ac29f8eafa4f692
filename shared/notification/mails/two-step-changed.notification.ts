import { z } from 'zod';
import { composeLetter, readableDate } from '../letter.rules.ts';
import type { Letter, LetterInput } from '../mail.schema.ts';

const Data = z.object({ name: z.string(), state: z.enum(['on', 'off']), at: z.string() });

export function twoStepChanged({ publicUrl, data }: LetterInput): Letter {
  const { name, state, at } = Data.parse(data);
  return composeLetter({
    subject: `Two-step sign-in is ${state}`,
    greeting: `Hello ${name},`,
    paragraphs: [
      `Two-step sign-in of your Foothold account was turned ${state} on ${readableDate(at, { time: true })}.`,
      state === 'on'
        ? 'Keep the recovery codes in a safe place: without them and without your authenticator app nobody can sign in.'
        : 'From now on the password alone is enough to sign in.',
      'Was it not you? Set a new password at once: that signs out every device.',
    ],
    action: { label: 'Look at the account', url: `${publicUrl}/account` },
    footer: 'You get this mail because it concerns the safety of your account.',
  });
}
