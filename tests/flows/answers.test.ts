/** What a person answers on a form is there for the next one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack?.close());

describe('an answer kept from a form', () => {
  it('is kept with the credential of the extension, once per wording, and moves the version only where it changes', async () => {
    const ada = await stack.person();
    const { token } = await ada.call(contract.auth.createToken, { body: { name: 'Laptop' } });
    const save = async (body: unknown, key?: string) => {
      const response = await stack.fetch('/api/v1/me/profile/answers', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as unknown };
    };
    const why = { question: 'Why this job?', answer: 'The rivers.' };
    expect(await save(why, 'k1')).toEqual({ status: 201, body: { answers: { custom: [why] }, version: 1 } });
    expect((await save(why, 'k1')).status, 'the repeat of a lost answer').toBe(201);
    expect(await save(why)).toEqual({ status: 200, body: { answers: { custom: [why] }, version: 1 } });
    const better = { question: 'WHY THIS JOB *', answer: 'The people.' };
    expect(await save(better)).toEqual({ status: 201, body: { answers: { custom: [better] }, version: 2 } });
    expect(await save({ question: ' ', answer: 'x' })).toMatchObject({ status: 400 });
    const profile = await ada.call(contract.profile.get);
    expect(profile).toMatchObject({ answers: { custom: [better] }, version: 2 });
  });

  it('leaves the rest of the profile alone, and a save of the profile in between is noticed', async () => {
    const ada = await stack.person();
    await ada.call(contract.profile.addAnswer, { body: { question: 'Shoe size?', answer: '39' } });
    await expect(
      ada.call(contract.profile.put, { body: { resume: {}, answers: {}, version: 0 } }),
    ).rejects.toMatchObject({ code: 'profile.version_conflict' });
    const resume = { basics: { name: 'Ada' } };
    await ada.call(contract.profile.put, { body: { resume, answers: { howHeard: 'A friend' }, version: 1 } });
    await ada.call(contract.profile.addAnswer, { body: { question: 'Shoe size?', answer: '40' } });
    expect(await ada.call(contract.profile.get)).toMatchObject({
      resume,
      answers: { howHeard: 'A friend', custom: [{ question: 'Shoe size?', answer: '40' }] },
      version: 3,
    });
  });

  it('of many answers saved at once none is lost', async () => {
    const ada = await stack.person();
    const questions = ['One?', 'Two?', 'Three?'];
    await Promise.all(
      questions.map((question) => ada.call(contract.profile.addAnswer, { body: { question, answer: question } })),
    );
    const { answers } = await ada.call(contract.profile.get);
    expect(answers.custom?.map(({ question }) => question).toSorted()).toEqual(questions.toSorted());
  });

  it('beyond 300 is refused with what to do', async () => {
    const ada = await stack.person();
    const custom = Array.from({ length: 300 }, (_, i) => ({ question: `Question ${i}?`, answer: 'a' }));
    await ada.call(contract.profile.put, { body: { resume: {}, answers: { custom }, version: 0 } });
    await expect(
      ada.call(contract.profile.addAnswer, { body: { question: 'One more?', answer: 'a' } }),
    ).rejects.toMatchObject({ code: 'profile.answers_full' });
  });
});
