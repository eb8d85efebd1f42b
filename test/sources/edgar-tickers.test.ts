import { isoDate } from '../../src/domain/isoDate';
import { sourceByKey } from '../../src/sources/sources';
import type { Told } from '../../src/sources/tellable';
import type { TickersReport } from '../../src/sources/TickersReport';
import { describeRealFiles, realFile } from '../support/realFiles';
import { refusalsOf } from './refusalsOf';

const source = sourceByKey('edgar-tickers');

const row = (over: Readonly<Record<string, unknown>> = {}) => ({ cik_str: 42, ticker: 'OPL-B', title: 'OPEN LANE & CO', ...over });
const fileOf = (...rows: readonly unknown[]): string => JSON.stringify(Object.fromEntries(rows.map((one, i) => [String(i), one])));
const columnsOf = (...data: readonly unknown[]): string => JSON.stringify({ fields: ['cik', 'name', 'ticker', 'exchange'], data });

function read(text: string, told: Told = {}): TickersReport & { readonly rowsRead: number } {
  const { rowsRead, reports } = source.read(Buffer.from(text), told);
  const [report] = reports.tickers ?? [];
  if (report === undefined) throw new Error('Nothing was reported.');
  return { ...report, rowsRead };
}

const refused = (text: string, told: Told = {}) => refusalsOf(() => source.read(Buffer.from(text), told)).map(({ column, reason }) => `${column}: ${reason}`);

describe("the SEC's list of tickers", () => {
  const line = { cik: '0000000042', ticker: 'OPL-B', name: 'OPEN LANE & CO', exchange: null };

  it('gives companies by ten digits, whether its rows stand under numbers or in columns', () => {
    expect(read(fileOf(row())).lines).toEqual([line]);
    expect(read(columnsOf([42, 'OPEN LANE & CO', 'OPL-B', 'NYSE'])).lines).toEqual([{ ...line, exchange: 'NYSE' }]);
  });

  it('is of the day that its name or its reader tells, which it does not say itself', () => {
    expect(read(fileOf(row())).observedOn).toBeNull();
    expect(read(fileOf(row()), { fileName: 'company_tickers_2026-07-01.json' })).toMatchObject({ observedOn: '2026-07-01', knownOn: '2026-07-01' });
    expect(read(fileOf(row()), { knownOn: isoDate('2026-07-02') }).observedOn).toBe('2026-07-02');
  });

  it('is refused where two days are told', () => {
    const told = { fileName: 'company_tickers_2026-07-01.json', knownOn: isoDate('2026-07-02') };
    expect(refused(fileOf(row()), told)).toEqual([expect.stringContaining('cannot be both 2026-07-01 and 2026-07-02')]);
  });

  it('takes a row that stands twice for one', () => {
    expect(read(fileOf(row(), row()))).toMatchObject({ rowsRead: 2, lines: [line] });
  });

  it.each([
    ['a ticker of two companies', fileOf(row(), row({ cik_str: 43 })), '$.1: OPL-B stands at $.0 already, of another company or exchange'],
    ['a company without number', fileOf(row({ cik_str: 0 })), '$.0.cik_str: expected a number of up to ten digits, not all zero, found "0"'],
    ['no ticker', fileOf(row({ ticker: '' })), '$.0.ticker: expected a ticker such as BRK-B, found nothing'],
    ['a ticker that is none', fileOf(row({ ticker: 'a b' })), '$.0.ticker: expected a ticker such as BRK-B, found "a b"'],
    ['no name', fileOf(row({ title: null })), '$.0.title: expected a name, found nothing'],
    ['a row that is too short', columnsOf([42, 'OPEN LANE & CO']), '$.data[0]: expected a list of 4 values'],
    ['no row', '{}', 'null: there is no company in it'],
    ['other columns', '{"fields":["a"],"data":[[1]]}', 'null: expected rows with cik, ticker, name, found a'],
    ['a list', '[1]', 'null: expected an object with a row for each company, found another value'],
  ])('is refused with the place for %s', (_, text, refusal) => {
    expect(refused(text)).toEqual([refusal]);
  });

  it.each([
    ['company_tickers.json', true],
    ['company_tickers_exchange_2026-07-01.json', true],
    ['company_tickers_mf.json', false],
    ['CIK0000320193.json', false],
  ])('is found in a folder by its name: %s', (name, isFound) => {
    expect(source.files.test(name)).toBe(isFound);
  });
});

describeRealFiles("the SEC's list of July 2026", () => {
  const { lines, rowsRead } = read(realFile('edgar/company_tickers_2026-07.json').toString('utf8'));

  it('has 10,433 tickers of 8,021 companies', () => {
    expect([rowsRead, lines.length, new Set(lines.map(({ cik }) => cik)).size]).toEqual([10_433, 10_433, 8_021]);
  });

  it('gives both classes of Alphabet one company', () => {
    const of = (ticker: string) => lines.find((one) => one.ticker === ticker)?.cik;
    expect([of('GOOGL'), of('GOOG')]).toEqual(['0001652044', '0001652044']);
  });
});
