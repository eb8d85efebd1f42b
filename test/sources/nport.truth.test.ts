import { AssetClass } from '../../src/domain/assetClass';
import { sum } from '../../src/domain/decimal';
import nport from '../../src/sources/definitions/nport';
import type { HoldingLine, HoldingsReport } from '../../src/sources/HoldingsReport';
import { describeRealFiles, realFile } from '../support/realFiles';
import { refusalsOf } from './refusalsOf';

const FILE = 'edgar/nport/NPORT_Sample_7.xml';

function realReport(): HoldingsReport {
  const [report] = nport.read(realFile(FILE), { fund: 'BOND' }).reports.holdings ?? [];
  if (report === undefined) throw new Error('The filing has no report.');
  return report;
}

const count = (lines: readonly HoldingLine[], of: (line: HoldingLine) => boolean): number => lines.filter(of).length;

/** Counts, sums and values taken from the file with another XML library. */
describeRealFiles('a filing of a bond fund at EDGAR', () => {
  it('gives its 1,685 positions, which weigh 103.93 % of the fund', () => {
    const report = realReport();
    expect(report).toMatchObject({ fund: 'BOND', fundName: 'Goldman Sachs Bond Fund', observedOn: '2023-03-31', knownOn: null });
    expect(report.lines).toHaveLength(1685);
    expect(sum(report.lines.flatMap(({ publishedWeight }) => publishedWeight ?? []))).toBe('1.03932389155644');
    expect(sum(report.lines.flatMap(({ marketValue }) => marketValue ?? []))).toBe('376129711.56000000');
  });

  it.each([
    [AssetClass.FIXED_INCOME, 603 + 283 + 14 + 7],
    [AssetClass.FORWARD, 554],
    [AssetClass.OPTION, 90 + 42],
    [AssetClass.SWAP, 66 + 10],
    [AssetClass.FUTURE, 12],
    [AssetClass.MONEY_MARKET, 2],
    [AssetClass.FUND, 2],
    [AssetClass.EQUITY, 0],
    [AssetClass.OTHER, 0],
  ])('holds of %s %i positions', (assetClass, positions) => {
    expect(count(realReport().lines, (line) => line.assetClass === assetClass)).toBe(positions);
  });

  it('gives a future in contracts and by its notional value, and a fund in shares', () => {
    const { lines } = realReport();
    expect(lines.find(({ name }) => name.endsWith('US LONG BOND(CBT) JUN23'))).toMatchObject({
      shares: '77.00000000',
      marketValue: '233457.31000000',
      notionalValue: '9882417.69000000',
      publishedWeight: '0.00064509064953',
      identifiers: { cusip: null, isin: null, lei: '549300EX04Q2QBFQTQ27' },
    });
    expect(lines.find(({ name }) => name.startsWith('Vanguard Intermediate'))).toMatchObject({ assetClass: AssetClass.FUND, shares: '37398.00000000' });
  });

  it('gives each CUSIP and ISIN that names something', () => {
    const { lines } = realReport();
    expect(count(lines, ({ identifiers }) => identifiers.isin !== null)).toBe(911);
    expect(count(lines, ({ identifiers }) => identifiers.cusip !== null)).toBe(890);
  });

  it('is refused when cut in half, and as a fund that we know', () => {
    const bytes = realFile(FILE);
    expect(refusalsOf(() => nport.read(bytes.subarray(0, bytes.length / 2), { fund: 'BOND' }))[0]?.reason).toContain('cut off');
    expect(refusalsOf(() => nport.read(bytes, { fund: 'IWM' }))[0]?.reason).toBe('the file is about "Goldman Sachs Bond Fund", not about IWM as was told');
  });
});
