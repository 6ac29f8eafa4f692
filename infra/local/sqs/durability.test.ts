/** What the embedded SQS keeps when its process ends, in order or not. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryDir, testCredentials } from '../aws/live.testkit.ts';
import { type SqsServer, startSqs } from './server.ts';

let folder: ReturnType<typeof temporaryDir>;
let server: SqsServer;
let sqs: SQSClient;
let QueueUrl: string;

async function open(): Promise<void> {
  server = await startSqs({ dir: folder.dir, credentials: testCredentials });
  sqs = clientOf(server.url, testCredentials);
  const made = await sqs.send(new CreateQueueCommand({ QueueName: 'work', Attributes: { VisibilityTimeout: '600' } }));
  QueueUrl = made.QueueUrl ?? '';
}

async function reopen(): Promise<void> {
  sqs.destroy();
  await server.close();
  await open();
}

const clientOf = (endpoint: string, credentials: typeof testCredentials): SQSClient =>
  new SQSClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });

beforeEach(async () => {
  folder = temporaryDir();
  await open();
});
afterEach(async () => {
  sqs.destroy();
  await server.close();
  folder.remove();
});

const send = (MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
const receive = async () => {
  const command = new ReceiveMessageCommand({
    QueueUrl,
    MaxNumberOfMessages: 10,
    MessageSystemAttributeNames: ['All'],
  });
  return (await sqs.send(command)).Messages ?? [];
};

it('messages in flight are visible again when it opens, with their count of deliveries', async () => {
  await send('in flight');
  expect(await receive()).toHaveLength(1);
  expect(await receive()).toHaveLength(0);
  await reopen();
  const [again] = await receive();
  expect(again?.Attributes?.ApproximateReceiveCount).toBe('2');
});

it('a handle from before the restart still deletes its message', async () => {
  await send('almost done');
  const [message] = await receive();
  await reopen();
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }));
  expect(await receive()).toHaveLength(0);
});

it('deleted messages stay deleted, and delayed ones stay delayed', async () => {
  await send('gone');
  const [message] = await receive();
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'later', DelaySeconds: 900 }));
  await reopen();
  expect(await receive()).toHaveLength(0);
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  expect(Attributes?.ApproximateNumberOfMessagesDelayed).toBe('1');
});

it('a journal torn in the middle of its last line loses that line only', async () => {
  await send('kept');
  await send('torn');
  sqs.destroy();
  await server.close();
  const file = path.join(folder.dir, 'queues.journal');
  fs.truncateSync(file, fs.statSync(file).size - 20);
  await open();
  expect((await receive()).map(({ Body }) => Body)).toEqual(['kept']);
  await send('after');
  await reopen();
  expect((await receive()).map(({ Body }) => Body)).toEqual(['kept', 'after']);
});

it('every acknowledged message is there after the process was killed while sending', async () => {
  const dir = path.join(folder.dir, 'killed');
  const script = `
    import { startSqs } from ${JSON.stringify(new URL('./server.ts', import.meta.url).href)};
    const server = await startSqs({ dir: ${JSON.stringify(dir)}, credentials: ${JSON.stringify(testCredentials)} });
    console.log(server.url);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  const victim = clientOf(String(line).trim(), testCredentials);
  const { QueueUrl: url } = await victim.send(new CreateQueueCommand({ QueueName: 'work' }));
  const acknowledged: string[] = [];
  const senders = Array.from({ length: 4 }, async (_, sender) => {
    for (let i = 0; ; i += 1) {
      const MessageBody = `${sender}-${i}-${'x'.repeat(500)}`;
      try {
        await victim.send(new SendMessageCommand({ QueueUrl: url, MessageBody }));
      } catch {
        return;
      }
      acknowledged.push(MessageBody);
    }
  });
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(200);
  child.kill('SIGKILL');
  await Promise.all(senders);
  victim.destroy();

  const after = await startSqs({ dir, credentials: testCredentials });
  const reader = clientOf(after.url, testCredentials);
  const present = new Set<string | undefined>();
  for (;;) {
    const page = await reader.send(
      new ReceiveMessageCommand({ QueueUrl: `${after.url}/000000000000/work`, MaxNumberOfMessages: 10 }),
    );
    if (page.Messages === undefined) break;
    for (const { Body } of page.Messages) present.add(Body);
  }
  expect(acknowledged.filter((body) => !present.has(body))).toEqual([]);
  reader.destroy();
  await after.close();
});

it('what it does not implement is answered 501, and what is not SQS is refused', async () => {
  const asFifo = sqs.send(new CreateQueueCommand({ QueueName: 'a.fifo', Attributes: { FifoQueue: 'true' } }));
  await expect(asFifo).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } });
  const unsigned = await fetch(server.url, {
    method: 'POST',
    headers: { 'x-amz-target': 'AmazonSQS.ListQueues' },
    body: '{}',
  });
  expect(unsigned.status).toBe(403);
  expect(unsigned.headers.get('access-control-allow-origin')).toBeNull();
});
