/**
 * Uploaded files: taking them in, having them read, and giving back what was read.
 * Over 300 lines because every state of an upload and the steps between them are one story.
 */
import { type Actor, systemFor } from '#shared/kernel/actor.ts';
import { AppError, kernelErrors } from '#shared/kernel/errors.ts';
import { newId } from '#shared/kernel/ids.ts';
import { message } from '#shared/kernel/task.ts';
import { attachmentNamed, bareFileName } from '#shared/kernel/text.ts';
import { isoNow } from '#shared/platform/clock.ts';
import { pageOf } from '#shared/platform/paging.ts';
import type { Platform } from '#shared/platform/platform.ts';
import type { Profiles } from '#shared/profile/profile.service.ts';
import { mayHelp } from './failure.rules.ts';
import { sniffFormat } from './format.rules.ts';
import { createHelp } from './help.service.ts';
import type { ResumeSummary } from './resume.contract.ts';
import { resumeErrors } from './resume.errors.ts';
import { RESUME_MAX_BYTES, type Reading } from './resume.schema.ts';
import { createResumeStore, type StoredResume } from './resume.store.ts';
import { ocrResume, readResume } from './resume.tasks.ts';
import { decided } from './review.rules.ts';
import type { Review, ReviewChange } from './review.schema.ts';

/** Reads bytes in a worker with limits; throws `resume.*`. `ocr` allows the slow path for pages without text. */
export type ReadFile = (file: {
  bytes: Uint8Array;
  fileName: string;
  password?: string;
  asOf: string;
  ocr: boolean;
  /** Told after each page that was read from its picture. */
  onProgress?: (progress: { page: number; of: number }) => void;
}) => Promise<Reading>;

export type Publish = (event: {
  owner: string;
  type: 'resume.progress' | 'resume.completed' | 'resume.failed';
  data: Record<string, unknown>;
}) => Promise<void>;

type Dependencies = {
  profiles: Profiles;
  readFile: ReadFile;
  publish: Publish;
  isErased: (owner: string) => Promise<boolean>;
};

/** Files above this go by ticket in the cloud: API Gateway hands at most 6 MB to a function, base64 takes a third. */
const CLOUD_MULTIPART_BYTES = 4 * 1024 * 1024;
const MAX_RESUMES = 100;

