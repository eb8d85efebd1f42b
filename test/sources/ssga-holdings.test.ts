import { AssetClass } from '../../src/domain/assetClass';
import { isoDate } from '../../src/domain/isoDate';
import type { Told } from '../../src/sources/tellable';
import ssga from '../../src/sources/definitions/ssga-holdings';
import { fixture } from './fixtures';
import { refusalsOf } from './refusalsOf';
import { dateCell, workbookFile } from './workbookFile';

type Row = Parameters<typeof workbookFile>[0][string][number];

const PREAMBLE: readonly Row[] = [['Fund Name:', 'SPDR® Invented ETF'], ['Ticker Symbol:', 'SPIN'], ['Holdings:', 'As of 19-Mar-2024'], []];
const HEADER = ['Name', 'Ticker', 'Identifier', 'SEDOL', 'Weight', 'Sector', 'Shares Held', 'Local Currency'];
const share = (name: string, ticker: string, identifier: string | number, weight: number | string = 100): Row => [
  ...[name, ticker, identifier, '-', weight, '-', 500, 'USD'],
];

const file = (rows: readonly Row[], preamble = PREAMBLE, header: Row = HEADER) => workbookFile({ holdings: [...preamble, header, ...rows] });
const linesOf = (...rows: readonly Row[]) => ssga.read(file(rows), {}).reports.holdings?.[0]?.lines;
const refused = (bytes: Buffer, told: Told = {}) => refusalsOf(() => ssga.read(bytes, told));
const reasons = (bytes: Buffer, told: Told = {}) => refused(bytes, told).map(({ reason }) => reason);

describe('a State Street holdings workbook', () => {
  it('reads every row above the prose, with its own day and fund', () => {
    const { rowsRead, reports: { holdings: reports = [] } } = ssga.read(fixture('ssga-holdings', 'whole').bytes, {});
    expect(rowsRead).toBe(6);
    expect(reports).toMatchObject([
      { fund: 'SPY', fundName: 'SPDR® S&P 500® ETF Trust', observedOn: '2024-03-19', knownOn: null, sharesOutstanding: null },
    ]);
    expect(reports[0]?.lines.map(({ ticker, assetClass, publishedWeight, shares }) => [ticker, assetClass, publishedWeight, shares])).toEqual([
      ['QRRY', AssetClass.EQUITY, '0.60123456', '1500000'],
      ['PTH.B', AssetClass.EQUITY, '0.395', '2000000'],
      [null, AssetClass.CASH, '0.00230834', '1224888.27'],
      [null, AssetClass.MONEY_MARKET, '0.0015', '90000.5'],
      ['ESM4', AssetClass.FUTURE, '0.00000001', '12'],
      [null, AssetClass.EQUITY, '0.00', '10'],
    ]);
    expect(reports[0]?.lines[0]).toMatchObject({ sector: null, country: null, price: null, marketValue: null, currency: 'USD' });
  });

  it('keeps a CUSIP with its check digit, and nothing else', () => {
    const lines = linesOf(
      ...[share('APPLE INC', 'AAPL', '037833100', 25), share('INVESCO LTD', 'IVZ', 'G491BT108', 75), share('CHECK', 'A', '037833101', 0)],
      ...[share('SEDOL', 'B', '2046251', 0), share('ZEROS', 'C', '000000000', 0), share('NONE', 'D', '-', 0), share('OWN', 'E', '999USDZ92', 0)],
    );
    expect(lines?.map(({ identifiers }) => identifiers.cusip)).toEqual(['037833100', 'G491BT108', null, null, null, null, null]);
  });

  it('knows an ISIN where the number is one', () => {
    expect(linesOf(share('APPLE INC', 'AAPL', 'US0378331005'))).toMatchObject([{ identifiers: { cusip: null, isin: 'US0378331005' } }]);
  });

  it.each([
    ['US DOLLAR', '-', '999USDZ92', AssetClass.CASH],
    ['EURO CURRENCY', '-', '999EURZ90', AssetClass.CASH],
    ['EURO', '-', 'CASH_EUR', AssetClass.CASH],
    ['US DOLLAR', '-', '-', AssetClass.CASH],
    ['PATHWARD CASH INC', 'CASH', '59100U108', AssetClass.EQUITY],
    ['US DOLLAR', 'USD', '-', AssetClass.EQUITY],
    ['OLDE MILL INC CVR', '-', '-', AssetClass.EQUITY],
    ['SSI US GOV MONEY MARKET CLASS', '-', '924QSGII3', AssetClass.MONEY_MARKET],
    ['S+P500 EMINI FUT  JUN24', 'ESM4', 'ESM420240621', AssetClass.FUTURE],
    ['XAF FINANCIAL     JUN24', 'IXAM4', '-', AssetClass.FUTURE],
    ['FUTURE PLC', 'FUTR', '-', AssetClass.EQUITY],
  ])('takes %s with ticker %s and number %s for %s', (name, ticker, identifier, assetClass) => {
    expect(linesOf(share(name, ticker, identifier))).toMatchObject([{ assetClass }]);
  });

  it('reads a day that is a date cell, and takes fund and day from the caller where it has none', () => {
    const preamble = [['Ticker Symbol:', 'spin'], ['Holdings:', dateCell('2024-03-19')], []];
    expect(ssga.read(file([share('A', 'A', '-')], preamble), {}).reports.holdings).toMatchObject([{ fund: 'SPIN', observedOn: '2024-03-19' }]);
    const told = { fund: 'spin', observedOn: isoDate('2024-03-19') };
    expect(ssga.read(file([share('A', 'A', '-')], []), told).reports.holdings).toMatchObject([
      { fund: 'SPIN', fundName: null, observedOn: '2024-03-19' },
    ]);
  });
});

