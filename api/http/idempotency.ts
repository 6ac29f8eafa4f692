/**
 * `Idempotency-Key`: the first answer below 500 is kept for 24 h, sealed, and given again to the same call; another body
 * under the same key is refused; a call still running is a conflict. An abandoned run frees its key after 60 s.
 */
import { createHash } from 'node:crypto';
import { AppError, defineErrors } from '#shared/kernel/errors.ts';
import type { Cipher } from '#shared/platform/cipher.ts';
import { type Clock, ttlIn } from '#shared/platform/clock.ts';
import { key, type Row, type Table } from '#shared/platform/table.ts';

export const idempotencyErrors = defineErrors('idempotency', {
  mismatch: { kind: 'unprocessable', message: 'This Idempotency-Key was used for another request. Choose a new one.' },
  in_progress: {
    kind: 'conflict',
    message: 'The first request with this Idempotency-Key is still running. Try again shortly.',
  },
  invalid_key: { kind: 'invalid', message: 'An Idempotency-Key has 1 to 255 characters.' },
});

/**
 * `owner` is a person, or a hash of the address a visitor comes from. A visitor's answer holds tokens and is nobody's to
 * erase, so it is sealed under the body that asked for it, which is not kept.
 */
type Attempt = {
  owner: string;
  visitor: boolean;
  key: string;
  method: string;
  path: string;
  body: Uint8Array | string;
};
export type Idempotency = (attempt: Attempt, run: () => Promise<Response>) => Promise<Response>;
type Kept = Row & { fingerprint: string; startedAt: number; answer?: string };

const DAY = 86_400;
const LEASE_MS = 60_000;
const MAX_KEPT = 300_000;
const sha256 = (...parts: (Uint8Array | string)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

export function createIdempotency({
  table,
  cipher,
  clock,
}: {
  table: Table;
  cipher: Cipher;
  clock: Clock;
}): Idempotency {
  return async (attempt, run) => {
    if (attempt.key.length < 1 || attempt.key.length > 255) throw idempotencyErrors.invalid_key();
    const rowKey = key(['USER', attempt.owner], ['IDEMPOTENCY', sha256(attempt.key)]);
    const fingerprint = sha256(`${attempt.method} ${attempt.path}\n`, attempt.body);
    const sealedUnder = attempt.visitor ? `visitor:${sha256('answer\n', attempt.body)}` : attempt.owner;
    const field = { owner: sealedUnder, field: 'idempotency' };

    const kept = await table.get<Kept>(rowKey);
    if (kept !== undefined) {
      if (kept.fingerprint !== fingerprint) throw idempotencyErrors.mismatch();
      if (kept.answer !== undefined) return restore(cipher.open(field, kept.answer));
    }
    const startedAt = clock.now();
    const claim: Kept = { ...rowKey, fingerprint, startedAt, ttl: ttlIn(clock, DAY) };
    await table.write({ put: claim, when: { below: { startedAt: startedAt - LEASE_MS } } }).catch((error) => {
      throw error instanceof AppError && error.kind === 'conflict' ? idempotencyErrors.in_progress() : error;
    });
    try {
      const response = await run();
      const text = JSON.stringify(await preserve(response.clone()));
      if (response.status < 500 && text.length <= MAX_KEPT)
        await table.write({
          update: rowKey,
          set: { answer: cipher.seal(field, text) },
          when: { equals: { startedAt } },
        });
      else await table.write({ remove: rowKey });
      return response;
    } catch (error) {
      await table.write({ remove: rowKey }).catch(() => {});
      throw error;
    }
  };
}

async function preserve(response: Response) {
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
}

function restore(text: string): Response {
  const { status, type, body } = JSON.parse(text) as Awaited<ReturnType<typeof preserve>>;
  const headers = { ...(type !== null && { 'content-type': type }), 'idempotency-replayed': 'true' };
  return new Response(status === 204 ? null : body, { status, headers });
}
