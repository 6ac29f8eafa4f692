/** Between the wire's form of a message and ours: checking what is sent, writing what is received. */
import { randomUUID } from 'node:crypto';
import { invalidValue, SqsError } from './errors.ts';
import { attributesMd5, md5Hex } from './message-digests.ts';
import type { Message, Queue } from './queue.ts';
import { numberAttribute } from './queue-attributes.ts';
import type { MessageAttribute, SendEntry } from './requests.ts';

const FORBIDDEN_CHARACTERS = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const MAX_DELAY_SECONDS = 900;
const MAX_ATTRIBUTES = 10;

/** A message ready to be stored; throws what SQS would answer. */
export function newMessage(queue: Queue, entry: SendEntry): Message {
  const { MessageBody: body, MessageAttributes: attributes, DelaySeconds, MessageGroupId: group } = entry;
  if (FORBIDDEN_CHARACTERS.test(body))
    throw new SqsError('InvalidMessageContents', 'The message contains characters outside the allowed set.');
  const most = numberAttribute(queue.attributes, 'MaximumMessageSize');
  if (sizeOf(entry) > most)
    throw invalidValue(`One or more parameters are invalid. Reason: Message must be shorter than ${most} bytes.`);
  const delay = DelaySeconds ?? numberAttribute(queue.attributes, 'DelaySeconds');
  if (delay < 0 || delay > MAX_DELAY_SECONDS)
    throw invalidValue(`Value ${delay} for parameter DelaySeconds is invalid. Reason: Must be between 0 and 900.`);
  checkAttributes(attributes ?? {});
  const sentAt = Date.now();
  const visibleAt = delay === 0 ? 0 : sentAt + delay * 1000;
  return { id: randomUUID(), body, attributes, group, sentAt, visibleAt, receives: 0 };
}

/** Bytes that count against the limits: body, and names, types and values of the attributes. */
export function sizeOf({ MessageBody, MessageAttributes = {} }: SendEntry): number {
  let size = Buffer.byteLength(MessageBody);
  for (const [name, { DataType, StringValue = '', BinaryValue = '' }] of Object.entries(MessageAttributes))
    size += Buffer.byteLength(name + DataType + StringValue) + Buffer.from(BinaryValue, 'base64').length;
  return size;
}

function checkAttributes(attributes: Readonly<Record<string, MessageAttribute>>): void {
  if (Object.keys(attributes).length > MAX_ATTRIBUTES)
    throw invalidValue('Number of message attributes exceeds the allowed maximum of 10.');
  for (const [name, { DataType, StringValue, BinaryValue }] of Object.entries(attributes)) {
    const isBinary = /^Binary(\.|$)/.test(DataType);
    const value = isBinary ? BinaryValue : StringValue;
    const other = isBinary ? StringValue : BinaryValue;
    const known = /^(String|Number|Binary)(\..{1,250})?$/.test(DataType);
    if (!/^[\w.-]{1,256}$/.test(name) || !known || value === undefined || value === '' || other !== undefined)
      throw invalidValue(`The message attribute '${name}' is not valid.`);
  }
}

/** What SendMessage answers. */
export const sentAnswer = (message: Message) => ({
  MessageId: message.id,
  MD5OfMessageBody: md5Hex(message.body),
  MD5OfMessageAttributes: attributesMd5(message.attributes),
});

/** What ReceiveMessage answers for one message, with the attributes that were asked for by name. */
export function receivedAnswer(
  message: Message,
  asked: { account: string; systemNames: readonly string[]; attributeNames: readonly string[] },
) {
  const attributes = pick(message.attributes ?? {}, asked.attributeNames);
  const system: Record<string, string | undefined> = {
    SenderId: asked.account,
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receives),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
    MessageGroupId: message.group,
    DeadLetterQueueSourceArn: message.deadFrom,
  };
  return {
    MessageId: message.id,
    ReceiptHandle: receiptHandle(message),
    MD5OfBody: md5Hex(message.body),
    Body: message.body,
    Attributes: pick(system, asked.systemNames),
    MessageAttributes: Object.keys(attributes).length > 0 ? attributes : undefined,
    MD5OfMessageAttributes: attributesMd5(attributes),
  };
}

function pick<V>(all: Readonly<Record<string, V | undefined>>, names: readonly string[]): Record<string, V> {
  const wanted = (name: string): boolean =>
    names.some(
      (asked) => asked === 'All' || asked === name || (asked.endsWith('.*') && name.startsWith(asked.slice(0, -2))),
    );
  const picked: Record<string, V> = {};
  for (const [name, value] of Object.entries(all)) if (value !== undefined && wanted(name)) picked[name] = value;
  return picked;
}

/** Names the message and the delivery, so that a handle stays good after a restart. */
const receiptHandle = ({ id, receives }: Message): string => Buffer.from(`${id}:${receives}`).toString('base64url');

/** Throws ReceiptHandleIsInvalid. */
export function parseReceiptHandle(handle: string): { id: string; delivery: number } {
  const match = /^([0-9a-f-]{36}):(\d{1,9})$/.exec(Buffer.from(handle, 'base64url').toString('latin1'));
  if (match?.[1] === undefined)
    throw new SqsError('ReceiptHandleIsInvalid', 'The input receipt handle is not a valid receipt handle.');
  return { id: match[1], delivery: Number(match[2]) };
}
