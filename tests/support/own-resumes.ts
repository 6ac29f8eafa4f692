/** The resumes of `tests/fixtures/resumes`, read as the product reads them, each with what it says in truth. */
import { readFile } from 'node:fs/promises';
import type { Resume } from '#shared/profile/profile.schema.ts';
import { createResumeReader } from '#shared/resume/reader.extract.ts';
import type { Reading } from '#shared/resume/resume.schema.ts';
import { isKept, nameOf, type Planned, truthOfPlanned } from '#tests/fixtures/resumes/make.ts';
import { PLAN } from '#tests/fixtures/resumes/plan.ts';
import { type Sheet, sheetOf, type Truth } from '#tests/fixtures/resumes/sheet.ts';

export const FILES = new URL('../fixtures/resumes/files/', import.meta.url);

export type OwnResume = {
  file: string;
  planned: Planned;
  /** Everything the file says, as data. */
  sheet: Sheet;
  truth: Truth;
  reading: Reading;
  /** As a caller gets it: JSON. */
  resume: Resume;
};

/** Reads the planned files one after the other, two at a time. */
export async function readOwnResumes(wanted: (planned: Planned) => boolean): Promise<OwnResume[]> {
  const reader = createResumeReader({
    entry: new URL('../../shared/resume/resume.worker.ts', import.meta.url),
    execArgv: ['--import', 'tsx'],
    size: 2,
  });
  try {
    return await Promise.all(
      PLAN.filter((planned) => isKept(planned) && wanted(planned)).map(async (planned) => {
        const file = nameOf(planned);
        const bytes = new Uint8Array(await readFile(new URL(file, FILES)));
        const reading = await reader.read({ bytes, fileName: file, ocr: true });
        const resume = JSON.parse(JSON.stringify(reading.resume)) as Resume;
        const sheet = sheetOf(planned.person, planned.choice);
        return { file, planned, sheet, truth: truthOfPlanned(planned), reading, resume };
      }),
    );
  } finally {
    await reader.close();
  }
}
