/** Saved searches through HTTP, the schedule, the queues and the mailbox: told once, at the right hour, and never again. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { systemFor } from '#shared/kernel/actor.ts';
import { createClient } from '#shared/kernel/client.ts';
import { message } from '#shared/kernel/task.ts';
import { runAlert } from '#shared/search/search.tasks.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let stack: TestStack;
let made = 0;
const saved: { owner: string; id: string }[] = [];

beforeAll(async () => {
  stack = await startTestStack({ env: { ADMIN_EMAIL: 'admin@example.org' } });
  await stack.person({ email: 'admin@example.org' });
});
afterAll(() => stack?.close());
// The alerts of one story are none of the next one's work.
afterEach(async () => {
  for (const { owner, id } of saved.splice(0)) await stack.core.searches.remove(systemFor(owner), id);
});

/** Access tokens live half an hour; after time has passed somebody signs in again. */
async function signedIn({ email, password }: { email: string; password: string }): Promise<Person['call']> {
  const { accessToken } = await createClient(stack.fetch)(contract.auth.login, { body: { email, password } });
  return createClient((path, init) => {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${accessToken}` };
    return stack.fetch(path, { ...init, headers });
  });
}

type Given = { title: string; company?: string; location?: string; salary?: object };
/** Takes in postings, each its own vacancy, as an admin does. */
async function comeIn(given: readonly Given[]): Promise<string[]> {
  const call = await signedIn({ email: 'admin@example.org', password: 'correct horse battery' });
  const jobs = given.map(({ title, company = `Firm ${++made}`, location = 'Berlin, Germany', ...rest }) => {
    const n = ++made;
    const words = Array.from({ length: 60 }, (_, i) => `word${n}x${i}`).join(' ');
    return {
      source: 'board',
      sourceId: String(n),
      url: `https://board.example/jobs/${n}`,
      title,
      company,
      location,
      description: `<p>Team ${n} does ${words}.</p>`,
      postedAt: new Date(stack.clock.now()).toISOString(),
      ...rest,
    };
  });
  const { results, rejected } = await call(contract.job.import, { body: { jobs } });
  expect(rejected).toEqual([]);
  await stack.idle();
  return results.map(({ jobId }) => jobId);
}

