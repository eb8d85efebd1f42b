import { indicators } from '../../../src/domain/indicators/catalog';
import { laggedDay } from '../../../src/domain/indicators/laggedDay';
import { releases } from '../../../src/domain/indicators/releases';
import { isoDate } from '../../../src/domain/isoDate';

const known = (code: string, observedOn: string) => laggedDay(code, isoDate(observedOn))?.knownOn ?? null;

describe('the day on which a value counts as known without a vintage or a calendar', () => {
  it.each([
    ['UNRATE', '2024-02-01', '2024-03-10'],
    ['PAYEMS', '2023-12-01', '2024-01-10'],
    ['CPILFESL', '2024-08-01', '2024-09-16'],
    ['PCEPILFE', '2024-08-01', '2024-10-05'],
    ['GDPC1', '2024-10-01', '2025-02-04'],
    ['ICSA', '2024-09-28', '2024-10-04'],
    ['NFCI', '2024-09-27', '2024-10-03'],
    ['DGS2', '2024-09-27', '2024-09-30'],
    ['DFF', '2024-09-28', '2024-09-30'],
    ['DGS10', '1962-01-05', '1962-01-08'],
    ['FEDFUNDS', '2026-03-01', '2026-04-01'],
    ['DFEDTARU', '2024-09-19', '2024-09-19'],
  ])('is of %s for %s by its usual lag %s', (code, observedOn, day) => {
    expect(known(code, observedOn)).toBe(day);
  });

  it.each([
    ['UNRATE', '2013-09-01', '2013-10-22'],
    ['PAYEMS', '2025-10-01', '2025-12-16'],
    ['CPIAUCSL', '2025-11-01', '2025-12-18'],
    ['GDPC1', '2018-10-01', '2019-02-28'],
    ['GDPC1', '2025-07-01', '2025-12-23'],
    ['PCEPI', '2018-12-01', '2019-03-01'],
    ['ICSA', '2025-10-18', '2025-11-20'],
    ['USREC', '2008-01-01', '2008-12-01'],
    ['USREC', '2008-12-01', '2009-01-05'],
  ])('is of %s for %s, which came late, %s', (code, observedOn, day) => {
    expect(known(code, observedOn)).toBe(day);
  });

  it('is not told of a series that we do not ship', () => {
    expect(known('NOBODYS', '2024-02-01')).toBeNull();
  });

  it('never lies before the end of what it is about, and a delay is later than the usual lag', () => {
    for (const { code, releaseCode } of indicators) {
      const { delays = [] } = releases.find((release) => release.code === releaseCode) ?? {};
      expect({ code, late: delays.filter(({ to, knownOn }) => knownOn <= to) }).toEqual({ code, late: [] });
      expect((known(code, '2024-01-01') ?? '') >= '2024-01-01').toBe(true);
    }
  });
});
