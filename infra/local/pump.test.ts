/**
 * The pump's promises are Lambda's: what fails comes back, what fails too often is buried, the rest is gone. Over 300
 * lines because every promise needs a handler of its own.
 */
import { randomUUID } from 'node:crypto';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  type QueueAttributeName,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { Context, SQSEvent } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clientOptions, temporaryDir, testCredentials } from './aws/live.testkit.ts';
import { type Pump, type PumpLog, type PumpQueue, type QueueHandler, startPump } from './pump.ts';
import { type SqsServer, startSqs } from './sqs/server.ts';

const folder = temporaryDir();
let server: SqsServer;
let sqs: SQSClient;
let pump: Pump | undefined;
const logged: Parameters<PumpLog>[0][] = [];

beforeAll(async () => {
  server = await startSqs({ dir: folder.dir, credentials: testCredentials });
  sqs = new SQSClient({ ...clientOptions(server.url, testCredentials), endpoint: server.url, region: 'us-east-1' });
});
afterEach(async () => {
  await pump?.stop();
  pump = undefined;
  logged.length = 0;
});
afterAll(async () => {
  sqs.destroy();
  await server.close();
  folder.remove();
});

type Queue = { url: string; arn: string };

async function newQueue(Attributes: Partial<Record<QueueAttributeName, string>> = {}): Promise<Queue> {
  const { QueueUrl: url = '' } = await sqs.send(new CreateQueueCommand({ QueueName: `q-${randomUUID()}`, Attributes }));
  const asked = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }));
  return { url, arn: asked.Attributes?.QueueArn ?? '' };
}

const send = (queue: Queue, MessageBody: string) =>
  sqs.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody }));
const sendMany = (queue: Queue, bodies: readonly string[]) =>
  sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: queue.url,
      Entries: bodies.map((MessageBody, i) => ({ Id: String(i), MessageBody })),
    }),
  );

/** Retries at once unless told otherwise, so that tests need not wait. */
function start(
  queue: Queue,
  handler: QueueHandler,
  options: Partial<PumpQueue> & { retry?: (deliveries: number) => number } = {},
): Pump {
  const { retry = () => 0, ...more } = options;
  const settings = { name: 'test', batchSize: 10, timeoutMs: 5000, concurrency: 1 };
  pump = startPump({
    sqs,
    queues: [{ ...settings, ...queue, handler, ...more }],
    log: (entry) => void logged.push(entry),
    retryAfterSeconds: retry,
  });
  return pump;
}

const bodiesOf = (event: SQSEvent): string[] => event.Records.map(({ body }) => body);

