/** What becomes of files that are no resume, too much of one, or meant to harm: through HTTP, queue and reader. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { message } from '#shared/kernel/task.ts';
import type { Reading } from '#shared/resume/resume.schema.ts';
import { readResume } from '#shared/resume/resume.tasks.ts';
import { RIGHT_TO_LEFT } from '../fixtures/resumes/rtl.ts';
import {
  academicPdf,
  coverLetterPdf,
  hugePng,
  invoicePdf,
  macroDocx,
  PAPERS,
  paper,
  postingPdf,
  scriptedPdf,
  truncatedPdf,
  twoPeoplePdf,
  UNMAPPED,
  unmappedPdf,
} from '../support/bad-resumes.ts';
import { FILES } from '../support/own-resumes.ts';
import { docxOf, encryptedPdf, englishPdf, streamBombPdf } from '../support/resume-files.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

/** Made before anything is connected: packing it holds up the whole process. */
const ZIP_BOMB = docxOf(new Uint8Array(100 * 1024 * 1024).fill(0x20));

let stack: TestStack;
let somebody: Person;
beforeAll(async () => {
  stack = await startTestStack();
  somebody = await stack.person();
});
afterAll(() => stack?.close());

type File = { name: string; bytes: Uint8Array };

/** Uploads and gives the status code, with the id or the error's code. */
async function post({ name, bytes }: File, who = somebody): Promise<{ status: number; id: string; code?: string }> {
  const form = new FormData();
  form.set('file', new globalThis.File([bytes.slice()], name));
  const response = await stack.fetch('/api/v1/cv-upload', { method: 'POST', body: form, headers: who.headers });
  const body = (await response.json()) as { resumeId?: string; error?: { code: string } };
  return { status: response.status, id: body.resumeId ?? '', ...(body.error && { code: body.error.code }) };
}

const statusOf = (id: string, who = somebody) => who.call(contract.resume.status, { params: { id } });
const readingOf = (id: string, who = somebody): Promise<Reading> => who.call(contract.resume.data, { params: { id } });

/** Uploads, waits until nothing is left to do, and tells how it ended. */
async function handIn(file: File, who = somebody) {
  const { id, status } = await post(file, who);
  expect(status).toBe(202);
  await stack.idle();
  const { status: state, error } = await statusOf(id, who);
  return { id, outcome: state === 'failed' ? error?.code : state };
}

const textOf = ({ lines }: Reading): string => (lines ?? []).map(({ text }) => text).join('\n');

describe('files that are no resume', () => {
  it.each<[string, () => Promise<Uint8Array>]>([
    ['an invoice', invoicePdf],
    ['a job posting', postingPdf],
    ['a cover letter', coverLetterPdf],
  ])('%s is called what it is not, and nobody is made of it', async (_, make) => {
    const who = await stack.person();
    expect((await handIn({ name: 'file.pdf', bytes: await make() }, who)).outcome).toBe('resume.not_a_resume');
    expect((await who.call(contract.profile.get)).resume).toEqual({});
  });

  it('a document with macros by its name is refused at the door', async () => {
    const { status, code } = await post({ name: 'resume.docm', bytes: await macroDocx() });
    expect([status, code]).toEqual([415, 'resume.unsupported_format']);
  });

  it('half a file is damaged, and a picture of 900 megapixels is refused before it is decoded', async () => {
    expect((await handIn({ name: 'half.pdf', bytes: await truncatedPdf() })).outcome).toBe('resume.damaged');
    expect((await handIn({ name: 'wall.png', bytes: hugePng() })).outcome).toBe('resume.image_too_large');
  });
});

describe('a protected resume', () => {
  it('says so, stays closed to a wrong password and opens with the right one', async () => {
    const who = await stack.person();
    const lines = [
      'Hedda Rosenkranz',
      'hedda@example.org',
      'EXPERIENCE',
      'Baker at Brotwerk GmbH, 2015 - 2019',
      'EDUCATION',
      'Diploma, Baking College, 2012 - 2014',
    ];
    const { id, outcome } = await handIn({ name: 'locked.pdf', bytes: encryptedPdf(lines, 'sesame') }, who);
    expect(outcome).toBe('resume.encrypted');
    const unlock = async (password: string) => {
      await who.call(contract.resume.unlock, { params: { id }, body: { password } });
      await stack.idle();
      return statusOf(id, who);
    };
    expect(await unlock('open')).toMatchObject({ status: 'failed', error: { code: 'resume.wrong_password' } });
    expect(await unlock('sesame')).toMatchObject({ status: 'read' });
    expect((await readingOf(id, who)).resume.basics).toMatchObject({ name: 'Hedda Rosenkranz' });
  });
});

