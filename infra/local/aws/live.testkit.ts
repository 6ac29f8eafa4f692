/**
 * Where the protocol suites run: against the embedded servers, or with AWS_LIVE=1 against the real services with the
 * credentials of the environment. Cases about our own files and processes are for the embedded ones only.
 */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Credentials } from './signature.ts';

export const isLive = process.env.AWS_LIVE === '1';

export const testCredentials: Credentials = {
  accessKeyId: 'AKIATEST',
  secretAccessKey: randomBytes(24).toString('base64url'),
};

/** Options for any SDK client of a suite. One attempt, so that a refusal is seen and not repeated. */
export const clientOptions = (url: string, credentials: Credentials = testCredentials) =>
  isLive ? { maxAttempts: 1 } : { endpoint: url, region: 'us-east-1', credentials, maxAttempts: 1 };

/** A folder of its own for one test or suite, and its removal. */
export function temporaryDir(): { dir: string; remove: () => void } {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'foothold-'));
  return { dir, remove: () => fs.rmSync(dir, { recursive: true, force: true }) };
}

/** The name of the error something was refused with; fails when it was not refused. */
export async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (cause) {
    return cause instanceof Error ? cause.name : String(cause);
  }
  throw new Error('It was accepted.');
}
