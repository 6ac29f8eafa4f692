/** The table, the bucket and the queues, as `infra/*.ts` define them in the cloud. */
import {
  CreateTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { BucketAlreadyOwnedByYou, CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { tasks } from '#shared/tasks.ts';

export type LocalQueue = { readonly id: string; readonly url: string; readonly arn: string };
export type Resources = {
  readonly tableName: string;
  readonly bucketName: string;
  readonly queues: readonly LocalQueue[];
};

const TABLE = 'foothold';
const BUCKET = 'foothold-files';
/** Queue names allow no dot. */
const nameOf = (task: string) => task.replaceAll('.', '-');

/** Creates what is missing and brings queue settings up to date; safe to repeat. */
export async function createResources(): Promise<Resources> {
  const [queues] = await Promise.all([createQueues(), createTable(), createBucket()]);
  return { tableName: TABLE, bucketName: BUCKET, queues };
}

async function createTable(): Promise<void> {
  const client = new DynamoDBClient({});
  const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
  const keySchema = (pk: string, sk: string) => [
    { AttributeName: pk, KeyType: 'HASH' as const },
    { AttributeName: sk, KeyType: 'RANGE' as const },
  ];
  try {
    await client.send(
      new CreateTableCommand({
        TableName: TABLE,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk'].map(attribute),
        KeySchema: keySchema('pk', 'sk'),
        GlobalSecondaryIndexes: [
          { IndexName: 'gsi1', KeySchema: keySchema('gsi1pk', 'gsi1sk'), Projection: { ProjectionType: 'ALL' } },
        ],
      }),
    );
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: TABLE,
        TimeToLiveSpecification: { Enabled: true, AttributeName: 'ttl' },
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  } finally {
    client.destroy();
  }
}

async function createBucket(): Promise<void> {
  const client = new S3Client({});
  try {
    await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
  } catch (error) {
    if (!(error instanceof BucketAlreadyOwnedByYou)) throw error;
  } finally {
    client.destroy();
  }
}

async function createQueues(): Promise<LocalQueue[]> {
  const client = new SQSClient({});
  const create = async (name: string, attributes: Record<string, string>) => {
    const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName: name }));
    await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: attributes }));
    const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
    return { url: QueueUrl, arn: Attributes?.QueueArn ?? '' };
  };
  try {
    return await Promise.all(
      tasks.map(async (task) => {
        const dead = await create(`${nameOf(task.id)}-dead`, { MessageRetentionPeriod: '1209600' });
        const queue = await create(nameOf(task.id), {
          VisibilityTimeout: String(task.timeout * 6),
          RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: task.retries }),
        });
        return { id: task.id, ...queue };
      }),
    );
  } finally {
    client.destroy();
  }
}
