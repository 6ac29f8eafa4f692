/** After the profile: the way on. */
import type { JSX } from 'preact';
import { LinkButton } from '#shared/ui/button.tsx';
import { Notice } from '#shared/ui/feedback.tsx';

export const NextStep = (): JSX.Element => (
  <div class="mb-6">
    <Notice
      tone="ok"
      action={
        <LinkButton href="/link" size="sm">
          Link the extension
        </LinkButton>
      }
    >
      Your profile is ready. Next: link the browser extension and fill your first form.
    </Notice>
  </div>
);
