/** After the profile: the way on. */
import type { JSX } from 'preact';
import { LinkButton } from '#shared/ui/button.tsx';
import { Notice } from '#shared/ui/feedback.tsx';

/** `resumeId` is the file whose advice is offered. */
export const NextStep = ({ resumeId }: { resumeId?: string | undefined }): JSX.Element => (
  <div class="mb-6">
    <Notice
      tone="ok"
      action={
        <>
          {resumeId !== undefined && (
            <LinkButton href={`/resumes/${resumeId}/advice`} size="sm">
              Advice on the file
            </LinkButton>
          )}
          <LinkButton href="/link" size="sm">
            Link the extension
          </LinkButton>
        </>
      }
    >
      Your profile is ready. Next: link the browser extension and fill your first form.
    </Notice>
  </div>
);
