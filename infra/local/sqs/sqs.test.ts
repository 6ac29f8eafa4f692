/**
 * The SQS protocol as the product uses it; with AWS_LIVE=1 the same facts are asked of the real service. Over 300 lines
 * because it is the one list of what we rely on in SQS.
 */
import { randomUUID } from 'node:crypto';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  type Message,
  PurgeQueueCommand,
  type QueueAttributeName,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOptions, isLive, refusalOf, temporaryDir, testCredentials } from '../aws/live.testkit.ts';
import { type SqsServer, startSqs } from './server.ts';

const folder = temporaryDir();
const run = randomUUID().slice(0, 8);
const created: string[] = [];
let server: SqsServer | undefined;
let sqs: SQSClient;

beforeAll(async () => {
  if (!isLive) server = await startSqs({ dir: folder.dir, credentials: testCredentials });
  sqs = new SQSClient(clientOptions(server?.url ?? ''));
});

afterAll(async () => {
  if (isLive) await Promise.all(created.map((QueueUrl) => sqs.send(new DeleteQueueCommand({ QueueUrl }))));
  sqs.destroy();
  await server?.close();
  folder.remove();
});

async function newQueue(Attributes: Partial<Record<QueueAttributeName, string>> = {}): Promise<string> {
  const QueueName = `foothold-${run}-${randomUUID()}`;
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
  created.push(QueueUrl);
  return QueueUrl;
}

const send = (QueueUrl: string, MessageBody: string, more: { DelaySeconds?: number; MessageGroupId?: string } = {}) =>
  sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, ...more }));

async function receive(
  QueueUrl: string,
  options: { max?: number; wait?: number; hide?: number } = {},
): Promise<Message[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: options.max ?? 10,
      WaitTimeSeconds: options.wait ?? 0,
      VisibilityTimeout: options.hide,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    }),
  );
  return Messages;
}

const arnOf = async (QueueUrl: string): Promise<string> => {
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  return Attributes?.QueueArn ?? '';
};

const remove = (QueueUrl: string, { ReceiptHandle }: Message) =>
  sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));

async function queueWithDeadLetters(maxReceiveCount: number): Promise<{ queue: string; dead: string }> {
  const dead = await newQueue();
  const policy = JSON.stringify({ deadLetterTargetArn: await arnOf(dead), maxReceiveCount });
  return { queue: await newQueue({ RedrivePolicy: policy, VisibilityTimeout: '0' }), dead };
}

