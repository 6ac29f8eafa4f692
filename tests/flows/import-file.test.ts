/** Lists of postings an admin brings as a file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '#shared/contract.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

const Answer = z.object({
  created: z.number(),
  unchanged: z.number(),
  rejected: z.array(z.object({ line: z.number().optional(), code: z.string() })),
  ignored: z.array(z.string()),
});

const LIST = `Title;Company;Location;URL;Description;Mood
Dispatcher;Nordlicht Buses;Kiel, Germany;https://nordlicht.example/jobs/1;"You plan the rounds of forty buses; shifts early and late.";good
Mechanic;Nordlicht Buses;Kiel, Germany;https://nordlicht.example/jobs/2;You keep forty buses on the road.;good
;Nordlicht Buses;Kiel, Germany;https://nordlicht.example/jobs/3;No title here.;bad
Clerk;Nordlicht Buses;Kiel, Germany;javascript:alert(1);An address that is none.;bad
`;

describe('a file of postings', () => {
  let stack: TestStack;
  let admin: Person;
  beforeAll(async () => {
    stack = await startTestStack({ env: { ADMIN_EMAIL: 'boss@example.org' } });
    admin = await stack.person({ email: 'boss@example.org' });
  });
  afterAll(() => stack?.close());

  async function send(text: string, headers = admin.headers): Promise<Response> {
    const form = new FormData();
    form.set('file', new File([text], 'jobs.csv', { type: 'text/csv' }));
    return stack.fetch('/api/v1/jobs/import-file', { method: 'POST', headers, body: form });
  }

  it('is taken in row by row; a bad row is refused by its line, and a second time nothing changes', async () => {
    const first = Answer.parse(await (await send(LIST)).json());
    expect(first).toMatchObject({ created: 2, unchanged: 0, ignored: ['Mood'] });
    expect(first.rejected.map(({ line }) => line)).toEqual([4, 5]);
    const { items } = await admin.call(contract.job.list, { query: { company: 'Nordlicht Buses' } });
    expect(items.map(({ title }) => title).toSorted()).toEqual(['Dispatcher', 'Mechanic']);
    expect(items.every(({ location }) => location.country === 'DE')).toBe(true);
    expect(Answer.parse(await (await send(LIST)).json())).toMatchObject({ created: 0, unchanged: 2 });
  });

  it('that is none, holds too much or comes from somebody else is refused with what to do', async () => {
    const codeOf = async (answer: Response) => [
      answer.status,
      z.object({ error: z.object({ code: z.string() }) }).parse(await answer.json()).error.code,
    ];
    expect(await codeOf(await send('<html>Not a list</html>'))).toEqual([422, expect.stringMatching(/^feed\./)]);
    const rows = Array.from({ length: 1001 }, (_, i) => `Job ${i};Acme;Kiel;https://acme.example/${i};Some text`);
    expect(await codeOf(await send(`Title;Company;Location;URL;Description\n${rows.join('\n')}`))).toEqual([
      413,
      'feed.too_many_rows',
    ]);
    const somebody = await stack.person();
    expect(await codeOf(await send(LIST, somebody.headers))).toEqual([403, 'auth.forbidden']);
    const empty = await stack.fetch('/api/v1/jobs/import-file', { method: 'POST', headers: admin.headers });
    expect(empty.status).toBe(400);
  });
});
