/**
 * Every item the extension keeps, declared once and parsed on each read: what an older version or a hand at the
 * developer tools left behind counts as absent, never as data. `local` outlives the browser, `session` is memory only;
 * both are closed to content scripts by {@link closeStorageToPages}.
 */
import { z } from 'zod';
import { User } from '#shared/auth/auth.schema.ts';
import { FieldReport } from '#shared/form/form.schema.ts';
import { JobStatus } from '#shared/job/job.schema.ts';
import { Preferences, Profile } from '#shared/profile/profile.schema.ts';

type Area = 'local' | 'session';

/** One stored value: where it lies, its key, its shape. */
export type Item<T> = {
  readonly area: Area;
  readonly key: string;
  readonly schema: z.ZodType<T>;
  /** Survives {@link forgetPerson}: holds nothing personal. */
  readonly impersonal: boolean;
};

const item = <S extends z.ZodType>(area: Area, key: string, schema: S, impersonal = false): Item<z.output<S>> => ({
  area,
  key,
  schema: schema as z.ZodType<z.output<S>>,
  impersonal,
});

export const Settings = z.object({
  /** Origin of the API, without a slash at the end; empty until the person gives one (store build). */
  apiAddress: z.string(),
  /** Make documents for the posting before filling. */
  documentsFirst: z.boolean(),
  /** Outline in the page what was filled and what is left. */
  outlines: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

export const Credential = z.discriminatedUnion('kind', [
  /** A pasteable token of the portal's Link page. */
  z.object({ kind: z.literal('token'), token: z.string() }),
  /** From the sign-in window; the access token lives in `session` only. */
  z.object({ kind: z.literal('oauth'), refreshToken: z.string() }),
]);
export type Credential = z.infer<typeof Credential>;

export const QueuedWrite = z.object({
  /** Sent as Idempotency-Key, so a repeat after a lost answer changes nothing. */
  id: z.string(),
  queuedAt: z.number(),
  jobId: z.string(),
  status: JobStatus,
});
export type QueuedWrite = z.infer<typeof QueuedWrite>;

/** A posting the person saved or applied to, by its address. */
export const KnownJob = z.object({ url: z.string(), jobId: z.string(), status: JobStatus.nullable() });
export type KnownJob = z.infer<typeof KnownJob>;

/** The posting as it was read in a tab, and what the server knows of it. */
export const TabPage = z.object({
  url: z.string(),
  /** The page may be looked at: declared, or opened to us by the person's click. */
  reachable: z.boolean(),
  /** Why not, in the person's words. */
  reason: z.string().optional(),
  /** Questions seen by the last look, all frames together. */
  questions: z.number().int().nonnegative(),
  /** Address of a frame out of reach that the application form is probably in. */
  elsewhere: z.string().optional(),
  posting: z.object({ title: z.string(), company: z.string(), location: z.string() }).optional(),
  jobId: z.string().optional(),
  status: JobStatus.nullable().optional(),
  score: z.number().optional(),
  seenAt: z.number(),
});
export type TabPage = z.infer<typeof TabPage>;

/** A document made for the posting, or a resume, ready to attach or download. */
export const DocumentFile = z.object({
  id: z.string(),
  origin: z.enum(['document', 'resume']),
  kind: z.enum(['resume', 'coverLetter']),
  fileName: z.string(),
  /** What a letter says, for forms that ask for it in a text box. */
  text: z.string().optional(),
});
export type DocumentFile = z.infer<typeof DocumentFile>;

export const RunPhase = z.enum([
  'reading',
  'documents',
  'planning',
  'filling',
  'checking',
  'done',
  'failed',
  'cancelled',
]);
export type RunPhase = z.infer<typeof RunPhase>;

/** One press of Fill form or Generate documents in one tab: enough to go on after the worker was stopped. */
export const Run = z.object({
  id: z.string(),
  tabId: z.number().int(),
  kind: z.enum(['fill', 'documents']),
  phase: RunPhase,
  startedAt: z.number(),
  /** Origin of the top page when the button was pressed; values go nowhere else. */
  origin: z.string(),
  jobId: z.string().optional(),
  /** Where the job is; decides which work permit is asked about. */
  place: z.object({ location: z.string().optional(), country: z.string().optional() }).optional(),
  /** The documents being made, and for which job. */
  generation: z.object({ id: z.string(), jobId: z.string() }).optional(),
  /** The top document as it was read; another one is another page, whatever its address. */
  documentId: z.string().optional(),
  /** Steps done and planned, for the progress bar. */
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  /** X and Y of `Filled X of Y fields`. */
  filled: z.number().int().nonnegative(),
  questions: z.number().int().nonnegative(),
  fields: z.array(FieldReport),
  documents: z.array(DocumentFile),
  /** What the person should know beside the fields: documents that failed, files that did not arrive. */
  notes: z.array(z.string()),
  /** What the documents leave out, and why. */
  warnings: z.array(z.string()),
  error: z.string().optional(),
  undone: z.boolean(),
});
export type Run = z.infer<typeof Run>;

export const FINISHED: readonly RunPhase[] = ['done', 'failed', 'cancelled'];

export const stored = {
  settings: item('local', 'settings', Settings, true),
  credential: item('local', 'credential', Credential),
  account: item('local', 'account', User),
  profile: item('local', 'profile', Profile),
  preferences: item('local', 'preferences', Preferences),
  outbox: item('local', 'outbox', z.array(QueuedWrite).max(500)),
  knownJobs: item('local', 'knownJobs', z.array(KnownJob).max(300)),
  /** When the caches were last refreshed, and whether the last call found the server. */
  sync: item('local', 'sync', z.object({ at: z.number(), online: z.boolean() })),
  access: item('session', 'access', z.object({ token: z.string(), expiresAt: z.number() })),
};

export const pageItem = (tabId: number): Item<TabPage> => item('session', `page:${tabId}`, TabPage);
export const runItem = (tabId: number): Item<Run> => item('session', `run:${tabId}`, Run);
/** What a run still needs and nobody else should see; removed when it ends. */
export const runWorkItem = <S extends z.ZodType>(tabId: number, schema: S) => item('session', `work:${tabId}`, schema);

export const defaultSettings = (): Settings => ({
  apiAddress: __STORE_BUILD__ ? '' : 'http://localhost:8787',
  documentsFirst: true,
  outlines: true,
});

/** The value, or undefined where there is none or it has another shape. */
export async function read<T>({ area, key, schema }: Item<T>): Promise<T | undefined> {
  const found = (await chrome.storage[area].get(key))[key];
  if (found === undefined) return undefined;
  const parsed = schema.safeParse(found);
  return parsed.success ? parsed.data : undefined;
}

export async function write<T>({ area, key }: Item<T>, value: T): Promise<void> {
  await chrome.storage[area].set({ [key]: value });
}

export const remove = ({ area, key }: Item<unknown>): Promise<void> => chrome.storage[area].remove(key);

export const readSettings = async (): Promise<Settings> => (await read(stored.settings)) ?? defaultSettings();

/** Everything under `session` whose key starts with `prefix`, parsed, with the tab it belongs to. */
export async function readPerTab<T>(make: (tabId: number) => Item<T>): Promise<{ tabId: number; value: T }[]> {
  const prefix = make(0).key.replace(/0$/, '');
  const all = await chrome.storage.session.get(null);
  return Object.entries(all).flatMap(([key, found]) => {
    if (!key.startsWith(prefix)) return [];
    const tabId = Number(key.slice(prefix.length));
    const parsed = make(tabId).schema.safeParse(found);
    return parsed.success && Number.isInteger(tabId) ? [{ tabId, value: parsed.data }] : [];
  });
}

/** Calls back with the new value whenever `watched` changes; gives the way to stop. */
export function watch<T>(watched: Item<T>, onChange: (value: T | undefined) => void): () => void {
  const listener = (changes: Record<string, chrome.storage.StorageChange>, area: string) => {
    const change = changes[watched.key];
    if (area !== watched.area || change === undefined) return;
    const parsed = watched.schema.safeParse(change.newValue);
    onChange(parsed.success ? parsed.data : undefined);
  };
  chrome.storage.onChanged.addListener(listener);
  return () => chrome.storage.onChanged.removeListener(listener);
}

/** Removes everything but the impersonal items, whoever wrote it: no token and no personal data is left. */
export async function forgetPerson(): Promise<void> {
  const kept = Object.values(stored).filter((one) => one.impersonal);
  for (const area of ['local', 'session'] as const) {
    const keep = new Set(kept.filter((one) => one.area === area).map((one) => one.key));
    const keys = Object.keys(await chrome.storage[area].get(null)).filter((key) => !keep.has(key));
    await chrome.storage[area].remove(keys);
  }
}

/** Without this, a content script in a hostile page's process could read the token. */
export async function closeStorageToPages(): Promise<void> {
  for (const area of ['local', 'session'] as const)
    await chrome.storage[area].setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
