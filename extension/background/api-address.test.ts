import { describe, expect, test } from 'vitest';
import { apiOrigin } from './api-address.ts';

describe('API address', () => {
  test.each([
    ['http://localhost:8787', 'http://localhost:8787'],
    [' http://127.0.0.1:9000/api/v1/ ', 'http://127.0.0.1:9000'],
    ['localhost:8787', 'http://localhost:8787'],
    ['foothold.example.org', 'https://foothold.example.org'],
    ['https://Foothold.example.org/login?x=1', 'https://foothold.example.org'],
  ])('%j is understood', (typed, origin) => expect(apiOrigin(typed)).toBe(origin));

  test.each([
    '',
    '   ',
    'http://foothold.example.org',
    'ftp://localhost',
    'https://me:pw@host',
    'http://',
    'javascript:alert(1)',
  ])('%j is refused with a reason', (typed) => expect(() => apiOrigin(typed)).toThrow(/\w{4}/));
});
