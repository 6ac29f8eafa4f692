import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '#tests/support/platform.ts';
import { createEmbeddings, DIMENSIONS, quantised } from './embeddings.ts';

type Asked = { model: string; input: string[]; dimensions?: number };

let platform: TestPlatform;
let server: Server;
let asked: Asked[] = [];
/** A number is the status of a refusal. */
let behave: (asked: Asked) => number | unknown = answer;

function answer({ input, dimensions = 512 }: Asked): unknown {
  return {
    object: 'list',
    model: 'm',
    // Told apart by their first letter; the order is the server's own.
    data: input
      .map((text, index) => ({
        object: 'embedding',
        index,
        embedding: Array.from({ length: dimensions }, (_, i) => (i === text.charCodeAt(0) % 7 ? 3 : 0.01)),
      }))
      .reverse(),
    usage: { prompt_tokens: 10, total_tokens: 10 },
  };
}

beforeAll(async () => {
  platform = await startTestPlatform();
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const question = JSON.parse(Buffer.concat(parts).toString()) as Asked;
      asked.push(question);
      const said = behave(question);
      response.writeHead(typeof said === 'number' ? said : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(typeof said === 'number' ? { error: { message: 'refused' } } : said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await platform.close();
});
beforeEach(() => {
  asked = [];
  behave = answer;
});

const embeddings = (over: Partial<TestPlatform['config']['openai']> = {}) => {
  const { port } = server.address() as AddressInfo;
  const config = {
    ...platform.config.openai,
    apiKey: 'k',
    baseUrl: `http://127.0.0.1:${port}/v1`,
    embeddingModel: 'small',
    dailyTokens: 1000,
    ...over,
  };
  return createEmbeddings({ config, table: platform.table, clock: platform.clock, log: platform.log });
};

describe('vectors of texts', () => {
  it('come in the order of the texts, as 256 signed bytes of unit length', async () => {
    const [a, b, again] = await embeddings().embed(['apple tree', 'bee hive', 'apple tree']);
    expect(a).toHaveLength(DIMENSIONS);
    expect(a).not.toEqual(b);
    expect(again).toEqual(a);
    expect(Math.hypot(...(a ?? [])) / 127).toBeCloseTo(1, 1);
    expect(asked).toEqual([
      expect.objectContaining({ model: 'small', dimensions: DIMENSIONS, input: ['apple tree', 'bee hive'] }),
    ]);
  });
  it('are paid for once, by whoever asks, in whatever process', async () => {
    const first = await embeddings().embed(['cherry wood']);
    expect(await embeddings().embed(['cherry wood'])).toEqual(first);
    expect(asked).toHaveLength(1);
    await embeddings({ embeddingModel: 'large' }).embed(['cherry wood']);
    expect(asked.map(({ model }) => model)).toEqual(['small', 'large']);
  });
  it('of a person stay with that person and count against their day', async () => {
    await embeddings().embed(['dog rose'], { owner: 'usr_1' });
    await embeddings().embed(['dog rose'], { owner: 'usr_2' });
    expect(asked).toHaveLength(2);
    const poor = embeddings({ dailyTokens: 10 });
    expect(await poor.embed(['elder bush'], { owner: 'usr_1' })).toEqual([undefined]);
    expect(asked).toHaveLength(2);
  });
  it('are cut to 256 where the server knows one length only', async () => {
    behave = (question) => (question.dimensions === undefined ? answer(question) : 400);
    const [vector] = await embeddings().embed(['fig leaf']);
    expect(vector).toHaveLength(DIMENSIONS);
  });
  it('are missing, not wrong, where the server fails, answers nonsense or is not there', async () => {
    for (const failure of [
      500,
      401,
      { data: 'nothing' },
      { data: [{ index: 9, embedding: [0, 0, 0, 0, 0, 0, 0, 0] }] },
    ]) {
      behave = () => failure;
      expect(await embeddings().embed(['gorse'])).toEqual([undefined]);
    }
    expect(await embeddings({ baseUrl: 'http://127.0.0.1:9/v1' }).embed(['hazel'])).toEqual([undefined]);
    behave = answer;
    expect((await embeddings().embed(['gorse']))[0]).toHaveLength(DIMENSIONS);
  });
  it('are off without a model, and nothing is asked for nothing', async () => {
    const off = embeddings({ embeddingModel: undefined });
    expect(off.enabled).toBe(false);
    expect(await off.embed(['ivy'])).toEqual([undefined]);
    expect(await embeddings().embed(['', '  '])).toEqual([undefined, undefined]);
    expect(asked).toHaveLength(0);
  });
  it('go a hundred texts at a time in batches', async () => {
    const texts = Array.from({ length: 100 }, (_, i) => `${String.fromCharCode(97 + (i % 7))} text ${i}`);
    const vectors = await embeddings().embed(texts);
    expect(vectors.every((vector) => vector?.length === DIMENSIONS)).toBe(true);
    expect(asked.map(({ input }) => input.length)).toEqual([64, 36]);
  });
  it('of zeros or of no numbers are none', () => {
    expect(quantised([0, 0, 0])).toBeUndefined();
    expect(quantised([Number.NaN, 1])).toBeUndefined();
  });
});
