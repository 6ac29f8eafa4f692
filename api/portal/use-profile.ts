/** The saved profile, what is being changed on top of it, and saving; with what to do when both moved on. */
import { useMemo } from 'preact/hooks';
import { AppError } from '#shared/kernel/errors.ts';
import { type Draft, draftOf, problemsOf, toSave } from '#shared/profile/draft.rules.ts';
import { mergeResume } from '#shared/profile/merge.rules.ts';
import { profileContract } from '#shared/profile/profile.contract.ts';
import type { Profile } from '#shared/profile/profile.schema.ts';
import { useHost } from '#shared/ui/host.tsx';
import { type Query, staleQueries, useAction, useQuery } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';
import { draft, keepDraft, openDraft } from './draft.ts';

export type ProfileState = {
  readonly saved: Query<Profile>;
  readonly current: Draft | undefined;
  readonly unsaved: boolean;
  readonly problems: Readonly<Record<string, string>>;
  /** Changes the draft, on top of whatever it is by then. */
  readonly change: (edit: (draft: Draft) => Draft) => void;
  readonly save: { run: () => Promise<boolean>; busy: boolean; error: unknown };
  readonly conflict: boolean;
  readonly keepMine: () => Promise<void>;
  readonly takeTheirs: () => void;
  /** Loads the profile again after a resume was read: what it filled in joins the draft, what was typed stays. */
  readonly afterReading: () => Promise<void>;
};

/** The profile of whoever is signed in; `onSaved` is called after each save that went well. */
export function useProfile({ onSaved }: { onSaved: () => void }): ProfileState {
  openDraft();
  const { call } = useHost();
  const saved = useQuery('profile', (signal) => call(profileContract.get, { signal }));
  const current = draft.value ?? (saved.data && draftOf(saved.data));
  const problems = useMemo(() => (current ? problemsOf(current) : {}), [current]);

  const save = useAction(async () => {
    if (!current || Object.keys(problems).length > 0) return;
    const profile = await call(profileContract.put, { body: toSave(current) });
    keepDraft(undefined);
    saved.set(profile);
    staleQueries('versions');
    onSaved();
    toast('Profile saved');
  });

  return {
    saved,
    current,
    unsaved: draft.value !== undefined,
    problems,
    change: (edit) => {
      const base = draft.value ?? current;
      if (base) keepDraft(edit(base));
    },
    save,
    conflict: save.error instanceof AppError && save.error.code === 'profile.version_conflict',
    keepMine: async () => {
      const theirs = await call(profileContract.get);
      saved.set(theirs);
      if (draft.value) keepDraft({ ...draft.value, version: theirs.version });
      save.clear();
    },
    takeTheirs: () => {
      keepDraft(undefined);
      save.clear();
      void saved.reload();
    },
    afterReading: async () => {
      const before = saved.data?.version;
      const now = await call(profileContract.get);
      saved.set(now);
      staleQueries('versions');
      // Only reading came in between: the draft goes on, with the gaps filled that it still has.
      const mine = draft.value;
      if (!mine || mine.version !== before || now.version === mine.version) return;
      const { items } = await call(profileContract.versions);
      if (items.some(({ version, by }) => version > mine.version && by === 'person')) return;
      keepDraft({
        ...mine,
        version: now.version,
        resume: mergeResume({ current: mine.resume, read: now.resume, savedByPerson: true }),
      });
    },
  };
}
