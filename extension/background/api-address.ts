/** The address a person types for the API. */
import { AppError } from '#shared/kernel/errors.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const invalid = (message: string) => new AppError('extension.api_address', { kind: 'invalid', message });

/** The origin of what was typed; `https:` may be left out. Rejects plain http except to this machine: a token would travel readable. */
export function apiOrigin(typed: string): string {
  const text = typed.trim();
  if (text === '') throw invalid('Enter the API address, for example http://localhost:8787');
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${isLoopback(text) ? 'http' : 'https'}://${text}`;
  if (!URL.canParse(address)) throw invalid('This is not an address. Enter one like http://localhost:8787');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw invalid('The API address starts with https://');
  if (url.username !== '' || url.password !== '') throw invalid('Leave name and password out of the API address.');
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname))
    throw invalid('Use https:// for a server that is not this computer, so that nobody on the way can read your data.');
  return url.origin;
}

const isLoopback = (text: string) => LOOPBACK.has(/^(\[[^\]]*\]|[^:/]*)/.exec(text)?.[0] ?? '');
