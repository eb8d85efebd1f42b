import { AssetClass } from '../../src/domain/assetClass';
import { sum } from '../../src/domain/decimal';
import { isoDate } from '../../src/domain/isoDate';
import ishares from '../../src/sources/definitions/ishares-holdings';
import type { HoldingsReport } from '../../src/sources/HoldingsReport';
import { describeRealFiles } from '../support/realFiles';
import { DAYS, realIsharesFile, realIsharesReport, STRIPPED } from './realIsharesFiles';
import { refusalsOf } from './refusalsOf';

const marketValue = (report: HoldingsReport, assetClass?: AssetClass) =>
  sum(report.lines.filter((line) => assetClass === undefined || line.assetClass === assetClass).flatMap((line) => line.marketValue ?? []));

/** Counts and sums taken from the files with other tools; shares outstanding stand in their preambles. */
describeRealFiles("the issuer's five files of IWM", () => {
  it.each([
    ['2024-09-27', 1987, null, '69346552517.37', '1.0016'],
    ['2025-05-13', 1944, '303600000.00', '63944408980.25', '0.9988'],
    ['2025-11-05', 1967, '281300000.00', '68953924277.55', '0.9988'],
    ['2026-01-21', 1957, '291350000.00', '78338867767.37', '0.9978'],
    ['2026-04-10', 1941, '280200000.00', '73246496825.41', '0.9994'],
  ])('give for %s %i rows', (day, rows, sharesOutstanding, total, weights) => {
    const report = realIsharesReport(isoDate(day));
    expect(report).toMatchObject({ fund: 'IWM', observedOn: day, sharesOutstanding });
    expect(report.lines).toHaveLength(rows);
    expect(marketValue(report)).toBe(total);
    expect(sum(report.lines.flatMap((line) => line.publishedWeight ?? []))).toBe(weights);
  });

  it('hold 69.222 bn of shares on 2024-09-27, and owe cash', () => {
    const report = realIsharesReport(STRIPPED);
    expect((Number(marketValue(report, AssetClass.EQUITY)) / 1e9).toFixed(3)).toBe('69.222');
    expect(report.lines.filter(({ assetClass }) => assetClass === AssetClass.EQUITY)).toHaveLength(1982);
    expect(report.lines.find(({ name }) => name === 'USD CASH')).toMatchObject({ marketValue: '-151604687.06', publishedWeight: '-0.0022' });
  });

  it('are read with the day and fund they say, but for the one that has lost both', () => {
    expect(DAYS.filter((day) => day !== STRIPPED).map((day) => ishares.read(realIsharesFile(day), {}).reports.holdings?.[0]?.observedOn)).toEqual(DAYS.slice(1));
    expect(refusalsOf(() => ishares.read(realIsharesFile(STRIPPED), {}))).toEqual([
      { line: null, column: null, reason: 'the file does not say which fund nor which day: tell it, as in --fund IWM --observed-on 2024-09-27' },
    ]);
  });

  it('are refused when cut in half', () => {
    for (const day of DAYS) {
      const bytes = realIsharesFile(day);
      expect(refusalsOf(() => ishares.read(bytes.subarray(0, bytes.length / 2), { fund: 'IWM', observedOn: day })).length).toBeGreaterThan(0);
    }
  });
});
