/** What a queue can be told, with AWS's limits. Pure. */
import { z } from 'zod';
import { invalidValue, SqsError } from './errors.ts';

/** Seconds and bytes: [default, least, most]. */
const NUMBERS = {
  VisibilityTimeout: [30, 0, 43_200],
  DelaySeconds: [0, 0, 900],
  MessageRetentionPeriod: [345_600, 60, 1_209_600],
  ReceiveMessageWaitTimeSeconds: [0, 0, 20],
  MaximumMessageSize: [1_048_576, 1024, 1_048_576],
} as const;

export type NumberAttribute = keyof typeof NUMBERS;
export type QueueAttributes = Readonly<Record<string, string>>;

const redrivePolicy = z.object({
  deadLetterTargetArn: z.string(),
  maxReceiveCount: z.coerce.number().int().min(1).max(1000),
});
export type RedrivePolicy = z.infer<typeof redrivePolicy>;

const isNumberAttribute = (name: string): name is NumberAttribute => Object.hasOwn(NUMBERS, name);

/** Throws for what SQS would refuse, or what this server does not act on. `exists` tells whether an ARN is a queue. */
export function checkAttributes(attributes: QueueAttributes, exists: (arn: string) => boolean): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'RedrivePolicy') {
      const policy = parseRedrivePolicy(value);
      if (value !== '' && policy === undefined) throw invalidAttribute(name, value);
      if (policy !== undefined && !exists(policy.deadLetterTargetArn))
        throw invalidValue(
          `Value ${value} for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.`,
        );
      continue;
    }
    if (!isNumberAttribute(name))
      throw new SqsError('InvalidAttributeName', `Unknown Attribute ${name}, or one this server does not act on.`);
    const [, least, most] = NUMBERS[name];
    if (!/^\d{1,9}$/.test(value) || Number(value) < least || Number(value) > most) throw invalidAttribute(name, value);
  }
}

export const numberAttribute = (attributes: QueueAttributes, name: NumberAttribute): number =>
  Number(attributes[name] ?? NUMBERS[name][0]);

export const redriveOf = (attributes: QueueAttributes): RedrivePolicy | undefined =>
  parseRedrivePolicy(attributes.RedrivePolicy ?? '');

/** All attributes with their defaults, as text. */
export const withDefaults = (attributes: QueueAttributes): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(NUMBERS).map(([name, [value]]) => [name, String(value)])),
  ...attributes,
});

function parseRedrivePolicy(text: string): RedrivePolicy | undefined {
  if (text === '') return undefined;
  try {
    return redrivePolicy.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const invalidAttribute = (name: string, value: string) =>
  new SqsError('InvalidAttributeValue', `Invalid value ${value} for the parameter ${name}.`);
