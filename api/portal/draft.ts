/** The profile being edited. It outlives navigation in this page and, in this tab only, a reload; signing out erases it. */
import { signal } from '@preact/signals';
import { z } from 'zod';
import type { Draft } from '#shared/profile/draft.rules.ts';
import { Answers, Resume } from '#shared/profile/profile.schema.ts';
import { user } from './session.ts';

const KEY = 'foothold.draft';
const Stored = z.object({
  owner: z.string(),
  draft: z.object({ resume: Resume, answers: Answers, version: z.number() }),
});

/** `undefined`: nothing is unsaved. */
export const draft = signal<Draft | undefined>(undefined);
let owner: string | undefined;

/** Takes up what this person left unsaved, and drops what is another's. */
export function openDraft(): void {
  const id = user.value?.id;
  if (owner === id) return;
  owner = id;
  const stored = Stored.safeParse(parse(sessionStorage.getItem(KEY)));
  draft.value = stored.success && stored.data.owner === id ? stored.data.draft : undefined;
}

/** Keeps `next` as unsaved, or with `undefined` forgets it. */
export function keepDraft(next: Draft | undefined): void {
  draft.value = next;
  if (next && owner) sessionStorage.setItem(KEY, JSON.stringify({ owner, draft: next }));
  else sessionStorage.removeItem(KEY);
}

addEventListener('beforeunload', (event) => {
  if (draft.value && user.value) event.preventDefault();
});

function parse(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
