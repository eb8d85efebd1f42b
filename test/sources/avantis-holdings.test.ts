import { AssetClass } from '../../src/domain/assetClass';
import type { Refusal } from '../../src/domain/errors';
import { isoDate } from '../../src/domain/isoDate';
import type { Told } from '../../src/sources/tellable';
import avantis from '../../src/sources/definitions/avantis-holdings';
import type { HoldingLine, HoldingsReport } from '../../src/sources/HoldingsReport';
import { fixture } from './fixtures';
import { refusalsOf } from './refusalsOf';

const PREAMBLE = ['Avantis U.S. Small Cap Equity ETF', 'As of date,05/21/2026', ''];
const HEADER = 'COMPANY,TICKER,SECURITY TYPE,CUSIP,ISIN,SEDOL,SHARES/PRINCIPAL/ NOTIONAL AMOUNT,MARKET VALUE ($),WEIGHT';

/** A row of half the fund; every cell may be said otherwise. */
const aRow = (cells: Readonly<Record<string, string>> = {}): string =>
  Object.values({
    ...{ company: 'QUARRY HILL STONE INC', ticker: 'QRRY', type: 'COMMON STOCK', cusip: '74799Q102', isin: 'US74799Q1022', sedol: 'B0QRRY1' },
    ...{ amount: '500', value: '50000.00', weight: '50.00%' },
    ...cells,
  }).map((cell) => `"${cell}"`).join(',');

const csv = (rows: readonly string[] = [aRow(), aRow()], preamble: readonly string[] = PREAMBLE, header = HEADER) => Buffer.from([...preamble, header, ...rows, ''].join('\r\n'));

function reportOf(bytes: Buffer, told: Told = {}): HoldingsReport {
  const [report] = avantis.read(bytes, told).reports.holdings ?? [];
  if (report === undefined) throw new Error('There is no report.');
  return report;
}

const lineOf = (cells: Readonly<Record<string, string>>): HoldingLine | undefined => reportOf(csv([aRow(cells), aRow()])).lines[0];

const refusals = (bytes: Buffer, told: Told = {}): readonly Refusal[] => refusalsOf(() => avantis.read(bytes, told));
const reasons = (bytes: Buffer, told: Told = {}): string[] => refusals(bytes, told).map(({ reason }) => reason);

describe('an Avantis holdings file', () => {
  it('reads every row, with the fund and day above the table', () => {
    const { bytes } = fixture('avantis-holdings', 'download');
    const { rowsRead, reports: { holdings: [report] = [] } } = avantis.read(bytes, {});
    expect(rowsRead).toBe(7);
    expect(report).toMatchObject({ fund: 'AVSC', fundName: 'Avantis U.S. Small Cap Equity ETF', observedOn: '2026-05-21', knownOn: null });
    expect(report?.lines[1]).toEqual({
      ticker: 'CASH',
      name: 'TILL AND DRAWER FINANCIAL, LTD COMMON STOCK',
      identifiers: { cusip: null, isin: 'KYG0000Q1238', lei: null },
      assetClass: AssetClass.EQUITY,
      sector: null,
      country: null,
      exchange: null,
      currency: 'USD',
      shares: '1000000',
      price: null,
      marketValue: '30000000.00',
      notionalValue: null,
      publishedWeight: '0.3000',
    });
    expect(report?.lines.slice(4).map(({ assetClass, shares, notionalValue, marketValue, identifiers }) => [assetClass, shares, notionalValue, marketValue, identifiers.cusip])).toEqual([
      [AssetClass.MONEY_MARKET, '1400000', null, '1400000.00', '66600N302'],
      [AssetClass.FUTURE, null, '1150000', '-2100.50', null],
      [AssetClass.CASH, '102100', null, '102100.00', null],
    ]);
  });

  it('may have the names of the page instead of those of the download, with sector and country, and no lines above', () => {
    const { bytes, told } = fixture('avantis-holdings', 'page-fields');
    const report = reportOf(bytes, told);
    expect(report).toMatchObject({ fund: 'AVUV', fundName: null, observedOn: '2026-06-11' });
    expect(report.lines[0]).toMatchObject({ sector: 'INFORMATION TECHNOLOGY', country: 'UNITED STATES', shares: '4512700', publishedWeight: '0.6116' });
    expect(report.lines[2]).toMatchObject({ assetClass: AssetClass.FIXED_INCOME, shares: null, marketValue: '7462500.00' });
  });

  it.each([
    ['COMMON STOCK', AssetClass.EQUITY],
    ['FOREIGN COMMON STOCK', AssetClass.EQUITY],
    ['REAL ESTATE INVESTMENT TRUST', AssetClass.EQUITY],
    ['WARRANTS', AssetClass.EQUITY],
    ['MUTUAL FUND', AssetClass.FUND],
    ['MONEY MARKET FUND', AssetClass.MONEY_MARKET],
    ['UNITED STATES TREASURY', AssetClass.FIXED_INCOME],
    ['CASH COLLATERAL', AssetClass.CASH_COLLATERAL],
    ['CURRENCY', AssetClass.CASH],
    ['SOMETHING NEW', AssetClass.OTHER],
    ['', AssetClass.OTHER],
  ])('calls "%s" %s', (type, assetClass) => {
    expect(lineOf({ type })?.assetClass).toBe(assetClass);
  });

  it('calls what has no type cash if it is a currency by its name alone', () => {
    expect(lineOf({ type: '', company: 'US DOLLAR' })?.assetClass).toBe(AssetClass.CASH);
    expect(lineOf({ company: 'DOLLAR AND CASH STORES INC' })?.assetClass).toBe(AssetClass.EQUITY);
  });

  it.each(['As of date,5/1/2026', 'As of 05/01/2026', '"Holdings as of May 1, 2026"', 'As of date,2026-05-01'])('reads its day from %s', (line) => {
    expect(reportOf(csv(undefined, ['Avantis U.S. Small Cap Equity ETF', line])).observedOn).toBe('2026-05-01');
  });

  it('finds its fund by name, with a trade mark, or by ticker', () => {
    for (const line of ['Avantis® U.S. Small Cap Equity ETF (AVSC)', 'Fund,AVSC', 'AVSC']) {
      expect(reportOf(csv(undefined, [line, 'As of date,05/21/2026'])).fund).toBe('AVSC');
    }
    expect(reportOf(csv(undefined, ['Avantis® Imagined ETF', 'As of date,05/21/2026']), { fund: 'AVIM' })).toMatchObject({ fund: 'AVIM', fundName: 'Avantis Imagined ETF' });
  });
});

