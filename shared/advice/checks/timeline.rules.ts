/** Whether the dates tell one story: time that nothing covers, and jobs at the same time. */
import { fold } from '#shared/kernel/text.ts';
import { findDates } from '#shared/resume/read/dates.rules.ts';
import { type Check, count, fine, notChecked, problem } from '../check.rules.ts';
import {
  atEnd,
  atStart,
  type Entry,
  type Interval,
  SURE,
  type Subject,
  shortened,
  TEN_YEARS,
} from '../subject.rules.ts';

const titled = (entry: Entry): string => shortened(entry.title || 'this entry').slice(0, 80);

/** One date as start and end at once may be half of a range. */
const isOneDate = ({ startDate, endDate }: Entry): boolean => startDate !== undefined && startDate === endDate;

const inYears = (months: number): string =>
  months < 24 ? count(months, 'month') : `${Math.floor(months / 12)} years${months % 12 >= 6 ? ' and a half' : ''}`;

/** Stretches without an entry, of at least `least` months, between the first job and now. */
function gapsIn(intervals: readonly (Interval & { entry: Entry })[], least: number) {
  const sorted = [...intervals].sort((a, b) => a.from - b.from);
  const gaps: { before: Entry; after: Entry; months: number; from: number }[] = [];
  let last = sorted[0];
  for (const next of sorted.slice(1)) {
    if (!last) break;
    if (next.from - last.to >= least)
      gaps.push({ before: last.entry, after: next.entry, months: next.from - last.to, from: last.to });
    if (next.to > last.to) last = next;
  }
  return { gaps, last };
}

const gaps: Check = {
  code: 'dates.gaps',
  area: 'dates',
  worth: 3,
  title: 'No unexplained time of more than six months',
  look(subject) {
    const { jobs, besides, now, academic } = subject;
    if (jobs.length === 0) return notChecked('No jobs were found.');
    if (academic) return notChecked('In research, stays and grants fill the time.');
    if (jobs.some((job) => job.interval === undefined || job.sure < SURE || isOneDate(job)))
      return notChecked('A job has no dates that were read with certainty, and may fill what looks like a gap.');
    const intervals = [...jobs, ...besides].flatMap((entry) => {
      if (entry.interval) return [{ ...entry.interval, entry }];
      // A degree with only its last year was studied for in the years before.
      if (entry.endDate === undefined) return [];
      const to = Number(entry.endDate.slice(0, 4)) * 12 + 12;
      return [{ from: to - 60, to, entry }];
    });
    const found = gapsIn(intervals, 7);
    const recent = found.gaps.filter(
      ({ from, before, after }) =>
        from > now - TEN_YEARS && (isJob(before) || isJob(after)) && isAfterFirstJob(from, jobs),
    );
    const ended = found.last && now - found.last.to >= 12 ? found.last : undefined;
    const since = ended && !saysWhy(subject) && !goesOn(subject) ? ended : undefined;
    if (recent.length === 0 && !since) return fine;
    const said = recent.map(
      ({ before, after, months: length }) => `${inYears(length)} between “${titled(before)}” and “${titled(after)}”`,
    );
    if (since) said.push(`${inYears(now - since.to)} since “${titled(since.entry)}” ended`);
    return problem(
      {
        severity: since || recent.some(({ months: length }) => length >= 12) ? 'medium' : 'low',
        title: `Time without an entry: ${count(said.length, 'stretch', 'stretches')}`,
        text: `No entry covers ${said.join('; ')}. A reader wonders, and is rarely told.`,
        fix: 'If you studied, cared for somebody, travelled or worked for yourself, one dated line says so. If a job is missing, add it.',
        evidence: [
          ...recent.flatMap(({ before, after }) => [atEnd(subject, before), atStart(subject, after)]),
          ...(since ? [atEnd(subject, since.entry)] : []),
        ],
      },
      Math.min(1, said.length * 0.5),
    );
  },
};

/** Whether something still lasts that no entry was made of: then the last end is not the end. */
const goesOn = ({ lines }: Subject): boolean =>
  lines.some(({ text }) => findDates(text).some(({ present }) => present));

/** Whether the file itself says what the person does instead of working. */
const saysWhy = ({ resume }: Subject): boolean =>
  /sabbatical|career break|parental leave|maternity|elternzeit|sabbatjahr|conge parental|excedencia|ano sabatico|licenca|congedo|verlof|urlop|foraldraledig/.test(
    fold([resume.basics?.summary, resume.basics?.label].join(' ')),
  );

const isJob = ({ path }: Entry): boolean => path.startsWith('work');
const isAfterFirstJob = (from: number, jobs: readonly Entry[]): boolean =>
  jobs.some(({ interval }) => interval !== undefined && interval.from < from);

/** Titles that say by themselves that there was room for something else. */
const BESIDE =
  /assistant|undergraduate|part[- ]?time|freelanc|self[- ]employed|consult|contract|advis|mentor|volunteer|intern|trainee|student|tutor|teaching assist|founder|owner|board|speaker|member|teilzeit|selbst|werkstudent|praktik|stage|stagiaire|alternan|independant|benevol|autonom|voluntari|practicas|becari|estagi|tirocin|freiberuf|nebenberuf|ehrenamt|兼职|实习/;

/** Whether studies went on in that month: then nobody takes two posts for two full ones. */
const studiedFrom = ({ besides }: Subject, month: number): boolean =>
  besides.some(
    ({ path, interval }) =>
      path.startsWith('education') && interval !== undefined && interval.from <= month && interval.to > month,
  );

const overlaps: Check = {
  code: 'dates.overlaps',
  area: 'dates',
  worth: 1,
  title: 'Jobs at the same time are explained',
  look(subject) {
    const { jobs, resume, academic } = subject;
    if (academic) return notChecked('In research, several posts at a time are usual.');
    const sure = jobs.filter(({ interval, sure: how }) => interval !== undefined && how >= SURE);
    if (sure.length < 2) return notChecked('There are fewer than two dated jobs.');
    const employer = ({ path }: Entry): string => fold(resume.work?.[Number(/\d+/.exec(path)?.[0])]?.name ?? '');
    for (const [i, a] of sure.entries())
      for (const b of sure.slice(i + 1)) {
        if (!a.interval || !b.interval || employer(a) === employer(b)) continue;
        if (employer(a) === '' || employer(b) === '') continue;
        if (BESIDE.test(fold(a.title)) || BESIDE.test(fold(b.title))) continue;
        // Years without months overlap on paper only.
        if ([a.startDate, a.endDate, b.startDate, b.endDate].some((date) => date?.length === 4)) continue;
        const shared = Math.min(a.interval.to, b.interval.to) - Math.max(a.interval.from, b.interval.from);
        if (shared < 6 || studiedFrom(subject, Math.max(a.interval.from, b.interval.from))) continue;
        return problem({
          severity: 'low',
          title: `Two jobs overlap by ${inYears(shared)}`,
          text: `“${titled(a)}” and “${titled(b)}” run at the same time, and nothing says that one was part-time. It may look like a slip in the dates.`,
          fix: 'Correct the dates, or add a word: part-time, freelance, on the side.',
          evidence: [atStart(subject, a), atStart(subject, b)],
        });
      }
    return fine;
  },
};

export const timelineChecks: readonly Check[] = [gaps, overlaps];
