/**
 * Every item the extension keeps, declared once and parsed on each read: what an older version or a hand at the
 * developer tools left behind counts as absent, never as data. `local` outlives the browser, `session` is memory only;
 * both are closed to content scripts by {@link closeStorageToPages}. Long, since all items stand in one list.
 */
import { z } from 'zod';
import { User } from '#shared/auth/auth.schema.ts';
import { FieldGroup, FieldReport } from '#shared/form/form.schema.ts';
import { JobStatus } from '#shared/job/job.schema.ts';
import { Preferences, Profile } from '#shared/profile/profile.schema.ts';
import {
  About,
  Acted,
  Awaited,
  ChosenJob,
  Fit,
  FormPreview,
  Learnt,
  News,
  Openings,
  Queue,
  QueuedWrite,
  RecentJob,
  SentBefore,
  SiteStats,
  Watch,
} from './job-items.ts';

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

/** What a person may set; also what `settings.save` takes, any part of it. */
export const SettingsShape = z.object({
  /** Origin of the API, without a slash at the end; empty until the person gives one (store build). */
  apiAddress: z.string().max(300),
  /** Make documents for the posting before filling. */
  documentsFirst: z.boolean(),
  /** Outline in the page what was filled and what is left. */
  outlines: z.boolean(),
  /** Parts of an application that are filled; the person keeps the others for themself. */
  groups: z.array(FieldGroup).max(FieldGroup.options.length),
  /** Draft written answers from the profile's facts, marked for reading. */
  drafts: z.boolean(),
  /** Go on by itself when the person moves to the next step of a form. */
  followSteps: z.boolean(),
  /** Add rows for further jobs and schools where the form has a button for it. */
  addRows: z.boolean(),
  /** Host names nothing is read or filled on. */
  sitesOff: z.array(z.string().max(253)).max(500),
  /** Forms the queue opens in a day. */
  dailyCap: z.number().int().min(1).max(60),
});
export type Settings = z.infer<typeof SettingsShape>;

/** As they are read: what an older version did not know yet has its default. */
export const Settings = SettingsShape.partial().transform((kept) =>
  SettingsShape.parse({ ...defaultSettings(), ...kept }),
);

export const Credential = z.discriminatedUnion('kind', [
  /** A pasteable token of the portal's Link page. */
  z.object({ kind: z.literal('token'), token: z.string() }),
  /** From the sign-in window; the access token lives in `session` only. */
  z.object({ kind: z.literal('oauth'), refreshToken: z.string() }),
]);
export type Credential = z.infer<typeof Credential>;

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
  fit: Fit.optional(),
  about: About.optional(),
  preview: FormPreview.optional(),
  sentBefore: SentBefore.optional(),
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

/** What one step of a wizard came to. */
export const RunStep = z.object({
  /** As the page names it; empty where it does not. */
  name: z.string(),
  filled: z.number().int().nonnegative(),
  questions: z.number().int().nonnegative(),
});
export type RunStep = z.infer<typeof RunStep>;

/**
 * One press of Fill form or Generate documents in one tab, with the steps the person took it through: enough to go on
 * after the worker was stopped.
 */
export const Run = z.object({
  id: z.string(),
  tabId: z.number().int(),
  kind: z.enum(['fill', 'documents']),
  phase: RunPhase,
  startedAt: z.number(),
  /** When it last did something; a run nobody touched for long is not continued. */
  touchedAt: z.number(),
  /** Origin of the top page when the button was pressed; values go nowhere else. */
  origin: z.string(),
  jobId: z.string().optional(),
  /** What is applied for, as the page says it. */
  posting: z.object({ title: z.string(), company: z.string() }).optional(),
  /** Where the job is; decides which work permit is asked about. */
  place: z.object({ location: z.string().optional(), country: z.string().optional() }).optional(),
  /** The documents being made, and for which job. */
  generation: z.object({ id: z.string(), jobId: z.string() }).optional(),
  /** The top document as it was read; another one is another page, whatever its address. */
  documentId: z.string().optional(),
  /** Address of that document, without the place in the page. */
  url: z.string(),
  /** Document of each frame at the last look; a ref means something within its document only. */
  frames: z.record(z.string(), z.string()),
  /** Looks that led to writes so far; names each one to the page, which carries it out once. */
  pass: z.number().int().nonnegative(),
  /** `frame:ref` of what was written or tried in the present documents. */
  attempted: z.array(z.string()),
  /** Rows asked for, by the section they belong to. */
  rows: z.record(z.string(), z.number().int().nonnegative()),
  /** What the steps before came to, and last the present one. */
  steps: z.array(RunStep),
  /** Steps done and planned, for the progress bar. */
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  /** X and Y of `Filled X of Y fields`. */
  filled: z.number().int().nonnegative(),
  questions: z.number().int().nonnegative(),
  /** One line per question; those of documents that have gone carry their document in the ref. */
  fields: z.array(FieldReport),
  documents: z.array(DocumentFile),
  /** What the person should know beside the fields: documents that failed, files that did not arrive. */
  notes: z.array(z.string()),
  /** What the documents leave out, and why. */
  warnings: z.array(z.string()),
  error: z.string().optional(),
  undone: z.boolean(),
  /** The tab has moved on to a page without questions, such as a confirmation. */
  left: z.boolean(),
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
  queue: item('local', 'queue', Queue),
  openings: item('local', 'openings', Openings),
  acted: item('local', 'acted', Acted),
  news: item('local', 'news', News),
  recentJobs: item('local', 'recentJobs', z.array(RecentJob).max(20)),
  siteStats: item('local', 'siteStats', z.record(z.string(), SiteStats)),
  /** Questions the person does not want to be offered to keep, in one spelling. */
  notAgain: item('local', 'notAgain', z.array(z.string()).max(300)),
  /** Memory only: what was typed on a form is kept on no disk unless the person says so. */
  learnt: item('session', 'learnt', z.array(Learnt).max(50)),
  access: item('session', 'access', z.object({ token: z.string(), expiresAt: z.number() })),
};

export const pageItem = (tabId: number): Item<TabPage> => item('session', `page:${tabId}`, TabPage);
export const chosenItem = (tabId: number): Item<ChosenJob> => item('session', `chosen:${tabId}`, ChosenJob);
export const watchItem = (tabId: number): Item<Watch> => item('session', `watch:${tabId}`, Watch);
export const awaitedItem = (tabId: number): Item<Awaited> => item('session', `awaited:${tabId}`, Awaited);
export const runItem = (tabId: number): Item<Run> => item('session', `run:${tabId}`, Run);
/** What a run still needs and nobody else should see; removed when it ends. */
export const runWorkItem = <S extends z.ZodType>(tabId: number, schema: S) => item('session', `work:${tabId}`, schema);

export const defaultSettings = (): Settings => ({
  apiAddress: __STORE_BUILD__ ? '' : 'http://localhost:8787',
  documentsFirst: true,
  outlines: true,
  groups: [...FieldGroup.options],
  drafts: true,
  followSteps: true,
  addRows: true,
  sitesOff: [],
  dailyCap: 25,
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

/**
 * Removes everything but the impersonal items, whoever wrote it: no token and no personal data is left. Of the settings
 * the list of sites goes too, as it tells where somebody applied.
 */
export async function forgetPerson(): Promise<void> {
  const settings = await read(stored.settings);
  if (settings !== undefined && settings.sitesOff.length > 0)
    await write(stored.settings, { ...settings, sitesOff: [] });
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
