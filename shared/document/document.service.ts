/** Tailored documents: asked for, made by a task, kept, given out. Without a model the result stands; with one only its wording changes. Long: one service, the whole life of a document. */
import { jobErrors } from '#shared/job/job.errors.ts';
import type { Job } from '#shared/job/job.schema.ts';
import { type Actor, systemFor } from '#shared/kernel/actor.ts';
import { AppError, kernelErrors } from '#shared/kernel/errors.ts';
import { newId } from '#shared/kernel/ids.ts';
import { message, type TaskPayload } from '#shared/kernel/task.ts';
import { attachmentNamed } from '#shared/kernel/text.ts';
import { isoNow } from '#shared/platform/clock.ts';
import { createOutside, type Outside } from '#shared/platform/outside.ts';
import { pageOf } from '#shared/platform/paging.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { isErased } from '#shared/platform/tombstone.ts';
import type { Profile } from '#shared/profile/profile.schema.ts';
import type { DocumentSummary, GenerateBody } from './document.contract.ts';
import { documentErrors } from './document.errors.ts';
import type { Generation, Warning } from './document.schema.ts';
import {
  createDocumentStore,
  type StoredDocument,
  type StoredGeneration,
  type StoredRequest,
} from './document.store.ts';
import { generateDocuments } from './document.tasks.ts';
import { evidenceOf, type Posting, type Sources } from './facts.rules.ts';
import type { DocumentModel } from './model.schema.ts';
import { postingOfPage } from './posting-page.rules.ts';
import type { FontLoader } from './render/font.source.ts';
import { renderText } from './render/text.render.ts';
import type { SkillFinder } from './requirements.rules.ts';
import { tailor } from './tailor.rules.ts';
import { textOf, traceOf } from './text.rules.ts';
import { lockSentences } from './truth-lock.rules.ts';
import { toWord, WordingAnswer, withWording, wordingPrompt } from './wording.prompt.ts';

type Dependencies = {
  readonly profiles: { get(actor: Actor): Promise<Profile> };
  readonly jobs: {
    /** A posting this person may see, or nothing. */
    find(actor: Pick<Actor, 'userId'>, id: string): Promise<Job | undefined>;
  };
  readonly skills?: SkillFinder;
  readonly fonts?: FontLoader;
  readonly outside?: Outside;
};

const POLL_MS = 150;