/** Moves the clock to the next time it is `hour` o'clock in UTC, and lets the schedule and the queues do their work. */
async function until(hour: number): Promise<void> {
  const now = stack.clock.now();
  const today = Math.floor(now / DAY) * DAY + hour * HOUR;
  stack.clock.advance((today > now ? today : today + DAY) + 60_000 - now);
  await work();
}
async function work(): Promise<void> {
  await stack.tick();
  await stack.idle();
}
const mailsTo = (person: { email: string }) => stack.mailbox.all().filter(({ to }) => to === person.email);
const tokenIn = (text: string): string => decodeURIComponent(/\/unsubscribe\?token=([^\s"&]+)/.exec(text)?.[1] ?? '');
const eventsOf = async (person: Person) => {
  const events = await stack.core.notifications.list(systemFor(person.id), { limit: 100 });
  return events.items.filter(({ type, data }) => type === 'match.found' && data.searchId !== undefined);
};
const save = (person: Person, q: string, alert: object) =>
  stack.core.searches
    .create(systemFor(person.id), {
      name: `All ${q}`,
      query: { q },
      alert: { on: true, frequency: 'daily', channels: ['email'], ...alert },
    })
    .then(({ search }) => {
      saved.push({ owner: person.id, id: search.id });
      return search;
    });

describe('a saved search', () => {
  it('is kept once, changed by its version, counted, and gone when deleted', async () => {
    const ada = await stack.person();
    const body = { name: 'Welders', query: { q: 'Welder', location: 'Berlin' } };
    const first = await ada.call(contract.search.create, { body });
    expect(first).toMatchObject({ name: 'Welders', version: 1, newSince: 0, alert: { on: false } });
    const again = await ada.call(contract.search.create, {
      body: { name: 'x', query: { q: ' welder', location: 'berlin' } },
    });
    expect(again.id).toBe(first.id);
    await comeIn([{ title: 'Welder' }, { title: 'Painter' }]);
    expect((await ada.call(contract.search.list, {})).items).toMatchObject([{ id: first.id, newSince: 1 }]);
    const params = { id: first.id };
    expect(await ada.call(contract.search.update, { params, body: { seen: true } })).toMatchObject({
      newSince: 0,
      version: 1,
    });
    const alert = { on: true, frequency: 'weekly' as const, channels: ['email' as const] };
    const changed = await ada.call(contract.search.update, { params, body: { version: 1, alert } });
    expect(changed).toMatchObject({ version: 2, alert });
    expect(new Date(changed.nextRunAt ?? '').getUTCDay()).toBe(1);
    await expect(ada.call(contract.search.update, { params, body: { version: 1, name: 'y' } })).rejects.toMatchObject({
      code: 'search.version_conflict',
    });
    const other = await ada.call(contract.search.create, { body: { name: 'P', query: { q: 'painter' } } });
    await expect(
      ada.call(contract.search.update, { params, body: { version: 2, query: { q: 'PAINTER' } } }),
    ).rejects.toMatchObject({ code: 'search.exists' });
    const bob = await stack.person();
    await expect(bob.call(contract.search.update, { params, body: { seen: true } })).rejects.toMatchObject({
      code: 'not_found',
    });
    await bob.call(contract.search.remove, { params });
    await ada.call(contract.search.remove, { params });
    await ada.call(contract.search.remove, { params });
    expect((await ada.call(contract.search.list, {})).items.map(({ id }) => id)).toEqual([other.id]);
  });

  it('that filters nothing is refused, and so is the fifty-first', async () => {
    const ada = await stack.person();
    await expect(
      ada.call(contract.search.create, { body: { name: 'All', query: { q: ' ', titles: [] } } }),
    ).rejects.toMatchObject({ code: 'search.empty' });
    for (let n = 0; n < 50; n++)
      await stack.core.searches.create(systemFor(ada.id), { name: `n${n}`, query: { q: `word${n}` } });
    await expect(
      ada.call(contract.search.create, { body: { name: 'One more', query: { q: 'more' } } }),
    ).rejects.toMatchObject({ code: 'search.too_many' });
  });

  it('asked for twice at once is one', async () => {
    const ada = await stack.person();
    const body = { name: 'Twins', query: { q: 'twin' } };
    const both = await Promise.all([1, 2].map(() => ada.call(contract.search.create, { body })));
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  });
});

describe('what sources are asked for', () => {
  it('is the words and places of searches and wishes, each once, as long as anybody wants them and without a name', async () => {
    const [ada, bob] = [await stack.person(), await stack.person()];
    const wanted = async () => {
      const all = [];
      for (let after: string | undefined, more = true; more; ) {
        const page = await stack.core.searches.wantedQueries({ limit: 3, after });
        all.push(...page.items);
        after = page.next;
        more = after !== undefined;
      }
      return all.filter(({ what }) => /glazier|roofer/.test(what));
    };
    const one = await save(ada, 'Glazier', {});
    const two = await save(bob, ' glazier', {});
    expect(await wanted()).toEqual([{ what: 'glazier', where: '' }]);
    await ada.call(contract.search.remove, { params: { id: one.id } });
    expect(await wanted()).toHaveLength(1);
    await bob.call(contract.profile.putPreferences, {
      body: { titles: ['Roofer'], locations: ['Leipzig'], country: 'DE', remote: 'remote' },
    });
    await bob.call(contract.search.remove, { params: { id: two.id } });
    await stack.idle();
    const wishes = [{ what: 'roofer', where: 'leipzig', country: 'DE', remote: true }];
    expect(await wanted()).toEqual(wishes);
    const rows = await stack.platform.table.query({ pk: 'WANTED' });
    expect(JSON.stringify(rows)).not.toContain(bob.id);
    await bob.call(contract.profile.putPreferences, { body: {} });
    await stack.idle();
    expect(await wanted()).toEqual([]);
  });
});

describe('a digest', () => {
  it('comes once at its hour with what is new, counted honestly; then only with what is newer', async () => {
    const ada = await stack.person();
    await comeIn([{ title: 'Joiner of old' }]);
    await save(ada, 'joiner', {});
    await comeIn([
      { title: 'Joiner', company: 'Acme' },
      { title: 'Joiner for stairs', company: 'Acme' },
      { title: 'Joiner for roofs', company: 'Acme' },
      { title: 'Joiner for boats', salary: { min: 40_000, max: 50_000, currency: 'EUR', period: 'year' } },
      { title: 'Baker' },
    ]);
    await work();
    expect(mailsTo(ada)).toEqual([]);
    await until(8);
    const [mail, ...none] = mailsTo(ada);
    expect(none).toEqual([]);
    expect(mail?.subject).toBe('4 new jobs: All joiner');
    expect(mail?.text).toContain('Joiner for boats');
    expect(mail?.text).toContain('€40,000–€50,000 a year');
    expect(mail?.text).toContain('and 1 more at Acme');
    expect(mail?.text).toMatch(/Still open from before: 1\n-+\n\n\* Joiner of old/);
    expect(mail?.text).not.toContain('Baker');
    await work();
    await until(8);
    expect(mailsTo(ada)).toHaveLength(1);
    await comeIn([{ title: 'Joiner for doors' }]);
    await until(8);
    expect(mailsTo(ada)).toHaveLength(2);
    expect(mailsTo(ada)[0]?.subject).toBe('1 new job: All joiner');
    expect(mailsTo(ada)[0]?.text.match(/^\* .*/gm)?.[0]).toBe('* Joiner for doors');
  });

  it('leaves out what the person applied to or put aside', async () => {
    const ada = await stack.person();
    await save(ada, 'plumber', {});
    const [applied = '', hidden = ''] = await comeIn([
      { title: 'Plumber one' },
      { title: 'Plumber two' },
      { title: 'Plumber three' },
    ]);
    await stack.core.applications.setStatus(systemFor(ada.id), { id: applied, status: 'applied' });
    await stack.core.matches.remove(systemFor(ada.id), hidden);
    await until(8);
    expect(mailsTo(ada)[0]?.subject).toBe('1 new job: All plumber');
    expect(mailsTo(ada)[0]?.text).not.toMatch(/Plumber (one|two)/);
  });

  it('delivered twice, or after a day without power, is one mail', async () => {
    const ada = await stack.person();
    const { id } = await save(ada, 'mason', {});
    await comeIn([{ title: 'Mason' }]);
    const slot = (await stack.core.searches.store.alert(ada.id, id))?.dueAt ?? 0;
    stack.clock.advance(3 * DAY);
    const twice = [1, 2, 3].map(() => message(runAlert, { owner: ada.id, id, slot }));
    await stack.platform.commit([], twice);
    await work();
    await work();
    expect(mailsTo(ada)).toHaveLength(1);
    const next = (await stack.core.searches.store.alert(ada.id, id))?.dueAt ?? 0;
    expect(next).toBeGreaterThan(stack.clock.now());
    expect(next).toBeLessThanOrEqual(stack.clock.now() + DAY);
  });

  it('whose task was lost after it was handed out is handed out again', async () => {
    const ada = await stack.person();
    const { id } = await save(ada, 'tiler', {});
    await comeIn([{ title: 'Tiler' }]);
    const slot = (await stack.core.searches.store.alert(ada.id, id))?.dueAt ?? 0;
    stack.clock.advance(slot + 60_000 - stack.clock.now());
    await stack.platform.table.write(stack.core.searches.store.handOut({ owner: ada.id, id, slot }, stack.clock.now()));
    await work();
    expect(mailsTo(ada)).toEqual([]);
    stack.clock.advance(31 * 60_000);
    await work();
    expect(mailsTo(ada)).toHaveLength(1);
  });

  it('comes at the hour and in the zone the person asks for', async () => {
    const ada = await stack.person();
    const { id } = await save(ada, 'carpenter', {});
    await ada.call(contract.profile.putPreferences, { body: { timeZone: 'Asia/Tokyo', digestAt: '06:30' } });
    await stack.idle();
    const due = (await stack.core.searches.store.alert(ada.id, id))?.dueAt ?? 0;
    expect(new Date(due).toISOString()).toContain('T21:30:00');
  });

  it('of matches comes to those who want mail, with scores, and tells each match once', async () => {
    const ada = await stack.person();
    await ada.call(contract.profile.put, {
      body: {
        version: 0,
        answers: {},
        resume: { work: [{ position: 'Watchmaker', startDate: '2015-01', highlights: ['Repairs watches'] }] },
      },
    });
    await ada.call(contract.profile.putPreferences, {
      body: { country: 'DE', locations: ['Berlin'], alertMinScore: 1, alertChannels: ['email'] },
    });
    await stack.idle();
    await comeIn([{ title: 'Watchmaker' }]);
    await until(8);
    const first = mailsTo(ada);
    expect(first).toHaveLength(1);
    expect(first[0]?.subject).toMatch(/^\d+ new match(es)? for you$/);
    expect(first[0]?.text).toMatch(/\* Watchmaker \(\d+ of 100\)/);
    await until(8);
    expect(mailsTo(ada)).toHaveLength(1);
  });
});

describe('an instant search', () => {
  it('tells in one event and one mail what came in together, within minutes', async () => {
    const ada = await stack.person();
    await save(ada, 'florist', { frequency: 'instant', channels: ['email', 'browser'] });
    await comeIn([{ title: 'Florist one' }]);
    await comeIn([{ title: 'Florist two' }, { title: 'Gardener' }]);
    await work();
    expect(mailsTo(ada)).toEqual([]);
    stack.clock.advance(4 * 60_000);
    await work();
    expect(mailsTo(ada).map(({ subject }) => subject)).toEqual(['2 new jobs: All florist']);
    const events = await eventsOf(ada);
    expect(events).toHaveLength(1);
    expect(events[0]?.data).toMatchObject({ count: 2, notify: { browser: true } });
    stack.clock.advance(2 * HOUR);
    await work();
    expect(mailsTo(ada)).toHaveLength(1);
  });

  it('waits for the end of quiet hours', async () => {
    const ada = await stack.person();
    const hour = (ahead: number) => new Date(stack.clock.now() + ahead * HOUR).toISOString().slice(11, 16);
    await ada.call(contract.profile.putPreferences, { body: { quietHours: { from: hour(-1), to: hour(5) } } });
    const { id } = await save(ada, 'beekeeper', { frequency: 'instant', channels: ['email', 'browser'] });
    await comeIn([{ title: 'Beekeeper' }]);
    stack.clock.advance(HOUR);
    await work();
    expect([mailsTo(ada), await eventsOf(ada)]).toEqual([[], []]);
    expect((await stack.core.searches.store.alert(ada.id, id))?.dueAt).toBeGreaterThan(stack.clock.now() + 3 * HOUR);
    stack.clock.advance(5 * HOUR);
    await work();
    expect(mailsTo(ada)).toHaveLength(1);
    expect(await eventsOf(ada)).toHaveLength(1);
  });
});

describe('the way out', () => {
  it('of a mail ends that alert alone: opening the link changes nothing, pressing the button does, twice is once, undo undoes', async () => {
    const ada = await stack.person();
    const { id } = await save(ada, 'potter', {});
    const other = await save(ada, 'weaver', {});
    await comeIn([{ title: 'Potter' }, { title: 'Weaver' }]);
    await until(8);
    const potters = mailsTo(ada).find(({ subject }) => subject.includes('potter'));
    const token = tokenIn(potters?.html ?? '');
    const ask = (method: string, more = '', headers = {}) =>
      stack.fetch(`/api/v1/unsubscribe?token=${encodeURIComponent(token)}${more}`, {
        method,
        headers,
        redirect: 'manual',
      });
    expect(await (await ask('GET')).json()).toEqual({ name: 'All potter', on: true });
    const opened = await ask('GET', '', { accept: 'text/html,*/*' });
    expect([opened.status, opened.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/\/unsubscribe\?token=/),
    ]);
    expect(await (await ask('GET')).json()).toMatchObject({ on: true });
    const oneClick = { 'content-type': 'application/x-www-form-urlencoded' };
    for (let n = 0; n < 2; n++) {
      const answer = await ask('POST', '', oneClick);
      expect([answer.status, await answer.json()]).toEqual([200, { name: 'All potter', on: false }]);
    }
    await comeIn([{ title: 'Potter again' }, { title: 'Weaver again' }]);
    await until(8);
    expect(mailsTo(ada).filter(({ subject }) => subject.includes('potter'))).toHaveLength(1);
    expect(mailsTo(ada).filter(({ subject }) => subject.includes('weaver'))).toHaveLength(2);
    expect(await (await ask('POST', '&undo=1')).json()).toMatchObject({ on: true });
    await until(8);
    expect(mailsTo(ada).filter(({ subject }) => subject.includes('potter'))).toHaveLength(2);
    const alerts = await stack.core.searches.store.alerts(ada.id);
    expect(alerts.filter((alert) => [id, other.id].includes(alert.id)).every(({ dueAt }) => dueAt !== undefined)).toBe(
      true,
    );
  });

  it('is refused where the link is made up, cut off or of another alert', async () => {
    const ada = await stack.person();
    const { id } = await save(ada, 'cooper', {});
    await comeIn([{ title: 'Cooper' }]);
    await until(8);
    const token = tokenIn(mailsTo(ada)[0]?.text ?? '');
    expect(token).toContain(id);
    for (const bad of ['', 'x', token.slice(0, -1), token.replace(id, 'matches'), `${token}x`]) {
      const answer = await stack.fetch(`/api/v1/unsubscribe?token=${encodeURIComponent(bad)}`, { method: 'POST' });
      expect([bad, answer.status]).toEqual([bad, 400]);
      expect(await answer.json()).toMatchObject({ error: { code: 'search.bad_link' } });
    }
  });
});

describe('somebody who was erased', () => {
  it('gets no mail, and nothing of their searches stays', async () => {
    const ada = await stack.person();
    const { id } = await save(ada, 'farrier', { frequency: 'daily' });
    await save(ada, 'saddler', { frequency: 'instant' });
    await comeIn([{ title: 'Farrier' }, { title: 'Saddler' }]);
    expect(JSON.stringify(await stack.core.searches.store.exportUser(ada.id))).toContain('All farrier');
    await ada.call(contract.privacy.erase, {});
    await stack.idle();
    const slot = stack.clock.now();
    await stack.platform.commit([], [message(runAlert, { owner: ada.id, id, slot })]);
    await until(8);
    expect(mailsTo(ada)).toEqual([]);
    const { table } = stack.platform;
    const shards = Array.from({ length: 8 }, (_, n) => table.query({ pk: `INSTANT#${n}` }));
    expect(JSON.stringify(await Promise.all(shards))).not.toContain(ada.id);
    const wanted = await stack.core.searches.wantedQueries({ limit: 100 });
    expect(wanted.items.filter(({ what }) => /farrier|saddler/.test(what))).toEqual([]);
  });
});
