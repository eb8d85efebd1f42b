import type { CellObject } from '@e965/xlsx';
import { AssetClass } from '../../src/domain/assetClass';
import { isoDate } from '../../src/domain/isoDate';
import type { Told } from '../../src/sources/tellable';
import workbook from '../../src/sources/definitions/ishares-workbook';
import { fixture } from './fixtures';
import { refusalsOf } from './refusalsOf';
import { dateCell, workbookFile } from './workbookFile';

type Row = readonly (CellObject | string | number | null)[];

const HEADER = ['Ticker', 'Name', 'Asset Class', 'Market Value', 'Weight (%)', 'Quantity'];
const PREAMBLE: readonly Row[] = [['iShares Russell 2000 ETF'], ['Fund Holdings as of', 'Feb 03, 2025'], ['Shares Outstanding', '1,250,000.00'], []];
const SHARE: Row = ['QRRY', 'QUARRY HILL STONE INC', 'Equity', 50_000, 100, 500];
const HISTORY_HEADER = ['As Of', 'NAV per Share', 'Ex-Dividends', 'Shares Outstanding'];

const holdings = (rows: readonly Row[] = [SHARE], preamble = PREAMBLE) => ({ Holdings: [...preamble, HEADER, ...rows] });
const history = (...rows: readonly Row[]) => ({ Historical: [HISTORY_HEADER, ...rows] });
const DAY: Row = ['Feb 03, 2025', 199.668, '--', 1_250_000];

const read = (sheets: Record<string, readonly Row[]>, told: Told = {}) => workbook.read(workbookFile(sheets), told).reports;
const refused = (sheets: Record<string, readonly Row[]>, told: Told = {}) => refusalsOf(() => workbook.read(workbookFile(sheets), told));
const reasons = (sheets: Record<string, readonly Row[]>, told: Told = {}) => refused(sheets, told).map(({ reason }) => reason);

describe('an iShares workbook', () => {
  it('reads as served: holdings on one day, and NAV and shares outstanding on many', () => {
    const { rowsRead, reports } = workbook.read(fixture('ishares-workbook', 'served').bytes, {});
    expect(rowsRead).toBe(12);
    expect(reports.holdings).toMatchObject([
      { fund: 'IWM', fundName: 'iShares Russell 2000 ETF', observedOn: '2025-02-03', knownOn: null, sharesOutstanding: '1250000.00' },
    ]);
    expect(reports.holdings?.[0]?.lines.map(({ ticker, assetClass }) => [ticker, assetClass])).toEqual([
      ['QRRY', AssetClass.EQUITY],
      ['CASH', AssetClass.EQUITY],
      [null, AssetClass.EQUITY],
      ['XTSLA', AssetClass.MONEY_MARKET],
      ['RTYH5', AssetClass.FUTURE],
      ['USD', AssetClass.CASH],
    ]);
    expect(reports.holdings?.[0]?.lines[0]).toMatchObject({
      ...{ name: 'QUARRY & HILL STONE INC', marketValue: '150000000.25', publishedWeight: '0.6010021', shares: '1500000' },
    });
    expect(reports.valuations?.[0]?.days).toEqual([
      { observedOn: '2025-02-03', knownOn: null, nav: '199.668', sharesOutstanding: '1250000' },
      { observedOn: '2025-01-31', knownOn: null, nav: '201.5', sharesOutstanding: '1200000' },
      { observedOn: '2025-01-30', knownOn: null, nav: '200.125', sharesOutstanding: '1200000' },
      { observedOn: '2025-01-25', knownOn: null, nav: '198.000001', sharesOutstanding: null },
      { observedOn: '2025-01-24', knownOn: null, nav: null, sharesOutstanding: '1150000' },
    ]);
  });

  it('reads days that are date cells, and numbers that are texts', () => {
    const preamble = [['iShares Russell 2000 ETF'], ['Fund Holdings as of', dateCell('2025-02-03')], ['Shares Outstanding', 1_250_000], []];
    const { holdings: [report] = [], valuations: [fund] = [] } = read({
      ...holdings([['QRRY', 'QUARRY', 'Equity', '50,000.00', '100.00', '500.00']], preamble),
      ...history([dateCell('2025-02-03'), '199.668', '--', '1,250,000.00'], [dateCell('2024-12-31'), 199, null, null]),
    });
    expect(report).toMatchObject({ observedOn: '2025-02-03', sharesOutstanding: '1250000', lines: [{ marketValue: '50000.00', shares: '500.00' }] });
    expect(fund?.days.map(({ observedOn, nav, sharesOutstanding }) => [observedOn, nav, sharesOutstanding])).toEqual([
      ['2025-02-03', '199.668', '1250000.00'],
      ['2024-12-31', '199', null],
    ]);
  });

  it('does not take the day of the download, nor a blank, for the name of the fund', () => {
    const preamble = [['04-Feb-2025'], ['Number of Securities', '--'], ...PREAMBLE];
    expect(read(holdings([SHARE], preamble)).holdings).toMatchObject([{ fundName: 'iShares Russell 2000 ETF', observedOn: '2025-02-03' }]);
  });

  it('reads one of its two sheets without the other', () => {
    expect(Object.keys(read(holdings()))).toEqual(['holdings']);
    expect(read(history(DAY), { fund: 'iwm', observedOn: isoDate('2025-02-03') })).toEqual({
      valuations: [
        {
          ...{ fund: 'IWM', fundName: null },
          days: [{ observedOn: '2025-02-03', knownOn: null, nav: '199.668', sharesOutstanding: '1250000' }],
        },
      ],
    });
  });
});