export function createDocuments(
  platform: Platform,
  { profiles, jobs, skills, fonts, outside = createOutside() }: Dependencies,
) {
  const { clock, config, log, llm, table } = platform;
  const store = createDocumentStore(platform);

  async function owned(actor: Actor, id: string): Promise<StoredDocument> {
    const document = await store.document(actor.userId, id);
    if (document === undefined) throw kernelErrors.not_found();
    return document;
  }

  const postingOf = ({ title, company, description, skills: named, location }: Job): Posting => ({
    title,
    company,
    description,
    skills: named,
    country: location.country,
  });

  /** What the caller means by the job in the path: one of ours, one they describe, an address, or none. */
  async function target(
    actor: Actor,
    jobId: string,
    body: GenerateBody,
  ): Promise<{ posting?: Posting; jobUrl?: string; jobId?: string }> {
    if (jobId !== 'external') {
      const job = await jobs.find(actor, jobId);
      if (job === undefined) throw kernelErrors.not_found();
      return { posting: postingOf(job), jobId: job.id };
    }
    const url = body.job === undefined ? body.jobUrl : body.job.url;
    // The address beside a pasted posting is never fetched; on one machine it may be the demo page of this very server.
    const ownPage = body.job !== undefined && url !== undefined && config.mode === 'local' && isLoopbackPage(url);
    const none = url === undefined || (url === '' && body.job !== undefined);
    if (!none && !ownPage) await allowed(url);
    if (body.job !== undefined) {
      const { title, company, description } = body.job;
      return { posting: { title, company, description } };
    }
    return url === undefined ? {} : { jobUrl: url };
  }

  /** The posting an edited document answers: one we do not have is known from its own generation only. */
  const answeredBy = async (
    owner: string,
    { generationId }: StoredDocument,
  ): Promise<Pick<StoredRequest, 'posting' | 'jobUrl'> | undefined> => store.request(owner, generationId);

  const allowed = (url: string): Promise<void> =>
    outside.check(url).catch((error) => {
      throw error instanceof AppError && error.code === 'outside.not_allowed'
        ? jobErrors.url_not_allowed({ cause: error })
        : error;
    });

  async function view(owner: string, { id, status, progress, made, error }: StoredGeneration): Promise<Generation> {
    const [contents, warnings] = await Promise.all([
      Promise.all(made.map((documentId) => store.content(owner, documentId))),
      status === 'done' ? store.warnings(owner, id) : [],
    ]);
    const documents = contents.flatMap((content) => content?.document ?? []);
    return { id, status, documents, warnings, progress, ...(error && { error }) };
  }

  async function pageAt(url: string): Promise<Posting> {
    const page = await outside.read(url);
    const posting = postingOfPage(page.text);
    if (posting === undefined) throw documentErrors.posting_unreadable();
    return posting;
  }

  /** A model may word the letter better; what it says beyond the facts is dropped and reported, its sentence stays ours. */
  async function word(
    owner: string,
    input: { model: DocumentModel; sources: Sources; tone: StoredRequest['tone'] },
  ): Promise<{ model: DocumentModel; warnings: Warning[]; used: boolean }> {
    const { model, sources, tone = 'neutral' } = input;
    const unchanged = { model, warnings: [], used: false };
    const lines = llm.enabled && sources.job ? toWord(model, evidenceOf(sources)) : [];
    if (lines.length === 0 || sources.job === undefined) return unchanged;
    const prompt = wordingPrompt({ lines, posting: sources.job, language: model.language, tone });
    const answer = await llm.complete({ owner, ...prompt, schema: WordingAnswer, maxTokens: 2500 });
    if (!answer.ok) {
      const text =
        answer.reason === 'budget'
          ? 'Your budget for better wording is used up for today.'
          : 'The wording service did not answer.';
      return {
        ...unchanged,
        warnings:
          answer.reason === 'off'
            ? []
            : [{ code: `ai_${answer.reason}`, text: `${text} The sentences are the plain ones.` }],
      };
    }
    const warnings: Warning[] = [];
    const worded = new Map<number, { text: string; evidence: string[] }>();
    for (const { id, text, evidence } of answer.value.lines) {
      const asked = lines.find((line) => line.id === id);
      // A fact of another sentence is not this one's evidence.
      const paths = evidence.filter((path) => asked?.line.evidence.includes(path));
      if (asked === undefined || text.trim() === '') continue;
      const { kept, dropped } = lockSentences([{ text: text.trim(), evidence: paths }], sources);
      if (kept[0] !== undefined) worded.set(id, kept[0]);
      for (const { text: said, reason } of dropped)
        warnings.push({ code: 'unsupported_claim', text: `Left out “${said}”: ${reason}.` });
    }
    return { model: withWording(model, worded), warnings, used: worded.size > 0 };
  }

  async function fail(owner: string, id: string, error: AppError): Promise<void> {
    const shown = { code: error.code, message: error.message };
    await moveOn(() =>
      platform.commit([store.advance(owner, id, { stage: 2, status: 'failed', progress: 1, error: shown })]),
    );
  }

  /** False when the state stands there already: another delivery was faster. */
  async function moveOn(write: () => Promise<void>): Promise<boolean> {
    try {
      await write();
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'table.condition_failed') return false;
      throw error;
    }
  }

  async function make(owner: string, generation: StoredGeneration): Promise<void> {
    const request = await store.request(owner, generation.id);
    if (request === undefined) throw documentErrors.failed();
    const actor = systemFor(owner);
    const profile = await profiles.get(actor);
    const job = request.posting ?? (request.jobUrl === undefined ? undefined : await pageAt(request.jobUrl));
    const edited = request.edits === undefined ? undefined : await store.content(owner, request.edits.documentId);
    if (request.edits !== undefined && edited === undefined) throw kernelErrors.not_found();
    const now = new Date(clock.now());
    const facts = { resume: profile.resume, answers: profile.answers };
    const result = tailor({
      profile: facts,
      job,
      kinds: request.kinds,
      tone: request.tone,
      language: request.language,
      skills,
      now,
      ...(edited && request.edits && { edits: { model: edited.model, lines: request.edits.lines } }),
    });
    const sources: Sources = { profile: facts, job, now: now.toISOString().slice(0, 10) };
    const warnings = [...result.warnings];
    let wording: 'own' | 'model' = 'own';
    const documents: StoredDocument[] = [];
    for (const { kind, model: composed } of result.documents) {
      // What a person has edited is theirs; no model touches it.
      const byHand = edited?.model.kind === kind;
      const worded = byHand
        ? { model: composed, warnings: [], used: false }
        : await word(owner, { model: composed, sources, tone: request.tone });
      if (worded.used) wording = 'model';
      const { model } = worded;
      const files = await (await renderers()).renderFiles(model, {
        requirements: result.requirements,
        now,
        ...(fonts && { fonts }),
      });
      warnings.push(...worded.warnings, ...files.warnings);
      if (files.pdf === undefined && files.docx === undefined) throw documentErrors.misread();
      const id = generation.documentIds[kind];
      const { pdf, docx, atsReport } = files;
      await Promise.all([
        store.saveContent(owner, id, {
          model,
          document: { id, kind, text: textOf(model), trace: traceOf(model), atsReport },
        }),
        pdf && store.saveFile(owner, id, { format: 'pdf', bytes: pdf }),
        docx && store.saveFile(owner, id, { format: 'docx', bytes: docx }),
      ]);
      documents.push({
        id,
        kind,
        generationId: generation.id,
        ...(generation.jobId !== undefined && { jobId: generation.jobId }),
        title: job?.title ?? '',
        company: job?.company ?? '',
        fileName: model.fileName,
        formats: [...(pdf ? (['pdf'] as const) : []), ...(docx ? (['docx'] as const) : []), 'txt'],
        size: pdf?.byteLength ?? docx?.byteLength ?? 0,
        createdAt: now.toISOString(),
      });
    }
    await store.saveWarnings(owner, generation.id, warnings);
    const made = documents.map(({ id }) => id);
    const set = { stage: 2, status: 'done' as const, progress: 1, made, wording, profileVersion: profile.version };
    await moveOn(() => platform.commit(store.finish(owner, { id: generation.id, set }, documents)));
  }

  return {
    store,

    /** Takes the wish in; the task makes the documents. */
    async request(
      actor: Actor,
      { jobId, ...body }: GenerateBody & { jobId: string },
    ): Promise<{ generationId: string }> {
      const owner = actor.userId;
      const found = await target(actor, jobId, body);
      const edited = body.edits === undefined ? undefined : await owned(actor, body.edits.documentId);
      const answered = edited && (await answeredBy(owner, edited));
      const id = newId('generation', clock.now());
      // An edit without more said is about the edited document alone.
      const kinds = body.kinds ?? (edited === undefined ? undefined : [edited.kind]);
      await store.saveRequest(owner, id, {
        ...(kinds && { kinds }),
        ...(body.tone && { tone: body.tone }),
        ...(body.language && { language: body.language }),
        ...(answered?.posting && { posting: answered.posting }),
        ...(answered?.jobUrl && { jobUrl: answered.jobUrl }),
        ...(found.posting && { posting: found.posting }),
        ...(found.jobUrl && { jobUrl: found.jobUrl }),
        ...(body.edits && { edits: body.edits }),
      });
      const generation: StoredGeneration = {
        id,
        stage: 0,
        status: 'queued',
        progress: 0,
        ...(found.jobId !== undefined && { jobId: found.jobId }),
        documentIds: { resume: newId('document', clock.now()), coverLetter: newId('document', clock.now()) },
        made: [],
        createdAt: isoNow(clock),
      };
      await platform.commit(store.create(owner, generation), [message(generateDocuments, { owner, generationId: id })]);
      return { generationId: id };
    },

    async generation(actor: Actor, id: string): Promise<Generation> {
      const generation = await store.generation(actor.userId, id);
      if (generation === undefined) throw kernelErrors.not_found();
      return view(actor.userId, generation);
    },

    /** The generation once it is done or failed, or `undefined` when `seconds` of real time were not enough. */
    async waitFor(actor: Actor, { id, seconds }: { id: string; seconds: number }): Promise<Generation | undefined> {
      const end = performance.now() + seconds * 1000;
      for (;;) {
        const generation = await store.generation(actor.userId, id);
        if (generation === undefined) throw kernelErrors.not_found();
        if (generation.stage >= 2) return view(actor.userId, generation);
        const left = end - performance.now();
        if (left <= 0) return undefined;
        await new Promise((resolve) => setTimeout(resolve, Math.min(POLL_MS, left)));
      }
    },

    async list(
      actor: Actor,
      query: {
        jobId?: string | undefined;
        limit: number;
        offset?: number | undefined;
        cursor?: string | undefined;
      },
    ) {
      const { jobId, limit } = query;
      const { offset, page } = pageOf(platform.cipher, { list: 'documents', owner: actor.userId, query });
      const all = (await store.all(actor.userId)).filter((document) => jobId === undefined || document.jobId === jobId);
      const items = all
        .slice(offset, offset + limit)
        .map((document): DocumentSummary => ({ ...document, formats: [...document.formats] }));
      return { items, page: page(all.length) };
    },

    /** What was made for which posting, newest first. */
    async ofJobs(owner: string): Promise<{ id: string; kind: string; jobId: string; createdAt: string }[]> {
      return (await store.all(owner)).flatMap(({ id, kind, jobId, createdAt }) =>
        jobId === undefined ? [] : [{ id, kind, jobId, createdAt }],
      );
    },

    /** Bytes as an attachment. Text is made from the content at the moment of asking. */
    async download(actor: Actor, { id, format }: { id: string; format: 'pdf' | 'docx' | 'txt' }): Promise<Response> {
      const document = await owned(actor, id);
      const owner = actor.userId;
      if (format === 'txt') {
        const content = await store.content(owner, id);
        if (content === undefined) throw kernelErrors.not_found();
        return attachment(renderText(content.model), {
          name: `${document.fileName}.txt`,
          type: 'text/plain; charset=utf-8',
        });
      }
      const bytes = document.formats.includes(format) ? await store.file(owner, id, format) : undefined;
      if (bytes === undefined) throw documentErrors.format_unavailable();
      const type =
        format === 'pdf'
          ? 'application/pdf'
          : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
      return attachment(bytes, { name: `${document.fileName}.${format}`, type });
    },

    async rate(actor: Actor, { id, rating, comment }: { id: string; rating: number; comment?: string | undefined }) {
      await owned(actor, id);
      await platform.commit([store.rate(actor.userId, id, { rating, comment })]);
      return { rating, ...(comment !== undefined && { comment }) };
    },

    /** The task. Delivered again it finds the work done, or does it again under the same ids. */
    async generate({ owner, generationId }: TaskPayload<typeof generateDocuments>): Promise<void> {
      const generation = await store.generation(owner, generationId);
      if (generation === undefined || generation.stage >= 2 || (await isErased(table, owner))) return;
      const begun = await moveOn(() =>
        platform.commit([store.advance(owner, generationId, { stage: 1, status: 'running', progress: 0.2 })]),
      );
      if (!begun) return;
      try {
        await make(owner, generation);
      } catch (error) {
        if (!(error instanceof AppError) || error.code.startsWith('table.')) throw error;
        log.info('document.failed', { code: error.code, generationId });
        await fail(owner, generationId, error);
      }
    },

    /** The task will not be delivered again. */
    giveUp: ({ owner, generationId }: TaskPayload<typeof generateDocuments>): Promise<void> =>
      fail(owner, generationId, documentErrors.failed()),
  };
}

const isLoopbackPage = (url: string): boolean =>
  URL.canParse(url) &&
  /^https?:$/.test(new URL(url).protocol) &&
  /^(?:localhost|127\.0\.0\.1)$/.test(new URL(url).hostname);

export type Documents = ReturnType<typeof createDocuments>;

/** A download that no browser will run: always an attachment, never sniffed. */
function attachment(bytes: Uint8Array, { name, type }: { name: string; type: string }): Response {
  return new Response(bytes.slice().buffer, {
    headers: {
      'content-type': type,
      'content-disposition': attachmentNamed(name),
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Loaded with the first document: typesetting costs every start a second otherwise. */
const renderers = () => import('./files.render.ts');
