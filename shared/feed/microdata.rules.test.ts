import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobPostingsIn, readJobPosting } from './job-posting.rules.ts';
import { microdataIn } from './microdata.rules.ts';

const page = `<!doctype html><html><body>
<div class="job" itemscope itemtype="http://schema.org/JobPosting">
  <h1><span itemprop="title">Rope &amp; Sail Maker</span></h1>
  <meta itemprop="datePosted" content="Fri Nov 20 00:00:00 UTC 2026">
  <meta itemprop="hiringOrganization" content="Tern &amp; Teal">
  <p>Place: <span itemprop="jobLocation" itemscope itemtype="http://schema.org/Place">
    <span itemprop="address" itemscope itemtype="http://schema.org/PostalAddress">
      <meta itemprop="streetAddress" content="Bergen, Norway"></span></span>
  <p>Type: <span itemprop="employmentType">Full-time</span>
  <span itemprop="description"><h2>Requirements</h2><ul><li>Two years of rope<li>Calm &lt;hands&gt;</ul><script>alert("</span>")</script></span>
  <a itemprop="url" href="/job/7">Link</a>
</div></body></html>`;

describe('a posting in a page’s markup', () => {
  it('is read like one in JSON-LD', () => {
    const [node] = jobPostingsIn(page);
    expect(node).toBeDefined();
    const posting = readJobPosting(node ?? {}, {
      source: 'job-posting-page',
      pageUrl: 'https://ternteal.example/x',
      alone: true,
    });
    expect(posting).toMatchObject({
      url: 'https://ternteal.example/job/7',
      title: 'Rope & Sail Maker',
      company: 'Tern & Teal',
      places: [{ text: 'Bergen, Norway', city: 'Bergen', country: 'NO' }],
      employmentType: 'full-time',
      postedAt: '2026-11-20T00:00:00.000Z',
    });
    expect(posting.description).toContain('<h2>Requirements</h2>');
    expect(posting.description).toContain('Two years of rope');
  });

  it('gives way to JSON-LD, which says more', () => {
    const both = `${page}<script type="application/ld+json">{"@type":"JobPosting","title":"Sail Maker"}</script>`;
    expect(jobPostingsIn(both).map(({ title }) => title)).toEqual(['Sail Maker']);
  });

  it('may be one of several, and one of many things on a page', () => {
    const one = (title: string) =>
      `<li itemscope itemtype="https://schema.org/JobPosting"><b itemprop="title">${title}</b>`;
    const html = `<div itemscope itemtype="https://schema.org/WebPage"><ul>${one('A')}${one('B')}</ul><p itemprop="title">C</p></div>`;
    expect(microdataIn(html, 'JobPosting').map(({ title }) => title)).toEqual(['A', 'B']);
    expect(microdataIn('<div itemscope itemtype="https://schema.org/NotJobPosting">', 'JobPosting')).toEqual([]);
  });

  it('keeps properties apart from what objects inherit', () => {
    const html = '<div itemscope itemtype="JobPosting"><i itemprop="__proto__ constructor title">x</i></div>';
    const [node] = microdataIn(html, 'JobPosting');
    expect(Object.keys(node ?? {}).toSorted()).toEqual(['@type', 'constructor', 'title']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('is nothing for any text, without throwing', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<div itemscope itemtype="JobPosting">',
        '<p itemprop="title">',
        '</div>',
        '<',
        '>',
        '</',
        '<script>',
        '</p>',
        '<meta itemprop=title content="',
        '"',
        '<!--',
        '-->',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(microdataIn(pieces.join(''), 'JobPosting')).toBeInstanceOf(Array);
      }),
    );
  });

  it.each([
    '<p itemprop="title">',
    '<div itemscope itemtype="JobPosting" itemprop="x">',
    '</div>',
    '<script>',
    '<a b="',
    '<',
  ])('comes back from two megabytes of %s', (tag) => {
    const html = `<div itemscope itemtype="JobPosting">${tag.repeat(2_000_000 / tag.length)}`;
    expect(microdataIn(html, 'JobPosting')).toBeInstanceOf(Array);
  });
});
