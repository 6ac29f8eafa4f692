/** How jobs are dated. Nothing is said of dates the reading itself is unsure of. */
import { fold } from '#shared/kernel/text.ts';
import type { Evidence } from '../advice.schema.ts';
import { type Check, count, fine, notChecked, problem } from '../check.rules.ts';
import { atEnd, atStart, type Entry, SURE, type Subject, TEN_YEARS } from '../subject.rules.ts';

const NO_JOBS = 'No jobs were found.';

/** A job that began or lasted within the last ten years, where details matter. */
const isRecent = ({ interval }: Entry, now: number): boolean => interval === undefined || interval.to > now - TEN_YEARS;

/** Whether a year stands on the line of an entry or the next one, though it was not taken as its date. */
function hasYear({ lines }: Subject, { page, text }: Evidence): boolean {
  const at = lines.findIndex((line) => line.page === page && line.text.includes(text));
  return at >= 0 && lines.slice(at, at + 3).some((line) => /(?:19|20)\d{2}/.test(line.text));
}

const missing: Check = {
  code: 'dates.missing',
  area: 'dates',
  worth: 4,
  title: 'Every job has dates',
  look(subject) {
    const { jobs, reading, atEntry } = subject;
    if (jobs.length === 0) return notChecked(NO_JOBS);
    const undated = jobs.filter(
      ({ path, startDate, endDate }) =>
        startDate === undefined &&
        endDate === undefined &&
        Math.max(reading.confidence[`${path}.position`] ?? 0, reading.confidence[`${path}.name`] ?? 0) >= 0.75 &&
        !hasYear(subject, atEntry(path)),
    );
    if (undated.length === 0) return fine;
    return problem(
      {
        severity: undated.length * 2 > jobs.length ? 'high' : 'medium',
        title: `${count(undated.length, 'job has', 'jobs have')} no dates a machine can read`,
        text: 'Years of experience are reckoned from the dates; a job without them counts as none.',
        fix: 'Give start and end on the line of the job, as month and year, such as 03/2021 – 06/2023.',
        evidence: undated.map(({ path }) => atEntry(path)),
      },
      undated.length / jobs.length,
    );
  },
};

const months: Check = {
  code: 'dates.months',
  area: 'dates',
  worth: 2,
  title: 'Months as well as years',
  look(subject) {
    const { jobs, now, academic } = subject;
    if (academic) return notChecked('In research, years are usual.');
    const recent = jobs.filter((job) => job.interval !== undefined && isRecent(job, now) && job.sure >= SURE);
    if (recent.length === 0) return notChecked('No dated jobs of the last ten years were found.');
    const yearly = recent.filter(({ startDate, endDate }) => startDate?.length === 4 || endDate?.length === 4);
    if (yearly.length === 0) return fine;
    return problem(
      {
        severity: 'low',
        title: yearly.length === recent.length ? 'The jobs are dated by year only' : 'Some jobs are dated by year only',
        text: '“2021 – 2022” can be two years or two months; systems that reckon experience take the shorter.',
        fix: 'Add the months, at least for the last ten years.',
        evidence: yearly.map((job) => (job.startDate?.length === 4 ? atStart(subject, job) : atEnd(subject, job))),
      },
      yearly.length / recent.length,
    );
  },
};

const monthsOf = (date: string, missingMonth: number): number =>
  Number(date.slice(0, 4)) * 12 + (date.length >= 7 ? Number(date.slice(5, 7)) - 1 : missingMonth);

const possible: Check = {
  code: 'dates.possible',
  area: 'dates',
  worth: 2,
  title: 'No job begins in the future or ends before it began',
  look(subject) {
    const { jobs, now } = subject;
    if (jobs.length === 0) return notChecked(NO_JOBS);
    const ahead = jobs.filter(({ startDate }) => startDate !== undefined && monthsOf(startDate, 0) > now);
    const backwards = jobs.filter(
      ({ startDate, endDate }) =>
        startDate !== undefined && endDate !== undefined && monthsOf(endDate, 11) < monthsOf(startDate, 0),
    );
    if (ahead.length + backwards.length === 0) return fine;
    return problem({
      severity: 'medium',
      title: ahead.length > 0 ? 'A job begins in the future' : 'A job ends before it begins',
      text: 'Systems reckon with the dates as they stand, and get nonsense.',
      fix: ahead.length > 0 ? 'Correct the year, or say that the job is to begin.' : 'Correct start or end.',
      evidence: [...ahead, ...backwards].map((job) => atStart(subject, job)),
    });
  },
};

