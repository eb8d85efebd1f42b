import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssetClass } from '../../src/domain/assetClass';
import { isoDate } from '../../src/domain/isoDate';
import type { Told } from '../../src/sources/tellable';
import own from '../../src/sources/definitions/csv-holdings';
import { OWN_COLUMNS } from '../../src/sources/ownColumns';
import { fixture } from './fixtures';
import { refusalsOf } from './refusalsOf';

const told = { fund: 'MINE', observedOn: isoDate('2024-06-28') };
const csv = (...lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);
const refused = (file: Buffer, said: Told = {}) => refusalsOf(() => own.read(file, said));

describe("one's own holdings CSV", () => {
  it('gives a report for each fund and day, in the order in which they appear', () => {
    const { bytes } = fixture('csv-holdings', 'two-funds');
    const { rowsRead, reports: { holdings: reports = [] } } = own.read(bytes, {});
    expect(rowsRead).toBe(4);
    expect(reports.map(({ fund, observedOn, knownOn, lines }) => [fund, observedOn, knownOn, lines.length])).toEqual([
      ['IWM', '2024-06-28', '2024-07-01', 2],
      ['MINE', '2024-06-28', null, 1],
      ['IWM', '2024-07-31', '2024-07-31', 1],
    ]);
    expect(reports[0]).toMatchObject({ fundName: 'Small Caps', sharesOutstanding: '20000' });
    expect(reports[0]?.lines[0]).toMatchObject({ shares: '5000', marketValue: '610000.00', publishedWeight: '0.6100' });
  });

  it('takes fund and day from the caller where it has no such columns', () => {
    const [report] = own.read(csv('name,weight', 'Alpha,1'), { ...told, fund: 'mine' }).reports.holdings ?? [];
    expect(report).toMatchObject({ fund: 'MINE', observedOn: '2024-06-28', knownOn: null });
  });

  it('takes a row without an asset class for a share, and says so in its documentation', () => {
    const [report] = own.read(csv('name,weight,asset_class', 'Alpha,0.5,', 'Beta,0.5,SWAP'), told).reports.holdings ?? [];
    expect(report?.lines.map(({ assetClass }) => assetClass)).toEqual([AssetClass.EQUITY, AssetClass.SWAP]);
    expect(own.read(csv('name,weight', 'Alpha,1'), told).reports.holdings?.[0]?.lines[0]?.assetClass).toBe(AssetClass.EQUITY);
    expect(documentation).toContain('| **`EQUITY`**, also where the column is absent |');
  });

  it('is documented with every column and every asset class', () => {
    const documented = documentation.split('\n').flatMap((line) => [...(/^\| (`.*?) \|/.exec(line)?.[1] ?? '').matchAll(/`(\w+)`/g)].map(([, word]) => word));
    expect(documented).toEqual([...OWN_COLUMNS]);
    expect(Object.values(AssetClass).filter((word) => !documentation.includes(`\`${word}\``))).toEqual([]);
  });

  it('reads the example of its documentation', () => {
    const [, example = ''] = /```csv\n([^`]*)```/.exec(documentation) ?? [];
    expect(own.read(Buffer.from(example), {}).reports.holdings).toMatchObject([{ fund: 'IWM', knownOn: '2024-07-01', lines: [{ ticker: 'ABC' }, { ticker: 'USD' }] }]);
  });

  it('tells an empty cell from a zero, and takes a dash for nothing in a ticker alone', () => {
    const [report] = own.read(csv('name,weight,price,shares,ticker', 'Alpha,1,,0,-'), told).reports.holdings ?? [];
    expect(report?.lines[0]).toMatchObject({ price: null, shares: '0', ticker: null });
    expect(refused(csv('name,weight,price', 'Alpha,1,-'), told)).toEqual([{ line: 2, column: 'price', reason: 'expected a number, found "-"' }]);
  });

  it('passes over blank lines', () => {
    expect(own.read(csv('name,weight', '', 'Alpha,1', '', ''), told).rowsRead).toBe(1);
  });
});

describe("one's own holdings CSV that cannot be read", () => {
  it('is refused for a column nobody knows, with those that are known', () => {
    expect(refused(csv('name,wieght', 'Alpha,1'), told)[0]?.reason).toBe(`unknown columns: wieght. Known: ${OWN_COLUMNS.join(', ')}`);
  });

  it('is refused for the columns that it lacks', () => {
    expect(refused(csv('ticker', 'A'))[0]?.reason).toBe(
      'these columns are lacking: fund (or --fund IWM), observed_on (or --observed-on 2024-09-27), name, market_value or weight',
    );
  });

  it('is refused with the line and column of each fault', () => {
    const file = csv(
      'fund,observed_on,name,weight,currency,asset_class,shares',
      'A,2024-02-30,Alpha,1,USD,EQUITY,1',
      ',2024-02-29,"Be',
      'ta",1,USD,EQUITY,1',
      'A,2024-02-28,,1,usd,SHARE,1e3',
    );
    expect(refused(file)).toEqual([
      { line: 2, column: 'observed_on', reason: 'expected a day written YYYY-MM-DD, found "2024-02-30"' },
      { line: 3, column: 'fund', reason: 'expected a value, found nothing' },
      { line: 5, column: 'name', reason: 'expected a name, found nothing' },
      { line: 5, column: 'asset_class', reason: `expected one of ${Object.values(AssetClass).join(', ')}, found "SHARE"` },
      { line: 5, column: 'currency', reason: 'expected three capital letters, found "usd"' },
      { line: 5, column: 'shares', reason: 'expected a number, found "1e3"' },
    ]);
  });

  it('is refused if another fund or day was told', () => {
    expect(refused(csv('fund,observed_on,name,weight', 'A,2024-06-27,Alpha,1'), told)).toEqual([
      { line: 2, column: 'fund', reason: 'expected MINE as was told, found "A"' },
      { line: 2, column: 'observed_on', reason: 'expected 2024-06-28 as was told, found "2024-06-27"' },
    ]);
  });

  it('is refused if it was known before the day it is about, or on two days', () => {
    expect(refused(csv('name,weight,known_on', 'Alpha,1,2024-06-27'), told)).toEqual([
      { line: 2, column: 'known_on', reason: 'expected a day written YYYY-MM-DD, not before 2024-06-28, found "2024-06-27"' },
    ]);
    expect(refused(csv('name,weight,known_on', 'Alpha,0.5,2024-07-01', 'Beta,0.2,', 'Gamma,0.3,2024-07-02'), told)).toEqual([
      { line: 4, column: 'known_on', reason: 'expected "2024-07-01" as above, found "2024-07-02"' },
    ]);
  });

  it('is refused whole if the weights of one of its reports do not sum to one', () => {
    const file = csv('fund,name,weight', 'A,Alpha,0.99', 'B,Beta,0.989', 'A,Gamma,0.02');
    expect(refused(file, { observedOn: told.observedOn })).toEqual([
      { line: null, column: null, reason: 'B on 2024-06-28: the weights sum to 98.90 %, outside 99 to 101 %: lines are missing, or too many' },
    ]);
  });

  it('is refused if it ends within quotes, on the line where they open', () => {
    expect(refused(csv('name,weight', 'Alpha,0.5', '"Beta', ',0.5'), told)).toEqual([
      { line: 3, column: null, reason: 'the file ends within a quoted field: it was cut off' },
    ]);
  });

  it('is refused without a row', () => {
    expect(refused(csv('name,weight'), told)).toEqual([{ line: null, column: null, reason: 'there is no row below the header' }]);
  });
});

const documentation = readFileSync(join(__dirname, '../../docs/csv-holdings.md'), 'utf8');
