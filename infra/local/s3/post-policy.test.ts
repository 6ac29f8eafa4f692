import { describe, expect, it } from 'vitest';
import { enforcePolicy, MAX_OBJECT_BYTES, parsePolicy } from './post-policy.ts';

const EXPIRES = '2026-01-01T00:10:00Z';
const NOW = Date.parse('2026-01-01T00:00:00Z');
const encode = (document: unknown): string => Buffer.from(JSON.stringify(document)).toString('base64');
const policyOf = (...conditions: unknown[]) => parsePolicy(encode({ expiration: EXPIRES, conditions }));
const check =
  (policy: ReturnType<typeof policyOf>, fields: Record<string, string>, now = NOW) =>
  () =>
    enforcePolicy(policy, { fields: new Map(Object.entries({ bucket: 'files', ...fields })), now });

describe('a policy', () => {
  it('lets through what it names, whatever the case of its names', () => {
    const policy = policyOf({ bucket: 'files' }, ['eq', '$Key', 'a/b'], ['starts-with', '$Content-Type', 'image/']);
    expect(check(policy, { key: 'a/b', 'content-type': 'image/png' })).not.toThrow();
  });

  it.each([
    ['another value', { key: 'a/c', 'content-type': 'image/png' }],
    ['another beginning', { key: 'a/b', 'content-type': 'text/html' }],
    ['a missing field', { key: 'a/b' }],
    ['another bucket', { bucket: 'other', key: 'a/b', 'content-type': 'image/png' }],
    ['a field it does not name', { key: 'a/b', 'content-type': 'image/png', acl: 'public-read' }],
  ])('refuses %s', (_, fields) => {
    const policy = policyOf({ bucket: 'files' }, ['eq', '$key', 'a/b'], ['starts-with', '$content-type', 'image/']);
    expect(check(policy, fields)).toThrow('Invalid according to Policy');
  });

  it('lets through fields meant to be ignored, and those that carry it', () => {
    expect(check(policyOf(), { 'x-ignore-note': '1', policy: 'p', 'x-amz-signature': 's' })).not.toThrow();
  });

  it('ends at its minute', () => {
    const policy = policyOf();
    expect(check(policy, {}, Date.parse(EXPIRES) - 1)).not.toThrow();
    expect(check(policy, {}, Date.parse(EXPIRES))).toThrow('expired');
  });

  it('allows the sizes all of its ranges allow', () => {
    expect(policyOf(['content-length-range', 1, 100], ['content-length-range', 5, 500])).toMatchObject({
      minBytes: 5,
      maxBytes: 100,
    });
    expect(policyOf()).toMatchObject({ minBytes: 0, maxBytes: MAX_OBJECT_BYTES });
  });

  it.each([
    ['no JSON', Buffer.from('{').toString('base64')],
    ['nothing', ''],
    ['no expiry', encode({ conditions: [] })],
    ['an expiry that is no time', encode({ expiration: 'tomorrow', conditions: [] })],
    ['an operator there is not', encode({ expiration: EXPIRES, conditions: [['ends-with', '$key', 'x']] })],
    ['two names in one condition', encode({ expiration: EXPIRES, conditions: [{ key: 'a', bucket: 'b' }] })],
    ['sizes that are no numbers', encode({ expiration: EXPIRES, conditions: [['content-length-range', '0', '9']] })],
    ['a field without its sign', encode({ expiration: EXPIRES, conditions: [['eq', 'key', 'x']] })],
  ])('that is %s is refused', (_, policy) => {
    expect(() => parsePolicy(policy)).toThrow('policy document');
  });
});
