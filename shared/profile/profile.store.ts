/** `USER#u → PROFILE | PROFILEVERSION#n | PREFERENCES`. Contents are sealed: nothing about a person stands here in plain. */
import type { Platform } from '#shared/platform/platform.ts';
import { key, prefixOf, type Row, type Write } from '#shared/platform/table.ts';
import { Answers, Preferences, type Profile, Resume } from './profile.schema.ts';

export type SavedBy = 'person' | 'resume';

/** The profile with what only we need to know about it. */
export type StoredProfile = Profile & {
  /** The person has saved at least once; from then on a resume only fills gaps. */
  readonly savedByPerson: boolean;
  /** Resumes that were merged already; each is merged once. */
  readonly mergedResumes: readonly string[];
};

type ProfileRow = Row & {
  version: number;
  updatedAt: string;
  by: SavedBy;
  savedByPerson: boolean;
  mergedResumes: string[];
  basics: string;
  resume: string;
  answers: string;
};

/** Saves that can be looked at again. */
const KEPT_VERSIONS = 50;
const padded = (version: number) => String(version).padStart(8, '0');

export function createProfileStore({ table, cipher, clock }: Pick<Platform, 'table' | 'cipher' | 'clock'>) {
  const profileKey = (owner: string) => key(['USER', owner], ['PROFILE']);
  const versionKey = (owner: string, version: number) => key(['USER', owner], ['PROFILEVERSION', padded(version)]);
  const preferencesKey = (owner: string) => key(['USER', owner], ['PREFERENCES']);
  const empty = (): StoredProfile => ({
    resume: {},
    answers: {},
    version: 0,
    updatedAt: new Date(clock.now()).toISOString(),
    savedByPerson: false,
    mergedResumes: [],
  });

  const fromRow = (owner: string, row: ProfileRow): StoredProfile => {
    const open = (field: 'basics' | 'resume' | 'answers') =>
      JSON.parse(cipher.open({ owner, field }, row[field])) as unknown;
    const basics = open('basics');
    return {
      resume: Resume.parse({ ...(open('resume') as object), ...(basics !== null && { basics }) }),
      answers: Answers.parse(open('answers')),
      version: row.version,
      updatedAt: row.updatedAt,
      savedByPerson: row.savedByPerson,
      mergedResumes: row.mergedResumes,
    };
  };

  const toFields = (owner: string, profile: StoredProfile, by: SavedBy) => {
    const { basics = null, ...rest } = profile.resume;
    const seal = (field: string, value: unknown) => cipher.seal({ owner, field }, JSON.stringify(value));
    return {
      version: profile.version,
      updatedAt: profile.updatedAt,
      by,
      savedByPerson: profile.savedByPerson,
      mergedResumes: [...profile.mergedResumes],
      basics: seal('basics', basics),
      resume: seal('resume', rest),
      answers: seal('answers', profile.answers),
    };
  };

  return {
    async of(owner: string): Promise<StoredProfile> {
      const row = await table.get<ProfileRow>(profileKey(owner));
      return row === undefined ? empty() : fromRow(owner, row);
    },

    /** The writes that replace version `profile.version - 1`; they fail when somebody else saved in between. */
    save(owner: string, { profile, by }: { profile: StoredProfile; by: SavedBy }): Write[] {
      const fields = toFields(owner, profile, by);
      const previous = profile.version - 1;
      return [
        {
          put: { ...profileKey(owner), ...fields },
          when: previous === 0 ? { exists: false } : { equals: { version: previous } },
        },
        { put: { ...versionKey(owner, profile.version), ...fields } },
        ...(profile.version > KEPT_VERSIONS ? [{ remove: versionKey(owner, profile.version - KEPT_VERSIONS) }] : []),
      ];
    },

    async versions(owner: string): Promise<{ version: number; savedAt: string; by: SavedBy }[]> {
      const rows = await table.query<ProfileRow>({
        pk: profileKey(owner).pk,
        prefix: prefixOf(['PROFILEVERSION']),
        descending: true,
      });
      return rows.map(({ version, updatedAt, by }) => ({ version, savedAt: updatedAt, by }));
    },

    async version(owner: string, version: number): Promise<StoredProfile | undefined> {
      const row = await table.get<ProfileRow>(versionKey(owner, version));
      return row === undefined ? undefined : fromRow(owner, row);
    },

    async preferences(owner: string): Promise<Preferences> {
      const row = await table.get<Row & { preferences: string }>(preferencesKey(owner));
      const stored = row === undefined ? {} : JSON.parse(cipher.open({ owner, field: 'preferences' }, row.preferences));
      return Preferences.parse(stored);
    },

    savePreferences(owner: string, preferences: Preferences): Write {
      const sealed = cipher.seal({ owner, field: 'preferences' }, JSON.stringify(preferences));
      return { put: { ...preferencesKey(owner), preferences: sealed } };
    },

    async exportUser(owner: string): Promise<unknown> {
      const { resume, answers, version, updatedAt } = await this.of(owner);
      return {
        profile: { resume, answers, version, updatedAt },
        versions: await this.versions(owner),
        preferences: await this.preferences(owner),
      };
    },

    async eraseUser(owner: string): Promise<void> {
      const rows = await table.query({ pk: profileKey(owner).pk, prefix: 'P' });
      for (const row of rows)
        if (/^(PROFILE|PROFILEVERSION#\d+|PREFERENCES)$/.test(row.sk)) await table.write({ remove: row });
    },
  };
}

export type ProfileStore = ReturnType<typeof createProfileStore>;
