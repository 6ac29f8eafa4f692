/**
 * What the product relies on in DynamoDB; with AWS_LIVE=1 the same facts are asked of the real service. Over 300 lines
 * because it is the one list of what we rely on, run whole against one table.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  TransactionCanceledException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOptions, isLive, refusalOf, temporaryDir } from './aws/live.testkit.ts';
import { type DynamoDbServer, startDynamoDb } from './dynamodb.ts';
import { sweepExpired } from './sweep.ts';

const TableName = `foothold-protocol-${randomUUID()}`;
const folder = temporaryDir();
let server: DynamoDbServer | undefined;
let client: DynamoDBClient;
let db: DynamoDBDocumentClient;

function connect(url: string): void {
  client = new DynamoDBClient(clientOptions(url));
  db = DynamoDBDocumentClient.from(client);
}

beforeAll(async () => {
  if (!isLive) server = await startDynamoDb({ dataDir: folder.dir });
  connect(server?.url ?? '');
  const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
  const keys = (pk: string, sk: string) => [
    { AttributeName: pk, KeyType: 'HASH' as const },
    { AttributeName: sk, KeyType: 'RANGE' as const },
  ];
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk'].map(attribute),
      KeySchema: keys('pk', 'sk'),
      GlobalSecondaryIndexes: [
        { IndexName: 'gsi1', KeySchema: keys('gsi1pk', 'gsi1sk'), Projection: { ProjectionType: 'ALL' } },
      ],
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 50 }, { TableName });
  await client.send(
    new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled: true, AttributeName: 'ttl' } }),
  );
});

afterAll(async () => {
  if (isLive) await client.send(new DeleteTableCommand({ TableName }));
  client.destroy();
  await server?.close();
  folder.remove();
});

const put = (Item: Record<string, unknown>) => db.send(new PutCommand({ TableName, Item }));
const get = async (pk: string, sk = 'A') =>
  (await db.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }))).Item;

describe('the table', () => {
  it('has its index and its time to live', async () => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual(['gsi1']);
    const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(TimeToLiveDescription?.AttributeName).toBe('ttl');
  });
});

describe('a conditional write', () => {
  const first = { pk: 'EMAIL#a', sk: 'A', owner: 'usr_1' };
  const claim = (owner: string) =>
    db.send(
      new PutCommand({
        TableName,
        Item: { ...first, owner },
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );

  it('lets the first in and shows the second who was first', async () => {
    await claim('usr_1');
    const refused = await claim('usr_2').catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(ConditionalCheckFailedException);
    const item = refused instanceof ConditionalCheckFailedException ? refused.Item : undefined;
    expect(item?.owner).toEqual({ S: 'usr_1' });
    expect(await get('EMAIL#a')).toEqual(first);
  });

  it('of many at once lets exactly one in', async () => {
    const attempts = Array.from({ length: 20 }, (_, i) =>
      db.send(
        new PutCommand({
          TableName,
          Item: { pk: 'EMAIL#race', sk: 'A', i },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('a counter', () => {
  it('loses no step when many add at once', async () => {
    const add = () =>
      db.send(
        new UpdateCommand({
          TableName,
          Key: { pk: 'LIMIT#a', sk: 'A' },
          UpdateExpression: 'ADD #n :one',
          ExpressionAttributeNames: { '#n': 'n' },
          ExpressionAttributeValues: { ':one': 1 },
        }),
      );
    await Promise.all(Array.from({ length: 30 }, add));
    expect((await get('LIMIT#a'))?.n).toBe(30);
  });
});

describe('a transaction', () => {
  const transfer = (options: { token?: string; version: number; to: string }) =>
    db.send(
      new TransactWriteCommand({
        ClientRequestToken: options.token,
        TransactItems: [
          {
            Update: {
              TableName,
              Key: { pk: 'TX#profile', sk: 'A' },
              UpdateExpression: 'SET #v = :next ADD writes :one',
              ConditionExpression: '#v = :version',
              ExpressionAttributeNames: { '#v': 'version' },
              ExpressionAttributeValues: { ':version': options.version, ':next': options.version + 1, ':one': 1 },
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            },
          },
          { Put: { TableName, Item: { pk: options.to, sk: 'OUTBOX' } } },
        ],
      }),
    );
  beforeAll(() => put({ pk: 'TX#profile', sk: 'A', version: 1, writes: 0 }));

  it('repeated with its token takes effect once', async () => {
    const token = randomUUID();
    await transfer({ token, version: 1, to: 'TX#once' });
    await transfer({ token, version: 1, to: 'TX#once' });
    expect(await get('TX#profile')).toMatchObject({ version: 2, writes: 1 });
  });

  it('with another content under a used token is refused', async () => {
    const token = randomUUID();
    await transfer({ token, version: 2, to: 'TX#token' });
    expect(await refusalOf(transfer({ token, version: 3, to: 'TX#other' }))).toBe(
      'IdempotentParameterMismatchException',
    );
  });

  it('that fails in one part does nothing in the others and says which part', async () => {
    const refused = await transfer({ version: 99, to: 'TX#never' }).catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(TransactionCanceledException);
    const reasons = refused instanceof TransactionCanceledException ? refused.CancellationReasons : [];
    expect(reasons?.map(({ Code }) => Code)).toEqual(['ConditionalCheckFailed', 'None']);
    expect(reasons?.[0]?.Item?.version).toBeDefined();
    expect(await get('TX#never', 'OUTBOX')).toBeUndefined();
  });
});

describe('a query', () => {
  const keys = Array.from({ length: 25 }, (_, i) => `JOB#${String(i).padStart(2, '0')}`);
  beforeAll(() =>
    Promise.all(
      keys.map((sk, i) => put({ pk: 'QUERY', sk, gsi1pk: 'BY_DATE', gsi1sk: `2026-${sk}`, even: i % 2 === 0 })),
    ),
  );

  async function pages(options: { forward: boolean; index?: boolean }): Promise<unknown[][]> {
    const found: unknown[][] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await db.send(
        new QueryCommand({
          TableName,
          IndexName: options.index ? 'gsi1' : undefined,
          KeyConditionExpression: options.index
            ? 'gsi1pk = :pk AND begins_with(gsi1sk, :start)'
            : 'pk = :pk AND begins_with(sk, :start)',
          ExpressionAttributeValues: options.index
            ? { ':pk': 'BY_DATE', ':start': '2026-' }
            : { ':pk': 'QUERY', ':start': 'JOB#' },
          ScanIndexForward: options.forward,
          Limit: 10,
          ExclusiveStartKey,
        }),
      );
      found.push((page.Items ?? []).map((item) => item.sk));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
    return found;
  }

  it.each([true, false])('gives every item once, in order, page by page (forward: %s)', async (forward) => {
    const found = await pages({ forward });
    expect(found.map(({ length }) => length)).toEqual([10, 10, 5]);
    expect(found.flat()).toEqual(forward ? keys : [...keys].reverse());
  });

  it('does so by the index too', async () => {
    await expect
      .poll(async () => (await pages({ forward: true, index: true })).flat(), { timeout: 10_000 })
      .toEqual(keys);
  });
});

describe('expiry', () => {
  it.skipIf(isLive)('sweeps what is past its time, and nothing else', async () => {
    const now = Math.floor(Date.now() / 1000);
    await put({ pk: 'TTL#past', sk: 'A', ttl: now - 10 });
    await put({ pk: 'TTL#future', sk: 'A', ttl: now + 1000 });
    await put({ pk: 'TTL#text', sk: 'A', ttl: '1' });
    expect(await sweepExpired(client, TableName)).toBe(1);
    expect(await get('TTL#past')).toBeUndefined();
    expect(await get('TTL#future')).toBeDefined();
    expect(await get('TTL#text')).toBeDefined();
  });
});

describe.skipIf(isLive)('the program', () => {
  it('keeps every acknowledged write when killed in the middle of writing', async () => {
    const acknowledged: string[] = [];
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let i = 0; ; i += 1) {
        const pk = `KILL#${writer}#${i}`;
        try {
          await put({ pk, sk: 'A', filler: 'x'.repeat(200) });
        } catch {
          return;
        }
        acknowledged.push(pk);
      }
    });
    await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(100);
    process.kill(server?.child?.pid ?? 0, 'SIGKILL');
    await Promise.all(writers);
    client.destroy();

    server = await startDynamoDb({ dataDir: folder.dir });
    connect(server.url);
    const present = await Promise.all(acknowledged.map((pk) => get(pk)));
    expect(present.filter((item) => item === undefined)).toHaveLength(0);
  });

  it('is known to its starter before it answers', async () => {
    const other = temporaryDir();
    const spawned: number[] = [];
    const started = await startDynamoDb({ dataDir: other.dir, onSpawn: ({ pid }) => void spawned.push(pid) });
    expect(spawned).toEqual([started.child?.pid]);
    await started.close();
    other.remove();
  });

  it('started again on its port is found by those who knew it', async () => {
    const other = temporaryDir();
    const first = await startDynamoDb({ dataDir: other.dir });
    await first.close();
    const second = await startDynamoDb({ dataDir: other.dir, port: Number(new URL(first.url).port) });
    expect(second.url).toBe(first.url);
    await second.close();
    other.remove();
  });

  it.runIf(process.platform === 'linux')('is not where a page in a browser would look', () => {
    expect(new URL(server?.url ?? '').hostname).toMatch(/^127\./);
    expect(new URL(server?.url ?? '').hostname).not.toBe('127.0.0.1');
  });

  it('says so when it ends by itself', async () => {
    const other = temporaryDir();
    const ended = new Promise<string>((resolve) => {
      void startDynamoDb({ dataDir: other.dir, onUnexpectedExit: resolve }).then(({ child }) =>
        process.kill(child?.pid ?? 0, 'SIGKILL'),
      );
    });
    expect(await ended).toContain('SIGKILL');
    other.remove();
  });

  it('that cannot open its file says why', async () => {
    const other = temporaryDir();
    mkdirSync(`${other.dir}/dynamodb.sqlite`);
    await expect(startDynamoDb({ dataDir: other.dir })).rejects.toThrow(/did not start on port \d+: exit/);
    other.remove();
  });
});