describe('unusual resumes', () => {
  it.each(RIGHT_TO_LEFT)(
    '$file keeps its letters and lines in the order they are read',
    async ({ file, name, email, lines }) => {
      const bytes = new Uint8Array(await readFile(new URL(file, FILES)));
      const { id, outcome } = await handIn({ name: file, bytes });
      expect(outcome).toBe('read');
      const reading = await readingOf(id);
      expect(reading.resume.basics?.email).toBe(email);
      expect(reading.resume.basics?.name).toBe(name);
      const text = textOf(reading).normalize('NFKC');
      // A line of years alone has no direction of its own: it stands as drawn, from left to right.
      const drawn = (line: string): string => (/\p{L}/u.test(line) ? line : line.split(' ').reverse().join(' '));
      const places = lines.map((line) => text.indexOf(drawn(line).normalize('NFKC')));
      expect(places, text).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    },
  );

  it('eighty pages of a professor are read whole, and progress is seen meanwhile', async () => {
    const who = await stack.person();
    const { id, outcome } = await handIn({ name: 'cv.pdf', bytes: await academicPdf() }, who);
    expect(outcome).toBe('read');
    const reading = await readingOf(id, who);
    expect(reading.pages.length).toBe(80);
    expect(reading.resume.basics?.name).toBe('Philippa Underhay-Morris');
    const text = textOf(reading);
    const missing = Array.from({ length: PAPERS }, (_, i) => paper(i)).filter((line) => !text.includes(line));
    expect(missing).toEqual([]);
    const { items } = await who.call(contract.notification.list, { query: { limit: 100 } });
    const seen = items
      .filter(({ data }) => data.resumeId === id)
      .map(({ type, data }) => ({ type, at: data.progress }));
    expect(seen.at(-1)?.type).toBe('resume.completed');
    const steps = seen.filter(({ type }) => type === 'resume.progress').map(({ at }) => Number(at));
    expect(steps.length).toBeGreaterThanOrEqual(1);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  it('two people in one file are noticed', async () => {
    const { id, outcome } = await handIn({ name: 'couple.pdf', bytes: await twoPeoplePdf() });
    expect(outcome).toBe('read');
    expect((await readingOf(id)).warnings.map(({ code }) => code)).toContain('several_people');
  });

  it.each<[string, () => Promise<Uint8Array>]>([
    ['resume.docx', macroDocx],
    ['resume.pdf', async () => scriptedPdf(await englishPdf())],
  ])('macros, scripts and files inside %s are neither run nor read', async (name, make) => {
    const { id, outcome } = await handIn({ name, bytes: await make() });
    expect(outcome).toBe('read');
    const reading = JSON.stringify(await readingOf(id));
    expect(reading).not.toMatch(/Blackwood|Poisoner|evil\.dotm/u);
  });

  it('of a font that tells no letters nothing is invented', async () => {
    const who = await stack.person();
    const { id, outcome } = await handIn({ name: 'noise.pdf', bytes: await unmappedPdf() }, who);
    if (outcome !== 'read') {
      expect(outcome).toMatch(/^resume\.(?:no_text|damaged|not_a_resume)$/u);
      expect((await who.call(contract.profile.get)).resume).toEqual({});
      return;
    }
    const { resume } = await readingOf(id, who);
    const said = UNMAPPED.join(' ').toLowerCase();
    const values = [resume.basics?.name, ...(resume.work ?? []).flatMap(({ name, position }) => [name, position])];
    for (const value of values.filter((v) => v !== undefined)) expect(said).toContain(value.toLowerCase());
  });
});

describe('files meant to harm', () => {
  it('fail alone, each with a reason, while others in the same queue are read', async () => {
    const files: [File, string][] = [
      [{ name: 'first.pdf', bytes: await englishPdf() }, 'read'],
      [{ name: 'stream.pdf', bytes: await streamBombPdf(512) }, 'resume.too_complex'],
      [{ name: 'zip.docx', bytes: ZIP_BOMB }, 'resume.too_complex'],
      [{ name: 'last.pdf', bytes: await englishPdf() }, 'read'],
    ];
    const ids = await Promise.all(files.map(async ([file]) => (await post(file)).id));
    await stack.idle();
    const ends = await Promise.all(ids.map((id) => statusOf(id)));
    expect(ends.map(({ status, error }) => error?.code ?? status)).toEqual(files.map(([, end]) => end));
    expect(ends.every(({ error }) => error === undefined || error.message.length > 20)).toBe(true);
  });

  it('are not read again where that cannot help: damage never, too much work once', async () => {
    const who = await stack.person();
    const timesRead = async (id: string) => {
      const { items } = await who.call(contract.notification.list, { query: { limit: 100 } });
      return items.filter(({ type, data }) => type === 'resume.failed' && data.resumeId === id).length;
    };
    const retried = async (id: string) => {
      await who.call(contract.resume.retry, { params: { id } });
      await stack.idle();
      const { status, error } = await statusOf(id, who);
      return [status === 'failed' ? error?.code : status, await timesRead(id)];
    };
    const half = await handIn({ name: 'half.pdf', bytes: await truncatedPdf() }, who);
    expect(await retried(half.id)).toEqual(['resume.damaged', 1]);
    const bomb = await handIn({ name: 'zip.docx', bytes: ZIP_BOMB }, who);
    expect(await retried(bomb.id)).toEqual(['resume.too_complex', 2]);
    expect(await retried(bomb.id)).toEqual(['resume.too_complex', 2]);
  });
});

describe('a task delivered twice', () => {
  it('reads the file once and tells the person once', async () => {
    const who = await stack.person();
    const { id } = await post({ name: 'nora.pdf', bytes: await englishPdf() }, who);
    const copy = message(readResume, { owner: who.id, resumeId: id, attempt: 1 });
    await stack.platform.commit([], [copy, copy]);
    await stack.idle();
    await stack.platform.commit([], [copy]);
    await stack.idle();
    expect(await statusOf(id, who)).toMatchObject({ status: 'read' });
    expect((await who.call(contract.profile.get)).version).toBe(1);
    const { items } = await who.call(contract.notification.list, { query: { limit: 100 } });
    expect(items.filter(({ type, data }) => type === 'resume.completed' && data.resumeId === id)).toHaveLength(1);
  });
});
