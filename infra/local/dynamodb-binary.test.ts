import { describe, expect, it } from 'vitest';
import { checkedEndpoint, findBinary } from './dynamodb-binary.ts';

describe("a DynamoDB of one's own", () => {
  it.each([
    ['http://127.0.0.1:8000', 'http://127.0.0.1:8000'],
    ['http://database:8000/', 'http://database:8000'],
  ])('at %s is used', (given, used) => {
    expect(checkedEndpoint(given)).toBe(used);
  });

  it.each([
    'https://dynamodb.eu-west-1.amazonaws.com',
    'https://123.ddb.us-east-1.amazonaws.com.',
    'https://dynamodb.cn-north-1.amazonaws.com.cn',
    'https://dynamodb.us-east-1.api.aws',
    'HTTPS://DYNAMODB.US-EAST-1.AMAZONAWS.COM',
    'file:///etc/passwd',
  ])('is never %s', (given) => {
    expect(() => checkedEndpoint(given)).toThrow('must be a server of your own');
  });

  it('is needed where no package has the program', () => {
    expect(findBinary('@dynoxide/no-such-platform')).toBeUndefined();
  });
});
