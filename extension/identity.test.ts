import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { EXTENSION_ID, MANIFEST_KEY } from './identity.ts';

test('the extension id the API trusts is the one Chrome derives from the manifest key', () => {
  const hash = createHash('sha256').update(Buffer.from(MANIFEST_KEY, 'base64')).digest('hex').slice(0, 32);
  const id = [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  expect(id).toBe(EXTENSION_ID);
});
