/** What DynamoDB does by itself in the cloud within days of an item's time to live: deleting it. */
import {
  type AttributeValue,
  DeleteItemCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  paginateScan,
} from '@aws-sdk/client-dynamodb';

/**
 * Deletes the table's expired items and returns how many; 0 when the table has no time to live. Reads the whole
 * table, so it is for one machine's amounts and for every few minutes.
 */
export async function sweepExpired(client: DynamoDBClient, table: string): Promise<number> {
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: table }));
  const attribute = TimeToLiveDescription?.AttributeName;
  if (attribute === undefined || TimeToLiveDescription?.TimeToLiveStatus !== 'ENABLED') return 0;
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
  const keyNames = (Table?.KeySchema ?? []).flatMap(({ AttributeName }) => AttributeName ?? []);
  const expired = {
    expression: 'attribute_type(#ttl, :number) AND #ttl < :now',
    names: { '#ttl': attribute },
    values: { ':number': { S: 'N' }, ':now': { N: String(Math.floor(Date.now() / 1000)) } },
  };

  let deleted = 0;
  const pages = paginateScan(
    { client },
    {
      TableName: table,
      FilterExpression: expired.expression,
      ExpressionAttributeNames: {
        ...expired.names,
        ...Object.fromEntries(keyNames.map((name, i) => [`#k${i}`, name])),
      },
      ExpressionAttributeValues: expired.values,
      ProjectionExpression: keyNames.map((_, i) => `#k${i}`).join(', '),
    },
  );
  for await (const { Items = [] } of pages) for (const item of Items) if (await deleteIfExpired(item)) deleted += 1;
  return deleted;

  /** The condition spares an item that was given a new life since it was read. */
  async function deleteIfExpired(key: Record<string, AttributeValue>): Promise<boolean> {
    try {
      await client.send(
        new DeleteItemCommand({
          TableName: table,
          Key: key,
          ConditionExpression: expired.expression,
          ExpressionAttributeNames: expired.names,
          ExpressionAttributeValues: expired.values,
        }),
      );
      return true;
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'ConditionalCheckFailedException') return false;
      throw cause;
    }
  }
}
