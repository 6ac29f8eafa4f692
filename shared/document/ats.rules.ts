/** What an applicant tracking system makes of a document: terms, headings, order, contact, dates, length. */
import type { AtsReport } from './document.schema.ts';
import type { DocumentModel } from './model.schema.ts';
import { aliasesOf, mentions, type Requirements } from './requirements.rules.ts';
import { textOf, traceOf } from './text.rules.ts';

/** What only the finished file tells. */
export type FileFacts = { readonly bytes: number; readonly pages: number; readonly parseBack: AtsReport['parseBack'] };

type Check = { code: string; passed: boolean; text: string; weight: number };

/**
 * Rates a document against the posting. Terms the profile does not have stay `missing`: the report says so, the
 * document never claims them. `file` adds what rendering and reading back showed.
 */
export function atsReportOf({
  model,
  requirements,
  file,
}: {
  model: DocumentModel;
  requirements?: Requirements | undefined;
  file?: FileFacts | undefined;
}): AtsReport {
  const text = textOf(model);
  // A term counts where the person's own facts carry it; a quote of the posting does not.
  const own = traceOf(model)
    .filter(({ evidence }) => evidence.some((path) => !path.startsWith('job.')))
    .map((line) => line.text)
    .join('\n');
  const keywords = (requirements?.keywords ?? []).map(({ term }) => ({
    term,
    state: mentions(own, term)
      ? ('exact' as const)
      : aliasesOf(term).some((alias) => mentions(own, alias))
        ? ('alias' as const)
        : ('missing' as const),
  }));
  const checks = [
    ...contactChecks(model),
    ...(model.kind === 'resume' ? resumeChecks(model) : letterChecks(text)),
    ...fileChecks(file),
  ];
  const found = keywords.filter(({ state }) => state !== 'missing').length;
  if (keywords.length > 0 && model.kind === 'resume')
    checks.push({
      code: 'keywords',
      passed: found / keywords.length >= 0.5,
      text: `${found} of ${keywords.length} terms of the posting are in your resume. Add a missing one to your profile only if it is true of you.`,
      weight: 3,
    });
  const total = checks.reduce((sum, { weight }) => sum + weight, 0);
  const passed = checks.reduce((sum, check) => sum + (check.passed ? check.weight : 0), 0);
  return {
    score: total === 0 ? 0 : Math.round((100 * passed) / total),
    keywords,
    checks: checks.map(({ code, passed: ok, text: said }) => ({ code, passed: ok, text: said })),
    parseBack: [...(file?.parseBack ?? [])],
  };
}

function contactChecks(model: DocumentModel): Check[] {
  const has = (start: string) => model.contact.some(({ href }) => href?.startsWith(start) === true);
  return [
    {
      code: 'name',
      passed: model.name.text !== '',
      text: model.name.text === '' ? 'Your name is missing: add it to your profile.' : 'Your name stands on top.',
      weight: 3,
    },
    {
      code: 'email',
      passed: has('mailto:'),
      text: has('mailto:') ? 'An e-mail address is given.' : 'Add an e-mail address to your profile.',
      weight: 3,
    },
    {
      code: 'phone',
      passed: has('tel:'),
      text: has('tel:') ? 'A phone number is given.' : 'Add a phone number to your profile.',
      weight: 1,
    },
  ];
}

function resumeChecks(model: Extract<DocumentModel, { kind: 'resume' }>): Check[] {
  const entries = model.sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'entry'));
  const jobs = entries.filter(({ path }) => path.startsWith('work'));
  const undated = jobs.filter(({ date }) => date === undefined).length;
  const ids = new Set(model.sections.map(({ id }) => id));
  const bullets = jobs.flatMap((job) => job.bullets);
  const long = bullets.filter(({ text }) => text.length > 300).length;
  return [
    {
      code: 'headings',
      passed: ids.has('work') || ids.has('education'),
      text:
        ids.has('work') || ids.has('education')
          ? 'Sections have standard headings.'
          : 'There is neither experience nor education: add one to your profile.',
      weight: 2,
    },
    { code: 'order', passed: true, text: 'One column, read from top to bottom; jobs newest first.', weight: 1 },
    {
      code: 'skills',
      passed: ids.has('skills'),
      text: ids.has('skills') ? 'Skills have a section of their own.' : 'List your skills in your profile.',
      weight: 2,
    },
    {
      code: 'dates',
      passed: undated === 0,
      text: undated === 0 ? 'Every job has dates.' : `${undated} ${undated === 1 ? 'job has' : 'jobs have'} no dates.`,
      weight: 2,
    },
    {
      code: 'highlights',
      passed: jobs.length === 0 || bullets.length >= Math.min(3, jobs.length * 2),
      text:
        bullets.length > 0
          ? 'Jobs say what you did.'
          : 'Say for each job what you did, with numbers where you have them.',
      weight: 2,
    },
    {
      code: 'bulletLength',
      passed: long === 0,
      text: long === 0 ? 'Every point fits in three lines.' : `${long} points are longer than three lines.`,
      weight: 1,
    },
  ];
}

function letterChecks(text: string): Check[] {
  const count = text.split(/\s+/).length;
  return [
    {
      code: 'length',
      passed: count >= 90 && count <= 450,
      text: `The letter has ${count} words; 90 to 450 are read.`,
      weight: 2,
    },
  ];
}

function fileChecks(file: FileFacts | undefined): Check[] {
  if (file === undefined) return [];
  return [
    {
      code: 'pages',
      passed: file.pages <= 2,
      text: `${file.pages} ${file.pages === 1 ? 'page' : 'pages'}.`,
      weight: 1,
    },
    { code: 'fileSize', passed: file.bytes <= 500_000, text: `${Math.ceil(file.bytes / 1000)} kB.`, weight: 1 },
    {
      code: 'parseBack',
      passed: file.parseBack.length === 0,
      text:
        file.parseBack.length === 0
          ? 'A machine reads back exactly what was meant.'
          : `A machine reads ${file.parseBack.length} fields differently.`,
      weight: 4,
    },
  ];
}
