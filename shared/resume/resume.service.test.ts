import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '#shared/kernel/actor.ts';
import { createProfiles } from '#shared/profile/profile.service.ts';
import { startTestPlatform, type TestPlatform } from '#tests/support/platform.ts';
import { type ScriptedModel, startScriptedModel } from '#tests/support/scripted-model.ts';
import { readResume } from './resume.extract.ts';
import { createResumes } from './resume.service.ts';
import { readResume as readTask } from './resume.tasks.ts';

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

const ada: UserActor = { type: 'user', userId: 'usr_ada', role: 'seeker', scope: 'portal', credentialId: 'c' };
const TEXT = `Marisol Quenby
marisol.quenby@example.org | Leeds, United Kingdom

EXPERIENCE

Warehouse Supervisor
03/2019 - 05/2021
- Joined Ottoline Freight as second supervisor on the night shift

EDUCATION

BA Music
University of Leeds
09/2010 - 07/2013
`;

describe('reading a resume with the help of a model', () => {
  it('loses nothing and asks nothing twice where it stops half-way and is delivered again', async () => {
    const profiles = createProfiles(platform, { onChange: () => [] });
    let failures = 1;
    const resumes = createResumes(platform, {
      profiles: {
        ...profiles,
        merge: async (actor, input) => {
          if (failures-- > 0) throw new Error('The process ends here');
          return profiles.merge(actor, input);
        },
      },
      readFile: readResume,
      publish: async () => {},
      isErased: async () => false,
    });
    model.script(({ user }) => {
      const line = /^(\d+)\|.*second supervisor/m.exec(user)?.[1];
      return JSON.stringify({ values: [{ path: 'work[0].name', text: 'Ottoline Freight', lines: [Number(line)] }] });
    });
    const { resumeId } = await resumes.upload(ada, {
      fileName: 'resume.txt',
      contentType: 'text/plain',
      bytes: new TextEncoder().encode(TEXT),
    });
    const [sent] = platform.sent.take();
    const task = readTask.schema.parse(sent?.payload);
    await expect(resumes.read(task, { ocr: false })).rejects.toThrow('The process ends here');
    expect((await resumes.data(ada, resumeId)).resume.work?.[0]?.name, 'kept before the end').toBe('Ottoline Freight');

    await resumes.read(task, { ocr: false });
    await resumes.read(task, { ocr: false });
    expect(model.asked).toHaveLength(1);
    expect(await resumes.status(ada, resumeId)).toMatchObject({ status: 'read' });
    expect((await resumes.data(ada, resumeId)).ai).toMatchObject({ cached: true, fields: ['work[0].name'] });
    expect((await profiles.get(ada)).resume.work?.[0]?.name).toBe('Ottoline Freight');
  });
});
