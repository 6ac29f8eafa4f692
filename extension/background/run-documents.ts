/** The files of a run: made for its posting, else the resume there is. */
import type { Run } from '../storage.ts';
import { activeResume, awaitDocuments, filesOf, startDocuments } from './documents.ts';
import { failure } from './run-failure.ts';
import { updateRun } from './run-state.ts';

/** Makes the documents for a job, once per run however often the worker is stopped meanwhile. */
export async function makeDocuments(run: Run, jobId: string): Promise<{ files: Run['documents']; warnings: string[] }> {
  let generationId = run.generation?.jobId === jobId ? run.generation.id : undefined;
  let finished: Awaited<ReturnType<typeof awaitDocuments>> | undefined;
  if (generationId === undefined) {
    const begun = await startDocuments(jobId, `${run.id}-${jobId}`);
    generationId = begun.generationId;
    finished = begun.finished;
    await updateRun(run, () => ({ generation: { id: begun.generationId, jobId } }));
  }
  const onProgress = async (value: number | undefined) => {
    await updateRun(run, () => (value === undefined ? {} : { done: Math.round(value * 100), total: 100 }));
  };
  const made = finished ?? (await awaitDocuments(generationId, onProgress));
  if (made.status === 'failed')
    throw failure('documents', made.error?.message ?? 'The server could not make them. Try again later.');
  return { files: await filesOf(made), warnings: [...new Set(made.warnings.map((warning) => warning.text))] };
}

/** The active resume, else the general one made from the profile. */
export async function plainResume(run: Run): Promise<Run['documents']> {
  const active = await activeResume();
  if (active !== undefined) return [active];
  const { files } = await makeDocuments(run, 'external');
  return files.filter((file) => file.kind === 'resume');
}
