import { describe, expect, it } from 'vitest';
import { hashPassword, refusePassword, verifyPassword } from './passwords.ts';

describe('passwords', () => {
  it('are hashed by argon2id with 19 MiB, two passes and a salt of their own', async () => {
    const [first, second] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(await verifyPassword(first, 'correct horse')).toBe(true);
    expect(await verifyPassword(first, 'correct horsf')).toBe(false);
  });

  it('are the same composed and decomposed', async () => {
    const stored = await hashPassword('pässword is lông'.normalize('NFC'));
    expect(await verifyPassword(stored, 'pässword is lông'.normalize('NFD'))).toBe(true);
  });

  it('never fit nobody, nor a hash that cannot be read', async () => {
    expect(await refusePassword('nobody has this password')).toBe(false);
    expect(await verifyPassword('not a hash', 'x')).toBe(false);
  });
});
