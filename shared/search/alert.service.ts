/**
 * Alerts: finding whose time has come, telling each person once, and waking instant searches when postings come in. A run
 * is one transaction of what was told, the next time, the mail and the event, so a crash or a second delivery tells
 * nothing twice; a day's outage is caught up with by one run.
 */
import { AppError } from '#shared/kernel/errors.ts';
import { firstIdAt } from '#shared/kernel/ids.ts';
import { type Message, message, type TaskPayload } from '#shared/kernel/task.ts';
import type { MailKind } from '#shared/notification/mail.schema.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { isErased } from '#shared/platform/tombstone.ts';
import type { Preferences } from '#shared/profile/profile.schema.ts';
import type { Digest } from './digest.schema.ts';
import { listFilters, wantedFor } from './filter.rules.ts';
import { createFindings, type Findings, type FindingsParts } from './findings.service.ts';
import { filtersOf } from './query.rules.ts';
import { MATCHES, type MatchFound, type SearchAlert } from './search.schema.ts';
import type { Due, SearchStore, StoredAlert, StoredSearch } from './search.store.ts';
import { planAlerts, runAlert, spreadSearches } from './search.tasks.ts';
import type { UnsubscribeLinks } from './unsubscribe.service.ts';
import { nextDigest, quietUntil } from './when.rules.ts';

export type AlertParts = FindingsParts & {
  store: SearchStore;
  links: UnsubscribeLinks;
  preferencesOf(owner: string): Promise<Preferences>;
  /** Where mail reaches the person; nothing for an account that is gone. */
  contactOf(owner: string): Promise<{ email: string; name: string } | undefined>;
  publish(event: { owner: string; type: 'match.found'; data: Record<string, unknown>; once?: string }): Promise<void>;
  mail(mail: { owner: string; kind: MailKind; key: string; to: string; data: Record<string, string> }): Message;
};

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Days an outage may last and still be caught up with. */
const DAYS_BACK = 30;
/** What comes in within this long is told together. */
const SETTLE = 2 * MINUTE;
/** An instant search tells at most this often. */
const GAP = 30 * MINUTE;
/** A change of a posting older than this is no news. */
const NEWS = DAY;
const SEARCHES_PER_PAGE = 200;
const MOST_IDS = 10;
const TRIES = 3;
/** Titles and places of a person's wishes that sources are asked for. */
const MOST_TITLES = 5;
const MOST_PLACES = 3;

const toMinute = (at: number): number => Math.ceil(at / MINUTE) * MINUTE;

