/** Where the DynamoDB program comes from: its platform's package, the registry, or not at all but an address instead. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const VERSION = '1.2.1';
const INSTALL_MS = 120_000;
const projectDir = fileURLToPath(new URL('../..', import.meta.url));

/** The program inside an installed package; undefined when it is not installed. */
export function findBinary(packageName: string): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
    const binary = path.join(path.dirname(manifest), process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
    return fs.existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/** Installs the platform's package beside the others, without noting it in package.json; undefined when it cannot. */
export async function fetchBinary(packageName: string): Promise<string | undefined> {
  const args = ['install', '--no-save', '--no-audit', '--no-fund', `${packageName}@${VERSION}`];
  const shell = process.platform === 'win32'; // npm is a batch file there
  try {
    await promisify(execFile)('npm', args, { cwd: projectDir, timeout: INSTALL_MS, shell });
  } catch {
    return undefined;
  }
  return findBinary(packageName);
}

/** The address a person gave, without its last slash. Throws for Amazon's own: nothing local may reach an account. */
export function checkedEndpoint(endpoint: string): string {
  const { protocol, hostname, href } = new URL(endpoint);
  if (!/^https?:$/.test(protocol) || /(^|\.)(amazonaws\.com(\.cn)?|api\.aws)\.?$/i.test(hostname))
    throw new Error(`AWS_ENDPOINT_URL_DYNAMODB must be a server of your own, not ${hostname}.`);
  return href.replace(/\/$/, '');
}