const order: Check = {
  code: 'dates.order',
  area: 'dates',
  worth: 3,
  title: 'The latest job comes first',
  look(subject) {
    const dated = subject.jobs.filter(({ interval, sure }) => interval !== undefined && sure >= SURE);
    if (dated.length < 2) return notChecked('There are fewer than two dated jobs.');
    let rising = 0;
    let falling = 0;
    for (const [i, job] of dated.entries()) {
      const next = dated[i + 1];
      if (!job.interval || !next?.interval || job.interval.to === next.interval.to) continue;
      if (next.interval.to > job.interval.to && next.interval.from > job.interval.from) rising++;
      else if (next.interval.to < job.interval.to) falling++;
    }
    if (rising <= falling) return fine;
    const [first, last] = [dated[0], dated.at(-1)];
    return problem({
      severity: 'medium',
      title: 'The oldest job stands first',
      text: 'Recruiters look for what you do now on top, and some systems take the first entry for your current job.',
      fix: 'Turn the order round: the latest job first.',
      evidence: [first, last].flatMap((job) => (job ? [atStart(subject, job)] : [])),
    });
  },
};

/** Words before a year that are no month. */
const NO_MONTH =
  /^(?:since|seit|desde|depuis|until|from|bis|dal|sinds|sedan|spring|summer|fall|autumn|winter|fruhling|fruhjahr|sommer|herbst|printemps|ete|automne|hiver|primavera|verano|otono|invierno|verao|outono|inverno|estate|autunno|lente|zomer|herfst|expected|class|graduated|year|jahr|annee|ano|anno)$/;

/** Months cut short in one of the languages, and long in none. */
const SHORT_MONTH =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mrz|okt|dez|janv|fevr|avr|juil|ene|abr|ago|dic|fev|out|gen|giu|lug|set|ott|mrt|sty|lut|kwi|lip|sie|wrz|paz|lis|gru|oca|sub|nis|haz|tem|eyl|eki|kas|ara)$/;

/** How the first date of a text is written, or `undefined` for a bare year. */
function styleOf(text: string): string | undefined {
  const folded = fold(text);
  if (/(?<!\d)(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月/.test(folded)) return '年月';
  if (/(?<![\d/.])(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?![\d/.])/.test(folded)) return 'y-m';
  if (/(?<!\d)(?:19|20)\d{2}\.\d{1,2}(?!\d)/.test(folded)) return 'y.m';
  if (/(?<!\d)(?:19|20)\d{2}\/\d{1,2}(?!\d)/.test(folded)) return 'y/m';
  if (/(?<!\d)\d{1,2}\s?\/\s?(?:19|20)?\d{2}(?!\d)/.test(folded)) return 'm/y';
  if (/(?<!\d)\d{1,2}\.\s?(?:19|20)\d{2}(?!\d)/.test(folded)) return 'm.y';
  const word = /(\p{L}{3,})(\.?),?\s*(?:de |of )?['’]?(?:(?:19|20)\d{2}|\d{2})(?!\d)/u.exec(folded);
  if (!word?.[1] || NO_MONTH.test(word[1])) return undefined;
  if (word[2] === '.' || SHORT_MONTH.test(word[1])) return 'short';
  // May, mei and juin are the same short and long.
  return word[1].length >= 5 ? 'long' : undefined;
}

const formats: Check = {
  code: 'dates.formats',
  area: 'dates',
  worth: 2,
  title: 'Dates in one form',
  look(subject) {
    const { jobs, besides, reading } = subject;
    if (reading.ocr) return notChecked('The letters were recognised from a picture.');
    const seen = new Map<string, Evidence>();
    let dated = 0;
    for (const { path } of [...jobs, ...besides.filter(({ path: p }) => p.startsWith('education'))]) {
      const field = [`${path}.startDate`, `${path}.endDate`].find((name) => reading.spans[name] !== undefined);
      if (field === undefined || (reading.confidence[field] ?? 0) < SURE) continue;
      const place = subject.at(field);
      const style = styleOf(place.text);
      if (style === undefined) continue;
      dated++;
      if (!seen.has(style)) seen.set(style, place);
    }
    if (dated < 2) return notChecked('There are fewer than two dates with months.');
    if (seen.size < 2) return fine;
    return problem(
      {
        severity: 'low',
        title: `Dates are written in ${seen.size} ways`,
        text: `Some are written like ${[...seen.values()].map(({ text }) => `“${text}”`).join(', others like ')}. A machine that has learnt one form in a file misses the other.`,
        fix: 'Choose one form and use it everywhere.',
        evidence: [...seen.values()],
      },
      seen.size > 2 ? 1 : 0.6,
    );
  },
};

export const dateChecks: readonly Check[] = [missing, order, months, possible, formats];
