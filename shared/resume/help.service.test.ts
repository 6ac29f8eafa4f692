import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '#tests/support/platform.ts';
import { type ScriptedModel, startScriptedModel } from '#tests/support/scripted-model.ts';
import { createHelp } from './help.service.ts';
import type { Reading } from './resume.schema.ts';

let platform: TestPlatform;
let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
  platform = await startTestPlatform({ OPENAI_BASE_URL: model.url });
});
afterAll(async () => {
  await platform?.close();
  await model?.close();
});

const line = (text: string, y: number) => ({
  page: 1,
  box: [50, y, 200, 10] as [number, number, number, number],
  text,
});
const reading: Reading = {
  resume: {},
  confidence: {},
  spans: {},
  pages: [{ width: 595, height: 842 }],
  language: 'en',
  ocr: false,
  warnings: [],
  lines: [line('Marisol Quenby', 50), line('write to marisol@example.org', 70)],
  sections: [{ kind: 'header', lines: [0, 2] }],
};
const file = { owner: 'usr_ada', asOf: '2026-11-21' };

describe('help with reading', () => {
  it('is given up when the model takes too long', async () => {
    model.script(() => 'hang');
    const help = createHelp({ llm: platform.llm, model: 'm', deadlineMs: 400 });
    const started = performance.now();
    const helped = await help(reading, file);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(helped).toEqual({
      ...reading,
      ai: { model: 'm', tokens: 0, cached: false, fields: [], rejected: 0, failed: 'failed' },
    });
  });

  it('sends the same bytes for the same lines, whenever the file came', async () => {
    model.script(() => '{"values":[]}');
    const help = createHelp({ llm: platform.llm, model: 'm' });
    await help(reading, { ...file, owner: 'usr_bob' });
    await help(structuredClone(reading), { owner: 'usr_eve', asOf: '2027-01-01' });
    const [first, second] = model.asked;
    expect(first).toEqual(second);
    expect(first?.user).toContain('0| Marisol Quenby');
  });

  it('is not asked for where there is no model', async () => {
    const off = { enabled: false, complete: platform.llm.complete, usage: platform.llm.usage };
    model.script(() => '{"values":[]}');
    expect(await createHelp({ llm: off, model: 'm' })(reading, file)).toBe(reading);
    expect(model.asked).toHaveLength(0);
  });
});
