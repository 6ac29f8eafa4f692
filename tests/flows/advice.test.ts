/** Advice over HTTP: on what was read, beside what postings ask, over several files, and gone with the person. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '#shared/contract.ts';
import { ADA, resumePdf } from '../support/pdf.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
let ada: Person;
let bob: Person;

async function upload(person: Person, lines: readonly string[], name: string): Promise<string> {
  const form = new FormData();
  form.set('file', new File([await resumePdf(lines)], name));
  const response = await stack.fetch('/api/v1/cv-upload', { method: 'POST', headers: person.headers, body: form });
  return z.object({ resumeId: z.string() }).parse(await response.json()).resumeId;
}
const adviceOf = (person: Person, id: string) => person.call(contract.advice.get, { params: { id } });

beforeAll(async () => {
  stack = await startTestStack({ env: { ADMIN_EMAIL: 'admin@example.org' } });
  [ada, bob] = [await stack.person(), await stack.person()];
  const admin = await stack.person({ email: 'admin@example.org' });
  await admin.call(contract.job.import, {
    body: {
      jobs: Array.from({ length: 8 }, (_, i) => ({
        source: 'feed',
        sourceId: `a-${i}`,
        url: `https://jobs.example/${i}`,
        title: i < 6 ? 'Software Engineer' : 'Head Chef',
        company: `Employer ${i}`,
        location: 'London, United Kingdom',
        description:
          `Requirements:\n• ${i % 2 ? 'Python and Kubernetes' : 'TypeScript and Kubernetes'}\n` +
          'You will build and run services for many people. '.repeat(10),
      })),
    },
  });
  await stack.idle();
});
afterAll(() => stack?.close());

describe('advice', () => {
  it('is there once the file is read, and not before', async () => {
    const ticket = await ada.call(contract.resume.create, {
      body: { fileName: 'later.pdf', size: 10, contentType: 'application/pdf' },
    });
    await expect(adviceOf(ada, ticket.resumeId)).rejects.toMatchObject({ code: 'resume.not_ready' });
    await expect(adviceOf(ada, 'res_01J00000000000000000000000')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('finds what is wrong at its place, adds up, and is nobody else’s', async () => {
    const id = await upload(ada, ADA, 'cv final (2).pdf');
    await stack.idle();
    const advice = await adviceOf(ada, id);
    const outOf = advice.parts.reduce((sum, part) => sum + part.outOf, 0);
    const lost = advice.findings.reduce((sum, { points }) => sum + points, 0);
    expect(advice.score).toBe(Math.round((100 * (outOf - lost)) / outOf));
    expect(advice.findings.find(({ code }) => code === 'machine.fileName')?.evidence).toEqual([
      { text: 'cv final (2).pdf' },
    ]);
    expect(advice.language).toBe('en');
    await expect(adviceOf(bob, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('counts what postings for the wanted titles ask', async () => {
    const [file] = (await ada.call(contract.resume.list)).items.filter(({ status }) => status === 'read');
    const preferences = await ada.call(contract.profile.preferences);
    await ada.call(contract.profile.putPreferences, { body: { ...preferences, titles: ['Software Engineer'] } });
    const { wanted } = await adviceOf(ada, file?.id ?? '');
    expect(wanted.titles).toEqual(['Software Engineer']);
    expect(wanted.postings).toBe(6);
    expect(wanted.asked.find(({ skill }) => skill === 'Kubernetes')).toMatchObject({ count: 6, shown: false });
    expect(wanted.asked.find(({ skill }) => skill === 'Python')).toMatchObject({
      count: 3,
      shown: true,
      proved: false,
    });
  });

  it('keeps the scores of files to compare, drops those of deleted ones, and gives them along', async () => {
    const better = await upload(ada, [...ADA, '', 'LANGUAGES', 'English, French'], 'Ada-Lovelace-Resume.pdf');
    await stack.idle();
    const { history, score } = await adviceOf(ada, better);
    expect(history.map(({ fileName }) => fileName)).toEqual(['cv final (2).pdf', 'Ada-Lovelace-Resume.pdf']);
    expect(history.at(-1)).toMatchObject({ resumeId: better, score, comparable: true });
    expect(history[0]?.score).toBeLessThan(score);

    const exported = (await ada.call(contract.privacy.export)) as unknown;
    const kept = z.looseObject({ advice: z.array(z.object({ resumeId: z.string() })) }).parse(exported).advice;
    expect(kept.map(({ resumeId }) => resumeId).toSorted()).toEqual(history.map((h) => h.resumeId).toSorted());

    await ada.call(contract.resume.remove, { params: { id: history[0]?.resumeId ?? '' } });
    expect((await adviceOf(ada, better)).history.map(({ resumeId }) => resumeId)).toEqual([better]);
  });
});
