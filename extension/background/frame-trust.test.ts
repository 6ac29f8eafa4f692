import { describe, expect, test } from 'vitest';
import { isSameSite, whyUntrusted } from './frame-trust.ts';

const known = ['https://boards.greenhouse.io/*', 'https://*.icims.com/*', 'https://forms.allowed.example/*'];
const trust = (frame: string, top = 'https://careers.acme.co.uk') => whyUntrusted({ frame, top, known });

describe('which frames may be given data', () => {
  test.each([
    'https://careers.acme.co.uk',
    'https://apply.acme.co.uk',
    'https://acme.co.uk',
    'https://boards.greenhouse.io',
    'https://acme-uk.icims.com',
    'https://forms.allowed.example',
  ])('%s is the employer, an application site, or allowed by the person', (frame) =>
    expect(trust(frame)).toBeUndefined(),
  );

  test.each([
    ['another company under the same public suffix', 'https://evil.co.uk'],
    ['an advertisement', 'https://ads.example.com'],
    ['the same name without encryption', 'http://careers.acme.co.uk'],
    ['a name that only looks like an application site', 'https://boards.greenhouse.io.evil.example'],
    ['a neighbour of an allowed host', 'https://other.allowed.example'],
  ])('%s is told by name and gets nothing', (_, frame) => expect(trust(frame)).toMatch(/another site/));

  test('a sandboxed frame has no name to vouch for', () => expect(trust('null')).toMatch(/sandboxed/));

  test('tenants of a hosting service are different owners', () => {
    expect(isSameSite('https://acme.github.io', 'https://evil.github.io')).toBe(false);
    expect(isSameSite('https://acme.pages.dev', 'https://apply.acme.pages.dev')).toBe(true);
  });

  test('addresses without a domain are the same only when they are equal', () => {
    expect(isSameSite('http://localhost:1', 'http://localhost:2')).toBe(true);
    expect(isSameSite('http://127.0.0.1', 'http://127.0.0.2')).toBe(false);
  });
});
