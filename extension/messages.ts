/**
 * Every message, declared once. Two kinds of senders: our own pages (popup, options), recognised by the origin the
 * browser stamps on a message, and our scripts inside web pages, which may only report. Nothing here can be reached
 * from a page: no postMessage, no DOM events, no `externally_connectable`.
 */
import { z } from 'zod';
import { User } from '#shared/auth/auth.schema.ts';
import { FieldReport } from '#shared/form/form.schema.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { Settings, SettingsShape } from './storage.ts';

const tab = z.object({ tabId: z.number().int().positive() });
const nothing = z.null();

type Declaration = { readonly from: 'ours' | 'page'; readonly body: z.ZodType; readonly reply: z.ZodType };
const declare = <const D extends Record<string, Declaration>>(declarations: D): D => declarations;

export const messages = declare({
  'session.linkToken': {
    from: 'ours',
    body: z.object({ apiAddress: z.string().max(300), token: z.string().max(2000) }),
    reply: User,
  },
  'session.signIn': { from: 'ours', body: z.object({ apiAddress: z.string().max(300) }), reply: User },
  'session.unlink': { from: 'ours', body: z.object({}), reply: nothing },
  'settings.save': { from: 'ours', body: SettingsShape.partial(), reply: Settings },
  'sync.now': { from: 'ours', body: z.object({}), reply: nothing },
  /** Looks at the tab again: posting, questions, what the server knows of the job. */
  'page.inspect': { from: 'ours', body: tab, reply: nothing },
  /** Bookmarks the posting in the tab. */
  'job.save': { from: 'ours', body: tab, reply: nothing },
  'run.fill': { from: 'ours', body: tab, reply: nothing },
  'run.documents': { from: 'ours', body: tab, reply: nothing },
  'run.cancel': { from: 'ours', body: tab, reply: nothing },
  'run.undo': { from: 'ours', body: tab, reply: z.object({ restored: z.number() }) },
  'field.reveal': {
    from: 'ours',
    body: tab.extend({ frame: z.number().int(), ref: z.string().max(300) }),
    reply: nothing,
  },
  /** The bytes of a document of the tab's run, for the popup to save. */
  'document.bytes': {
    from: 'ours',
    body: tab.extend({ documentId: z.string().max(100), format: z.enum(['pdf', 'docx']) }),
    reply: z.object({ base64: z.string(), contentType: z.string(), fileName: z.string() }),
  },
  /** Keeps a pasted posting; it becomes the job of the tab. */
  'posting.paste': {
    from: 'ours',
    body: tab.extend({
      title: z.string().trim().min(1).max(300),
      company: z.string().trim().min(1).max(200),
      location: z.string().trim().max(300),
      url: z.string().trim().max(2000),
      description: z.string().trim().min(1).max(200_000),
    }),
    reply: nothing,
  },
  /** Says which job the form in a tab is for, where its page does not; null forgets it. */
  'job.choose': { from: 'ours', body: tab.extend({ jobId: z.string().max(80).nullable() }), reply: nothing },
  /** The person says that the application went out, or that it did not. */
  'job.sent': { from: 'ours', body: tab.extend({ sent: z.boolean() }), reply: nothing },
  /** The person's thumb on the job of the tab, with a reason where they gave one; null takes it back. */
  'job.rate': {
    from: 'ours',
    body: tab.extend({ rating: z.enum(['up', 'down']).nullable(), reason: z.string().max(1000).optional() }),
    reply: nothing,
  },
  'queue.load': { from: 'ours', body: z.object({}), reply: nothing },
  /** Opens the page of a queued job in a tab of its own. */
  'queue.open': {
    from: 'ours',
    body: z.object({ jobId: z.string().max(80) }),
    reply: z.object({ tabId: z.number().int() }),
  },
  'learn.keep': { from: 'ours', body: z.object({ id: z.string().max(80) }), reply: nothing },
  'learn.drop': { from: 'ours', body: z.object({ id: z.string().max(80) }), reply: nothing },
  /** A page with the structure around a field and nothing of the person, for them to send to us. */
  'field.fixture': {
    from: 'ours',
    body: tab.extend({ frame: z.number().int(), ref: z.string().max(300) }),
    reply: z.object({ html: z.string(), fields: z.number(), removed: z.number() }),
  },
  'stats.clear': { from: 'ours', body: z.object({}), reply: nothing },
  /** What the person made of questions of a finished run, as they leave the form. */
  'run.final': {
    from: 'page',
    body: z.object({
      runId: z.string().max(80),
      changed: z.array(z.object({ ref: z.string().max(300), value: z.string().max(6000) })).max(400),
    }),
    reply: nothing,
  },
  /** The detector on declared hosts. */
  'page.seen': {
    from: 'page',
    body: z.object({ posting: z.boolean(), form: z.boolean() }),
    reply: nothing,
  },
  /** A page a run has filled shows questions the run does not know; carries on what the person began, starts nothing. */
  'page.stepped': {
    from: 'page',
    body: z.object({ fresh: z.number().int().nonnegative() }),
    reply: nothing,
  },
  /** One step of a plan is through. */
  'run.step': {
    from: 'page',
    body: z.object({ runId: z.string().max(80), line: FieldReport }),
    reply: nothing,
  },
});