describe('a batch', () => {
  it('reaches the handler as a real SQSEvent and is gone afterwards', async () => {
    const queue = await newQueue();
    const seen: { event: SQSEvent; context: Context }[] = [];
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: queue.url,
        MessageBody: '{"a":1}',
        MessageAttributes: {
          trace: { DataType: 'String', StringValue: 't1' },
          raw: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2]) },
        },
      }),
    );
    await start(queue, async (event, context) => {
      seen.push({ event, context });
      return { batchItemFailures: [] };
    }).idle();

    expect(seen).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(seen[0]?.event))).toEqual(seen[0]?.event);
    expect(seen[0]?.event.Records[0]).toMatchObject({
      body: '{"a":1}',
      eventSource: 'aws:sqs',
      eventSourceARN: queue.arn,
      awsRegion: 'us-east-1',
      attributes: { ApproximateReceiveCount: '1' },
      messageAttributes: { trace: { dataType: 'String', stringValue: 't1' }, raw: { binaryValue: 'AQI=' } },
    });
    const left = seen[0]?.context.getRemainingTimeInMillis() ?? 0;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(5000);
  });

  it('is never larger than the queue asks for', async () => {
    const queue = await newQueue();
    const sizes: number[] = [];
    await sendMany(queue, ['a', 'b', 'c', 'd', 'e']);
    await start(
      queue,
      async (event) => {
        sizes.push(event.Records.length);
        return undefined;
      },
      { batchSize: 2 },
    ).idle();
    expect(Math.max(...sizes)).toBe(2);
    expect(sizes.reduce((a, b) => a + b)).toBe(5);
  });

  it('that threw comes back whole', async () => {
    const queue = await newQueue();
    const deliveries: string[][] = [];
    await sendMany(queue, ['a', 'b']);
    await start(queue, async (event) => {
      deliveries.push(bodiesOf(event));
      if (deliveries.length === 1) throw new Error('secret text of a person');
      return { batchItemFailures: [] };
    }).idle();
    expect(deliveries.slice(1).flat().sort()).toEqual(['a', 'b']);
    expect(logged).toMatchObject([{ event: 'pump.handler_failed', error: 'Error' }]);
    expect(JSON.stringify(logged)).not.toContain('secret');
  });

  it('that threw before returning a promise comes back too', async () => {
    const queue = await newQueue();
    let calls = 0;
    await send(queue, 'a');
    await start(queue, (): Promise<undefined> => {
      calls += 1;
      if (calls === 1) throw new TypeError('sync');
      return Promise.resolve(undefined);
    }).idle();
    expect(calls).toBe(2);
  });

  it('that took too long comes back whole', async () => {
    const queue = await newQueue();
    let calls = 0;
    await send(queue, 'slow');
    await start(
      queue,
      async (_, context) => {
        calls += 1;
        if (calls === 1) await new Promise((resolve) => setTimeout(resolve, 400));
        expect(context.getRemainingTimeInMillis()).toBeGreaterThanOrEqual(0);
        return undefined;
      },
      { timeoutMs: 100 },
    ).idle();
    expect(calls).toBe(2);
    expect(logged).toMatchObject([{ event: 'pump.handler_timed_out' }]);
  });

  it('answered with failures has only those delivered again', async () => {
    const queue = await newQueue();
    const seen: string[] = [];
    await sendMany(queue, ['good', 'bad']);
    await start(queue, async ({ Records }) => {
      seen.push(...Records.map(({ body }) => body));
      const failed = Records.filter(
        ({ body, attributes }) => body === 'bad' && attributes.ApproximateReceiveCount === '1',
      );
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    }).idle();
    expect(seen.sort()).toEqual(['bad', 'bad', 'good']);
  });

  it.each(['', 'no-such-message'])(
    'answered with the failure id "%s" counts as failed whole',
    async (itemIdentifier) => {
      const queue = await newQueue();
      const seen: string[] = [];
      await sendMany(queue, ['a', 'b']);
      let calls = 0;
      await start(queue, async (event) => {
        calls += 1;
        seen.push(...bodiesOf(event));
        return { batchItemFailures: calls === 1 ? [{ itemIdentifier }] : [] };
      }).idle();
      expect(seen.sort()).toEqual(['a', 'a', 'b', 'b']);
    },
  );
});

