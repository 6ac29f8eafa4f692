/** How the file is laid out for somebody who has half a minute. */
import { fold } from '#shared/kernel/text.ts';
import { headingKind } from '#shared/resume/read/headings.rules.ts';
import { type Check, count, fine, notChecked, problem } from '../check.rules.ts';
import { atLine, type Subject, wordsIn } from '../subject.rules.ts';
import { REFERENCES_ON_REQUEST } from '../words.data.ts';

const extensionOf = (name: string): string => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** Words of a full page of a resume. */
const WORDS_A_PAGE = 550;

/** Pages as a reader sees them: counted where the file has pages, else from its words. */
function pagesOf({ file, reading, lines }: Subject): { pages: number; counted: boolean } {
  const extension = extensionOf(file.name);
  if (['pdf', 'png', 'jpg', 'jpeg'].includes(extension)) return { pages: reading.pages.length, counted: true };
  const words = reading.facts?.words ?? lines.reduce((sum, { text }) => sum + wordsIn(text), 0);
  return { pages: Math.max(1, Math.ceil(words / WORDS_A_PAGE - 0.15)), counted: false };
}

/** Pages that years of work fill without padding. */
const PAGES_FOR = (years: number): number => (years < 12 ? 2 : 3);

const length: Check = {
  code: 'structure.length',
  area: 'structure',
  worth: 4,
  title: 'As long as the experience needs',
  look(subject) {
    const { academic, years, lines } = subject;
    const { pages, counted } = pagesOf(subject);
    const words = lines.reduce((sum, { text }) => sum + wordsIn(text), 0);
    const [first] = lines;
    if (words > 0 && words < 120 && first)
      return problem({
        severity: 'medium',
        title: `The file has only ${words} words`,
        text: 'There is little in it for a search to find and for a recruiter to judge by.',
        fix: 'Say for each job or course what you did there and what came of it: two to five points each.',
        evidence: [atLine(first)],
      });
    if (academic) return notChecked('Academic resumes are as long as their lists.');
    const fitting = PAGES_FOR(years);
    if (pages <= fitting) return fine;
    const over =
      lines.find(({ page, text }) => page > fitting && text.length > 12) ?? lines.find(({ page }) => page > fitting);
    const from = counted ? over : lines[Math.floor((lines.length * fitting) / pages)];
    return problem(
      {
        severity: pages - fitting > 1 ? 'medium' : 'low',
        title: counted ? `${count(pages, 'page')} long` : `About ${count(pages, 'page')} long`,
        text: `${years < 1.5 ? 'With little experience' : `For ${Math.round(years)} years of experience`} ${fitting} pages are usual; later pages are seldom read.`,
        fix: 'Shorten what is older than ten years to one line each, and keep the points that speak to the job you want.',
        evidence: from ? [atLine(from)] : [],
      },
      pages - fitting > 1 ? 1 : 0.5,
    );
  },
};

const sections: Check = {
  code: 'structure.sections',
  area: 'structure',
  worth: 4,
  title: 'Experience, education and skills have their sections',
  languages: ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'tr', 'zh', 'hi'],
  look(subject) {
    const { resume, headed, lines, jobs } = subject;
    const has = (list: readonly unknown[] | undefined): boolean => (list?.length ?? 0) > 0;
    const missing = [
      { what: 'skills', there: has(resume.skills) || headed.has('skills') },
      { what: 'education', there: has(resume.education) || headed.has('education') },
      {
        what: 'experience',
        there: jobs.length > 0 || headed.has('work') || has(resume.projects) || has(resume.volunteer),
      },
    ].filter(({ there }) => !there);
    const last = lines.at(-1);
    if (missing.length === 0 || !last) return fine;
    const named = missing.map(({ what }) => what).join(' and ');
    const only = missing.length === 1 && missing[0]?.what === 'skills';
    return problem(
      {
        severity: only ? 'low' : 'medium',
        title: `No section for ${named} was found`,
        text: only
          ? 'Systems look for skills under a heading of that name first; recruiters glance at it to decide whether to read on. The file ends here without one.'
          : 'Systems sort what they read by heading; what they do not find counts as absent. The file ends here without one.',
        fix: only
          ? 'Add a short list headed “Skills” in the language of the file, with what your entries already show.'
          : `Add a section headed in plain words, or rename the one that holds your ${named}.`,
        evidence: [atLine(last)],
      },
      missing.length / 2,
    );
  },
};

const order: Check = {
  code: 'structure.order',
  area: 'structure',
  worth: 2,
  title: 'Experience before education',
  look(subject) {
    const { years, academic, fresh, jobs, resume, reading, lines } = subject;
    if (academic || fresh || years < 3 || jobs.length === 0 || (resume.education?.length ?? 0) === 0)
      return notChecked('During studies, soon after them and in research, education may come first.');
    if ((reading.facts?.columns ?? 1) > 1) return notChecked('The file has several columns.');
    const [work, studies] = ['work', 'education'].map((kind) =>
      lines.findIndex(({ text }) => headingKind(text) === kind),
    );
    const [job, study] = [lines[work ?? -1], lines[studies ?? -1]];
    if (!job || !study) return notChecked('Experience or education has no heading of its own.');
    if ((studies ?? 0) > (work ?? 0)) return fine;
    return problem({
      severity: 'low',
      title: 'Education stands before experience',
      text: `With ${count(Math.round(years), 'year')} of experience, recruiters look for the last job first.`,
      fix: 'Move the jobs up and education below them.',
      evidence: [atLine(study), atLine(job)],
    });
  },
};

const SMALLEST_BODY = 8.75;

const font: Check = {
  code: 'structure.font',
  area: 'structure',
  worth: 2,
  title: 'Letters big enough to read',
  look(subject) {
    const { reading, lines } = subject;
    const body = reading.facts?.bodyFont;
    if (body === undefined || reading.ocr) return notChecked('The file does not tell the size of its letters.');
    if (body >= SMALLEST_BODY) return fine;
    const line = lines.find(({ box, text }) => box !== undefined && text.length > 40 && box[3] <= body * 1.3);
    return problem({
      severity: 'low',
      title: `Most of the text is ${Math.round(body * 10) / 10} points small`,
      text: 'Printed, or on a phone, that is hard to read; 10 to 12 points are usual.',
      fix: 'Use at least 10 points for the text and make room by cutting, not by shrinking.',
      evidence: line ? [atLine(line)] : lines[0] ? [atLine(lines[0])] : [],
    });
  },
};

const references: Check = {
  code: 'structure.references',
  area: 'structure',
  worth: 1,
  title: 'No line spent on what goes without saying',
  languages: Object.keys(REFERENCES_ON_REQUEST),
  look({ language, lines }) {
    const pattern = REFERENCES_ON_REQUEST[language];
    if (pattern === undefined) return fine;
    const found = lines.filter(({ text }) => pattern.test(fold(text)) || pattern.test(text));
    return problem({
      severity: 'low',
      title: 'A line says that references can be had',
      text: 'Everybody assumes that; the line takes the place of something only you can say.',
      fix: 'Leave it out.',
      evidence: found.map((line) => atLine(line)),
    });
  },
};

export const structureChecks: readonly Check[] = [length, sections, order, font, references];
