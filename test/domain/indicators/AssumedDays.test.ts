import fc from 'fast-check';
import { AssumedDays } from '../../../src/domain/indicators/AssumedDays';
import { laggedDay } from '../../../src/domain/indicators/laggedDay';
import { type Listed, ReleaseCalendar } from '../../../src/domain/indicators/ReleaseCalendar';
import { type IsoDate, addDays, isoDate } from '../../../src/domain/isoDate';
import { KnownOnBasis } from '../../../src/domain/knowledge';
import { firstDayOf, lastDayOf, monthOf } from '../../../src/domain/months';

const stretch = (from: string, to: string): Listed => ({ from: isoDate(from), to: isoDate(to) });
const calendar = (days: readonly string[], ...listed: readonly Listed[]): ReleaseCalendar => new ReleaseCalendar(days.map(isoDate), listed);
const known = (code: string, observedOn: string, by: ReleaseCalendar): string => {
  const { knownOn, knownOnBasis } = new AssumedDays(code, by).of(isoDate(observedOn)) ?? {};
  return `${knownOn} ${knownOnBasis}`;
};

describe('the day on which a value counts as known before its vintages', () => {
  const payrolls = calendar(['2024-09-06', '2024-10-04', '2024-11-01', '2024-12-06'], stretch('2024-09-06', '2024-12-10'));

  it('is that of the release where a calendar lists one within the usual lag', () => {
    expect(known('PAYEMS', '2024-09-01', payrolls)).toBe('2024-10-04 RELEASE_CALENDAR');
    expect(known('UNRATE', '2024-10-01', payrolls)).toBe('2024-11-01 RELEASE_CALENDAR');
  });

  it('is by the usual lag where no calendar lists the stretch', () => {
    expect(known('PAYEMS', '2024-07-01', payrolls)).toBe('2024-08-10 LAG_ASSUMED');
    expect(known('PAYEMS', '2024-12-01', payrolls)).toBe('2025-01-10 LAG_ASSUMED');
    expect(known('CPIAUCSL', '2024-09-01', calendar([]))).toBe('2024-10-16 LAG_ASSUMED');
  });

  it('is by the usual lag where a day after the one listed may be lacking', () => {
    expect(known('PAYEMS', '2024-09-01', calendar(['2024-10-04'], stretch('2024-09-06', '2024-10-09')))).toBe('2024-10-10 LAG_ASSUMED');
    expect(known('PAYEMS', '2024-09-01', calendar(['2024-10-04'], stretch('2024-09-06', '2024-10-10')))).toBe('2024-10-04 RELEASE_CALENDAR');
  });

  it('is the last listed one of several: the first may be of the period before, or of revisions alone', () => {
    const income = calendar(['2020-08-28', '2020-10-01', '2020-10-30', '2020-11-25'], stretch('2020-08-28', '2020-12-01'));
    expect(known('PCEPILFE', '2020-08-01', income)).toBe('2020-10-01 RELEASE_CALENDAR');
    expect(known('PCEPILFE', '2020-09-01', income)).toBe('2020-10-30 RELEASE_CALENDAR');
    const prices = calendar(['2024-01-11', '2024-02-09', '2024-02-13'], stretch('2024-01-11', '2024-03-01'));
    expect(known('CPIAUCSL', '2024-01-01', prices)).toBe('2024-02-13 RELEASE_CALENDAR');
  });

  it('is the first listed one after the usual lag where the release was late, and no late one before has taken it', () => {
    const late = calendar(['2023-09-01', '2023-11-20', '2023-12-16', '2024-01-05'], stretch('2023-09-01', '2024-02-01'));
    expect(known('PAYEMS', '2023-09-01', late)).toBe('2023-11-20 RELEASE_CALENDAR');
    expect(known('PAYEMS', '2023-10-01', late)).toBe('2023-12-16 RELEASE_CALENDAR');
    expect(known('PAYEMS', '2023-11-01', late)).toBe('2024-01-05 RELEASE_CALENDAR');
    expect(known('PAYEMS', '2023-12-01', late)).toBe('2024-01-05 RELEASE_CALENDAR');
    expect(known('DGS2', '2024-10-11', calendar(['2024-10-11', '2024-10-15'], stretch('2024-10-01', '2024-10-20')))).toBe('2024-10-15 RELEASE_CALENDAR');
  });

  it('is not that of a release months later: the calendar does not list what came between', () => {
    expect(known('GDPC1', '2023-01-01', calendar(['2023-01-26', '2023-08-30'], stretch('2023-01-26', '2023-09-30')))).toBe('2023-05-05 LAG_ASSUMED');
  });

  it('is that of the table for a release that is known to have been delayed, and proven where a calendar lists it', () => {
    const after = calendar(['2025-09-05', '2025-11-20', '2025-12-16', '2026-01-09'], stretch('2025-09-05', '2026-01-31'));
    expect(known('UNRATE', '2025-10-01', after)).toBe('2025-12-16 RELEASE_CALENDAR');
    expect(known('UNRATE', '2025-11-01', after)).toBe('2025-12-16 RELEASE_CALENDAR');
    expect(known('UNRATE', '2025-12-01', after)).toBe('2026-01-09 RELEASE_CALENDAR');
    expect(known('UNRATE', '2025-11-01', calendar(['2025-12-05'], stretch('2025-09-05', '2026-01-31')))).toBe('2025-12-16 LAG_ASSUMED');
  });

  it('is the day itself of what holds on it, whatever a calendar lists', () => {
    expect(known('DFEDTARU', '2024-09-19', calendar(['2024-09-18', '2024-09-20'], stretch('2024-09-01', '2024-10-01')))).toBe('2024-09-19 LAG_ASSUMED');
  });

  it('joins the stretches of several calendars', () => {
    const days = ['2024-09-06', '2024-10-04'];
    expect(known('PAYEMS', '2024-09-01', calendar(days, stretch('2024-09-06', '2024-10-06'), stretch('2024-10-07', '2024-10-20')))).toBe('2024-10-04 RELEASE_CALENDAR');
    expect(known('PAYEMS', '2024-09-01', calendar(days, stretch('2024-09-06', '2024-10-06'), stretch('2024-10-08', '2024-10-20')))).toBe('2024-10-10 LAG_ASSUMED');
  });

  it('never lies before the period has ended, nor before the release that was the first of it', () => {
    const months = Array.from({ length: 24 }, (_, n) => firstDayOf(monthOf(isoDate('2015-01-01')) + n));
    const lags = fc.array(fc.integer({ min: 1, max: 45 }), { minLength: months.length, maxLength: months.length });
    const extra = fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 12 });
    fc.assert(
      fc.property(lags, extra, (drawn, more) => {
        let last = isoDate('2015-01-01');
        const released = months.map((month, n): IsoDate => {
          const day = addDays(lastDayOf(monthOf(month)), drawn[n] ?? 1);
          return (last = day > last ? day : addDays(last, 1));
        });
        const days = [isoDate('2015-01-01'), ...released, ...more.map((count) => addDays(isoDate('2015-01-05'), count))];
        const dated = new AssumedDays('PAYEMS', new ReleaseCalendar(days, [{ from: isoDate('2014-12-01'), to: isoDate('2017-12-31') }]));
        for (const [n, month] of months.entries()) {
          const { knownOn = month, knownOnBasis } = dated.of(month) ?? {};
          const isOnTime = (released[n] ?? month) <= (laggedDay('PAYEMS', month)?.knownOn ?? month);
          expect(knownOn > lastDayOf(monthOf(month))).toBe(true);
          if (knownOnBasis === KnownOnBasis.RELEASE_CALENDAR) expect(days).toContain(knownOn);
          if (isOnTime) expect({ month, knownOn, isEarly: knownOn < (released[n] ?? month) }).toEqual({ month, knownOn, isEarly: false });
        }
      }),
    );
  });
});
