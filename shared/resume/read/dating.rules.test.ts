import { describe, expect, it } from 'vitest';
import { findDates } from './dates.rules.ts';
import { datingOf } from './dating.rules.ts';

const dated = (text: string, given: Partial<Parameters<typeof datingOf>[0]> = {}): (string | undefined)[] => {
  const dating = datingOf({ texts: [text], language: 'en', ...given });
  return findDates(text, dating).flatMap((d) => (d.kind === 'range' ? [d.start, d.end] : [d.end]));
};

describe('dates of one document', () => {
  it('have the day first, but the month first in English with an American telephone number, state or postal code', () => {
    expect(dated('04/05/2019')).toEqual(['2019-05-04']);
    expect(dated('04/05/2019', { phone: '(555) 201-4477' })).toEqual(['2019-04-05']);
    expect(dated('04/05/2019', { phone: '+44 20 7946 0991' })).toEqual(['2019-05-04']);
    expect(dated('04/05/2019', { region: 'TX' })).toEqual(['2019-04-05']);
    expect(dated('04/05/2019', { texts: ['Elm Street 4, Dover, DE 19901'] })).toEqual(['2019-04-05']);
    expect(dated('04/05/2019', { phone: '(555) 201-4477', language: 'es' })).toEqual(['2019-05-04']);
  });

  it('follow a date that can be read in one way only, against any sign of a country', () => {
    expect(dated('04/05/2019 - 06/23/2020')).toEqual(['2019-04-05', '2020-06-23']);
    expect(dated('04/05/2019 - 23/06/2020', { phone: '(555) 201-4477' })).toEqual(['2019-05-04', '2020-06-23']);
    expect(dated('04/05/19 - 06/23/20')).toEqual(['2019-04-05', '2020-06-23']);
  });

  it('with a short year are of the century that the day of upload allows', () => {
    expect(dated("Jun '94 - Aug '31", { asOf: '2026-03-01T10:00:00Z' })).toEqual(['1994-06', '2031-08']);
    expect(dated("Jun '98 - Aug '40", { asOf: '2026-03-01' })).not.toContain('2040-08');
  });

  it('are none when they lie more than ten years ahead', () => {
    expect(dated('Room 2048, Degree expected 2029', { asOf: '2026-03-01' })).toEqual(['2029']);
  });
});
