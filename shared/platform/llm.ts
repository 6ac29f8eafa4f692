/**
 * One port to any OpenAI-compatible server: 15 s timeout, one retry, an answer checked by schema, one repair, then
 * `failed`, and the deterministic engine's result stands. Answers are cached by content hash; every person has a token
 * budget per day. A call has no side effects, so untrusted text in it can spoil its answer and nothing else.
 */
import { createHash } from 'node:crypto';
import type OpenAI from 'openai';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { ttlIn } from './clock.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { key, type Row, type Table } from './table.ts';

export type LlmRequest<T> = {
  /** Whose budget it is. */
  readonly owner: string;
  readonly system: string;
  readonly user: string;
  readonly schema: z.ZodType<T>;
  readonly maxTokens: number;
  /** Gives the whole question up after this time, retries and repair included. */
  readonly deadlineMs?: number;
};

export type LlmAnswer<T> =
  | { readonly ok: true; readonly value: T; readonly tokens: number; readonly cached: boolean }
  | { readonly ok: false; readonly reason: 'off' | 'budget' | 'failed'; readonly tokens?: number };

export type Llm = {
  readonly enabled: boolean;
  complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>>;
  /** Tokens spent today and the day's budget. */
  usage(owner: string): Promise<{ spent: number; budget: number }>;
};

type Dependencies = { config: Config['openai']; table: Table; clock: Clock; log: Log };

const DAY = 86_400;

export function createLlm({ config, table, clock, log }: Dependencies): Llm {
  if (config.apiKey === undefined && config.baseUrl === undefined)
    return {
      enabled: false,
      complete: async () => ({ ok: false, reason: 'off' }),
      usage: async () => ({ spent: 0, budget: 0 }),
    };

  // Loaded with the first question: most processes never ask one.
  let loading: Promise<OpenAI> | undefined;
  const clientOf = (): Promise<OpenAI> => {
    loading ??= import('openai').then(
      ({ default: Client }) =>
        new Client({ apiKey: config.apiKey ?? 'none', baseURL: config.baseUrl, timeout: 15_000, maxRetries: 1 }),
    );
    return loading;
  };
  const today = () => new Date(clock.now()).toISOString().slice(0, 10);
  const budgetKey = (owner: string) => key(['USER', owner], ['AI', today()]);
  const spent = async (owner: string) => (await table.get<Row & { tokens?: number }>(budgetKey(owner)))?.tokens ?? 0;

  async function ask<T>(
    request: LlmRequest<T>,
    { complaint, signal }: { complaint: string | undefined; signal: AbortSignal | undefined },
  ) {
    const client = await clientOf();
    const question: OpenAI.ChatCompletionCreateParamsNonStreaming = {
      model: config.model,
      temperature: 0,
      max_tokens: request.maxTokens,
      response_format: { type: 'json_object' },
      messages: [
        {
          role: 'system',
          content: `${request.system}\nAnswer with JSON of this schema only:\n${JSON.stringify(z.toJSONSchema(request.schema))}`,
        },
        { role: 'user', content: request.user },
        ...(complaint === undefined
          ? []
          : [{ role: 'user' as const, content: `Your last answer was not valid: ${complaint}. Answer again.` }]),
      ],
    };
    const answer = await client.chat.completions.create(question, signal === undefined ? {} : { signal });
    const tokens = answer.usage?.total_tokens ?? request.maxTokens;
    await table.increment(budgetKey(request.owner), { field: 'tokens', by: tokens, ttl: ttlIn(clock, 40 * DAY) });
    return { text: answer.choices[0]?.message.content ?? '', tokens };
  }

  return {
    enabled: true,
    async complete<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>> {
      const hash = createHash('sha256')
        .update(JSON.stringify([config.model, request.system, request.user]))
        .digest('hex');
      const cacheKey = key(['USER', request.owner], ['AICACHE', hash]);
      const cached = await table.get<Row & { text: string }>(cacheKey);
      const known = cached && parse(request.schema, cached.text);
      if (known?.success) return { ok: true, value: known.data, tokens: 0, cached: true };
      if ((await spent(request.owner)) >= config.dailyTokens) return { ok: false, reason: 'budget' };
      const signal = request.deadlineMs === undefined ? undefined : AbortSignal.timeout(request.deadlineMs);
      let tokens = 0;
      try {
        let complaint: string | undefined;
        for (let attempt = 0; attempt < 2; attempt++) {
          const answer = await ask(request, { complaint, signal });
          tokens += answer.tokens;
          const value = parse(request.schema, answer.text);
          if (value.success) {
            if (answer.text.length < 100_000)
              await table.write({ put: { ...cacheKey, text: answer.text, ttl: ttlIn(clock, 30 * DAY) } });
            return { ok: true, value: value.data, tokens, cached: false };
          }
          complaint = value.error.issues[0]?.message ?? 'not JSON';
        }
        log.warn('llm.invalid_answer');
      } catch (error) {
        log.warn('llm.failed', { error });
      }
      return { ok: false, reason: 'failed', tokens };
    },
    usage: async (owner) => ({ spent: await spent(owner), budget: config.dailyTokens }),
  };
}

function parse<T>(schema: z.ZodType<T>, text: string): z.ZodSafeParseResult<T> {
  try {
    return schema.safeParse(JSON.parse(text));
  } catch {
    return schema.safeParse(undefined);
  }
}
