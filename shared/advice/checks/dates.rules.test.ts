import { describe, expect, it } from 'vitest';
import type { Resume } from '#shared/profile/profile.schema.ts';
import { adviceOn, expectFound, file, found, good } from '#tests/support/advice.ts';
import { readingOf } from '#tests/support/reading.ts';
import { adviseOn } from '../score.rules.ts';
import { subjectOf } from '../subject.rules.ts';

describe('dates', () => {
  it('finds a gap by months, and none that years alone cannot prove', () => {
    const jobs = (first: string, second: string): Resume => ({
      ...good,
      education: [],
      work: [
        { position: 'B', name: 'Two', startDate: second, highlights: ['Did 3 things'] },
        { position: 'A', name: 'One', startDate: '2017-01', endDate: first, highlights: ['Did 3 things'] },
      ],
    });
    const gap = expectFound(adviceOn(jobs('2020-01', '2021-03')), 'dates.gaps');
    expect(gap.text).toContain('13 months');
    expect(gap.evidence.map(({ text }) => text)).toEqual(['2020-01', '2021-03']);
    expect(found(adviceOn(jobs('2020', '2021')), 'dates.gaps')).toBeUndefined();
    expect(found(adviceOn(jobs('2020-01', '2020-07')), 'dates.gaps')).toBeUndefined();
  });

  it('lets studies fill a gap, and does not guess when a job has no dates', () => {
    const work = [
      { position: 'B', name: 'Two', startDate: '2022-01' },
      { position: 'A', name: 'One', startDate: '2017-01', endDate: '2020-01' },
    ];
    const studied = { ...good, work, education: [{ institution: 'Uni', startDate: '2020-02', endDate: '2021-12' }] };
    expect(found(adviceOn(studied), 'dates.gaps')).toBeUndefined();
    const undated = { ...good, education: [], work: [...work, { position: 'C', name: 'Three' }] };
    expect(found(adviceOn(undated), 'dates.gaps')).toBeUndefined();
    expectFound(adviceOn(undated), 'dates.missing');
  });

  it('wants the latest job first', () => {
    expectFound(adviceOn({ ...good, work: good.work?.toReversed() }), 'dates.order');
  });

  it('sees impossible dates', () => {
    expectFound(adviceOn({ ...good, work: [{ position: 'A', startDate: '2029-01' }] }), 'dates.possible');
    expectFound(
      adviceOn({ ...good, work: [{ position: 'A', startDate: '2021-11', endDate: '2021-05' }] }),
      'dates.possible',
    );
  });

  it('sees two ways of writing dates, but no second way in the word May', () => {
    const written = (a: string, b: string) => {
      const reading = readingOf({ ...good, education: [] });
      const at = (path: string, text: string) => ({ [path]: (reading.spans[path] ?? []).map((s) => ({ ...s, text })) });
      return adviseOn(
        subjectOf({
          reading: {
            ...reading,
            spans: { ...reading.spans, ...at('work[0].startDate', a), ...at('work[1].startDate', b) },
          },
          file,
          asOf: '2026-11-21',
        }),
      );
    };
    expectFound(written('March 2021 – Present', '02/2018 – 02/2021'), 'dates.formats');
    expect(found(written('Mar 2021 – Present', 'May 2018 – Feb 2021'), 'dates.formats')).toBeUndefined();
    expect(found(written('Summer 2021', 'March 2018'), 'dates.formats')).toBeUndefined();
  });
});