describe('a State Street holdings workbook that cannot be read', () => {
  it('is refused without a column that it should have', () => {
    const header = HEADER.map((column) => (column === 'Shares Held' ? 'Shares' : column));
    expect(refused(file([share('A', 'A', '-')], PREAMBLE, header))).toEqual([
      { line: 5, column: 'holdings', reason: `expected the columns Shares Held, found ${header.join(', ')}` },
    ]);
    expect(reasons(file([], PREAMBLE, ['Name', 'Identifier']))).toEqual(['the sheet holdings: expected a row with the column Ticker, found none']);
  });

  it('is refused with the row and column of each fault', () => {
    const rows = [share('A', 'A', '-', '1.2.3'), [null, 'B', '-', '-', 99, '-', 'many', 'USD'], [], ['Prose.'], share('LOST', 'L', '-', 1)];
    expect(refused(file(rows))).toEqual([
      { line: 10, column: null, reason: 'a row stands below the end of the table' },
      { line: 6, column: 'Weight', reason: 'expected a number, found "1.2.3"' },
      { line: 7, column: 'Name', reason: 'expected a name, found nothing' },
      { line: 7, column: 'Shares Held', reason: 'expected a number, found "many"' },
      { line: null, column: null, reason: 'the table: neither is every market value given (2 lack it, first on line 6) nor every weight (1 lack it, first on line 6)' },
    ]);
  });

  it('is refused if its weights do not sum to 100 %, or it has no row', () => {
    expect(reasons(file([share('A', 'A', '-', 98.9)]))).toEqual([
      'the table: the weights sum to 98.90 %, outside 99 to 101 %: lines are missing, or too many',
    ]);
    expect(reasons(file([]))).toEqual(['the table: there is no row below the header']);
  });

  it('is refused if another fund or day was told, or nobody says which', () => {
    const rows = [share('A', 'A', '-')];
    expect(reasons(file(rows), { fund: 'SPY', observedOn: isoDate('2024-03-20') })).toEqual([
      'the file is about SPIN, not about SPY as was told',
      'the file is about 2024-03-19, not about 2024-03-20 as was told',
    ]);
    expect(reasons(file(rows, []))).toEqual([
      'the file does not say which fund nor which day: tell it, as in --fund IWM --observed-on 2024-09-27',
    ]);
  });

  it('is refused if its day cannot be read, whatever was told', () => {
    const preamble = [['Ticker Symbol:', 'SPIN'], ['Holdings:', 'As of 31-Feb-2024'], []];
    expect(refused(file([share('A', 'A', '-')], preamble), { observedOn: isoDate('2024-03-19') })).toEqual([
      { line: 2, column: 'Holdings:', reason: 'expected a day such as "As of 19-Mar-2024", found "As of 31-Feb-2024"' },
    ]);
  });
});