export function createAlerts(platform: Platform, parts: AlertParts) {
  const { clock, commit, table, log } = platform;
  const { store, links, postings, preferencesOf, contactOf, publish, mail } = parts;
  const findings = createFindings(parts);
  /** Days before this one hold nothing that is still due. */
  let clearedUpTo = Math.floor(clock.now() / DAY) * DAY - DAYS_BACK * DAY;

  type Plan = { search?: StoredSearch; alert: SearchAlert; minScore: number };
  /** How an alert is set; undefined for one that is off or gone. */
  async function planOf(owner: string, id: string, preferences: Preferences): Promise<Plan | undefined> {
    if (id === MATCHES) {
      const { alertChannels, alertMinScore } = preferences;
      // The event of a match goes out when it is found; only the mail is collected.
      return alertChannels.includes('email')
        ? { alert: { on: true, frequency: 'daily', channels: ['email'] }, minScore: alertMinScore }
        : undefined;
    }
    const search = await store.of(owner, id);
    return search && isAlerting(search.alert) ? { search, alert: search.alert, minScore: 0 } : undefined;
  }

  /** The mail of a run, where one is wanted and there is something to say. */
  async function mailOf(
    owner: string,
    plan: Plan,
    run: { id: string; slot: number; said: Findings },
  ): Promise<Message[]> {
    if (!plan.alert.channels.includes('email') || run.said.fresh.total === 0) return [];
    const contact = await contactOf(owner);
    if (contact === undefined) return [];
    const digest: Digest = {
      ...(plan.search && { name: plan.search.name }),
      path: plan.search ? `/jobs?${new URLSearchParams(filtersOf(plan.search.query))}` : '/matches',
      token: links.tokenFor(owner, run.id),
      fresh: run.said.fresh,
      open: run.said.open,
    };
    const key = `digest ${run.id} ${run.slot}`;
    const data = { name: contact.name, digest: JSON.stringify(digest) };
    return [mail({ owner, kind: 'search-digest', key, to: contact.email, data })];
  }

  function eventOf(plan: Plan, said: Findings, after: number | undefined): MatchFound | undefined {
    const [jobId] = said.ids;
    if (!plan.alert.channels.includes('browser') || jobId === undefined) return undefined;
    return {
      jobId,
      jobIds: said.ids.slice(0, MOST_IDS),
      count: said.fresh.total,
      ...(plan.search && { searchId: plan.search.id }),
      notify: { browser: true, ...(after !== undefined && { after: new Date(after).toISOString() }) },
    };
  }

  /** One attempt at a run; false when the alert was woken in between and must be asked again. */
  async function runOnce(due: Due, state: StoredAlert & { dueAt: number }): Promise<boolean> {
    const { owner, id, slot } = due;
    const now = clock.now();
    const preferences = await preferencesOf(owner);
    const plan = await planOf(owner, id, preferences);
    const quiet = quietUntil(now, preferences);
    const finish = (to: number | undefined, said?: Findings) =>
      store.finish(owner, state, {
        to,
        told: said?.told ?? { floor: state.floor, told: state.told },
        ...(said && { lastRunAt: now }),
        ...(said && said.fresh.total > 0 && { toldAt: now }),
      });
    try {
      if (plan === undefined) await commit(finish(undefined));
      else if (plan.alert.frequency === 'instant' && quiet !== undefined) await commit(finish(toMinute(quiet)));
      else {
        const said =
          plan.search === undefined
            ? await findings.ofMatches(owner, plan.minScore, { ...state, now })
            : await findings.ofSearch(owner, plan.search, { ...state, now });
        const event = eventOf(plan, said, quiet);
        const next =
          plan.alert.frequency === 'instant' ? undefined : nextDigest(now, preferences, plan.alert.frequency);
        await commit(finish(next, said), [
          ...(await mailOf(owner, plan, { id, slot, said })),
          ...(event ? [message(runAlert, { owner, id, slot, announce: event })] : []),
        ]);
      }
      return true;
    } catch (error) {
      if (!isConflict(error)) throw error;
      return false;
    }
  }

  return {
    /** Called every minute: hands out what is due, each to one task; what a task never finished is handed out again. */
    async tick(): Promise<void> {
      const now = clock.now();
      for (let day = clearedUpTo; day <= now; day += DAY) {
        const { due, left } = await store.due(day, now);
        for (const one of due)
          await commit([store.handOut(one, now)], [message(runAlert, one)]).catch((error: unknown) => {
            if (!isConflict(error)) throw error;
          });
        if (!left && day === clearedUpTo && day + DAY <= now) clearedUpTo = day + DAY;
      }
    },

    /** The task `search.alert`. */
    async run({ owner, id, slot, announce }: TaskPayload<typeof runAlert>): Promise<void> {
      if (await isErased(table, owner)) return table.write(store.forgetDue({ owner, id, slot }));
      if (announce !== undefined)
        return publish({ owner, type: 'match.found', data: announce, once: `alert ${id} ${slot}` });
      for (let attempt = 1; ; attempt++) {
        const state = await store.alert(owner, id);
        const { dueAt } = state ?? {};
        if (state === undefined || dueAt !== slot) return table.write(store.forgetDue({ owner, id, slot }));
        if (await runOnce({ owner, id, slot }, { ...state, dueAt })) return;
        if (attempt === TRIES) throw new Error('An alert was changed again and again while it ran');
      }
    },

    /** Called when a run was given up: nobody is told, and the next time stands. */
    async giveUp({ owner, id, slot, announce }: TaskPayload<typeof runAlert>): Promise<void> {
      const state = await store.alert(owner, id);
      if (announce !== undefined || state?.dueAt !== slot) return;
      const preferences = await preferencesOf(owner);
      const plan = await planOf(owner, id, preferences);
      const next =
        plan === undefined || plan.alert.frequency === 'instant'
          ? undefined
          : nextDigest(clock.now(), preferences, plan.alert.frequency);
      log.error('search.alert_given_up', { id, slot });
      await commit(store.schedule(owner, { id, from: slot, to: next }));
    },

    /** The tasks that follow new or changed postings: instant searches are asked, where anything is news. */
    onJobsChange(jobIds: readonly string[]): readonly Message[] {
      const mark = firstIdAt('job', clock.now() - NEWS);
      const news = jobIds.filter((id) => id >= mark);
      return news.length > 0 ? [message(spreadSearches, { jobIds: news })] : [];
    },
    /** The task that follows a change of preferences. */
    onProfileChange: (owner: string): readonly Message[] => [message(planAlerts, { owner })],

    /** The task `search.spread`: wakes the instant searches these postings pass, a page a task. */
    async spread({ jobIds, after = '0' }: TaskPayload<typeof spreadSearches>): Promise<void> {
      const [, shard = '0', last] = /^(\d+)(?:\/(.+))?$/.exec(after) ?? [];
      const page = await store.instants(Number(shard), { after: last, limit: SEARCHES_PER_PAGE });
      const passing = page.length > 0 ? await postings.among(jobIds) : undefined;
      const now = clock.now();
      for (const { owner, id, query } of page)
        if (passing && passing(listFilters(query, now)).length > 0) await this.wake(owner, id);
      const end = page.at(-1);
      const next =
        page.length === SEARCHES_PER_PAGE && end !== undefined
          ? `${shard}/${store.instantName(end)}`
          : Number(shard) + 1 < store.shards
            ? String(Number(shard) + 1)
            : undefined;
      if (next !== undefined) await commit([], [message(spreadSearches, { jobIds: [...jobIds], after: next })]);
    },

    /** Makes an instant search due soon: after what else comes in with it, its last run and the quiet hours. */
    async wake(owner: string, id: string): Promise<void> {
      const preferences = await preferencesOf(owner);
      for (let attempt = 1; attempt <= TRIES; attempt++) {
        const state = await store.alert(owner, id);
        if (state === undefined) return;
        const now = clock.now();
        const soon = Math.max(now + SETTLE, (state.toldAt ?? 0) + GAP);
        const { dueAt } = state;
        const to = toMinute(quietUntil(soon, preferences) ?? soon);
        if (dueAt !== undefined && dueAt > now && dueAt <= to) return;
        const writes =
          dueAt !== undefined && dueAt <= now
            ? [store.wake(owner, { id, dueAt, at: now })]
            : store.schedule(owner, { id, from: dueAt, to });
        try {
          return await commit(writes);
        } catch (error) {
          if (!isConflict(error)) throw error;
        }
      }
    },

    /** The task `search.plan`: moves digests to the hour and zone of the preferences, and notes the titles wished for. */
    async plan({ owner }: TaskPayload<typeof planAlerts>): Promise<void> {
      if (await isErased(table, owner)) return;
      const preferences = await preferencesOf(owner);
      const now = clock.now();
      if ((await store.alert(owner, MATCHES)) === undefined)
        await commit(store.beginAlert(owner, MATCHES)).catch(ignoreConflict);
      for (const { id, dueAt } of await store.alerts(owner)) {
        const plan = await planOf(owner, id, preferences);
        // What is due already is about to run, and an instant search is due when postings came in.
        const settled = (dueAt !== undefined && dueAt <= now) || plan?.alert.frequency === 'instant';
        if (settled && plan !== undefined) continue;
        const to =
          plan === undefined || plan.alert.frequency === 'instant'
            ? undefined
            : nextDigest(now, preferences, plan.alert.frequency);
        if (to !== dueAt) await commit(store.schedule(owner, { id, from: dueAt, to }));
      }
      const before = await store.wishes(owner);
      const wanted = wantedFor({
        titles: preferences.titles.slice(0, MOST_TITLES),
        places: preferences.locations.slice(0, MOST_PLACES),
        country: preferences.country,
        remote: preferences.remote,
      });
      if (JSON.stringify(before.wanted) !== JSON.stringify(wanted))
        await commit(store.saveWishes(owner, before, wanted));
    },

    /** Publishes that matches were found, with whether and from when a notification outside the page is wanted. */
    async announce(event: { owner: string; type: 'match.found'; data: Record<string, unknown> }): Promise<void> {
      const preferences = await preferencesOf(event.owner);
      const after = quietUntil(clock.now(), preferences);
      const notify: MatchFound['notify'] = {
        browser: preferences.alertChannels.includes('browser'),
        ...(after !== undefined && { after: new Date(after).toISOString() }),
      };
      await publish({ ...event, data: { ...event.data, notify } });
    },
  };
}

const isAlerting = ({ on, channels }: SearchAlert): boolean => on && channels.length > 0;

const isConflict = (error: unknown): boolean => error instanceof AppError && error.code === 'table.condition_failed';

function ignoreConflict(error: unknown): void {
  if (!isConflict(error)) throw error;
}