describe('messages', () => {
  it('arrive with body, attributes and their digests as sent', async () => {
    const queue = await newQueue();
    const MessageAttributes = {
      task: { DataType: 'String', StringValue: 'resume.read' },
      raw: { DataType: 'Binary', BinaryValue: new Uint8Array([0, 255, 7]) },
    };
    // The SDK itself compares the MD5s of both directions and throws when they differ.
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: queue,
        MessageBody: '{"ż":"🙂"}',
        MessageAttributes,
        MessageGroupId: 'usr_1',
      }),
    );
    const [message] = await receive(queue, { wait: 1 });
    expect(message?.Body).toBe('{"ż":"🙂"}');
    expect(message?.MessageAttributes?.task?.StringValue).toBe('resume.read');
    expect([...(message?.MessageAttributes?.raw?.BinaryValue ?? [])]).toEqual([0, 255, 7]);
    expect(message?.Attributes).toMatchObject({ ApproximateReceiveCount: '1', MessageGroupId: 'usr_1' });
  });

  it('being handled are hidden from others until their time is over', async () => {
    const queue = await newQueue({ VisibilityTimeout: '1' });
    await send(queue, 'once');
    expect(await receive(queue, { wait: 1 })).toHaveLength(1);
    expect(await receive(queue)).toHaveLength(0);
    const [again] = await receive(queue, { wait: 5 });
    expect(again?.Attributes?.ApproximateReceiveCount).toBe('2');
  });

  it('deleted do not come back', async () => {
    const queue = await newQueue({ VisibilityTimeout: '0' });
    await send(queue, 'done');
    for (const message of await receive(queue, { wait: 1, hide: 30 })) await remove(queue, message);
    expect(await receive(queue, { wait: 1 })).toHaveLength(0);
  });

  it('sent with a delay come after it, not before', async () => {
    const queue = await newQueue();
    await send(queue, 'later', { DelaySeconds: 1 });
    expect(await receive(queue)).toHaveLength(0);
    expect(await receive(queue, { wait: 5 })).toHaveLength(1);
  });

  it('given back are there at once', async () => {
    const queue = await newQueue();
    await send(queue, 'not now');
    const [message] = await receive(queue, { wait: 1, hide: 600 });
    await sqs.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queue,
        ReceiptHandle: message?.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );
    expect(await receive(queue, { wait: 1 })).toHaveLength(1);
  });

  it('go to the dead-letter queue when received too often, and back by a move task', async () => {
    const { queue, dead } = await queueWithDeadLetters(2);
    await send(queue, 'poison');
    expect(await receive(queue, { wait: 1 })).toHaveLength(1);
    expect(await receive(queue, { wait: 1 })).toHaveLength(1);
    expect(await receive(queue, { wait: 1 })).toHaveLength(0);
    const [buried] = await receive(dead, { wait: 5, hide: 0 });
    expect(buried).toMatchObject({ Body: 'poison', Attributes: { DeadLetterQueueSourceArn: await arnOf(queue) } });

    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: await arnOf(dead) }));
    const [back] = await receive(queue, { wait: 10 });
    expect(back).toMatchObject({ Body: 'poison', Attributes: { ApproximateReceiveCount: '1' } });
  });

  it('of 1 MiB are taken, one byte more is not', async () => {
    const queue = await newQueue();
    await send(queue, 'x'.repeat(1_048_576));
    expect(await refusalOf(send(queue, 'x'.repeat(1_048_577)))).toBe('InvalidParameterValue');
  });

  it('with characters XML forbids are refused', async () => {
    expect(await refusalOf(send(await newQueue(), 'a\u0000b'))).toBe('InvalidMessageContents');
  });
});

describe('long polling', () => {
  it('answers as soon as something is sent', async () => {
    const queue = await newQueue();
    const startedAt = performance.now();
    const waiting = receive(queue, { wait: 20 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await send(queue, 'now');
    expect(await waiting).toHaveLength(1);
    expect(performance.now() - startedAt).toBeLessThan(15_000);
  });

  it('gives one message to one of several who wait', async () => {
    const queue = await newQueue();
    const waiting = [1, 2, 3].map(() => receive(queue, { wait: 2 }));
    await send(queue, 'single');
    const got = await Promise.all(waiting);
    expect(got.flat()).toHaveLength(1);
  });
});

describe('batches', () => {
  it('send, receive and delete ten at once, and report the bad one alone', async () => {
    const queue = await newQueue();
    const Entries = Array.from({ length: 9 }, (_, i) => ({ Id: `m${i}`, MessageBody: `body ${i}` }));
    const bad = { Id: 'bad', MessageBody: 'x', DelaySeconds: 901 };
    const sent = await sqs.send(new SendMessageBatchCommand({ QueueUrl: queue, Entries: [...Entries, bad] }));
    expect(sent.Successful).toHaveLength(9);
    expect(sent.Failed?.map(({ Id }) => Id)).toEqual(['bad']);

    const got: Message[] = [];
    for (let i = 0; i < 10 && got.length < 9; i += 1) got.push(...(await receive(queue, { wait: 2 })));
    expect(new Set(got.map(({ Body }) => Body))).toEqual(new Set(Entries.map(({ MessageBody }) => MessageBody)));
    const handles = got.map(({ ReceiptHandle }, i) => ({ Id: String(i), ReceiptHandle }));
    const deleted = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queue, Entries: handles }));
    expect(deleted.Successful).toHaveLength(9);
  });

  it.each([
    ['none', [], 'EmptyBatchRequest'],
    [
      'eleven',
      Array.from({ length: 11 }, (_, i) => ({ Id: `m${i}`, MessageBody: 'x' })),
      'TooManyEntriesInBatchRequest',
    ],
    [
      'two of one id',
      [
        { Id: 'a', MessageBody: 'x' },
        { Id: 'a', MessageBody: 'y' },
      ],
      'BatchEntryIdsNotDistinct',
    ],
  ])('of %s are refused', async (_, Entries, name) => {
    const QueueUrl = await newQueue();
    expect(await refusalOf(sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries })))).toBe(name);
  });
});

