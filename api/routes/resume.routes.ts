import { contract } from '#shared/contract.ts';
import type { Core } from '#shared/core.ts';
import { requestErrors } from '#shared/kernel/errors.ts';
import { type HandlerInput, type Route, route } from '../http/context.ts';

const { resume } = contract;

export const resumeRoutes = ({ resumes }: Core): Route[] => [
  route(resume.upload, async (input) => resumes.upload(input.actor, await fileOf(input))),
  route(resume.uploadAlias, async (input) => resumes.upload(input.actor, await fileOf(input))),
  route(resume.create, ({ actor, body }) => resumes.create(actor, body)),
  route(resume.uploaded, ({ actor, params }) => resumes.uploaded(actor, params.id)),
  route(resume.status, ({ actor, params }) => resumes.status(actor, params.id)),
  route(resume.data, ({ actor, params }) => resumes.data(actor, params.id)),
  route(resume.unlock, ({ actor, params, body }) => resumes.unlock(actor, { id: params.id, ...body })),
  route(resume.retry, ({ actor, params }) => resumes.retry(actor, params.id)),
  route(resume.list, ({ actor }) => resumes.list(actor)),
  route(resume.download, ({ actor, params }) => resumes.download(actor, params.id)),
  route(resume.activate, ({ actor, params }) => resumes.activate(actor, params.id)),
  route(resume.remove, ({ actor, params }) => resumes.remove(actor, params.id)),
];

/** The multipart field `file`; its name is only a label. */
async function fileOf({ request }: Pick<HandlerInput<typeof resume.upload>, 'request'>) {
  const form = await request.formData().catch(() => undefined);
  const file = form?.get('file');
  if (!(file instanceof File))
    throw requestErrors.invalid({ message: 'Send the resume as multipart/form-data in a field named "file".' });
  return {
    fileName: file.name,
    contentType: file.type || 'application/octet-stream',
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}
