/**
 * DynamoDB as the stores see it: one table, `pk`/`sk`, a GSI `gsi1`, `ttl` in epoch seconds. Expired rows count as absent
 * (DynamoDB deletes them late). Conditional writes that were applied but whose answer was lost do not report a conflict:
 * each carries a request token that is compared (aws-sdk-js retries them by itself).
 * Over 300 lines because reads, writes and the conditions both share are one vocabulary.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { defineErrors } from '#shared/kernel/errors.ts';
import type { Clock } from './clock.ts';

export const tableErrors = defineErrors('table', {
  condition_failed: { kind: 'conflict', message: 'Somebody changed this at the same time. Load it again and repeat.' },
});

export type Key = { readonly pk: string; readonly sk: string };
export type Row = Key & { readonly ttl?: number; readonly [field: string]: unknown };

/** What must hold for a write to happen. `equals` compares fields; `below` asks field < value or the field's absence. */
export type Condition = {
  readonly exists?: boolean;
  readonly equals?: Readonly<Record<string, string | number | boolean>>;
  readonly below?: Readonly<Record<string, number | string>>;
};

export type Write =
  | { readonly put: Row; readonly when?: Condition }
  | { readonly remove: Key; readonly when?: Condition }
  | {
      readonly update: Key;
      readonly set?: Readonly<Record<string, unknown>>;
      readonly add?: Readonly<Record<string, number>>;
      readonly unset?: readonly string[];
      readonly when?: Condition;
    }
  | { readonly check: Key; readonly when: Condition };

export type QueryOptions = {
  readonly pk: string;
  /** Sort keys that begin with this. */
  readonly prefix?: string;
  /** Sort keys strictly greater than this (or smaller when `descending`); with `prefix` it must lie inside it. */
  readonly after?: string;
  readonly limit?: number;
  readonly descending?: boolean;
  readonly index?: 'gsi1';
};

export type Table = {
  get<T extends Row>(key: Key): Promise<T | undefined>;
  /** In the order of `keys`, absent rows left out. */
  getMany<T extends Row>(keys: readonly Key[]): Promise<T[]>;
  /** All matching rows up to `limit` (default: all), pages followed. */
  query<T extends Row>(options: QueryOptions): Promise<T[]>;
  /** One write. Throws `table.condition_failed` when its condition does not hold. */
  write(write: Write): Promise<void>;
  /** All or nothing, at most 100. Throws `table.condition_failed` with `details.index` of the first that failed. */
  transact(writes: readonly Write[]): Promise<void>;
  /** Adds to a number field, creating row and field, and returns the new value. */
  increment(key: Key, options: { field: string; by: number; ttl?: number }): Promise<number>;
};

const SEPARATOR = '#';

/**
 * Builds a key from its parts: `key(['USER', id], ['RESUME', resumeId])` → `USER#id` / `RESUME#resumeId`. A part that
 * holds the separator or is empty is refused, so no text of a person can forge a key.
 */
export function key(pk: readonly string[], sk: readonly string[]): Key {
  return { pk: joinKey(pk), sk: joinKey(sk) };
}

/** A sort key prefix or partition key on its own, with the same guard as {@link key}. */
export function joinKey(parts: readonly string[]): string {
  for (const part of parts)
    if (part === '' || part.includes(SEPARATOR)) throw new Error(`A key part is empty or holds "${SEPARATOR}"`);
  return parts.join(SEPARATOR);
}

/** Sort keys below `parts`: `prefixOf(['RESUME'])` matches `RESUME#…`. */
export const prefixOf = (parts: readonly string[]): string => `${joinKey(parts)}${SEPARATOR}`;

