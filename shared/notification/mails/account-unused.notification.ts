import { z } from 'zod';
import { composeLetter, readableDate } from '../letter.rules.ts';
import type { Letter, LetterInput } from '../mail.schema.ts';

const Data = z.object({ name: z.string(), lastActiveAt: z.string(), eraseAt: z.string() });

export function accountUnused({ publicUrl, data }: LetterInput): Letter {
  const { name, lastActiveAt, eraseAt } = Data.parse(data);
  return composeLetter({
    subject: 'Your Foothold account will be deleted',
    greeting: `Hello ${name},`,
    paragraphs: [
      `You last used Foothold on ${readableDate(lastActiveAt)}. We keep nobody's data for longer than 12 months without use.`,
      `On ${readableDate(eraseAt)} your account is deleted with everything in it: profile, resumes, documents and applications. To keep it, sign in once before that day.`,
    ],
    action: { label: 'Sign in and keep the account', url: `${publicUrl}/login` },
    footer: 'This is the only reminder. If you want nothing kept, you need not do anything.',
  });
}
