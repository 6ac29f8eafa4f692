/**
 * The policy of a browser upload: what the signer allowed the form to contain. Rules: "POST Policy" in the S3 API
 * Reference. Pure; the signature over the policy is checked elsewhere.
 */
import { z } from 'zod';
import { S3Error } from './errors.ts';

const bytes = z.number().int().nonnegative();
const policyDocument = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), bytes, bytes]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
      z.record(z.string(), z.string()).refine((condition) => Object.keys(condition).length === 1),
    ]),
  ),
});

type Match = { operator: 'eq' | 'starts-with'; field: string; value: string };
export type Policy = { expiresAt: number; matches: Match[]; minBytes: number; maxBytes: number };

/** S3's own limit for one upload. */
export const MAX_OBJECT_BYTES = 5 * 1024 ** 3;

/** Fields that carry or accompany the policy, so that it cannot name them. */
const EXEMPT = new Set(['policy', 'x-amz-signature', 'file']);

/** Reads a base64 policy; throws InvalidPolicyDocument. */
export function parsePolicy(base64: string): Policy {
  const parsed = policyDocument.safeParse(parseJson(Buffer.from(base64, 'base64').toString('utf8')));
  if (!parsed.success) throw new S3Error('InvalidPolicyDocument');
  const policy: Policy = {
    expiresAt: Date.parse(parsed.data.expiration),
    matches: [],
    minBytes: 0,
    maxBytes: MAX_OBJECT_BYTES,
  };
  for (const condition of parsed.data.conditions) {
    if (!Array.isArray(condition)) {
      for (const [field, value] of Object.entries(condition))
        policy.matches.push({ operator: 'eq', field: field.toLowerCase(), value });
    } else if (condition[0] === 'content-length-range') {
      policy.minBytes = Math.max(policy.minBytes, condition[1]);
      policy.maxBytes = Math.min(policy.maxBytes, condition[2]);
    } else {
      const [operator, field, value] = condition;
      policy.matches.push({ operator, field: field.slice(1).toLowerCase(), value });
    }
  }
  return policy;
}

/** Throws AccessDenied unless every condition holds and every field is named by one. `fields` includes `bucket`. */
export function enforcePolicy(policy: Policy, form: { fields: ReadonlyMap<string, string>; now: number }): void {
  const deny = (why: string): S3Error => new S3Error('AccessDenied', `Invalid according to Policy: ${why}`);
  if (form.now >= policy.expiresAt) throw deny('Policy expired.');
  for (const { operator, field, value } of policy.matches) {
    const given = form.fields.get(field) ?? '';
    const holds = operator === 'eq' ? given === value : given.startsWith(value);
    if (!holds) throw deny(`Policy Condition failed: ["${operator}", "$${field}", "${value}"]`);
  }
  const named = new Set(policy.matches.map(({ field }) => field));
  for (const field of form.fields.keys())
    if (field !== 'bucket' && !named.has(field) && !EXEMPT.has(field) && !field.startsWith('x-ignore-'))
      throw deny(`Extra input fields: ${field}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
