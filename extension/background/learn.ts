/**
 * What a person writes on a form after a fill, offered to be kept for the next one. Questions are chosen here, where their
 * meaning is known; the page remembers the answers and says what became of them. Nothing is kept unless the person says so.
 */
import { classifyFields } from '#shared/form/classify.rules.ts';
import type { FieldReport, FormField } from '#shared/form/form.schema.ts';
import { isWorthKeeping, lessonIn, questionOf } from '#shared/form/learn.rules.ts';
import { withAnswer, wordingOf } from '#shared/profile/saved-answers.rules.ts';
import type { Learnt, Watch } from '../job-items.ts';
import type { ParsedBody } from '../messages.ts';
import { siteHints } from '../sites/quirks.ts';
import { type Run, read, stored, watchItem, write } from '../storage.ts';
import { changedInTab, rememberInFrame } from './ask-page.ts';
import { queueAnswer } from './outbox.ts';
import type { SeenFrame } from './page.ts';

const MOST_LEARNT = 50;
const MOST_NOT_AGAIN = 300;

/** Has the page remember the answers of a finished fill, as far as they may ever be looked at again. */
export async function watchAnswers(run: Run, frames: readonly SeenFrame[]): Promise<void> {
  const questions = questionsToWatch(run.fields, frames);
  await write(watchItem(run.tabId), { runId: run.id, host: new URL(run.origin).host, at: Date.now(), questions });
  for (const { frameId, documentId } of frames) {
    const mine = questions.filter(({ frame }) => frame === frameId);
    if (mine.length === 0) continue;
    const order = { runId: run.id, questions: mine.map(({ ref, lesson }) => ({ ref, wanted: lesson === 'answer' })) };
    await rememberInFrame({ tabId: run.tabId, documentId, order });
  }
}

function questionsToWatch(lines: readonly FieldReport[], frames: readonly SeenFrame[]): Watch['questions'] {
  const hints = new Map(frames.map((frame) => [frame.frameId, siteHints(frame.url)]));
  const fields = frames.flatMap((frame): FormField[] =>
    frame.fields.map((field) => ({ ...field, frame: frame.frameId })),
  );
  const meanings = classifyFields(fields, { hints: (field) => hints.get(field.frame)?.(field) });
  const lineOf = new Map(lines.map((line) => [`${line.frame}:${line.ref}`, line]));
  return fields
    .flatMap((field, i) => {
      const meaning = meanings[i];
      const line = lineOf.get(`${field.frame}:${field.ref}`);
      const lesson = meaning === undefined ? undefined : lessonIn({ field, meaning, line });
      const { frame, ref } = field;
      return lesson === undefined ? [] : [{ frame, ref, question: questionOf(field), lesson }];
    })
    .slice(0, 400);
}

/** Takes what a page tells of its own answers; what it was not asked for counts nothing. */
export async function noteFinal(tabId: number, given: ParsedBody<'run.final'> & { frameId: number }): Promise<void> {
  const watch = await read(watchItem(tabId));
  if (watch === undefined || watch.runId !== given.runId) return;
  const custom = (await read(stored.profile))?.answers.custom ?? [];
  const unwanted = new Set(await read(stored.notAgain));
  const fresh = given.changed.flatMap(({ ref, value }): Learnt[] => {
    const asked = watch.questions.find((one) => one.ref === ref && one.frame === given.frameId);
    if (asked === undefined || unwanted.has(wordingOf(asked.question))) return [];
    const { question, lesson } = asked;
    const answer = lesson === 'answer' ? value.trim() : '';
    if (lesson === 'answer') {
      const isKept = withAnswer(custom, { question, answer }) === custom;
      if (isKept || !isWorthKeeping(question, answer)) return [];
    }
    return [{ id: crypto.randomUUID(), lesson, question, answer, host: watch.host, at: Date.now() }];
  });
  if (fresh.length === 0) return;
  await change((learnt) => {
    const known = new Set(fresh.map(({ question }) => wordingOf(question)));
    return [...fresh, ...learnt.filter(({ question }) => !known.has(wordingOf(question)))].slice(0, MOST_LEARNT);
  });
}

/** Asks a tab what became of its answers, for a popup that opens while the form is still there. */
export async function lookBack(tabId: number): Promise<void> {
  const watch = await read(watchItem(tabId));
  if (watch === undefined) return;
  for (const { frameId, changed } of await changedInTab(tabId))
    await noteFinal(tabId, { runId: watch.runId, changed, frameId });
}

/** Keeps an answer the person said yes to: at once here, and at the server now or when it can be reached. */
export async function keepAnswer(id: string): Promise<void> {
  const learnt = (await read(stored.learnt))?.find((one) => one.id === id);
  if (learnt === undefined || learnt.lesson !== 'answer') return;
  const { question, answer } = learnt;
  const profile = await read(stored.profile);
  const custom = profile && withAnswer(profile.answers.custom ?? [], { question, answer });
  if (profile && custom)
    await write(stored.profile, { ...profile, answers: { ...profile.answers, custom: [...custom] } });
  await change((all) => all.filter((one) => one.id !== id));
  await queueAnswer({ question, answer });
}

/** Forgets what was learnt; an answer that is not wanted is not offered again. */
export async function dropLearnt(id: string): Promise<void> {
  const learnt = (await read(stored.learnt))?.find((one) => one.id === id);
  if (learnt === undefined) return;
  await change((all) => all.filter((one) => one.id !== id));
  const before = (await read(stored.notAgain)) ?? [];
  await write(stored.notAgain, [...new Set([wordingOf(learnt.question), ...before])].slice(0, MOST_NOT_AGAIN));
}

let lastChange: Promise<void> = Promise.resolve();

/** One after the other: several frames may tell at the same moment. */
function change(edit: (learnt: Learnt[]) => Learnt[]): Promise<void> {
  lastChange = lastChange
    .catch(() => undefined)
    .then(async () => write(stored.learnt, edit((await read(stored.learnt)) ?? [])));
  return lastChange;
}
