/** The SQS actions the product calls, each from its parsed request to its answer. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { invalidValue, missingParameter, noSuchQueue, SqsError } from './errors.ts';
import { newMessage, parseReceiptHandle, receivedAnswer, sentAnswer, sizeOf } from './messages.ts';
import type { Queue } from './queue.ts';
import { checkAttributes, numberAttribute, redriveOf, withDefaults } from './queue-attributes.ts';
import { deleteEntry, type ReceiveRequest, requests, sendEntry } from './requests.ts';
import type { QueueStore } from './store.ts';

/** `base` is the address the client used: it finds the queue by the address it was given. */
export type Call = { readonly base: string; readonly signal: AbortSignal };
type Run = (body: unknown, call: Call) => Promise<object> | object;

const MAX_BATCH = 10;
const MAX_BATCH_BYTES = 1_048_576;
const MAX_WAIT_SECONDS = 20;
const MAX_VISIBILITY_SECONDS = 43_200;

/** Actions by name; each throws {@link SqsError} for what SQS would refuse. */
export function createActions(store: QueueStore, account: string): ReadonlyMap<string, Run> {
  const urlOf = (name: string, { base }: Call): string => `${base}/${account}/${name}`;
  const queueOf = (url: string): Queue => required(store.find(url.slice(url.lastIndexOf('/') + 1)));
  const exists = (arn: string): boolean => store.findByArn(arn) !== undefined;

  const actions: Record<string, Run> = {
    CreateQueue: handle(requests.CreateQueue, async ({ QueueName, Attributes, tags }, call) => {
      if (!/^[\w-]{1,80}$/.test(QueueName))
        throw QueueName.endsWith('.fifo')
          ? new SqsError('UnsupportedOperation', 'Only standard queues are implemented.', 501)
          : invalidValue('Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length');
      if (tags !== undefined && Object.keys(tags).length > 0)
        throw new SqsError('UnsupportedOperation', 'Tags are not implemented.', 501);
      checkAttributes(Attributes, exists);
      const queue = store.find(QueueName);
      if (queue !== undefined && differs(queue, Attributes))
        throw new SqsError(
          'QueueNameExists',
          'A queue already exists with the same name and a different value for an attribute.',
        );
      if (queue === undefined) await store.define(QueueName, Attributes);
      return { QueueUrl: urlOf(QueueName, call) };
    }),

    GetQueueUrl: handle(requests.GetQueueUrl, ({ QueueName }, call) => ({
      QueueUrl: urlOf(required(store.find(QueueName)).name, call),
    })),

    ListQueues: handle(requests.ListQueues, ({ QueueNamePrefix, MaxResults, NextToken }, call) => {
      const names = store
        .names()
        .filter((name) => name.startsWith(QueueNamePrefix))
        .sort();
      const from = NextToken === undefined ? 0 : names.findIndex((name) => name > NextToken);
      const page = from < 0 ? [] : names.slice(from, from + (MaxResults ?? 1000));
      const more = MaxResults !== undefined && from >= 0 && from + page.length < names.length;
      return { QueueUrls: page.map((name) => urlOf(name, call)), NextToken: more ? page.at(-1) : undefined };
    }),

    GetQueueAttributes: handle(requests.GetQueueAttributes, ({ QueueUrl, AttributeNames }) => {
      const queue = queueOf(QueueUrl);
      const { visible, inFlight, delayed } = queue.counts(Date.now());
      const all: Record<string, string> = {
        ...withDefaults(queue.attributes),
        QueueArn: store.arnOf(queue.name),
        CreatedTimestamp: String(Math.floor(queue.createdAt / 1000)),
        ApproximateNumberOfMessages: String(visible),
        ApproximateNumberOfMessagesNotVisible: String(inFlight),
        ApproximateNumberOfMessagesDelayed: String(delayed),
      };
      const unknown = AttributeNames.find(
        (name) => name !== 'All' && name !== 'RedrivePolicy' && !Object.hasOwn(all, name),
      );
      if (unknown !== undefined) throw new SqsError('InvalidAttributeName', `Unknown Attribute ${unknown}.`);
      const wanted = (name: string): boolean => AttributeNames.includes('All') || AttributeNames.includes(name);
      return { Attributes: Object.fromEntries(Object.entries(all).filter(([name]) => wanted(name))) };
    }),

    SetQueueAttributes: handle(requests.SetQueueAttributes, async ({ QueueUrl, Attributes }) => {
      const queue = queueOf(QueueUrl);
      checkAttributes(Attributes, exists);
      const merged = Object.entries({ ...queue.attributes, ...Attributes }).filter(([, value]) => value !== '');
      await store.define(queue.name, Object.fromEntries(merged));
      return {};
    }),

    SendMessage: handle(requests.SendMessage, async ({ QueueUrl, ...entry }) => {
      const queue = queueOf(QueueUrl);
      const message = newMessage(queue, entry);
      await store.put(queue, [message]);
      return sentAnswer(message);
    }),

    SendMessageBatch: handle(requests.SendMessageBatch, async ({ QueueUrl, Entries }) => {
      const queue = queueOf(QueueUrl);
      let bytes = 0;
      const { successful, failed } = batch(Entries, (entry) => {
        const parsed = parse(sendEntry, entry);
        bytes += sizeOf(parsed);
        return newMessage(queue, parsed);
      });
      if (bytes > MAX_BATCH_BYTES)
        throw new SqsError('BatchRequestTooLong', 'Batch requests cannot be longer than 1048576 bytes.');
      await store.put(
        queue,
        successful.map(({ result }) => result),
      );
      return { Successful: successful.map(({ Id, result }) => ({ Id, ...sentAnswer(result) })), Failed: failed };
    }),

    ReceiveMessage: handle(requests.ReceiveMessage, async (input, { signal }) => {
      const queue = queueOf(input.QueueUrl);
      const { MaxNumberOfMessages: limit } = input;
      const visibility = input.VisibilityTimeout ?? numberAttribute(queue.attributes, 'VisibilityTimeout');
      const wait = input.WaitTimeSeconds ?? numberAttribute(queue.attributes, 'ReceiveMessageWaitTimeSeconds');
      checkRange('MaxNumberOfMessages', limit, [1, MAX_BATCH]);
      checkRange('VisibilityTimeout', visibility, [0, MAX_VISIBILITY_SECONDS]);
      checkRange('WaitTimeSeconds', wait, [0, MAX_WAIT_SECONDS]);

      const until = Date.now() + wait * 1000;
      while (!signal.aborted) {
        const messages = store.receive(queue, { limit, visibilityMs: visibility * 1000 });
        const now = Date.now();
        if (messages.length > 0)
          return { Messages: messages.map((message) => receivedAnswer(message, askedFor(input))) };
        if (now >= until) break;
        await queue.wait({ until, now, signal });
      }
      return {};
    }),

    DeleteMessage: handle(requests.DeleteMessage, ({ QueueUrl, ReceiptHandle }) => {
      store.remove(queueOf(QueueUrl), parseReceiptHandle(ReceiptHandle).id);
      return {};
    }),

    DeleteMessageBatch: handle(requests.DeleteMessageBatch, ({ QueueUrl, Entries }) => {
      const queue = queueOf(QueueUrl);
      const { successful, failed } = batch(Entries, (entry) =>
        store.remove(queue, parseReceiptHandle(parse(deleteEntry, entry).ReceiptHandle).id),
      );
      return { Successful: successful.map(({ Id }) => ({ Id })), Failed: failed };
    }),

    ChangeMessageVisibility: handle(
      requests.ChangeMessageVisibility,
      ({ QueueUrl, ReceiptHandle, VisibilityTimeout }) => {
        checkRange('VisibilityTimeout', VisibilityTimeout, [0, MAX_VISIBILITY_SECONDS]);
        const queue = queueOf(QueueUrl);
        const { id, delivery } = parseReceiptHandle(ReceiptHandle);
        const message = queue.messages.get(id);
        const now = Date.now();
        if (message === undefined || message.receives !== delivery || message.visibleAt <= now)
          throw new SqsError('MessageNotInflight', 'The message referred to is not in flight.');
        queue.setVisibleAt(id, VisibilityTimeout === 0 ? 0 : now + VisibilityTimeout * 1000, now);
        return {};
      },
    ),

    PurgeQueue: handle(requests.PurgeQueue, ({ QueueUrl }) => {
      store.purge(queueOf(QueueUrl));
      return {};
    }),

    StartMessageMoveTask: handle(requests.StartMessageMoveTask, ({ SourceArn, DestinationArn }) => {
      const source = store.findByArn(SourceArn);
      const destination = DestinationArn === undefined ? undefined : store.findByArn(DestinationArn);
      if (source === undefined || (DestinationArn !== undefined && destination === undefined))
        throw new SqsError(
          'ResourceNotFoundException',
          'The resource that you specified for the ARN does not exist.',
          404,
        );
      const isDeadLetterQueue = store.names().some((name) => {
        const queue = store.find(name);
        return queue !== undefined && redriveOf(queue.attributes)?.deadLetterTargetArn === SourceArn;
      });
      if (!isDeadLetterQueue) throw invalidValue('Source queue must be configured as a Dead Letter Queue.');
      store.redrive(source, destination);
      return { TaskHandle: randomUUID() };
    }),
  };
  return new Map(Object.entries(actions));

  function askedFor(input: ReceiveRequest) {
    return {
      account,
      systemNames: [...input.MessageSystemAttributeNames, ...input.AttributeNames],
      attributeNames: input.MessageAttributeNames,
    };
  }
}

