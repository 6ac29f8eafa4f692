/** Everything that touches the world, in one value. Built once per process from {@link Config}. */
import { type Blobs, createBlobs } from './blobs.ts';
import { type Cipher, createCipher } from './cipher.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { createEmbeddings, type Embeddings } from './embeddings.ts';
import { createErrorsReport, type ErrorsReport } from './errors-report.ts';
import { createLive, type Live } from './live.ts';
import { createLlm, type Llm } from './llm.ts';
import { createLog, type Log } from './log.ts';
import { createMailer, type Mailer } from './mail.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createOutside, type Outside } from './outside.ts';
import { type Commit, createCommit, createQueue, type Queue } from './queue.ts';
import { createTable, type Table } from './table.ts';

export type Platform = {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly table: Table;
  readonly blobs: Blobs;
  readonly queue: Queue;
  /** Writes rows and tasks together; see `queue.ts`. */
  readonly commit: Commit;
  readonly mailer: Mailer;
  readonly live: Live;
  readonly llm: Llm;
  readonly embeddings: Embeddings;
  readonly cipher: Cipher;
  /** Addresses somebody gave us, fetched under guard. */
  readonly outside: Outside;
  readonly metrics: Metrics;
  /** Tells whoever runs the product of failures that are ours. */
  readonly reportError: ErrorsReport;
};

/** The real platform; `clock`, `log` and `outside` can be replaced by tests. */
export function createPlatform(
  config: Config,
  options: { clock?: Clock; log?: Log; outside?: Outside; service?: string } = {},
): Platform {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? createLog({ service: options.service ?? 'foothold', level: config.logLevel });
  const table = createTable(config.tableName, clock);
  const queue = createQueue(config.queueUrls);
  return {
    config,
    clock,
    log,
    table,
    blobs: createBlobs(
      config.bucketName,
      config.mode === 'local' ? { publicUploadUrl: `${config.publicUrl}/storage/${config.bucketName}` } : {},
    ),
    queue,
    commit: createCommit({ table, queue, clock, log }),
    mailer: createMailer({ from: config.mailFrom, smtpUrl: config.smtpUrl }),
    live: createLive(config.liveEndpoint),
    llm: createLlm({ config: config.openai, table, clock, log }),
    embeddings: createEmbeddings({ config: config.openai, table, clock, log }),
    cipher: createCipher(config.dataSecret),
    outside: options.outside ?? createOutside(),
    metrics: createMetrics(config.mode),
    reportError: createErrorsReport({
      dsn: config.sentryDsn,
      environment: config.mode,
      onFailure: (error) => log.warn('report.failed', { error }),
    }),
  };
}
