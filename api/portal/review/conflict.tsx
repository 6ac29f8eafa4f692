/** Saving failed: because the profile moved on elsewhere, which the person decides, or for another reason. */
import type { JSX } from 'preact';
import { Button } from '#shared/ui/button.tsx';
import { ErrorNotice, Notice } from '#shared/ui/feedback.tsx';
import type { ProfileState } from '../use-profile.ts';

/** Nothing while saving goes well. */
export function Conflict({ profile }: { profile: ProfileState }): JSX.Element | null {
  if (profile.save.error === undefined) return null;
  if (!profile.conflict) return <ErrorNotice error={profile.save.error} />;
  return (
    <Notice
      tone="warn"
      role="alert"
      action={
        <>
          <Button size="sm" onClick={() => void profile.keepMine()}>
            Keep my changes
          </Button>
          <Button size="sm" onClick={profile.takeTheirs}>
            Load the other version
          </Button>
        </>
      }
    >
      The profile was changed elsewhere, for example in another window. Nothing is lost: choose which to go on with.
    </Notice>
  );
}
