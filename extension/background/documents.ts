/** The files that go with an application: made for the posting, else the active resume, else the general one. */
import { documentContract } from '#shared/document/document.contract.ts';
import type { Generation } from '#shared/document/document.schema.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { resumeContract } from '#shared/resume/resume.contract.ts';
import type { Attachment } from '../page/page-tools.ts';
import { type DocumentFile, read, stored } from '../storage.ts';
import { toBase64 } from './base64.ts';
import { call } from './session.ts';

const POLL_MS = 1_000;
/** Documents that take longer than this are left out of the fill; the portal shows them when they are done. */
const GIVE_UP_MS = 90_000;
const FINISHED: readonly Generation['status'][] = ['done', 'failed'];

/** Called at every look; a rejection ends the waiting. */
type OnProgress = (value: number | undefined) => Promise<void>;
type Started = { generationId: string; finished?: Generation };

/** Starts making a resume and a letter for a job. `jobId` is a job's, or `external` for the general resume. */
export async function startDocuments(jobId: string, idempotencyKey: string): Promise<Started> {
  const answer = await call(documentContract.generate, {
    params: { jobId },
    body: jobId === 'external' ? { kinds: ['resume'] } : {},
    headers: { prefer: 'wait=25', 'idempotency-key': idempotencyKey },
  });
  if ('generationId' in answer) return { generationId: answer.generationId };
  return { generationId: answer.id, ...(FINISHED.includes(answer.status) ? { finished: answer } : {}) };
}

/** Waits until a generation is finished. Rejects with `document.timeout` after 90 s. */
export async function awaitDocuments(generationId: string, onProgress: OnProgress): Promise<Generation> {
  const until = Date.now() + GIVE_UP_MS;
  while (Date.now() < until) {
    const state = await call(documentContract.generation, { params: { id: generationId } });
    if (FINISHED.includes(state.status)) return state;
    await onProgress(state.progress);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new AppError('document.timeout', {
    kind: 'unavailable',
    message: 'The documents are taking longer than usual. You will find them in the portal.',
  });
}

/** The files of a finished generation, named after the person. */
export async function filesOf(made: Generation): Promise<DocumentFile[]> {
  const name = fileStem((await read(stored.profile))?.resume.basics?.name ?? (await read(stored.account))?.name ?? '');
  return made.documents.map(({ id, kind, text }) => ({
    id,
    origin: 'document' as const,
    kind,
    fileName: `${name}${kind === 'resume' ? 'Resume' : 'Cover Letter'}.pdf`,
    ...(kind === 'coverLetter' ? { text } : {}),
  }));
}

/** The resume the person chose as active, as they uploaded it; undefined where there is none. */
export async function activeResume(): Promise<DocumentFile | undefined> {
  const { items } = await call(resumeContract.list);
  const active = items.find((one) => one.active && one.status !== 'awaiting_upload');
  if (active === undefined) return undefined;
  return { id: active.id, origin: 'resume', kind: 'resume', fileName: active.fileName };
}

/** A file and the formats it can be had in, best first: sites differ in what they take. */
export const formatsOf = (file: DocumentFile): readonly ('pdf' | 'docx')[] =>
  file.origin === 'resume' ? ['pdf'] : ['pdf', 'docx'];

/** What the file is called in a format; a resume keeps the name it was uploaded with. */
export const nameIn = (file: DocumentFile, format: 'pdf' | 'docx'): string =>
  file.origin === 'resume' ? file.fileName : file.fileName.replace(/\.\w+$/, `.${format}`);

/** The bytes of a file. A resume is given as it was uploaded, whatever `format` says. */
export async function fetchFile(file: DocumentFile, format: 'pdf' | 'docx' = 'pdf'): Promise<Attachment> {
  const blob = await (file.origin === 'resume'
    ? call(resumeContract.download, { params: { id: file.id } })
    : call(documentContract.download, { params: { id: file.id }, query: { format } }));
  const name = nameIn(file, format);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if (bytes.length === 0)
    throw new AppError('document.empty', { kind: 'unavailable', message: `${name} arrived empty. Try again.` });
  return { name, type: typeOf(name, blob.type), base64: toBase64(bytes) };
}

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
};

const typeOf = (name: string, served: string): string =>
  TYPES[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? (served === '' ? 'application/octet-stream' : served);

/** Letters, digits and dots of a name with a dash after it; application sites choke on the rest. */
const fileStem = (name: string): string => {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}. -]+/gu, '')
    .trim()
    .slice(0, 80);
  return plain === '' ? '' : `${plain} - `;
};