export function createResumes(platform: Platform, { profiles, readFile, publish, isErased }: Dependencies) {
  const { clock, blobs, cipher, config, log } = platform;
  const store = createResumeStore(platform);
  const help = createHelp({ llm: platform.llm, model: config.openai.model });

  async function owned(actor: Actor, id: string): Promise<StoredResume> {
    const resume = await store.of(actor.userId, id);
    if (resume === undefined) throw kernelErrors.not_found();
    return resume;
  }

  async function begin(
    actor: Actor,
    file: { fileName: string; size: number; contentType: string },
  ): Promise<StoredResume> {
    if ((await store.all(actor.userId)).resumes.length >= MAX_RESUMES) throw resumeErrors.too_many();
    const now = clock.now();
    return {
      ...file,
      id: newId('resume', now),
      status: 'awaiting_upload',
      progress: 0,
      attempt: 1,
      uploadedAt: isoNow(clock),
    };
  }

  /** Keeps checked bytes and hands them to the reader; the row and the task are written together. */
  async function accept(
    actor: Actor,
    options: { resume: StoredResume; bytes: Uint8Array; known: boolean },
  ): Promise<{ resumeId: string }> {
    const { resume, bytes, known } = options;
    const owner = actor.userId;
    const queued: StoredResume = { ...resume, size: bytes.byteLength, status: 'queued', progress: 0.05 };
    await store.saveFile(owner, resume.id, { bytes, contentType: resume.contentType });
    await platform.commit(
      [
        known
          ? store.update(owner, resume.id, {
              status: 'queued',
              progress: 0.05,
              size: bytes.byteLength,
              attempt: resume.attempt,
            })
          : store.create(owner, queued),
      ],
      [message(readResume, { owner, resumeId: resume.id, attempt: resume.attempt })],
    );
    return { resumeId: resume.id };
  }

  async function again(actor: Actor, resume: StoredResume, password?: string): Promise<{ resumeId: string }> {
    const owner = actor.userId;
    const attempt = resume.attempt + 1;
    // What an earlier attempt read is not what this one will have read.
    await store.removeReading(owner, resume.id);
    const sealed = password === undefined ? {} : { password: cipher.seal({ owner, field: 'password' }, password) };
    await platform.commit(
      [store.update(owner, resume.id, { status: 'queued', progress: 0.05, attempt })],
      [message(readResume, { owner, resumeId: resume.id, attempt, ...sealed })],
    );
    return { resumeId: resume.id };
  }

  async function fail(owner: string, target: { resumeId: string; attempt: number }, error: AppError): Promise<void> {
    const shown = { code: error.code, message: error.message };
    await platform.commit([
      store.update(owner, target.resumeId, { status: 'failed', progress: 1, attempt: target.attempt, error: shown }),
    ]);
    await publish({ owner, type: 'resume.failed', data: { resumeId: target.resumeId, error: shown } });
  }

  const status = ({ id, status, progress, error, pages }: StoredResume) => ({
    id,
    status,
    progress,
    ...(error && { error }),
    ...(status === 'reading' && pages && { pages }),
  });
  const summary = (resume: StoredResume, active: string | undefined): ResumeSummary => ({
    ...status(resume),
    fileName: resume.fileName,
    size: resume.size,
    active: resume.id === active,
    uploadedAt: resume.uploadedAt,
  });

  /** Makes the resume the one that counts; what it says fills the profile's gaps. */
  async function activate(actor: Actor, id: string): Promise<ResumeSummary> {
    const resume = await owned(actor, id);
    if (resume.status !== 'read') throw resumeErrors.not_ready();
    const reading = await store.reading(actor.userId, id);
    await profiles.merge(actor, {
      resumeId: id,
      read: reading?.resume ?? {},
      writes: [store.activate(actor.userId, id)],
    });
    return summary(resume, id);
  }

  return {
    store,

    /** A ticket for a browser. The store itself enforces size and type of what is posted. */
    async create(actor: Actor, file: { fileName: string; size: number; contentType: string }) {
      if (file.size === 0) throw resumeErrors.empty_file();
      if (file.size > RESUME_MAX_BYTES) throw resumeErrors.too_large();
      const resume = await begin(actor, {
        ...file,
        fileName: bareFileName(file.fileName),
        contentType: file.contentType || 'application/octet-stream',
      });
      await platform.commit([store.create(actor.userId, resume)]);
      const upload = await blobs.uploadTicket(store.uploadKey(actor.userId, resume.id), {
        maxBytes: RESUME_MAX_BYTES,
        contentType: resume.contentType,
      });
      return { resumeId: resume.id, upload };
    },

    /** Repeating it is harmless: a file that was taken in already stays as it is. */
    async uploaded(actor: Actor, id: string) {
      const resume = await owned(actor, id);
      if (resume.status !== 'awaiting_upload') return { resumeId: id };
      const key = store.uploadKey(actor.userId, id);
      const bytes = await blobs.get(key);
      if (bytes === undefined) throw resumeErrors.not_uploaded();
      sniffFormat(bytes, resume.fileName);
      const accepted = await accept(actor, { resume, bytes, known: true });
      await blobs.remove([key]);
      return accepted;
    },

    /** The whole file in one request. */
    async upload(actor: Actor, file: { fileName: string; contentType: string; bytes: Uint8Array }) {
      const size = file.bytes.byteLength;
      if (size > RESUME_MAX_BYTES) throw resumeErrors.too_large();
      if (config.mode === 'cloud' && size > CLOUD_MULTIPART_BYTES) throw resumeErrors.use_ticket();
      sniffFormat(file.bytes, file.fileName);
      const { fileName, contentType } = file;
      const resume = await begin(actor, {
        fileName: bareFileName(fileName),
        size,
        contentType: contentType.slice(0, 200),
      });
      return accept(actor, { resume, bytes: file.bytes, known: false });
    },

    status: async (actor: Actor, id: string) => status(await owned(actor, id)),

    async data(actor: Actor, id: string): Promise<Reading> {
      const reading = await store.reading(actor.userId, id);
      if (reading !== undefined) return reading;
      await owned(actor, id);
      throw resumeErrors.not_ready();
    },

    async review(actor: Actor, id: string): Promise<Review> {
      await owned(actor, id);
      return store.review(actor.userId, id);
    },

    /** Decisions of two devices at once are both kept: the later save is repeated on top of the earlier. */
    async decide(actor: Actor, { id, decisions: change }: ReviewChange & { id: string }): Promise<Review> {
      await owned(actor, id);
      for (let attempt = 1; ; attempt++) {
        const current = await store.review(actor.userId, id);
        const decisions = decided(current.decisions, change);
        try {
          await platform.commit(store.saveReview(actor.userId, id, { decisions, version: current.version + 1 }));
          return { decisions };
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'table.condition_failed') throw error;
          if (error.details?.index === 0) throw kernelErrors.not_found();
          if (attempt === 5) throw error;
        }
      }
    },

    unlock: async (actor: Actor, { id, password }: { id: string; password: string }) =>
      again(actor, await owned(actor, id), password),

    /** What cannot end otherwise is not read again: its answer stands. */
    async retry(actor: Actor, id: string) {
      const resume = await owned(actor, id);
      const { status, error, attempt } = resume;
      if (status === 'awaiting_upload') throw resumeErrors.not_uploaded();
      if (status === 'failed' && error !== undefined && !mayHelp(error.code, attempt)) return { resumeId: id };
      return again(actor, resume);
    },

    async list(actor: Actor, query: { limit: number; offset?: number | undefined; cursor?: string | undefined }) {
      const { offset, page } = pageOf(cipher, { list: 'resumes', owner: actor.userId, query });
      const { resumes, active } = await store.all(actor.userId);
      const items = resumes.slice(offset, offset + query.limit).map((resume) => summary(resume, active));
      return { items, page: page(resumes.length) };
    },

    /** Bytes as an attachment, or in the cloud above 4 MB a redirect to an address valid 60 s. */
    async download(actor: Actor, id: string): Promise<Response> {
      const resume = await owned(actor, id);
      if (config.mode === 'cloud' && resume.size > CLOUD_MULTIPART_BYTES)
        return new Response(null, {
          status: 303,
          headers: { location: await store.downloadUrl(actor.userId, resume) },
        });
      const bytes = await store.file(actor.userId, id);
      if (bytes === undefined) throw resumeErrors.not_uploaded();
      return attachment(bytes, resume);
    },

    activate,

    /** Where it was the active one, the newest of those that remain takes its place. */
    async remove(actor: Actor, id: string): Promise<void> {
      await owned(actor, id);
      const counted = (await store.active(actor.userId)) === id;
      await store.remove(actor.userId, id);
      const next = counted
        ? (await store.all(actor.userId)).resumes.find(({ status }) => status === 'read')
        : undefined;
      if (next !== undefined) await activate(actor, next.id);
    },

    /** The bytes of the active resume, for attaching where there is no posting. */
    async activeFile(actor: Actor): Promise<StoredResume | undefined> {
      const id = await store.active(actor.userId);
      return id === undefined ? undefined : store.of(actor.userId, id);
    },

    /**
     * The task: reads the file, merges it into the profile, says so. Delivered again it finds the work done and stops;
     * a file that kills its reader fails alone.
     */
    async read(
      {
        owner,
        resumeId,
        attempt,
        password,
      }: { owner: string; resumeId: string; attempt: number; password?: string | undefined },
      { ocr }: { ocr: boolean },
    ): Promise<void> {
      const resume = await store.of(owner, resumeId);
      if (resume === undefined || resume.attempt !== attempt || resume.status === 'read' || resume.status === 'failed')
        return;
      if (await isErased(owner)) return;
      const target = { resumeId, attempt };
      await platform.commit([store.update(owner, resumeId, { status: 'reading', progress: ocr ? 0.4 : 0.2, attempt })]);
      await publish({ owner, type: 'resume.progress', data: { resumeId, progress: ocr ? 0.4 : 0.2 } });
      const bytes = await store.file(owner, resumeId);
      if (bytes === undefined) return fail(owner, target, resumeErrors.not_uploaded());
      let reading: Reading;
      // One page after the other, and all of them before the end, so that nothing later is overwritten.
      let told = Promise.resolve();
      const onProgress = ({ page, of }: { page: number; of: number }): void => {
        const pages = { done: page, of };
        const progress = 0.4 + 0.5 * (page / Math.max(page, of));
        told = told
          .then(async () => {
            await platform.commit([store.update(owner, resumeId, { status: 'reading', progress, pages, attempt })]);
            await publish({ owner, type: 'resume.progress', data: { resumeId, progress, pages } });
          })
          .catch((error: unknown) => log.warn('resume.progress_lost', { error, resumeId }));
      };
      try {
        const secret = password === undefined ? {} : { password: cipher.open({ owner, field: 'password' }, password) };
        reading = await readFile({
          bytes,
          fileName: resume.fileName,
          asOf: resume.uploadedAt,
          ocr,
          onProgress,
          ...secret,
        });
        await told;
      } catch (error) {
        await told;
        // Ours, not the file's: the queue brings it back.
        if (!(error instanceof AppError) || error.kind === 'internal') throw error;
        if (error.code === 'resume.needs_ocr')
          return platform.commit(
            [],
            [message(ocrResume, { owner, resumeId, attempt, ...(password !== undefined && { password }) })],
          );
        log.info('resume.unreadable', { code: error.code, resumeId });
        return fail(owner, target, error);
      }
      await store.saveReading(owner, resumeId, reading);
      const helped = await help(reading, { owner, asOf: resume.uploadedAt });
      if (helped.ai !== undefined) await store.saveReading(owner, resumeId, helped);
      const first = (await store.active(owner)) === undefined;
      const writes = [store.finish(owner, resumeId, attempt), ...(first ? [store.activate(owner, resumeId)] : [])];
      try {
        await profiles.merge(systemFor(owner), { resumeId, read: helped.resume, writes });
      } catch (error) {
        const now = await store.of(owner, resumeId);
        // Deleted while it was read: what was just written must not outlive it.
        if (now === undefined) return store.removeFiles(owner, resumeId);
        // Delivered twice at the same time: the other delivery has finished it and told the person.
        if (now.attempt === attempt && now.status === 'read') return;
        throw error;
      }
      await publish({ owner, type: 'resume.completed', data: { resumeId } });
    },

    /** Called when a task was given up: the person sees it and can try again. */
    giveUp: (message: { owner: string; resumeId: string; attempt: number }) =>
      fail(message.owner, message, resumeErrors.too_complex()),
  };
}

export type Resumes = ReturnType<typeof createResumes>;

/** A download that no browser will run: always an attachment, never sniffed. */
function attachment(bytes: Uint8Array, { fileName, contentType }: StoredResume): Response {
  return new Response(bytes.slice().buffer, {
    headers: {
      'content-type': /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream',
      'content-disposition': attachmentNamed(fileName),
      'x-content-type-options': 'nosniff',
    },
  });
}