/** A table over DynamoDB; endpoint, region and credentials come from the environment alone. */
export function createTable(tableName: string, clock: Clock, options: { maxAttempts?: number } = {}): Table {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: options.maxAttempts ?? 3 }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const alive = (row: Row) => row.ttl === undefined || row.ttl > clock.now() / 1000;

  return {
    async get<T extends Row>(key: Key) {
      const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }));
      return Item !== undefined && alive(Item as Row) ? (Item as T) : undefined;
    },

    async getMany<T extends Row>(keys: readonly Key[]) {
      const found = new Map<string, T>();
      for (let start = 0; start < keys.length; start += 100) {
        let pending: Key[] | undefined = keys.slice(start, start + 100).map(({ pk, sk }) => ({ pk, sk }));
        for (let attempt = 0; pending !== undefined && pending.length > 0 && attempt < 8; attempt++) {
          const answer = await client.send(
            new BatchGetCommand({ RequestItems: { [tableName]: { Keys: pending, ConsistentRead: true } } }),
          );
          for (const row of (answer.Responses?.[tableName] ?? []) as T[])
            if (alive(row)) found.set(`${row.pk}\n${row.sk}`, row);
          pending = answer.UnprocessedKeys?.[tableName]?.Keys as Key[] | undefined;
        }
      }
      return keys.flatMap(({ pk, sk }) => found.get(`${pk}\n${sk}`) ?? []);
    },

    async query<T extends Row>({ pk, prefix, after, limit, descending, index }: QueryOptions) {
      const [pkName, skName] = index === undefined ? ['pk', 'sk'] : [`${index}pk`, `${index}sk`];
      const values: Record<string, string> = { ':pk': pk };
      let condition = '#pk = :pk';
      if (after !== undefined) {
        condition += ` AND #sk ${descending ? '<' : '>'} :after`;
        values[':after'] = after;
      } else if (prefix !== undefined) {
        condition += ' AND begins_with(#sk, :prefix)';
        values[':prefix'] = prefix;
      }
      const rows: T[] = [];
      let start: Record<string, unknown> | undefined;
      do {
        const page = await client.send(
          new QueryCommand({
            TableName: tableName,
            IndexName: index,
            KeyConditionExpression: condition,
            ExpressionAttributeNames: {
              '#pk': pkName ?? 'pk',
              ...(condition.includes('#sk') && { '#sk': skName ?? 'sk' }),
            },
            ExpressionAttributeValues: values,
            ScanIndexForward: !descending,
            ConsistentRead: index === undefined,
            Limit: limit === undefined ? undefined : Math.max(limit - rows.length, 1),
            ExclusiveStartKey: start,
          }),
        );
        for (const row of (page.Items ?? []) as T[]) {
          if (prefix !== undefined && !String(row[skName ?? 'sk']).startsWith(prefix)) return rows;
          if (alive(row)) rows.push(row);
        }
        start = page.LastEvaluatedKey;
      } while (start !== undefined && (limit === undefined || rows.length < limit));
      return rows;
    },

    async write(write) {
      const token = randomUUID();
      try {
        if ('put' in write) await client.send(new PutCommand({ TableName: tableName, ...putInput(write, token) }));
        else if ('remove' in write)
          await client.send(
            new DeleteCommand({ TableName: tableName, Key: keyOf(write.remove), ...conditionInput(write.when) }),
          );
        else if ('update' in write)
          await client.send(new UpdateCommand({ TableName: tableName, ...updateInput(write, token) }));
        else await this.transact([write]);
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        if (error.Item?.requestToken?.S === token) return;
        throw tableErrors.condition_failed({ cause: error });
      }
    },

    async transact(writes) {
      if (writes.length === 0) return;
      const command = new TransactWriteCommand({
        ClientRequestToken: randomUUID(),
        TransactItems: writes.map((write) => transactItem(tableName, write)),
      });
      for (let attempt = 1; ; attempt++) {
        try {
          await client.send(command);
          return;
        } catch (error) {
          if (!(error instanceof TransactionCanceledException)) throw error;
          const codes = error.CancellationReasons?.map((reason) => reason.Code) ?? [];
          const index = codes.indexOf('ConditionalCheckFailed');
          if (index >= 0) throw tableErrors.condition_failed({ cause: error, details: { index } });
          // Another transaction touched the same row at the same moment: nothing was decided, so ask again.
          if (!codes.includes('TransactionConflict') || attempt === 6) throw error;
          await setTimeout(attempt * 20 * (0.5 + Math.random()));
        }
      }
    },

    async increment(key, { field, by, ttl }) {
      const answer = await client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: keyOf(key),
          UpdateExpression: `ADD #f :by${ttl === undefined ? '' : ' SET #ttl = if_not_exists(#ttl, :ttl)'}`,
          ExpressionAttributeNames: { '#f': field, ...(ttl !== undefined && { '#ttl': 'ttl' }) },
          ExpressionAttributeValues: { ':by': by, ...(ttl !== undefined && { ':ttl': ttl }) },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Number(answer.Attributes?.[field]);
    },
  };
}

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });

