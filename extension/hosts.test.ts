import { beforeEach, describe, expect, test, vi } from 'vitest';
import { hostIn, isDeclared, LOCAL_HOSTS, patternOf, siteHosts } from './hosts.ts';
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

describe('the site a person names', () => {
  test.each([
    ['Jobs.Acme.example', 'jobs.acme.example'],
    ['https://www.acme.example/careers?x=1', 'acme.example'],
    [' acme.example/jobs ', 'acme.example'],
  ])('%s is kept as %s', (typed, host) => expect(hostIn(typed)).toBe(host));
  test.each(['', 'acme', '*', '*.acme.example', 'javascript:alert(1)', 'chrome://settings', 'a b.example'])(
    '%s is no site',
    (typed) => expect(hostIn(typed)).toBeUndefined(),
  );
});

describe('the permission asked for', () => {
  beforeEach(() => vi.stubGlobal('__DECLARED_HOSTS__', all));
  test('is for one host and nothing wider', () =>
    expect(patternOf('https://careers.acme.example:8443/apply?x=1#y')).toBe('https://careers.acme.example/*'));
  test.each([
    ['declared already', 'https://jobs.lever.co/acme'],
    ['not encrypted', 'http://careers.acme.example/'],
    ['closed to tools by its terms', 'https://www.linkedin.com/jobs/view/1'],
    ['no page', 'file:///etc/passwd'],
  ])('is never asked where the site is %s', (_, address) => expect(patternOf(address)).toBeUndefined());
});
