/** What people agree to at registration, in words they can check against what the product does. */
import { CONSENT_VERSION } from '#shared/auth/consent.data.ts';
import { Page } from '#shared/ui/layout.tsx';

const PARTS = [
  [
    'What is stored',
    'Your account (name, e-mail address, a hash of your password), the files you upload, what was read from them, your profile and answers, jobs you save, documents made for you, and sign-ins with time, shortened network address and browser. Contact data is encrypted field by field.',
  ],
  [
    'What it is used for',
    'To read your resume, score jobs, write documents and fill forms for you. Nothing is sold, and nothing is sent to an employer by Foothold: you submit every application yourself.',
  ],
  [
    'Language models',
    'Off unless whoever runs this installation has set one up. Then parts of your profile and of postings are sent to that model to improve wording; each sentence is still checked against your facts.',
  ],
  [
    'Sensitive answers',
    'Equal opportunity answers are optional, and are used on a form only while you have switched that on.',
  ],
  [
    'Your rights',
    'On the Account page you can download everything held about you and erase it with all files. Accounts unused for 12 months are erased, after a mail that says so.',
  ],
] as const;

export default function TermsPage() {
  return (
    <Page title="Terms and privacy" lead={`Version ${CONSENT_VERSION}. Its version is recorded when you agree.`} narrow>
      <dl class="space-y-4">
        {PARTS.map(([title, text]) => (
          <div key={title}>
            <dt class="font-semibold">{title}</dt>
            <dd class="mt-1 max-w-prose text-muted">{text}</dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
