/** Every mail by its kind. */
import type { Letter, LetterInput, MailKind } from '../mail.schema.ts';
import { accountUnused } from './account-unused.notification.ts';
import { passwordChanged } from './password-changed.notification.ts';
import { passwordReset } from './password-reset.notification.ts';
import { searchDigest } from './search-digest.notification.ts';
import { twoStepChanged } from './two-step-changed.notification.ts';

export const letters: Readonly<Record<MailKind, (input: LetterInput) => Letter>> = {
  'password-reset': passwordReset,
  'password-changed': passwordChanged,
  'two-step-changed': twoStepChanged,
  'account-unused': accountUnused,
  'search-digest': searchDigest,
};
