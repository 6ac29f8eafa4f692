/** A view that shows a posting shows the credit its sources ask for: there is no other way to write one. */
import { describe, expect, it } from 'vitest';
import { displayed, displayOf } from '#shared/feed/display.data.ts';
import { shipped } from './source.ts';

/** What names a posting together with its credit. */
const CREDITED = /<(?:SourceCredit|SourceList|JobName|JobRow|MatchCard)\b/;
/**
 * Views that name a posting of the person's own: typed by them, chosen for the page at hand, written or sent something
 * for. They show nothing a source gave.
 */
const OWN = new Set([
  'api/portal/paste-posting.tsx',
  'api/portal/pages/documents.page.tsx',
  'extension/popup/choose-job.tsx',
  'extension/popup/sent-question.tsx',
]);

const views = shipped.filter(({ path }) => path.endsWith('.tsx'));
const words = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
/** Whether a field of that name is read off something, by a dot or by taking it apart. */
const reads = (name: string, text: string) =>
  new RegExp(`\\w\\??\\.${name}\\b|\\{[^{}]*\\b${name}\\b[^{}]*\\}\\s*(?:=[^>]|:)`).test(text);
/** Only postings have both a title and an employer. */
const showsPosting = (text: string) => reads('title', text) && reads('company', text);

describe('a posting on any page', () => {
  it('comes with where it was seen and the credit that is due', () => {
    const wrong = views
      .filter(({ path }) => !OWN.has(path))
      .map(({ path, text }) => ({ path, text: words(text) }))
      .filter(({ text }) => showsPosting(text) && !CREDITED.test(text))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it('would be missed here if it did not', () => {
    const seen = views.filter(({ text }) => showsPosting(words(text))).map(({ path }) => path);
    expect(seen).toEqual(
      expect.arrayContaining([
        'shared/job/job.view.tsx',
        'api/portal/pages/job.page.tsx',
        'api/portal/pages/applications.page.tsx',
        'extension/popup/job-card.tsx',
        'extension/popup/next-jobs.tsx',
      ]),
    );
  });

  it('links every credit to the web, and never says nofollow', () => {
    const owed = displayed.map(displayOf).filter(({ credit }) => credit !== undefined);
    expect(owed.length).toBeGreaterThan(3);
    for (const { homepage } of owed) expect(homepage).toMatch(/^https:\/\//);
    expect(views.filter(({ text }) => /nofollow/.test(words(text))).map(({ path }) => path)).toEqual([]);
  });
});
