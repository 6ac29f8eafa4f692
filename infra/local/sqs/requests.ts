/** The shapes of SQS requests, as the AWS JSON protocol sends them. Parameters we do not act on are refused. */
import { z } from 'zod';

const queueUrl = z.string().min(1);
const attributes = z.record(z.string(), z.string());
const names = z.array(z.string()).default([]);
const receiptHandle = z.string().min(1);

export const messageAttribute = z.strictObject({
  DataType: z.string().min(1).max(256),
  StringValue: z.string().optional(),
  /** Base64. */
  BinaryValue: z.base64().optional(),
});
export type MessageAttribute = z.infer<typeof messageAttribute>;

const outgoing = {
  MessageBody: z.string().min(1),
  DelaySeconds: z.number().int().optional(),
  MessageAttributes: z.record(z.string(), messageAttribute).optional(),
  MessageGroupId: z.string().min(1).max(128).optional(),
};

/** Without its queue: one message to send. */
export const sendEntry = z.strictObject(outgoing);
export type SendEntry = z.infer<typeof sendEntry>;

/** A batch is checked entry by entry, because one bad entry must not fail the others. */
const batch = z.strictObject({ QueueUrl: queueUrl, Entries: z.array(z.looseObject({ Id: z.string() })).default([]) });

export const requests = {
  CreateQueue: z.strictObject({
    QueueName: z.string(),
    Attributes: attributes.default({}),
    tags: z.record(z.string(), z.string()).optional(),
  }),
  GetQueueUrl: z.strictObject({ QueueName: z.string() }),
  ListQueues: z.strictObject({
    QueueNamePrefix: z.string().default(''),
    MaxResults: z.number().int().min(1).max(1000).optional(),
    NextToken: z.string().optional(),
  }),
  GetQueueAttributes: z.strictObject({ QueueUrl: queueUrl, AttributeNames: names }),
  SetQueueAttributes: z.strictObject({ QueueUrl: queueUrl, Attributes: attributes }),
  SendMessage: z.strictObject({ QueueUrl: queueUrl, ...outgoing }),
  SendMessageBatch: batch,
  ReceiveMessage: z.strictObject({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: z.number().int().default(1),
    VisibilityTimeout: z.number().int().optional(),
    WaitTimeSeconds: z.number().int().optional(),
    AttributeNames: names,
    MessageSystemAttributeNames: names,
    MessageAttributeNames: names,
    /** Only FIFO queues act on it; the SDK of some languages always sends it. */
    ReceiveRequestAttemptId: z.string().optional(),
  }),
  DeleteMessage: z.strictObject({ QueueUrl: queueUrl, ReceiptHandle: receiptHandle }),
  DeleteMessageBatch: batch,
  ChangeMessageVisibility: z.strictObject({
    QueueUrl: queueUrl,
    ReceiptHandle: receiptHandle,
    VisibilityTimeout: z.number().int(),
  }),
  PurgeQueue: z.strictObject({ QueueUrl: queueUrl }),
  StartMessageMoveTask: z.strictObject({ SourceArn: z.string(), DestinationArn: z.string().optional() }),
} as const;

export type ReceiveRequest = z.infer<typeof requests.ReceiveMessage>;

export const deleteEntry = z.strictObject({ ReceiptHandle: receiptHandle });
