/** What a person decided about doubtful values is kept, is theirs alone, and goes with the file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { resumePdf } from '../support/pdf.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack?.close());

async function withResume(): Promise<{ person: Person; id: string }> {
  const person = await stack.person();
  const form = new FormData();
  form.set('file', new File([await resumePdf()], 'ada.pdf', { type: 'application/pdf' }));
  const response = await stack.fetch('/api/v1/cv-upload', { method: 'POST', body: form, headers: person.headers });
  const { resumeId } = (await response.json()) as { resumeId: string };
  await stack.idle();
  return { person, id: resumeId };
}

describe('decisions about what was read', () => {
  it('are there after a reload, and can be taken back one by one', async () => {
    const { person, id } = await withResume();
    const params = { id };
    expect(await person.call(contract.resume.review, { params })).toEqual({ decisions: {} });
    await person.call(contract.resume.decide, { params, body: { decisions: { 'a=1': 'accepted', 'b=2': 'skipped' } } });
    await person.call(contract.resume.decide, { params, body: { decisions: { 'b=2': null, 'c=3': 'kept' } } });
    expect(await person.call(contract.resume.review, { params })).toEqual({
      decisions: { 'a=1': 'accepted', 'c=3': 'kept' },
    });
  });

  it('of two devices at once are all kept', async () => {
    const { person, id } = await withResume();
    const keys = ['a', 'b', 'c', 'd'];
    await Promise.all(
      keys.map((key) =>
        person.call(contract.resume.decide, { params: { id }, body: { decisions: { [key]: 'accepted' } } }),
      ),
    );
    const { decisions } = await person.call(contract.resume.review, { params: { id } });
    expect(Object.keys(decisions).toSorted()).toEqual(keys);
  });

  it('are in the export, hidden from others, and gone with the file', async () => {
    const { person, id } = await withResume();
    const params = { id };
    await person.call(contract.resume.decide, { params, body: { decisions: { 'a=1': 'accepted' } } });
    expect(JSON.stringify(await person.call(contract.privacy.export))).toContain('"a=1":"accepted"');
    const other = await stack.person();
    await expect(other.call(contract.resume.review, { params })).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      other.call(contract.resume.decide, { params, body: { decisions: { 'a=1': 'kept' } } }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await person.call(contract.resume.remove, { params });
    await expect(person.call(contract.resume.review, { params })).rejects.toMatchObject({ code: 'not_found' });
    const left = await stack.platform.table.query({ pk: `USER#${person.id}`, prefix: 'REVIEW' });
    expect(left).toEqual([]);
  });
});