/** An action from its request's schema and a function of the parsed request. */
const handle =
  <T>(schema: z.ZodType<T>, run: (input: T, call: Call) => Promise<object> | object): Run =>
  (body, call) =>
    run(parse(schema, body), call);

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  const absent = issue?.code === 'invalid_type' && issue.input === undefined && field !== '';
  throw absent ? missingParameter(field) : invalidValue(`${field}: ${issue?.message ?? 'not valid'}`);
}

function required(queue: Queue | undefined): Queue {
  if (queue === undefined) throw noSuchQueue();
  return queue;
}

function differs(queue: Queue, attributes: Readonly<Record<string, string>>): boolean {
  const current = withDefaults(queue.attributes);
  return Object.entries(attributes).some(([name, value]) => current[name] !== value);
}

function checkRange(name: string, value: number, [least, most]: readonly [number, number]): void {
  if (value < least || value > most)
    throw invalidValue(
      `Value ${value} for parameter ${name} is invalid. Reason: Must be between ${least} and ${most}.`,
    );
}

type BatchResult<T> = {
  successful: { Id: string; result: T }[];
  failed: { Id: string; SenderFault: true; Code: string; Message: string }[];
};

/** Runs each entry on its own; throws only for a batch that is wrong as a whole. */
function batch<T>(
  entries: readonly ({ Id: string } & Record<string, unknown>)[],
  run: (entry: object) => T,
): BatchResult<T> {
  if (entries.length === 0)
    throw new SqsError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (entries.length > MAX_BATCH)
    throw new SqsError('TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10.');
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length)
    throw new SqsError('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.');
  if (entries.some(({ Id }) => !/^[\w-]{1,80}$/.test(Id)))
    throw new SqsError('InvalidBatchEntryId', 'The Id of a batch entry does not abide by the specification.');

  const outcome: BatchResult<T> = { successful: [], failed: [] };
  for (const { Id, ...entry } of entries) {
    try {
      outcome.successful.push({ Id, result: run(entry) });
    } catch (thrown) {
      if (!(thrown instanceof SqsError)) throw thrown;
      outcome.failed.push({ Id, SenderFault: true, Code: thrown.name, Message: thrown.message });
    }
  }
  return outcome;
}
