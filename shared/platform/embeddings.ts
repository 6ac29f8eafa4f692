/**
 * Vectors of texts by any OpenAI-compatible server: in batches, 15 s timeout, one retry, 256 dimensions as signed bytes.
 * Each text is paid for once: vectors are kept by content hash. Off without a model; a text for which none can be had is
 * `undefined`, and scoring goes by words.
 */
import { createHash } from 'node:crypto';
import type OpenAI from 'openai';
import { z } from 'zod';
import { type Clock, ttlIn } from './clock.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { key, type Row, type Table } from './table.ts';

export const DIMENSIONS = 256;

export type Embeddings = {
  readonly enabled: boolean;
  /**
   * A unit vector in steps of 1/127 for each text, in their order. With `owner` it is that person's text, budget and
   * cache, erased with them; without, it is public text at the house's budget.
   */
  embed(texts: readonly string[], options?: { owner?: string | undefined }): Promise<(Int8Array | undefined)[]>;
};

type Dependencies = { config: Config['openai']; table: Table; clock: Clock; log: Log };

const PER_REQUEST = 64;
/** About 2,000 tokens: what comes after them changes a vector little. */
const MOST_CHARACTERS = 8_000;
/** A day's tokens for public texts: some ten thousand postings. */
const HOUSE_BUDGET = 20_000_000;
const DAY = 86_400;
const KEPT_DAYS = 180;

const Answer = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()).min(8).max(8192) })),
  usage: z.object({ total_tokens: z.number().nonnegative() }).optional(),
});

/** The first 256 numbers as a unit vector of signed bytes; `undefined` where they are all zero or no numbers. */
export function quantised(vector: readonly number[]): Int8Array | undefined {
  const head = vector.slice(0, DIMENSIONS);
  const length = Math.hypot(...head);
  if (!Number.isFinite(length) || length === 0) return undefined;
  return Int8Array.from(head, (x) => Math.round((x / length) * 127));
}

const bytesOf = (base64: string): Int8Array => new Int8Array(Buffer.from(base64, 'base64'));

export function createEmbeddings({ config, table, clock, log }: Dependencies): Embeddings {
  const model = config.embeddingModel;
  if (model === undefined || (config.apiKey === undefined && config.baseUrl === undefined))
    return { enabled: false, embed: async (texts) => texts.map(() => undefined) };

  // Loaded with the first text: most processes never embed one.
  let loading: Promise<OpenAI> | undefined;
  const clientOf = (): Promise<OpenAI> => {
    loading ??= import('openai').then(
      ({ default: Client }) =>
        new Client({ apiKey: config.apiKey ?? 'none', baseURL: config.baseUrl, timeout: 15_000, maxRetries: 1 }),
    );
    return loading;
  };
  const budgetOf = (owner: string | undefined) => {
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    return owner === undefined
      ? { row: key(['EMBEDDING', 'house'], ['AI', day]), most: HOUSE_BUDGET }
      : { row: key(['USER', owner], ['AI', day]), most: config.dailyTokens };
  };
  const cacheKey = (text: string, owner: string | undefined) => {
    const hash = createHash('sha256')
      .update(JSON.stringify([model, DIMENSIONS, text]))
      .digest('hex');
    return owner === undefined ? key(['EMBEDDING', hash], ['VECTOR', '1']) : key(['USER', owner], ['AICACHE', hash]);
  };

  async function ask(input: string[]): Promise<z.infer<typeof Answer>> {
    const client = await clientOf();
    const question = { model: model ?? '', input, encoding_format: 'float' as const };
    try {
      return Answer.parse(await client.embeddings.create({ ...question, dimensions: DIMENSIONS }));
    } catch (error) {
      // Servers whose models have one length only refuse to be asked for another.
      const status = (error as { status?: unknown }).status;
      if (status !== 400 && status !== 422) throw error;
      return Answer.parse(await client.embeddings.create(question));
    }
  }

  async function fetched(texts: readonly string[], owner: string | undefined): Promise<(Int8Array | undefined)[]> {
    const { row, most } = budgetOf(owner);
    if (((await table.get<Row & { tokens?: number }>(row))?.tokens ?? 0) >= most) return texts.map(() => undefined);
    try {
      const answer = await ask([...texts]);
      const tokens = answer.usage?.total_tokens ?? Math.ceil(texts.join('').length / 4);
      await table.increment(row, { field: 'tokens', by: tokens, ttl: ttlIn(clock, 40 * DAY) });
      const vectors: (Int8Array | undefined)[] = texts.map(() => undefined);
      for (const { index, embedding } of answer.data) if (index < texts.length) vectors[index] = quantised(embedding);
      const ttl = ttlIn(clock, KEPT_DAYS * DAY);
      await Promise.all(
        texts.map(async (text, i) => {
          const vector = vectors[i];
          if (vector === undefined) return;
          const bytes = Buffer.from(vector.buffer).toString('base64');
          await table.write({ put: { ...cacheKey(text, owner), bytes, ttl } });
        }),
      );
      return vectors;
    } catch (error) {
      log.warn('embeddings.failed', { error });
      return texts.map(() => undefined);
    }
  }

  return {
    enabled: true,
    async embed(texts, { owner } = {}) {
      const cut = texts.map((text) => text.slice(0, MOST_CHARACTERS).trim());
      const known = await Promise.all(
        cut.map(async (text) =>
          text === '' ? undefined : (await table.get<Row & { bytes: string }>(cacheKey(text, owner)))?.bytes,
        ),
      );
      const found = new Map<string, Int8Array>();
      for (const [i, bytes] of known.entries()) if (bytes !== undefined) found.set(cut[i] ?? '', bytesOf(bytes));
      const missing = [...new Set(cut)].filter((text) => text !== '' && !found.has(text));
      for (let from = 0; from < missing.length; from += PER_REQUEST) {
        const batch = missing.slice(from, from + PER_REQUEST);
        for (const [i, vector] of (await fetched(batch, owner)).entries())
          if (vector !== undefined) found.set(batch[i] ?? '', vector);
      }
      return cut.map((text) => found.get(text));
    },
  };
}