export type MessageName = keyof typeof messages;
export type Body<N extends MessageName> = z.input<(typeof messages)[N]['body']>;
export type ParsedBody<N extends MessageName> = z.output<(typeof messages)[N]['body']>;
export type Reply<N extends MessageName> = z.output<(typeof messages)[N]['reply']>;
/** The frame a message came from, as the browser says; `tabId` is absent for the popup proper. */
export type Sender = { tabId?: number; frameId: number };
export type Handlers = {
  [N in MessageName]: (body: ParsedBody<N>, sender: Sender) => Promise<Reply<N>>;
};

const Envelope = z.object({
  name: z.enum(Object.keys(messages) as [MessageName, ...MessageName[]]),
  body: z.unknown(),
});
const Answer = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), code: z.string(), message: z.string() }),
]);
type Answer = z.infer<typeof Answer>;

/** Sends a message to the background. Rejects with {@link AppError} where the background failed. */
export async function send<N extends MessageName>(name: N, body: Body<N>): Promise<Reply<N>> {
  const answer = Answer.safeParse(await chrome.runtime.sendMessage({ name, body }));
  if (!answer.success)
    throw new AppError('extension.restarted', {
      kind: 'unavailable',
      message: 'The extension was updated or restarted. Close this window and open it again.',
    });
  if (!answer.data.ok) throw new AppError(answer.data.code, { kind: 'unavailable', message: answer.data.message });
  return messages[name].reply.parse(answer.data.value) as Reply<N>;
}

/** Whether the browser vouches that `sender` may send a message of this kind. */
export function maySend(from: Declaration['from'], sender: chrome.runtime.MessageSender): boolean {
  if (sender.id !== chrome.runtime.id) return false;
  const ours = sender.origin === chrome.runtime.getURL('').replace(/\/$/, '');
  return from === 'ours' ? ours : !ours && sender.tab?.id !== undefined;
}

/** Answers every declared message and nothing else. Call once, at the top of the background. */
export function answerMessages(handlers: Handlers): void {
  chrome.runtime.onMessage.addListener((message, sender, respond) => {
    const envelope = Envelope.safeParse(message);
    if (!envelope.success) return false;
    const { name, body } = envelope.data;
    if (!maySend(messages[name].from, sender)) return false;
    void dispatch({ handlers, name, body, sender }).then(respond);
    return true;
  });
}

type Dispatch = { handlers: Handlers; name: MessageName; body: unknown; sender: chrome.runtime.MessageSender };

async function dispatch({ handlers, name, body, sender }: Dispatch): Promise<Answer> {
  const parsed = messages[name].body.safeParse(body);
  if (!parsed.success) return { ok: false, code: 'request.invalid', message: 'The request was not understood.' };
  const from: Sender = {
    frameId: sender.frameId ?? 0,
    ...(sender.tab?.id === undefined ? {} : { tabId: sender.tab.id }),
  };
  try {
    const handler = handlers[name] as (body: unknown, sender: Sender) => Promise<unknown>;
    return { ok: true, value: await handler(parsed.data, from) };
  } catch (failure) {
    if (failure instanceof AppError) return { ok: false, code: failure.code, message: failure.message };
    console.error(failure);
    return { ok: false, code: 'internal', message: 'Something went wrong in the extension. Try again.' };
  }
}
