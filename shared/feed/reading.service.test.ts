import { describe, expect, it } from 'vitest';
import type { Feed } from './feed.schema.ts';
import { readFeed } from './reading.service.ts';
import type { JobSource, SourceRequest } from './source.schema.ts';

/** A source of two pages that signs in; the second page lies where the test says. */
const twoPages = (second: string): JobSource => ({
  id: 'two',
  display: { name: 'Two', homepage: '' },
  kind: 'list',
  keys: [],
  pace: { everyMs: 1000 },
  start: () => ({ url: 'https://a.example/1', headers: { Authorization: 'Basic c2VjcmV0' } }),
  read: ({ url }) => ({ postings: [], rejected: [], ...(url.endsWith('/1') && { next: { url: second } }) }),
});

const FEED: Feed = { id: 'two-1', source: 'two', ask: { source: 'two' }, wants: 1, nextAt: 0, failures: 0, open: 0 };

async function asked(second: string): Promise<SourceRequest[]> {
  const requests: SourceRequest[] = [];
  await readFeed(FEED, {
    source: twoPages(second),
    keys: {},
    ask: async (request) => {
      requests.push(request);
      return {
        status: 200,
        url: request.url,
        contentType: 'application/json',
        text: '{}',
        etag: undefined,
        lastModified: undefined,
        retryAfter: undefined,
      };
    },
  });
  return requests;
}

describe('the pages of a feed', () => {
  it('are all asked for with what the first was signed in with', async () => {
    const [first, second] = await asked('https://a.example/2');
    expect(first?.headers).toEqual({ Authorization: 'Basic c2VjcmV0' });
    expect(second).toEqual({ url: 'https://a.example/2', headers: { Authorization: 'Basic c2VjcmV0' } });
  });

  it('get no key of ours where they lie at another place', async () => {
    for (const elsewhere of ['https://b.example/2', 'http://a.example/2', 'https://a.example:444/2']) {
      const [, second] = await asked(elsewhere);
      expect(second).toEqual({ url: elsewhere });
    }
  });
});