describe('an iShares workbook that cannot be read', () => {
  it('is refused without either sheet, with those it has', () => {
    expect(reasons({ Key: [['a']], Positions: [HEADER] })).toEqual(['expected a sheet Holdings or Historical, found Key, Positions']);
  });

  it('is refused if a sheet has no table, or its table lacks a column or names one twice', () => {
    expect(reasons({ Holdings: [['Issuer Ticker', 'Name']] })).toEqual(['the sheet Holdings: expected a row with the column Ticker, or Name and Asset Class, found none']);
    expect(reasons({ Holdings: [...PREAMBLE, ['Ticker', 'Name']] })).toEqual([
      'expected the columns Asset Class, Market Value or Weight (%), found Ticker, Name',
    ]);
    expect(refused({ Historical: [['As Of', 'NAV', 'Shares Outstanding'], ['Feb 03, 2025', 1, 2]] }, { fund: 'IWM' })).toEqual([
      { line: 1, column: 'Historical', reason: 'expected the columns NAV per Share, found As Of, NAV, Shares Outstanding' },
    ]);
    expect(reasons({ Holdings: [...PREAMBLE, [...HEADER, 'Name']] })).toEqual(['the column Name is named twice']);
    expect(reasons({ Holdings: [...PREAMBLE, ['Ticker', null, 'Name']] })).toEqual(['a column has no name']);
  });

  it('is refused with sheet, row and column of each fault', () => {
    const file = {
      ...holdings([['QRRY', null, 'Equity', 'much', 100, 500], [...SHARE, 'beyond'], [], [], ['LOST', 'LOST INC', 'Equity', 1, 0, 1]]),
      ...history(DAY, ['Feb 30, 2025', 1, '--', 1], ['--', 1], ['Jan 31, 2025', 'n/a', '--', 0], ['Jan 30, 2025', -1], ['Feb 03, 2025', 2]),
    };
    expect(refused(file)).toEqual([
      { line: 10, column: 'Holdings', reason: 'a row stands below the end of the table' },
      { line: 7, column: 'Holdings', reason: 'expected 6 columns, found 7' },
      { line: 6, column: 'Holdings: Name', reason: 'expected a name, found nothing' },
      { line: 6, column: 'Holdings: Market Value', reason: 'expected a number, found "much"' },
      { line: 3, column: 'Historical: As Of', reason: 'expected a day such as "Feb 04, 2025", found "Feb 30, 2025"' },
      { line: 4, column: 'Historical: As Of', reason: 'expected a day, found nothing' },
      { line: 5, column: 'Historical: NAV per Share', reason: 'expected a number above zero, found "n/a"' },
      { line: 5, column: 'Historical: Shares Outstanding', reason: 'expected a number above zero, found "0"' },
      { line: 6, column: 'Historical: NAV per Share', reason: 'expected a number above zero, found "-1"' },
      { line: 7, column: 'Historical: As Of', reason: 'the day 2025-02-03 stands on row 2 too' },
    ]);
  });

  it('is refused if weights are missing', () => {
    expect(reasons(holdings([['QRRY', 'QUARRY', 'Equity', 50_000, 61, 500]]))).toEqual([
      'the sheet Holdings: the weights sum to 61.00 %, outside 99 to 101 %: lines are missing, or too many',
    ]);
  });

  it('is refused if another fund or day was told', () => {
    expect(reasons(holdings(), { fund: 'IWN', observedOn: isoDate('2025-02-04') })).toEqual([
      'the file is about "iShares Russell 2000 ETF", not about IWN as was told',
      'the file is about 2025-02-03, not about 2025-02-04 as was told',
    ]);
    expect(reasons(history(DAY), { fund: 'IWM', observedOn: isoDate('2025-02-04') })).toEqual([
      'the sheet Historical says nothing of 2025-02-04, which was told',
    ]);
  });

  it('is refused if nobody says its fund, or it has no day', () => {
    expect(reasons(history(DAY))).toEqual(['without the sheet Holdings the file does not say which fund: tell it, as in --fund IWM']);
    expect(reasons(holdings([SHARE], [[]]))).toEqual([
      'the file does not say which fund nor which day: tell it, as in --fund IWM --observed-on 2024-09-27',
    ]);
    expect(reasons({ ...holdings(), ...history(['Feb 03, 2025', '--', '--', '--']) })).toEqual(['the sheet Historical: there is no day with a value']);
  });

  it('is refused as CSV, which another source reads', () => {
    expect(refusalsOf(() => workbook.read(Buffer.from('Ticker,Name\nQRRY,QUARRY\n'), {}))).toEqual([
      { line: null, column: null, reason: 'expected a workbook (.xls or .xlsx), found something else' },
    ]);
  });
});
