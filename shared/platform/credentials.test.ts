import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCipher } from './cipher.ts';
import { credentialText, hashSecret, mintCredential, readCredential, sameText } from './credentials.ts';
import { redact } from './log.ts';

const cipher = createCipher('a sealing secret that is long enough for tests');
const name = { prefix: 'fhr', owner: 'usr_01J', id: 'ses_01J' };

describe('an opaque credential', () => {
  it('is read back with its owner, its row and its secret', () => {
    const { text, secret, hash } = mintCredential(cipher, name);
    expect(readCredential(cipher, 'fhr', text)).toEqual({ ...name, secret });
    expect(hashSecret(secret)).toBe(hash);
    expect(credentialText({ ...name, secret })).toBe(text);
    expect(mintCredential(cipher, name).text).not.toBe(text);
  });

  it('is good for nothing else: another purpose, owner, row or key', () => {
    const { text } = mintCredential(cipher, name);
    expect(readCredential(cipher, 'fht', text)).toBeUndefined();
    expect(readCredential(cipher, 'fht', text.replace('fhr_', 'fht_'))).toBeUndefined();
    expect(readCredential(cipher, 'fhr', text.replace('usr_01J', 'usr_01K'))).toBeUndefined();
    expect(readCredential(cipher, 'fhr', text.replace('ses_01J', 'ses_01K'))).toBeUndefined();
    const other = createCipher('another secret that is long enough for tests');
    expect(readCredential(other, 'fhr', text)).toBeUndefined();
  });

  it('cannot be made up, and whatever is no credential is refused without an error', () => {
    const { text } = mintCredential(cipher, name);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String().map((tail) => text.slice(0, 20) + tail),
        ),
        (forged) => {
          expect(readCredential(cipher, 'fhr', forged)).toBeUndefined();
        },
      ),
    );
  });

  it('does not pass into a log', () => {
    const { text, secret } = mintCredential(cipher, name);
    expect(redact(`refresh with ${text} failed`)).toBe('refresh with [token] failed');
    expect(redact(text)).not.toContain(secret.slice(0, 8));
  });
});

describe('comparing in constant time', () => {
  it('is equality of texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(sameText(a, a)).toBe(true);
        expect(sameText(a, b)).toBe(a === b);
      }),
    );
  });
});
