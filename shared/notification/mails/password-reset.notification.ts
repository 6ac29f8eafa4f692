import { z } from 'zod';
import { composeLetter } from '../letter.rules.ts';
import type { Letter, LetterInput } from '../mail.schema.ts';

const Data = z.object({ name: z.string(), token: z.string() });

/** The token stands behind `#`, which browsers send to no server and in no referrer. */
export function passwordReset({ publicUrl, data }: LetterInput): Letter {
  const { name, token } = Data.parse(data);
  return composeLetter({
    subject: 'Set a new password for Foothold',
    greeting: `Hello ${name},`,
    paragraphs: [
      'Somebody, probably you, asked to set a new password for your Foothold account.',
      'The link works once, for 30 minutes. Setting a new password signs out every device and unlinks the browser extension.',
    ],
    action: { label: 'Set a new password', url: `${publicUrl}/reset/confirm#token=${encodeURIComponent(token)}` },
    footer: 'You did not ask for this? Then do nothing: your password stays as it is.',
  });
}
