/** Builds what a Lambda function on a queue is given. */
import type { Message } from '@aws-sdk/client-sqs';
import type { Context, SQSEvent, SQSMessageAttributes } from 'aws-lambda';

/** A real SQSEvent, sharing no object with the messages it was made from, as one that came over the wire. */
export function toEvent(queue: { arn: string }, messages: readonly Message[]): SQSEvent {
  const Records = messages.map((message) => ({
    messageId: message.MessageId ?? '',
    receiptHandle: message.ReceiptHandle ?? '',
    body: message.Body ?? '',
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '0',
      ...message.Attributes,
    },
    messageAttributes: attributesOf(message),
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: queue.arn.split(':')[3] ?? '',
  }));
  return structuredClone({ Records });
}

function attributesOf({ MessageAttributes = {} }: Message): SQSMessageAttributes {
  const attributes: SQSMessageAttributes = {};
  for (const [name, { DataType = 'String', StringValue, BinaryValue }] of Object.entries(MessageAttributes))
    attributes[name] = {
      dataType: DataType,
      ...(StringValue !== undefined && { stringValue: StringValue }),
      ...(BinaryValue !== undefined && { binaryValue: Buffer.from(BinaryValue).toString('base64') }),
      stringListValues: [],
      binaryListValues: [],
    };
  return attributes;
}

/** The context object; `startedAt` is `performance.now()` at the start of the invocation. */
export function toContext(input: {
  queue: { name: string; arn: string; timeoutMs: number };
  requestId: string;
  startedAt: number;
}): Context {
  const { queue, requestId, startedAt } = input;
  const ended = (): never => {
    throw new Error('The callback style of Lambda handlers is not supported; return a promise.');
  };
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: queue.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: queue.arn.replace(':sqs:', ':lambda:'),
    memoryLimitInMB: '512',
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${queue.name}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(queue.timeoutMs - (performance.now() - startedAt))),
    done: ended,
    fail: ended,
    succeed: ended,
  };
}
