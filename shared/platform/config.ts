/**
 * The one place that reads the environment. Everything else receives a {@link Config}. Local runs get theirs from
 * `infra/local`, which sets the same variables.
 */
import { join } from 'node:path';
import registryUrl from 'registry-url';
import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .transform((value) => value === '1' || value === 'true')
  .optional();

const Environment = z.object({
  /** `local` for one machine, `cloud` on AWS. */
  FOOTHOLD_MODE: z.enum(['local', 'cloud']).default('cloud'),
  /** Where people reach the portal and the API, without a slash at the end. */
  PUBLIC_URL: z.url().default('http://localhost:8787'),
  TABLE_NAME: z.string().default('foothold'),
  BUCKET_NAME: z.string().default('foothold-files'),
  AWS_REGION: z.string().default('us-east-1'),
  /** Queue addresses by task id, as JSON. */
  QUEUE_URLS: z
    .string()
    .default('{}')
    .transform((text) => z.record(z.string(), z.string()).parse(JSON.parse(text))),
  /** Signs access tokens; at least 32 bytes. */
  JWT_SECRET: z.string().min(32),
  /** Seals contact data at rest and keys blind indexes; at least 32 bytes. */
  DATA_SECRET: z.string().min(32),
  RATE_LIMIT: z.coerce.number().int().positive().default(100),
  ADMIN_EMAIL: z.string().optional(),
  MAIL_FROM: z.string().default('Foothold <hello@foothold.invalid>'),
  /** `smtp://…` sends there; absent: Amazon SES. */
  SMTP_URL: z.string().optional(),
  /** Where pushes to WebSocket connections go; API Gateway's management endpoint or our own server's. */
  LIVE_ENDPOINT: z.string().optional(),
  /** What WebSocket clients open. */
  LIVE_URL: z.string().optional(),
  /** Folder with `resume.worker`, as a URL or path; the suffix tells source from bundle. */
  RESUME_WORKER: z.string().optional(),
  EXTENSION_IDS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean)),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.string().optional(),
  OPENAI_MODEL: z.string().default('gpt-4o-mini'),
  OPENAI_EMBEDDING_MODEL: z.string().optional(),
  /** Tokens one person may spend per day on model calls. */
  AI_DAILY_TOKENS: z.coerce.number().int().nonnegative().default(200_000),
  SENTRY_DSN: z.string().optional(),
  /** Set by npm where its registry is not the public one. */
  npm_config_registry: z.url().default(registryUrl),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR', 'SILENT']).default('INFO'),
  ENABLE_DEMO: flag,
  ENABLE_DEV_PAGES: flag,
  /** How often sources are asked: `6h`, `90m`, or minutes. */
  INGEST_EVERY: z
    .string()
    .regex(/^\d{1,5}\s*[hm]?$/)
    .default('6h')
    .transform((text) => Number.parseInt(text, 10) * (text.endsWith('h') ? 3_600_000 : 60_000))
    .refine((ms) => ms >= 60_000, 'At least a minute.'),
  /** Which sources may be asked: ids with commas, `all`, or `none`. */
  ENABLE_SOURCES: z
    .string()
    .default('all')
    .transform((text) => (text === 'all' ? ('all' as const) : text.split(',').map((id) => id.trim()))),
  ADZUNA_APP_ID: z.string().optional(),
  ADZUNA_APP_KEY: z.string().optional(),
  USAJOBS_EMAIL: z.string().optional(),
  USAJOBS_KEY: z.string().optional(),
  REED_KEY: z.string().optional(),
  JOOBLE_KEY: z.string().optional(),
  THEMUSE_KEY: z.string().optional(),
});

const SOURCE_KEYS = [
  'ADZUNA_APP_ID',
  'ADZUNA_APP_KEY',
  'USAJOBS_EMAIL',
  'USAJOBS_KEY',
  'REED_KEY',
  'JOOBLE_KEY',
  'THEMUSE_KEY',
] as const;