type ConditionInput = {
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
  ReturnValuesOnConditionCheckFailure?: 'ALL_OLD';
};

function conditionInput(condition: Condition | undefined): ConditionInput {
  if (condition === undefined) return {};
  const clauses: string[] = [];
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  if (condition.exists !== undefined) {
    clauses.push(condition.exists ? 'attribute_exists(#pk)' : 'attribute_not_exists(#pk)');
    names['#pk'] = 'pk';
  }
  for (const [i, [field, value]] of Object.entries(condition.equals ?? {}).entries()) {
    clauses.push(`#e${i} = :e${i}`);
    names[`#e${i}`] = field;
    values[`:e${i}`] = value;
  }
  for (const [i, [field, value]] of Object.entries(condition.below ?? {}).entries()) {
    clauses.push(`(attribute_not_exists(#b${i}) OR #b${i} < :b${i})`);
    names[`#b${i}`] = field;
    values[`:b${i}`] = value;
  }
  return {
    ConditionExpression: clauses.join(' AND '),
    ExpressionAttributeNames: names,
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  };
}

function putInput(write: Extract<Write, { put: Row }>, token?: string): Omit<PutCommandInput, 'TableName'> {
  const Item =
    token !== undefined && write.when !== undefined ? { ...write.put, requestToken: token } : { ...write.put };
  return { Item, ...conditionInput(write.when) };
}

function updateInput(write: Extract<Write, { update: Key }>, token?: string) {
  const set: Record<string, unknown> = { ...write.set };
  if (token !== undefined && write.when !== undefined) set.requestToken = token;
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const name = (field: string) => {
    const alias = `#u${Object.keys(names).length}`;
    names[alias] = field;
    return alias;
  };
  const value = (content: unknown) => {
    const alias = `:u${Object.keys(values).length}`;
    values[alias] = content;
    return alias;
  };
  const present = Object.entries(set).filter(([, content]) => content !== undefined);
  const parts = [
    present.length > 0 && `SET ${present.map(([field, content]) => `${name(field)} = ${value(content)}`).join(', ')}`,
    write.add &&
      `ADD ${Object.entries(write.add)
        .map(([field, by]) => `${name(field)} ${value(by)}`)
        .join(', ')}`,
    write.unset && write.unset.length > 0 && `REMOVE ${write.unset.map(name).join(', ')}`,
  ].filter((part) => typeof part === 'string');
  const condition = conditionInput(write.when);
  return {
    Key: keyOf(write.update),
    UpdateExpression: parts.join(' '),
    ...condition,
    ExpressionAttributeNames: { ...names, ...condition.ExpressionAttributeNames },
    ...(Object.keys({ ...values, ...condition.ExpressionAttributeValues }).length > 0 && {
      ExpressionAttributeValues: { ...values, ...condition.ExpressionAttributeValues },
    }),
  };
}

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

function transactItem(TableName: string, write: Write): TransactItem {
  if ('put' in write) return { Put: { TableName, ...putInput(write) } };
  if ('remove' in write) return { Delete: { TableName, Key: keyOf(write.remove), ...conditionInput(write.when) } };
  if ('update' in write) return { Update: { TableName, ...updateInput(write) } };
  const condition = conditionInput(write.when);
  return { ConditionCheck: { TableName, Key: keyOf(write.check), ConditionExpression: '', ...condition } };
}
