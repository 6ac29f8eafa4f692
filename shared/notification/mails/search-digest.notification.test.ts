import { describe, expect, it } from 'vitest';
import type { Digest, DigestLine } from '#shared/search/digest.schema.ts';
import { searchDigest } from './search-digest.notification.ts';

const line = (given: Partial<DigestLine> = {}): DigestLine => ({
  jobId: 'job_1',
  title: 'Baker',
  company: 'Acme',
  place: 'Berlin · Hybrid',
  fresh: 'posted today',
  elsewhere: 0,
  credits: [],
  ...given,
});
const nothing = { total: 0, lines: [], more: [], rest: 0 };
const write = (digest: Partial<Digest>) => {
  const whole: Digest = {
    path: '/jobs?q=baker',
    name: 'Bakers',
    token: 'usr_1.sea_1.x',
    fresh: nothing,
    open: nothing,
    ...digest,
  };
  return searchDigest({ publicUrl: 'https://foothold.example', data: { name: 'Ada', digest: JSON.stringify(whole) } });
};

describe('the mail of a digest', () => {
  it('says the same in text and HTML, with numbers that are those of its lists', () => {
    const fresh = {
      total: 1205,
      lines: [line({ score: 82, pay: '€40,000 a year', reason: 'You bake bread' })],
      more: [{ company: 'Acme', count: 3 }],
      rest: 1201,
    };
    const { subject, text, html } = write({
      fresh,
      open: { total: 1, lines: [line({ jobId: 'job_2', title: 'Old' })], more: [], rest: 0 },
    });
    expect(subject).toBe('1,205 new jobs: Bakers');
    for (const part of [
      'Baker',
      '€40,000 a year',
      'You bake bread',
      'and 3 more at Acme',
      'and 1,201 more on Foothold',
      'Still open from before: 1',
      'https://foothold.example/jobs/job_1',
    ]) {
      expect(text).toContain(part);
      expect(html).toContain(part);
    }
    expect(text).toContain('(82 of 100)');
  });

  it('ends by one click at the API, and by a page for people', () => {
    const { unsubscribeUrl, html } = write({});
    expect(unsubscribeUrl).toBe('https://foothold.example/api/v1/unsubscribe?token=usr_1.sea_1.x');
    expect(html).toContain('href="https://foothold.example/unsubscribe?token=usr_1.sea_1.x"');
  });

  it('shows a hostile posting as text: no markup, no link, no header of its own', () => {
    const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>\r\nBcc: all@example.org`;
    const hostile = line({
      title: evil,
      company: evil,
      place: evil,
      reason: evil,
      pay: evil,
      credits: [{ text: evil, url: `https://x.example/${evil}` }],
    });
    const { html, subject } = write({
      name: `All\r\nBcc: ${evil}`,
      fresh: { total: 1, lines: [hostile], more: [{ company: evil, count: 1 }], rest: 0 },
    });
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>[^&]/);
    expect(html.match(/<a /g)?.length).toBe(
      html.match(/<a class="link" href="https:\/\/|<a href="https:\/\/foothold\.example/g)?.length,
    );
    expect(subject).not.toMatch(/[\r\n]/);
  });

  it('loads nothing from anywhere', () => {
    const { html } = write({
      fresh: {
        total: 1,
        lines: [line({ credits: [{ text: 'Jobs by X', url: 'https://x.example', size: { width: 116, height: 23 } }] })],
        more: [],
        rest: 0,
      },
    });
    expect(html).not.toMatch(/\bsrc=|url\(|@import|<link|<iframe/);
    expect(html).toMatch(/min-width:116px;min-height:23px">Jobs by X/);
  });
});
