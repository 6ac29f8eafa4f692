import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardsIn } from './board.rules.ts';

const page = (body: string) => `<!doctype html><html><head><title>Careers</title></head><body>${body}</body></html>`;
const first = (body: string) => boardsIn(page(body), 'https://www.tern-and-teal.example/careers')[0];

describe('the board behind a careers page', () => {
  it.each([
    ['<script src="https://boards.greenhouse.io/embed/job_board/js?for=ternteal"></script>', 'greenhouse', 'ternteal'],
    [
      '<iframe src="https://job-boards.eu.greenhouse.io/embed/job_board?for=ternteal&amp;b=x"></iframe>',
      'greenhouse',
      'ternteal',
    ],
    ['<script>Grnhse.Settings = { boardToken: "ternteal" }</script>', 'greenhouse', 'ternteal'],
    ['<a href="https://jobs.ashbyhq.com/Tern%20Teal/embed?version=2">Jobs</a>', 'ashby', 'Tern Teal'],
    ['<script>fetch("https:\\/\\/api.lever.co\\/v0\\/postings\\/ternteal?mode=json")</script>', 'lever', 'ternteal'],
    ['<a href="https://jobs.eu.lever.co/ternteal">Open roles</a>', 'lever', 'eu:ternteal'],
    ["<script>window.leverJobsOptions = {accountName: 'ternteal', includeCss: true};</script>", 'lever', 'ternteal'],
    ['<a href=https://careers.smartrecruiters.com/TernTeal>Jobs</a>', 'smartrecruiters', 'TernTeal'],
    ['<script>widget({"company_code": "TernTeal", "limit": 5})</script>', 'smartrecruiters', 'TernTeal'],
    ['<a href="//ternteal.recruitee.com/o/baker">Baker</a>', 'recruitee', 'ternteal'],
    ['<a href="https://ternteal.jobs.personio.com/job/12">Baker</a>', 'personio', 'ternteal.jobs.personio.com'],
    ['<a href="https://ternteal.jobs.personio.de">Stellen</a>', 'personio', 'ternteal'],
    ['<a href="https://apply.workable.com/ternteal/j/0A1B2C3D4E/">Baker</a>', 'workable', 'ternteal'],
    ['<link href="https://assets-aws.teamtailor-cdn.com/assets/x.css">', 'teamtailor', 'www.tern-and-teal.example'],
    [
      '<a href="https://ternteal.wd5.myworkdayjobs.com/de-DE/Careers">Jobs</a>',
      'workday',
      'ternteal.wd5.myworkdayjobs.com/Careers',
    ],
    ['<iframe src="https://ternteal.bamboohr.com/jobs/embed2.php"></iframe>', 'bamboohr', 'ternteal'],
  ])('is found in %s', (body, source, board) => {
    expect(first(body)).toEqual({ source, board });
  });

  it('is what the page loads rather than what it links to', () => {
    const links = '<a href="https://jobs.lever.co/friends-of-ours/1">Partner</a>'.repeat(5);
    expect(
      first(`${links}<script src="https://boards.greenhouse.io/embed/job_board/js?for=ternteal"></script>`),
    ).toEqual({
      source: 'greenhouse',
      board: 'ternteal',
    });
  });

  it('is the page itself where the page is a board', () => {
    expect(boardsIn('<p>Nothing here</p>', 'https://jobs.lever.co/ternteal')[0]).toEqual({
      source: 'lever',
      board: 'ternteal',
    });
  });

  it('is the page where it describes postings to machines, after every system', () => {
    const posting = '<script type="application/ld+json">{"@type":"JobPosting","title":"Baker"}</script>';
    const url = 'https://www.tern-and-teal.example/careers';
    expect(boardsIn(page(posting), url)).toEqual([{ source: 'job-posting-page', board: url }]);
    expect(
      boardsIn(page(`${posting}<a href="https://jobs.lever.co/ternteal">All</a>`), url).map(({ source }) => source),
    ).toEqual(['lever', 'job-posting-page']);
  });

  it('is a feed of jobs, never the feed of a blog', () => {
    const link = (title: string, href: string) =>
      `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
    expect(
      boardsIn(
        page(link('Our blog', '/blog/feed.xml') + link('Open positions', '/feed.xml')),
        'https://ternteal.example/',
      ),
    ).toEqual([{ source: 'rss', board: 'https://ternteal.example/feed.xml' }]);
  });

  it('is never LinkedIn or Indeed, and nothing is read from their pages', () => {
    const lever = '<a href="https://jobs.lever.co/ternteal">All</a>';
    expect(boardsIn(page(lever), 'https://www.linkedin.com/company/ternteal/jobs')).toEqual([]);
    expect(
      first('<a href="https://www.linkedin.com/jobs/view/1">x</a><a href="https://de.indeed.com/cmp/ternteal">y</a>'),
    ).toBeUndefined();
    expect(
      boardsIn(
        page('<link rel=alternate type=application/rss+xml title=jobs href="https://rss.indeed.com/rss?q=x">'),
        'https://a.example',
      ),
    ).toEqual([]);
  });

  it('is no page of the system itself', () => {
    expect(
      first(
        '<a href="https://www.greenhouse.io/">Greenhouse</a><a href="https://www.recruitee.com">R</a><a href="https://support.personio.de">P</a><script src="https://boards.greenhouse.io/assets/app.js"></script>',
      ),
    ).toBeUndefined();
  });

  it('is nothing for any text, without throwing', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<a href="',
        'https://',
        '//',
        '\\/\\/',
        'jobs.lever.co/',
        '.recruitee.com',
        '%',
        '&amp;',
        '<link rel=alternate type=application/rss+xml href="',
        '<script type="application/ld+json">',
        '</script>',
        '{"@type":"JobPosting"',
        '"',
        '>',
        '\u0000',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.webUrl(), (pieces, url) => {
        for (const { source, board } of boardsIn(pieces.join(''), url))
          expect(source !== '' && board !== '').toBe(true);
      }),
    );
  });

  it.each([
    '//',
    '<link ',
    '<script ',
    '\\/\\/',
    'https://a',
    'leverJobsOptions = {',
    '<script type="application/ld+json">',
    'a.',
  ])('comes back from two megabytes of %s', (piece) => {
    expect(boardsIn(piece.repeat(2_000_000 / piece.length), 'https://ternteal.example')).toBeInstanceOf(Array);
  });
});
