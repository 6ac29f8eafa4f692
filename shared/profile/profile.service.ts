/** What a person says of themself: reading it, saving it, and adding what a resume says. */
import type { Actor } from '#shared/kernel/actor.ts';
import { AppError, kernelErrors, requestErrors } from '#shared/kernel/errors.ts';
import type { Message } from '#shared/kernel/task.ts';
import { isoNow } from '#shared/platform/clock.ts';
import type { Platform } from '#shared/platform/platform.ts';
import type { Write } from '#shared/platform/table.ts';
import { mergeResume } from './merge.rules.ts';
import { profileErrors } from './profile.errors.ts';
import type { Answers, Preferences, Profile, Resume } from './profile.schema.ts';
import { createProfileStore, type StoredProfile } from './profile.store.ts';
import { type SavedAnswer, withAnswer } from './saved-answers.rules.ts';

/** A DynamoDB item holds 400 KB; sealing adds a third. */
const MAX_PROFILE_CHARACTERS = 280_000;

/** Told whenever facts or wishes of a person changed; gives the tasks that follow. */
export type ProfileChanged = (owner: string) => readonly Message[];

export function createProfiles(platform: Platform, { onChange }: { onChange: ProfileChanged }) {
  const store = createProfileStore(platform);
  const view = ({ resume, answers, version, updatedAt }: StoredProfile): Profile => ({
    resume,
    answers,
    version,
    updatedAt,
  });

  return {
    store,

    get: async (actor: Actor): Promise<Profile> => view(await store.of(actor.userId)),

    /** Throws `profile.version_conflict` when `version` is not the current one. */
    async put(actor: Actor, input: { resume: Resume; answers: Answers; version: number }): Promise<Profile> {
      if (JSON.stringify([input.resume, input.answers]).length > MAX_PROFILE_CHARACTERS)
        throw requestErrors.too_large();
      const current = await store.of(actor.userId);
      if (current.version !== input.version)
        throw profileErrors.version_conflict({ details: { version: current.version } });
      const profile: StoredProfile = {
        resume: input.resume,
        answers: input.answers,
        version: current.version + 1,
        updatedAt: isoNow(platform.clock),
        savedByPerson: true,
        mergedResumes: current.mergedResumes,
      };
      await platform
        .commit(store.save(actor.userId, { profile, by: 'person' }), onChange(actor.userId))
        .catch(asVersionConflict);
      return view(profile);
    },

    /**
     * Keeps the person's answer to a question. The profile is saved by them with it, on top of whatever they or a resume
     * saved in between. Throws `profile.answers_full`.
     */
    async addAnswer(actor: Actor, added: SavedAnswer): Promise<{ changed: boolean; profile: Profile }> {
      for (let attempt = 1; ; attempt++) {
        const current = await store.of(actor.userId);
        const before = current.answers.custom ?? [];
        const custom = withAnswer(before, added);
        if (custom === undefined) throw profileErrors.answers_full();
        if (custom === before) return { changed: false, profile: view(current) };
        const answers = { ...current.answers, custom: [...custom] };
        if (JSON.stringify([current.resume, answers]).length > MAX_PROFILE_CHARACTERS) throw requestErrors.too_large();
        const profile: StoredProfile = {
          ...current,
          answers,
          version: current.version + 1,
          updatedAt: isoNow(platform.clock),
        };
        try {
          await platform.commit(store.save(actor.userId, { profile, by: 'person' }), onChange(actor.userId));
          return { changed: true, profile: view(profile) };
        } catch (error) {
          if (!isConflictOf(error, 0) || attempt === 5) throw error;
        }
      }
    },

    /**
     * Adds what a resume says, together with `writes` of the resume itself: both or neither. A resume is merged once,
     * however often its task is delivered. Saves of the person in between are respected by trying again on top of them.
     */
    async merge(actor: Actor, input: { resumeId: string; read: Resume; writes: readonly Write[] }): Promise<void> {
      for (let attempt = 1; ; attempt++) {
        const current = await store.of(actor.userId);
        if (current.mergedResumes.includes(input.resumeId))
          return platform.commit(input.writes, onChange(actor.userId));
        const { savedByPerson } = current;
        const profile: StoredProfile = {
          resume: mergeResume({ current: current.resume, read: input.read, savedByPerson }),
          answers: current.answers,
          version: current.version + 1,
          updatedAt: isoNow(platform.clock),
          savedByPerson,
          mergedResumes: [...current.mergedResumes, input.resumeId].slice(-200),
        };
        const saves = store.save(actor.userId, { profile, by: 'resume' });
        try {
          return await platform.commit([...saves, ...input.writes], onChange(actor.userId));
        } catch (error) {
          // The first write is the profile's: only when it lost the race is there something to repeat.
          if (!isConflictOf(error, 0) || attempt === 5) throw error;
        }
      }
    },

    versions: async (actor: Actor) => ({ items: await store.versions(actor.userId) }),

    async version(actor: Actor, version: number): Promise<Profile> {
      const found = await store.version(actor.userId, version);
      if (found === undefined) throw kernelErrors.not_found();
      return view(found);
    },

    preferences: (actor: Actor): Promise<Preferences> => store.preferences(actor.userId),

    async putPreferences(actor: Actor, preferences: Preferences): Promise<Preferences> {
      await platform.commit([store.savePreferences(actor.userId, preferences)], onChange(actor.userId));
      return preferences;
    },
  };
}

export type Profiles = ReturnType<typeof createProfiles>;

const isConflictOf = (error: unknown, index: number): boolean =>
  error instanceof AppError && error.code === 'table.condition_failed' && error.details?.index === index;

function asVersionConflict(error: unknown): never {
  if (error instanceof AppError && error.code === 'table.condition_failed')
    throw profileErrors.version_conflict({ cause: error });
  throw error;
}
