/** The only place where services meet: each gets the platform and the other services it needs, and nothing else. */
import { createAdvices } from './advice/advice.service.ts';
import { createApplications } from './application/application.service.ts';
import { createAuth } from './auth/auth.service.ts';
import { createDocuments } from './document/document.service.ts';
import { createFeeds, type Feeds } from './feed/feed.service.ts';
import type { JobSource } from './feed/source.schema.ts';
import { sources as allSources } from './feed/sources/registry.ts';
import { OWN_SOURCE } from './job/employer.rules.ts';
import { createEmployer } from './job/employer.service.ts';
import { createJobs, type Jobs } from './job/job.service.ts';
import { systemFor } from './kernel/actor.ts';
import { createMatches, type Matches } from './match/match.service.ts';
import { createNotifications } from './notification/notification.service.ts';
import type { Platform } from './platform/platform.ts';
import { isErased } from './platform/tombstone.ts';
import { createPrivacy } from './privacy/privacy.service.ts';
import { createProfiles } from './profile/profile.service.ts';
import { createOcrLibrary } from './resume/extract/ocr-library.source.ts';
import { ocrBlobs } from './resume/extract/ocr-store.source.ts';
import { createResumeReader, type ResumeReader } from './resume/reader.extract.ts';
import { createResumes } from './resume/resume.service.ts';
import { createSearches, type Searches } from './search/search.service.ts';
import { findSkills, skillEntry } from './skill/skill.rules.ts';

/** Skills a text names, in its own spelling. */
const skillsNamed = (text: string): string[] =>
  findSkills(text).flatMap(({ skill, span }) => {
    const kind = skillEntry(skill)?.kind;
    return kind === 'soft' || kind === 'spoken' ? [] : [text.slice(span[0], span[1])];
  });

/** `sources` are all there are, where a test does not bring its own. */
export function createCore(platform: Platform, { sources = allSources }: { sources?: readonly JobSource[] } = {}) {
  const { config, table } = platform;
  const notifications = createNotifications(platform);
  const auth = createAuth(platform, { notifier: notifications });
  const profiles = createProfiles(platform, {
    onChange: (owner) => [...matches.onProfileChange(owner), ...searches.onProfileChange(owner)],
  });

  const ocrLibrary = createOcrLibrary({
    registry: config.npmRegistry,
    store: ocrBlobs(platform.blobs),
    onFailure: ({ language, cause }) => platform.log.warn('resume.ocr_data', { language, error: cause }),
  });
  // Two readers: pages that take minutes must not keep a file waiting that takes a moment.
  const readers = new Map<'text' | 'ocr', ResumeReader>();
  const readerFor = (kind: 'text' | 'ocr'): ResumeReader => {
    const known = readers.get(kind);
    if (known !== undefined) return known;
    const entry = config.resumeWorker ?? './resume.worker.mjs';
    const made = createResumeReader({
      entry,
      library: ocrLibrary,
      ...(entry.endsWith('.ts') && { execArgv: ['--import', 'tsx'] }),
    });
    readers.set(kind, made);
    return made;
  };
  const resumes = createResumes(platform, {
    profiles,
    readFile: (file) => readerFor(file.ocr ? 'ocr' : 'text').read(file),
    publish: notifications.publish,
    isErased: (owner) => isErased(table, owner),
  });
  const applications = createApplications(platform, {
    jobOf: (actor, id) => jobs.find(actor, id),
    jobsOf: (actor, ids) => jobs.findMany(actor, ids),
    documentsOf: (owner) => documents.ofJobs(owner),
    textAt: (jobId, at) => jobs.versionOf(jobId, at),
    onStatus: async (owner, change) => {
      if (change.status === 'applied') await jobs.keepVersion(change.job.id);
      return matches.onStatus(owner, change);
    },
    onKept: (owner) => feeds.onKept(owner),
  });
  const jobs: Jobs = createJobs(platform, {
    personalOf: applications.personalOf,
    onChange: (jobIds) => [...matches.onJobsChange(jobIds), ...searches.onJobsChange(jobIds)],
    onCapture: (owner, jobId) => [...matches.onCapture(owner, jobId), ...feeds.onKept(owner)],
    onOpen: (job) => feeds.onOpen(job),
    // A recruiter's word stands until he takes it back.
    isBoard: (id) => id === OWN_SOURCE || sources.some((source) => source.id === id && source.kind === 'board'),
  });
  const feeds: Feeds = createFeeds(platform, {
    sources,
    jobs,
    searches: { wantedQueries: (page) => searches.wantedQueries(page) },
    keptBy: async (owner) => {
      const [kept, captured] = await Promise.all([applications.store.all(owner), jobs.captures(owner)]);
      const newest = captured
        .map(({ id }) => id)
        .sort()
        .slice(-100);
      const texts = await jobs.store.captureTexts(owner, newest);
      return [...kept, ...texts.values()].map(({ url }) => url);
    },
  });
  const employers = createEmployer(platform, { jobs });
  const matches: Matches = createMatches(platform, {
    profiles,
    jobs,
    applications,
    publish: (event) => searches.announce(event),
  });
  const searches: Searches = createSearches(platform, {
    profiles,
    postings: jobs,
    matches: {
      list: (actor, query) => matches.list(actor, query),
      scores: (actor, ids) => matches.scores(actor, ids),
      get: (actor, id) => matches.get(actor, id),
      dismissed: async (owner) => {
        const feedback = [...(await matches.store.feedback(owner)).values()];
        return new Set(feedback.filter((f) => f.hidden || f.rating === 'down').map((f) => f.jobId));
      },
    },
    personalOf: applications.personalOf,
    hasProfile: async (owner) => (await profiles.get(systemFor(owner))).version > 0,
    contactOf: auth.contactOf,
    publish: notifications.publish,
    mail: notifications.mail,
  });
  const documents = createDocuments(platform, { profiles, jobs, skills: skillsNamed });
  const advices = createAdvices(platform, { resumes, profiles, jobs });
  const privacy = createPrivacy(platform, {
    auth,
    stores: {
      notifications: notifications.store,
      profile: profiles.store,
      resumes: resumes.store,
      advice: advices.store,
      jobs: jobs.store,
      postings: employers.store,
      applications: applications.store,
      matches: matches.store,
      documents: documents.store,
      searches: searches.store,
      feeds: feeds.store,
    },
  });

  return {
    platform,
    auth,
    notifications,
    privacy,
    profiles,
    resumes,
    advices,
    jobs,
    employers,
    matches,
    searches,
    applications,
    documents,
    feeds,

    /** Whether stores and queues answer. */
    async health(): Promise<boolean> {
      try {
        await Promise.all([
          table.get({ pk: 'HEALTH', sk: 'HEALTH' }),
          platform.blobs.head('health', 1),
          platform.queue.ping(),
        ]);
        return true;
      } catch (error) {
        platform.log.warn('health.down', { error });
        return false;
      }
    },
    /** Starts what the first file and the first list would otherwise wait for; what fails here is tried again then. */
    warmUp: (): void => {
      readerFor('text');
      jobs.reader.get().catch(() => undefined);
    },
    close: async (): Promise<void> => {
      await Promise.all([...readers.values()].map((reader) => reader.close()));
    },
  };
}

export type Core = ReturnType<typeof createCore>;
