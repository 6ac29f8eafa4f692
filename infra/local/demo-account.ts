/** The demo's account, made through the API as a person's would be; kept in the data folder and used again. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { contract } from '#shared/contract.ts';
import { type Call, createClient } from '#shared/kernel/client.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { SAMPLE_ANSWERS, SAMPLE_FILE, SAMPLE_NAME, sampleResume } from './sample-resume.ts';

/** What a person types to sign in. */
const Login = z.object({ name: z.string(), email: z.string(), password: z.string() });
export type Login = z.infer<typeof Login>;
export type DemoAccount = Login & { readonly call: Call };

const TOKEN_NAME = 'Demo browser';
const READ_WITHIN_MS = 60_000;

/**
 * Signs in to the demo account of `dataDir`, or makes it: registered, a resume uploaded and read, the answers saved.
 * Rejects with the API's own error.
 */
export async function openDemoAccount({ url, dataDir }: { url: string; dataDir: string }): Promise<DemoAccount> {
  const login = loginOf(dataDir);
  const visitor = createClient((path, init) => fetch(url + path, init));
  const { accessToken } = await visitor(contract.auth.login, { body: login }).catch((error) => {
    if (!(error instanceof AppError && error.code === 'auth.invalid_credentials')) throw error;
    return visitor(contract.auth.register, { body: { ...login, role: 'seeker', consent: true } });
  });
  const call = createClient((path, init) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${accessToken}`);
    return fetch(url + path, { ...init, headers });
  });
  await provideResume(call);
  const { resume, answers, version } = await call(contract.profile.get);
  if (answers.workAuthorization === undefined)
    await call(contract.profile.put, { body: { resume, answers: { ...SAMPLE_ANSWERS, ...answers }, version } });
  return { ...login, call };
}

/** A token for the extension of the demo's browser; the one of an earlier run ends. */
export async function demoToken(call: Call): Promise<string> {
  const { items } = await call(contract.auth.tokens);
  for (const { id, name } of items) if (name === TOKEN_NAME) await call(contract.auth.revokeToken, { params: { id } });
  return (await call(contract.auth.createToken, { body: { name: TOKEN_NAME } })).token;
}

/** Random per data folder: an account with a known password would stand open wherever HOST leads. */
function loginOf(dataDir: string): Login {
  const file = join(dataDir, 'demo.json');
  if (existsSync(file)) return Login.parse(JSON.parse(readFileSync(file, 'utf8')));
  const login: Login = {
    name: SAMPLE_NAME,
    email: 'johanna.brandt@example.com',
    password: `demo-${randomBytes(9).toString('base64url')}`,
  };
  writeFileSync(file, JSON.stringify(login, null, 2), { mode: 0o600 });
  return login;
}

async function provideResume(call: Call): Promise<void> {
  const { items } = await call(contract.resume.list);
  if (items.some(({ status }) => status === 'read')) return;
  const form = new FormData();
  form.set('file', new File([await sampleResume()], SAMPLE_FILE, { type: 'application/pdf' }));
  const { resumeId } = await call(contract.resume.upload, { body: form });
  for (const deadline = Date.now() + READ_WITHIN_MS; Date.now() < deadline; await sleep(100)) {
    const { status, error } = await call(contract.resume.status, { params: { id: resumeId } });
    if (status === 'read') return;
    if (status === 'failed')
      throw new Error(`The sample resume could not be read: ${error?.message ?? 'no reason given'}`);
  }
  throw new Error(`The sample resume was not read within ${READ_WITHIN_MS / 1000} s`);
}
