/** Advice on a person's files: the checks on what was read, what postings ask, and the score over time. */
import type { Jobs } from '#shared/job/job.service.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { kernelErrors } from '#shared/kernel/errors.ts';
import type { Platform } from '#shared/platform/platform.ts';
import type { Preferences } from '#shared/profile/profile.schema.ts';
import type { Profiles } from '#shared/profile/profile.service.ts';
import type { ResumeSummary } from '#shared/resume/resume.contract.ts';
import type { Reading } from '#shared/resume/resume.schema.ts';
import type { Resumes } from '#shared/resume/resume.service.ts';
import type { Advice, ScoreRecord } from './advice.schema.ts';
import { createAdviceStore } from './advice.store.ts';
import { ADVICE_VERSION, adviseOn, type FileAdvice } from './score.rules.ts';
import { type AdviceInput, subjectOf } from './subject.rules.ts';
import { targetingOf } from './targeting.rules.ts';

type Dependencies = {
  resumes: Pick<Resumes, 'data' | 'list'>;
  profiles: Pick<Profiles, 'preferences'>;
  jobs: { reader: { get(): Promise<Pick<Awaited<ReturnType<Jobs['reader']['get']>>, 'asked'>> } };
};

/** Files whose scores are shown beside the one asked for, the newest. */
const MOST_SHOWN = 10;
/** Postings that are looked at, the newest. */
const MOST_POSTINGS = 200;
const MOST_TITLES = 5;

export function createAdvices(platform: Platform, { resumes, profiles, jobs }: Dependencies) {
  const { clock, commit } = platform;
  const store = createAdviceStore(platform);

  const inputOf = (
    { fileName, size, uploadedAt }: ResumeSummary,
    { reading, country }: { reading: Reading; country: string | undefined },
  ): AdviceInput => ({
    reading,
    file: { name: fileName, bytes: size },
    asOf: uploadedAt.slice(0, 10),
    ...(country !== undefined && { country }),
  });

  const recordOf = ({ id, uploadedAt }: ResumeSummary, { score, parts }: FileAdvice): ScoreRecord => ({
    resumeId: id,
    at: uploadedAt,
    score,
    parts: parts.map(({ area, score: got, outOf }) => ({ area, score: got, outOf })),
    version: ADVICE_VERSION,
  });

  /** Keeps a score, unless it stands there already. */
  async function keep(owner: string, record: ScoreRecord, kept: readonly ScoreRecord[]): Promise<void> {
    const known = kept.find(({ resumeId, version }) => resumeId === record.resumeId && version === record.version);
    if (known !== undefined && known.score === record.score && hasSameChecks(known, record)) return;
    await commit(store.save(owner, record));
  }

  /** Scores of the person's other files; one that was never asked about, or by older rules only, is reckoned now. */
  async function othersOf(
    actor: Actor,
    options: { files: readonly ResumeSummary[]; kept: readonly ScoreRecord[]; country: string | undefined },
  ): Promise<ScoreRecord[]> {
    const { files, kept, country } = options;
    const records = await Promise.all(
      files.map(async (file): Promise<ScoreRecord[]> => {
        const known = kept.find(({ resumeId, version }) => resumeId === file.id && version === ADVICE_VERSION);
        if (known) return [known];
        const reading = await resumes.data(actor, file.id).catch(() => undefined);
        if (reading === undefined) return [];
        const record = recordOf(file, adviseOn(subjectOf(inputOf(file, { reading, country }))));
        await keep(actor.userId, record, kept);
        return [record];
      }),
    );
    return records.flat();
  }

  return {
    store,

    /** Throws `not_found` for a file that is not the person's, `resume.not_ready` before it was read. */
    async of(actor: Actor, resumeId: string): Promise<Advice> {
      const owner = actor.userId;
      const reading = await resumes.data(actor, resumeId);
      const [{ items }, preferences, kept, index] = await Promise.all([
        resumes.list(actor, { limit: 100 }),
        profiles.preferences(actor),
        store.all(owner),
        jobs.reader.get(),
      ]);
      const file = items.find(({ id }) => id === resumeId);
      if (file === undefined) throw kernelErrors.not_found();
      const country = preferences.country;
      const input = inputOf(file, { reading, country });
      const subject = subjectOf(input);
      const advice = adviseOn(subject);
      const titles = wantedTitles(preferences, reading);
      const { wanted, findings } = targetingOf(subject, {
        titles,
        ...index.asked(titles, {
          most: MOST_POSTINGS,
          now: clock.now(),
          country: country ?? reading.resume.basics?.location?.countryCode,
        }),
      });
      const own = recordOf(file, advice);
      await keep(owner, own, kept);
      for (const record of kept) if (!items.some(({ id }) => id === record.resumeId)) await store.remove(owner, record);
      const readable = items.filter(({ id, status }) => status === 'read' && id !== resumeId).slice(0, MOST_SHOWN - 1);
      const records = [own, ...(await othersOf(actor, { files: readable, kept, country }))];
      const names = new Map(items.map(({ id, fileName }) => [id, fileName]));
      return {
        resumeId,
        fileName: file.fileName,
        version: ADVICE_VERSION,
        score: advice.score,
        parts: advice.parts,
        findings: [...advice.findings, ...findings],
        wanted,
        history: records
          .toSorted((a, b) => (a.at < b.at ? -1 : 1))
          .map((record) => ({
            resumeId: record.resumeId,
            fileName: names.get(record.resumeId) ?? '',
            at: record.at,
            score: record.score,
            comparable: hasSameChecks(record, own),
          })),
        language: reading.language,
        notChecked: advice.notChecked,
      };
    },
  };
}

export type Advices = ReturnType<typeof createAdvices>;

/** The wished titles; without any, the person's own. */
function wantedTitles(preferences: Preferences, { resume }: Reading): string[] {
  if (preferences.titles.length > 0) return preferences.titles.slice(0, MOST_TITLES);
  const own = resume.work?.[0]?.position ?? resume.basics?.label;
  return own === undefined ? [] : [own];
}

/** Whether two scores come from the same number of points in each area. */
const hasSameChecks = (a: ScoreRecord, b: ScoreRecord): boolean =>
  a.version === b.version &&
  a.parts.length === b.parts.length &&
  a.parts.every(({ area, outOf }, i) => b.parts[i]?.area === area && b.parts[i]?.outOf === outOf);
