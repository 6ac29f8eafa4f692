/** A model helps reading over the wire: gaps are asked about, only what the file bears out counts, and an outage changes nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import type { Reading } from '#shared/resume/resume.schema.ts';
import { type Question, type ScriptedModel, startScriptedModel } from '../support/scripted-model.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
  stack = await startTestStack({
    env: { OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'scripted-1', AI_DAILY_TOKENS: '5000' },
  });
});
afterAll(async () => {
  await stack?.close();
  await model?.close();
});

/** Its first employer stands only in a sentence, where the rules do not look. */
const gappy = (employer: string): string => `Marisol Quenby
marisol.quenby@example.org | +44 20 7946 0991 | Leeds, United Kingdom

EXPERIENCE

Warehouse Supervisor
03/2019 - 05/2021
- Joined ${employer} as second supervisor on the night shift

Stage Manager
Bellwether Theatre Ltd
06/2021 - present
- Planned 40 rehearsals a month and kept the prompt book

EDUCATION

BA Music
University of Leeds
09/2010 - 07/2013

SKILLS
Excel, Python, Event planning
`;
const whole = gappy('them').replace('Warehouse Supervisor\n', 'Warehouse Supervisor\nOttoline Freight Ltd\n');

async function read(who: Person, text: string): Promise<Reading> {
  const form = new FormData();
  form.set('file', new File([text], 'resume.txt', { type: 'text/plain' }));
  const response = await stack.fetch('/api/v1/cv-upload', { method: 'POST', body: form, headers: who.headers });
  const { resumeId } = (await response.json()) as { resumeId: string };
  await stack.idle();
  return who.call(contract.resume.data, { params: { id: resumeId } });
}

/** The number of the line of the question that holds the text. */
const numbered = ({ user }: Question, text: string): number => {
  const line = user.split('\n').find((l) => /^\d+\|/.test(l) && l.includes(text));
  return Number(/^\d+/.exec(line ?? '')?.[0] ?? -1);
};
const saying = (text: string) => (question: Question) =>
  JSON.stringify({ values: [{ path: 'work[0].name', text, lines: [numbered(question, 'second supervisor')] }] });

describe('a model helps reading', () => {
  it('fills a gap with words of the file, once for the same file', async () => {
    const ada = await stack.person();
    model.script(saying('Ottoline Freight'), { tokens: 321 });
    const first = await read(ada, gappy('Ottoline Freight'));
    expect(first.resume.work?.[0]).toMatchObject({ position: 'Warehouse Supervisor', name: 'Ottoline Freight' });
    expect(first.ai).toEqual({
      model: 'scripted-1',
      tokens: 321,
      cached: false,
      fields: ['work[0].name'],
      rejected: 0,
    });
    expect(first.confidence['work[0].name']).toBeLessThanOrEqual(0.8);
    expect(first.spans['work[0].name']?.[0]).toMatchObject({ page: 1, text: 'Ottoline Freight' });
    expect(model.asked).toHaveLength(1);
    expect(model.asked[0]?.user).not.toContain('University of Leeds');
    const profile = await ada.call(contract.profile.get);
    expect(profile.resume.work?.map((w) => w.name)).toContain('Ottoline Freight');

    stack.clock.advance(60_000);
    const second = await read(ada, gappy('Ottoline Freight'));
    expect(model.asked, 'the answer was known').toHaveLength(1);
    expect(second.ai).toMatchObject({ cached: true, tokens: 0, fields: ['work[0].name'] });
    expect(second.resume).toEqual(first.resume);
  });

  it('is asked nothing where nothing is doubtful', async () => {
    const bob = await stack.person();
    model.script(saying('Initech'));
    const reading = await read(bob, whole);
    expect(model.asked).toHaveLength(0);
    expect(reading.ai).toBeUndefined();
    expect(reading.resume.work?.[0]?.name).toBe('Ottoline Freight Ltd');
  });

  it('is not believed what the file does not say', async () => {
    const eve = await stack.person();
    model.script(saying('Initech GmbH'));
    const reading = await read(eve, gappy('Fenwright Mills'));
    expect(reading.resume.work?.[0]).not.toHaveProperty('name');
    expect(reading.ai).toMatchObject({ fields: [], rejected: 1 });
  });

  it('may correct an answer of the wrong shape once, then the rules stand alone', async () => {
    const carl = await stack.person();
    model.script((question) => (question.messages === 2 ? 'Sure! Here you are:' : saying('Garrick Lines')(question)));
    const repaired = await read(carl, gappy('Garrick Lines'));
    expect(model.asked).toHaveLength(2);
    expect(repaired.resume.work?.[0]?.name).toBe('Garrick Lines');

    model.script(() => '{"values":[{"path":"work[0].name","text":"Garrick Mills","lines":["3"],"run":"rm -rf /"}]}');
    const alone = await read(carl, gappy('Garrick Mills'));
    expect(model.asked).toHaveLength(2);
    expect(alone.ai).toMatchObject({ failed: 'failed', fields: [], tokens: 200 });
    expect(alone.resume.work?.[0]).not.toHaveProperty('name');
    expect(alone.resume.work?.[0]?.position).toBe('Warehouse Supervisor');
  });

  it('changes nothing where it fails, and the reading says that it did', async () => {
    const dora = await stack.person();
    model.script(() => 500);
    const reading = await read(dora, gappy('Hollin Weavers'));
    expect(reading.ai).toMatchObject({ failed: 'failed', fields: [] });
    expect(reading.resume.work).toHaveLength(2);
  });

  it('is not asked once the budget of the day is spent', async () => {
    const finn = await stack.person();
    model.script(saying('Ives Ropeworks'), { tokens: 6000 });
    expect((await read(finn, gappy('Ives Ropeworks'))).ai).toMatchObject({ tokens: 6000 });
    const over = await read(finn, gappy('Jessop Dyers'));
    expect(model.asked).toHaveLength(1);
    expect(over.ai).toMatchObject({ failed: 'budget', tokens: 0 });
    expect(over.resume.work?.[0]?.position).toBe('Warehouse Supervisor');
  });
});