describe('queues', () => {
  it('are found by name and listed by prefix', async () => {
    const url = await newQueue();
    const QueueName = url.slice(url.lastIndexOf('/') + 1);
    expect((await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl).toBe(url);
    if (isLive) return; // the real service lists a new queue some time later
    expect((await sqs.send(new ListQueuesCommand({ QueueNamePrefix: QueueName }))).QueueUrls).toEqual([url]);
  });

  it('are made once, however often they are asked for; other settings are a conflict', async () => {
    const url = await newQueue({ VisibilityTimeout: '7' });
    const QueueName = url.slice(url.lastIndexOf('/') + 1);
    const again = (VisibilityTimeout: string) =>
      sqs.send(new CreateQueueCommand({ QueueName, Attributes: { VisibilityTimeout } }));
    expect((await again('7')).QueueUrl).toBe(url);
    expect(await refusalOf(again('8'))).toBe('QueueNameExists');
  });

  it('change their settings', async () => {
    const QueueUrl = await newQueue();
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { VisibilityTimeout: '90' } }));
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    expect(Attributes?.VisibilityTimeout).toBe('90');
  });

  it.each([
    ['VisibilityTimeout', '43201', 'InvalidAttributeValue'],
    ['DelaySeconds', '-1', 'InvalidAttributeValue'],
    ['NoSuchSetting', '1', 'InvalidAttributeName'],
  ])('refuse %s = %s', async (name, value, error) => {
    const QueueUrl = await newQueue();
    const attempt = sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { [name]: value } }));
    expect(await refusalOf(attempt)).toBe(error);
  });

  it('that do not exist say so', async () => {
    const missing = `${(await newQueue()).replace(/\/[^/]+$/, '')}/foothold-missing`;
    expect(await refusalOf(send(missing, 'x'))).toBe('QueueDoesNotExist');
    expect(await refusalOf(sqs.send(new GetQueueUrlCommand({ QueueName: 'foothold-missing' })))).toBe(
      'QueueDoesNotExist',
    );
  });

  it('count what waits and what is being handled', async () => {
    const QueueUrl = await newQueue();
    await send(QueueUrl, 'a');
    await send(QueueUrl, 'b');
    await receive(QueueUrl, { max: 1, wait: 1 });
    if (isLive) return; // the real counts are approximate for a minute
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesNotVisible: '1',
      ApproximateNumberOfMessagesDelayed: '0',
    });
  });

  it.skipIf(isLive)('are empty after a purge', async () => {
    const QueueUrl = await newQueue();
    await send(QueueUrl, 'a');
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));
    expect(await receive(QueueUrl)).toHaveLength(0);
  });

  it('that are no dead-letter queue cannot be moved from', async () => {
    const SourceArn = await arnOf(await newQueue());
    expect(await refusalOf(sqs.send(new StartMessageMoveTaskCommand({ SourceArn })))).toBe('InvalidParameterValue');
  });
});

describe('who may call', () => {
  it('not one with another secret', async () => {
    const { accessKeyId } = isLive ? await sqs.config.credentials() : testCredentials;
    const credentials = { accessKeyId, secretAccessKey: 'not-the-secret' };
    const stranger = new SQSClient({ ...clientOptions(server?.url ?? ''), credentials });
    const refusal = await refusalOf(stranger.send(new ListQueuesCommand({})));
    if (!isLive) expect(refusal).toBe('SignatureDoesNotMatch'); // the real name depends on the protocol's age
  });

  it('not one with an unknown key', async () => {
    const credentials = { accessKeyId: 'AKIAUNKNOWN000000000', secretAccessKey: 'x' };
    const stranger = new SQSClient({ ...clientOptions(server?.url ?? ''), credentials });
    const refusal = await refusalOf(stranger.send(new ListQueuesCommand({})));
    if (!isLive) expect(refusal).toBe('InvalidClientTokenId');
  });
});
