import { describe, expect, it } from 'vitest';
import { neverFetched, webAddress } from './never.rules.ts';

describe('sites that are never fetched', () => {
  it.each([
    'https://www.linkedin.com/jobs/view/1',
    'linkedin.com/company/acme',
    'https://de.linkedin.com/jobs',
    'https://LinkedIn.com./in/x',
    'https://www.linkedin.cn/x',
    'https://lnkd.in/abc',
    'https://acme.example@www.linkedin.com/jobs',
    'https://www.indeed.com/viewjob?jk=1',
    'http://uk.indeed.com:80/x',
    'https://indeed.co.uk/x',
    'https://rss.indeed.com/rss',
    'https://www.glassdoor.com.au/job-listing/x',
    'https://www.google.com/search?q=jobs&udm=8',
    'https://www.google.co.uk/search?ibp=htl;jobs',
    'https://jobs.google.com/about',
    'https://www.google.com/url?q=https://acme.example',
  ])('%s', (address) => expect(neverFetched(address)).toBe(true));

  it.each([
    'https://jobs.lever.co/acme',
    'https://indeed.acme.example/careers',
    'https://notlinkedin.com/jobs',
    'https://linkedin.com.acme.example/x',
    'https://www.google.com/about/careers/applications/jobs/results',
    'https://acme.example/?from=linkedin.com',
    'no address at all',
    '',
  ])('not %s', (address) => expect(neverFetched(address)).toBe(false));
});

describe('an address as people paste it', () => {
  it('may lack its https://', () =>
    expect(webAddress(' acme.example/careers ')?.href).toBe('https://acme.example/careers'));
  it.each([
    'javascript:alert(1)',
    'ftp://acme.example',
    'file:///etc/passwd',
    'data:text/html,x',
    'acme',
    'a b.example',
    'https://',
  ])('is not %s', (typed) => expect(webAddress(typed)).toBeUndefined());
});