export type Config = {
  readonly mode: 'local' | 'cloud';
  readonly publicUrl: string;
  readonly tableName: string;
  readonly bucketName: string;
  /** Where browsers post files to, when that is not the API itself. */
  readonly uploadOrigin: string | undefined;
  readonly queueUrls: Readonly<Record<string, string>>;
  readonly jwtSecret: string;
  readonly dataSecret: string;
  readonly rateLimit: number;
  readonly adminEmail: string | undefined;
  readonly mailFrom: string;
  readonly smtpUrl: string | undefined;
  readonly liveEndpoint: string | undefined;
  readonly liveUrl: string | undefined;
  readonly resumeWorker: string | undefined;
  readonly extensionIds: readonly string[];
  readonly openai: {
    readonly apiKey: string | undefined;
    readonly baseUrl: string | undefined;
    readonly model: string;
    readonly embeddingModel: string | undefined;
    readonly dailyTokens: number;
  };
  readonly sentryDsn: string | undefined;
  /** The npm registry that OCR data of further languages comes from: the one this machine's npm is set to. */
  readonly npmRegistry: string;
  readonly logLevel: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'SILENT';
  /** `/demo` pages are served. */
  readonly demo: boolean;
  /** `/dev` pages are served; never in the cloud. */
  readonly devPages: boolean;
  readonly ingest: {
    /** Milliseconds between two readings of a source. */
    readonly everyMs: number;
    /** Ids of the sources that may be asked. */
    readonly sources: 'all' | readonly string[];
    readonly keys: Readonly<Partial<Record<(typeof SOURCE_KEYS)[number], string>>>;
  };
};

/** Reads and checks `env`. Throws with the names of the variables that are missing or wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(present);
  if (!parsed.success) throw new Error(`The configuration is not complete:\n${z.prettifyError(parsed.error)}`);
  const e = parsed.data;
  const local = e.FOOTHOLD_MODE === 'local';
  return {
    mode: e.FOOTHOLD_MODE,
    publicUrl: e.PUBLIC_URL.replace(/\/+$/, ''),
    tableName: e.TABLE_NAME,
    bucketName: e.BUCKET_NAME,
    uploadOrigin: local ? undefined : `https://${e.BUCKET_NAME}.s3.${e.AWS_REGION}.amazonaws.com`,
    queueUrls: e.QUEUE_URLS,
    jwtSecret: e.JWT_SECRET,
    dataSecret: e.DATA_SECRET,
    rateLimit: e.RATE_LIMIT,
    adminEmail: local ? e.ADMIN_EMAIL : undefined,
    mailFrom: e.MAIL_FROM,
    smtpUrl: e.SMTP_URL,
    liveEndpoint: e.LIVE_ENDPOINT,
    liveUrl: e.LIVE_URL,
    resumeWorker: e.RESUME_WORKER,
    extensionIds: e.EXTENSION_IDS,
    openai: {
      apiKey: e.OPENAI_API_KEY,
      baseUrl: e.OPENAI_BASE_URL,
      model: e.OPENAI_MODEL,
      embeddingModel: e.OPENAI_EMBEDDING_MODEL,
      dailyTokens: e.AI_DAILY_TOKENS,
    },
    sentryDsn: e.SENTRY_DSN,
    npmRegistry: e.npm_config_registry,
    logLevel: e.LOG_LEVEL,
    demo: local && e.ENABLE_DEMO !== false,
    devPages: local && e.ENABLE_DEV_PAGES === true,
    ingest: {
      everyMs: e.INGEST_EVERY,
      sources: e.ENABLE_SOURCES,
      keys: Object.fromEntries(SOURCE_KEYS.flatMap((name) => (e[name] === undefined ? [] : [[name, e[name]]]))),
    },
  };
}

/** For commands that read files without a server: the npm registry, and the folder OCR data from it is kept in. */
export function ocrConfig(env: Readonly<Record<string, string | undefined>> = process.env) {
  return { registry: env.npm_config_registry || registryUrl(), folder: join(env.DATA_DIR || '.cache', 'ocr') };
}

const Named = z.object({ name: z.string() });
const Secret = z.object({ value: z.string() });
const json = z.string().transform((text): unknown => JSON.parse(text));
/** What `sst shell` sets: each resource and secret of the stage, by the name `infra/` gave it. */
const Linked = z.object({
  SST_RESOURCE_Table: json.pipe(Named),
  SST_RESOURCE_Files: json.pipe(Named),
  SST_RESOURCE_JwtSecret: json.pipe(Secret),
  SST_RESOURCE_DataSecret: json.pipe(Secret),
});

/** The variables of a deployed stage for a command inside `sst shell --stage S`. Throws when it is not run there. */
export function linkedEnvironment(env: Readonly<Record<string, string | undefined>> = process.env) {
  const parsed = Linked.safeParse(env);
  if (!parsed.success)
    throw new Error('The resources of the stage are not there. Is it deployed? Run this with --stage.');
  return {
    FOOTHOLD_MODE: 'cloud',
    TABLE_NAME: parsed.data.SST_RESOURCE_Table.name,
    BUCKET_NAME: parsed.data.SST_RESOURCE_Files.name,
    JWT_SECRET: parsed.data.SST_RESOURCE_JwtSecret.value,
    DATA_SECRET: parsed.data.SST_RESOURCE_DataSecret.value,
  };
}
