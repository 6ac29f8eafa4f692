import { z } from 'zod';
import { composeLetter, readableDate } from '../letter.rules.ts';
import type { Letter, LetterInput } from '../mail.schema.ts';

const Data = z.object({ name: z.string(), at: z.string() });

export function passwordChanged({ publicUrl, data }: LetterInput): Letter {
  const { name, at } = Data.parse(data);
  return composeLetter({
    subject: 'Your Foothold password was changed',
    greeting: `Hello ${name},`,
    paragraphs: [
      `The password of your account was changed on ${readableDate(at, { time: true })}. All devices were signed out.`,
      'Was it not you? Set another password at once, and check who can read this mailbox.',
    ],
    action: { label: 'Set another password', url: `${publicUrl}/reset` },
    footer: 'You get this mail because it concerns the safety of your account.',
  });
}
