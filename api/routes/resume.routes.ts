import { contract } from '#shared/contract.ts';
import type { Core } from '#shared/core.ts';
import { type Route, route } from '../http/context.ts';
import { fileOf } from '../http/file.ts';

const { resume } = contract;

export const resumeRoutes = ({ resumes, platform }: Core): Route[] => [
  route(resume.upload, async (input) => resumes.upload(input.actor, await fileOf(input.request))),
  route(resume.uploadAlias, async (input) => resumes.upload(input.actor, await fileOf(input.request))),
  route(resume.create, async ({ actor, body, request }) => {
    const { upload, ...ticket } = await resumes.create(actor, body);
    return {
      ...ticket,
      upload: { ...upload, url: byOwnName(upload.url, { request, publicUrl: platform.config.publicUrl }) },
    };
  }),
  route(resume.uploaded, ({ actor, params }) => resumes.uploaded(actor, params.id)),
  route(resume.status, ({ actor, params }) => resumes.status(actor, params.id)),
  route(resume.data, ({ actor, params }) => resumes.data(actor, params.id)),
  route(resume.review, ({ actor, params }) => resumes.review(actor, params.id)),
  route(resume.decide, ({ actor, params, body }) => resumes.decide(actor, { id: params.id, ...body })),
  route(resume.unlock, ({ actor, params, body }) => resumes.unlock(actor, { id: params.id, ...body })),
  route(resume.retry, ({ actor, params }) => resumes.retry(actor, params.id)),
  route(resume.list, ({ actor, query }) => resumes.list(actor, query)),
  route(resume.download, ({ actor, params }) => resumes.download(actor, params.id)),
  route(resume.activate, ({ actor, params }) => resumes.activate(actor, params.id)),
  route(resume.remove, ({ actor, params }) => resumes.remove(actor, params.id)),
];

/** Our own address by the name the caller used: to a browser `localhost` and `127.0.0.1` are two origins. */
function byOwnName(url: string, { request, publicUrl }: { request: Request; publicUrl: string }): string {
  const [own, known] = [new URL(request.url), new URL(publicUrl)];
  const isAlias =
    known.hostname === 'localhost' && /^(127\.0\.0\.1|\[::1\])$/.test(own.hostname) && own.port === known.port;
  return isAlias && url.startsWith(publicUrl) ? own.origin + url.slice(publicUrl.length) : url;
}
