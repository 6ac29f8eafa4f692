import { describe, expect, test } from 'vitest';
import { isDeclared, LOCAL_HOSTS, siteHosts } from './hosts.ts';
import { SITES } from './sites/registry.ts';

const all = [...siteHosts(SITES), ...LOCAL_HOSTS];

describe('declared hosts', () => {
  test.each([
    'https://boards.greenhouse.io/acme/jobs/1',
    'https://acme.wd5.myworkdayjobs.com/en-US/jobs',
    'https://performancemanager5.successfactors.eu/x',
    'http://localhost:8787/demo/acme',
    'http://127.0.0.1:1/',
  ])('%s is an application site', (url) => expect(isDeclared(url, all)).toBe(true));

  test.each([
    'https://www.linkedin.com/jobs/view/1',
    'https://www.indeed.com/viewjob?jk=1',
    'https://boards.greenhouse.io.evil.example/',
    'https://evilicims.com/',
    'http://boards.greenhouse.io/',
    'https://localhost/',
    'chrome://settings',
    'not an address',
  ])('%s is not', (url) => expect(isDeclared(url, all)).toBe(false));

  test('nothing is declared on sites whose terms forbid extensions', () => {
    expect(all.filter((pattern) => /linkedin|indeed|<all_urls>|\*:\/\//.test(pattern))).toEqual([]);
  });
});