describe('an Avantis holdings file that cannot be read', () => {
  it('is refused with the line and column of each fault, all at once', () => {
    expect(refusals(csv([aRow({ value: '5 m' }), aRow({ company: '', weight: '(50)' }), aRow()])).slice(0, 3)).toEqual([
      { line: 5, column: 'MARKET VALUE ($)', reason: 'expected a number, found "5 m"' },
      { line: 6, column: 'WEIGHT', reason: 'expected a number, found "(50)"' },
      { line: 6, column: 'COMPANY', reason: 'expected a name, found nothing' },
    ]);
  });

  it('is refused for the columns that it lacks, or has twice', () => {
    expect(refusals(csv(['A,B,1%'], PREAMBLE, 'COMPANY,TICKER,WEIGHT'))).toEqual([
      { line: 4, column: null, reason: 'expected the columns SECURITY TYPE, SHARES/PRINCIPAL/ NOTIONAL AMOUNT, found COMPANY, TICKER, WEIGHT' },
    ]);
    expect(reasons(csv(undefined, PREAMBLE, HEADER.replace('SEDOL', 'SHARES')))).toEqual(['the columns SHARES and SHARES/PRINCIPAL/ NOTIONAL AMOUNT mean the same']);
    expect(reasons(csv([], [], 'COMPANY,PRICE'))).toEqual(['expected a line with the columns COMPANY, TICKER and WEIGHT, found none']);
  });

  it('is refused if its weights do not sum to the whole, also as fractions', () => {
    expect(reasons(csv([aRow()]))).toEqual(['the table: the weights sum to 50.00 %, outside 99 to 101 %: lines are missing, or too many']);
    expect(reasons(csv([aRow({ weight: '1' })]))[0]).toContain('1.00 %, outside 99 to 101 %');
  });

  it('is refused if a row stands below the end of the table', () => {
    expect(refusals(csv([aRow(), '', aRow()]))).toEqual([{ line: 7, column: null, reason: 'a row stands below the end of the table' }]);
  });

  it('is refused where another fund or day is told than it says', () => {
    expect(reasons(csv(), { fund: 'AVUV', observedOn: isoDate('2026-05-20') })).toEqual([
      'the file is about "Avantis U.S. Small Cap Equity ETF", not about AVUV as was told',
      'the file is about 2026-05-21, not about 2026-05-20 as was told',
    ]);
    expect(reasons(csv(undefined, ['Avantis Imagined ETF', 'As of 05/21/2026']), { fund: 'AVSC' })).toEqual(['the file is about "Avantis Imagined ETF", not about AVSC as was told']);
    expect(reasons(csv(undefined, []), { fund: 'IWM', observedOn: isoDate('2026-05-20') })).toEqual([
      'the file is of a fund of Avantis Investors, not of IWM, a fund of BlackRock, as was told',
    ]);
  });

  it('is refused where neither says fund and day, and where a day cannot be read', () => {
    expect(reasons(csv(undefined, []))).toEqual(['the file does not say which fund nor which day: tell it, as in --fund IWM --observed-on 2024-09-27']);
    expect(refusals(csv(undefined, ['AVSC', 'As of date,21.05.2026']))).toEqual([{ line: 2, column: 'As of date', reason: 'expected a day such as 05/21/2026, found "21.05.2026"' }]);
  });
});