describe('a message that always fails', () => {
  it('is tried as often as the queue says, then buried, and holds up no other', async () => {
    const dead = await newQueue();
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 3 });
    const queue = await newQueue({ RedrivePolicy });
    const counts: string[] = [];
    const others: string[] = [];
    await sendMany(queue, ['poison', 'a', 'b']);
    await start(queue, async ({ Records }) => {
      const failed = Records.filter(({ body }) => body === 'poison');
      counts.push(...failed.map(({ attributes }) => attributes.ApproximateReceiveCount));
      others.push(...Records.filter(({ body }) => body !== 'poison').map(({ body }) => body));
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    }).idle();
    expect(counts).toEqual(['1', '2', '3']);
    expect(others.sort()).toEqual(['a', 'b']);
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: dead.url }));
    expect(Messages?.map(({ Body }) => Body)).toEqual(['poison']);
  });

  it('is given its time by how often it was delivered', async () => {
    const queue = await newQueue({ VisibilityTimeout: '600' });
    const asked: number[] = [];
    let calls = 0;
    await send(queue, 'a');
    await start(
      queue,
      async () => {
        calls += 1;
        if (calls < 4) throw new Error('again');
        return undefined;
      },
      {
        retry: (deliveries) => {
          asked.push(deliveries);
          return 0;
        },
      },
    ).idle();
    expect(asked).toEqual([1, 2, 3]);
  });

  it('comes back after a second by default, long before the visibility timeout', async () => {
    const queue = await newQueue({ VisibilityTimeout: '600' });
    const at: number[] = [];
    await send(queue, 'a');
    pump = startPump({
      sqs,
      log: () => undefined,
      queues: [
        {
          name: 'test',
          ...queue,
          batchSize: 1,
          timeoutMs: 1000,
          concurrency: 1,
          handler: async () => {
            at.push(performance.now());
            if (at.length === 1) throw new Error('again');
            return undefined;
          },
        },
      ],
    });
    await pump.idle();
    const waited = (at[1] ?? 0) - (at[0] ?? 0);
    expect(waited).toBeGreaterThanOrEqual(990);
    expect(waited).toBeLessThan(10_000);
  });
});

describe('the pump', () => {
  it('runs as many invocations at once as it may, and no more', async () => {
    const queue = await newQueue();
    let active = 0;
    let most = 0;
    await sendMany(queue, ['a', 'b', 'c', 'd', 'e', 'f']);
    await start(
      queue,
      async () => {
        active += 1;
        most = Math.max(most, active);
        // The first ones wait until as many are running as may, however slow the machine is.
        for (let waited = 0; most < 3 && waited < 4000; waited += 20)
          await new Promise((resolve) => setTimeout(resolve, 20));
        await new Promise((resolve) => setTimeout(resolve, 20));
        active -= 1;
        return undefined;
      },
      { batchSize: 1, concurrency: 3 },
    ).idle();
    expect(most).toBe(3);
  });

  it('is idle only when what a handler sent on is done too', async () => {
    const [first, second] = [await newQueue(), await newQueue()];
    const done: string[] = [];
    const settings = { batchSize: 10, timeoutMs: 5000, concurrency: 1 };
    await send(first, 'step 1');
    pump = startPump({
      sqs,
      log: () => undefined,
      queues: [
        {
          name: 'second',
          ...second,
          ...settings,
          handler: async (event) => {
            done.push(...bodiesOf(event));
            return undefined;
          },
        },
        {
          name: 'first',
          ...first,
          ...settings,
          handler: async () => {
            await send(second, 'step 2');
            return undefined;
          },
        },
      ],
    });
    await pump.idle();
    expect(done).toEqual(['step 2']);
  });

  it('stops after the work in hand, which is then acknowledged', async () => {
    const queue = await newQueue();
    let finished = false;
    await send(queue, 'a');
    await new Promise<void>((resolve) => {
      start(queue, async () => {
        resolve();
        await new Promise((wait) => setTimeout(wait, 200));
        finished = true;
        return undefined;
      });
    });
    await pump?.stop();
    expect(finished).toBe(true);
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: queue.url, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({ ApproximateNumberOfMessages: '0', ApproximateNumberOfMessagesNotVisible: '0' });
  });

  it('does not wait for ever for a handler that hangs', async () => {
    const queue = await newQueue();
    await send(queue, 'a');
    await new Promise<void>((resolve) => {
      start(
        queue,
        () => {
          resolve();
          return new Promise(() => undefined);
        },
        { timeoutMs: 2000 },
      );
    });
    const startedAt = performance.now();
    await pump?.stop(100);
    expect(performance.now() - startedAt).toBeLessThan(1500);
    expect(logged.at(-1)).toMatchObject({ event: 'pump.stopped_with_work_running' });
  });

  it('refuses a batch size SQS does not have', () => {
    expect(() => start({ url: 'http://127.0.0.1/q', arn: 'arn' }, async () => undefined, { batchSize: 11 })).toThrow(
      RangeError,
    );
  });
});
