import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoDate } from '../../src/domain/isoDate';
import type { Told } from '../../src/sources/tellable';
import history, { HISTORY_COLUMNS } from '../../src/sources/definitions/csv-fund-history';
import { fixture } from './fixtures';
import { refusalsOf } from './refusalsOf';

const csv = (...lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);
const read = (file: Buffer, told: Told = {}) => history.read(file, told).reports.valuations ?? [];
const refused = (file: Buffer, told: Told = {}) => refusalsOf(() => history.read(file, told));

describe("one's own fund history CSV", () => {
  it('gives a report for each fund, with its days in the order of the file', () => {
    const { bytes } = fixture('csv-fund-history', 'two-funds');
    expect(history.read(bytes, {})).toEqual({
      rowsRead: 4,
      reports: {
        valuations: [
          {
            fund: 'IWM',
            fundName: 'Small Caps',
            days: [
              { observedOn: '2024-06-27', knownOn: '2024-06-28', nav: '201.3700', sharesOutstanding: '301250000' },
              { observedOn: '2024-07-01', knownOn: '2024-07-03', nav: '1202.8941', sharesOutstanding: null },
              { observedOn: '2024-06-28', knownOn: '2024-07-01', nav: null, sharesOutstanding: '301300000' },
            ],
          },
          {
            fund: 'MINE',
            fundName: 'My own, small fund',
            days: [{ observedOn: '2024-06-28', knownOn: null, nav: '10.5', sharesOutstanding: null }],
          },
        ],
      },
    });
  });

  it('takes fund and day from the caller where it has no such columns', () => {
    expect(read(csv('nav', '0.01'), { fund: 'mine', observedOn: isoDate('2024-06-28') })).toEqual([
      { fund: 'MINE', fundName: null, days: [{ observedOn: '2024-06-28', knownOn: null, nav: '0.01', sharesOutstanding: null }] },
    ]);
  });

  it('may be known on the day it is about', () => {
    const [report] = read(csv('fund,observed_on,known_on,nav', 'A,2024-06-28,2024-06-28,1'));
    expect(report?.days[0]).toMatchObject({ observedOn: '2024-06-28', knownOn: '2024-06-28' });
  });

  it('may have one day for two funds', () => {
    const reports = read(csv('fund,observed_on,nav', 'A,2024-06-28,1', 'B,2024-06-28,1'));
    expect(reports.map(({ fund, days }) => [fund, days.length])).toEqual([
      ['A', 1],
      ['B', 1],
    ]);
  });

  it('is documented with every column', () => {
    const documented = [...documentation.matchAll(/^\| `(\w+)` \|/gm)].map(([, column]) => column);
    expect(documented).toEqual([...HISTORY_COLUMNS]);
  });

  it('reads the example of its documentation', () => {
    const [, example = ''] = /```csv\n([^`]*)```/.exec(documentation) ?? [];
    expect(read(Buffer.from(example))).toMatchObject([
      {
        fund: 'IWM',
        fundName: 'Small Caps',
        days: [{ sharesOutstanding: '301250000' }, { nav: '202.8941', knownOn: '2024-07-01' }],
      },
      { fund: 'MINE', fundName: null, days: [{ knownOn: null, nav: '10.5', sharesOutstanding: '20000' }] },
    ]);
  });

  it('reads the file that stands beside its documentation', () => {
    expect(read(readFileSync(join(docs, 'my-fund-history.csv')))).toEqual([
      {
        fund: 'MINE',
        fundName: 'My Fund',
        days: [
          { observedOn: '2024-06-27', knownOn: '2024-06-28', nav: '9.87', sharesOutstanding: '2000' },
          { observedOn: '2024-06-28', knownOn: '2024-07-01', nav: '10.00', sharesOutstanding: '2000' },
          { observedOn: '2024-07-01', knownOn: '2024-07-02', nav: '10.12', sharesOutstanding: '2100' },
        ],
      },
    ]);
  });
});

describe("one's own fund history CSV that cannot be read", () => {
  it('is refused for a column nobody knows, with those that are known', () => {
    expect(refused(csv('fund,observed_on,navv', 'A,2024-06-28,1'))[0]?.reason).toBe(
      `unknown columns: navv. Known: ${HISTORY_COLUMNS.join(', ')}`,
    );
  });

  it('is refused for the columns that it lacks', () => {
    expect(refused(csv('fund_name', 'A'))[0]?.reason).toBe(
      'these columns are lacking: fund (or --fund IWM), observed_on (or --observed-on 2024-09-27), nav or shares_outstanding',
    );
  });

  it('is refused for numbers that are none, zero or below, each with its place', () => {
    const file = csv(
      'fund,observed_on,nav,shares_outstanding',
      'A,2024-06-03,0,0.00',
      'A,2024-06-04,-1,1e3',
      'A,2024-06-05,0.001,-0.5',
    );
    expect(refused(file)).toEqual([
      { line: 2, column: 'nav', reason: 'expected a number above zero, found "0"' },
      { line: 2, column: 'shares_outstanding', reason: 'expected a number above zero, found "0.00"' },
      { line: 3, column: 'nav', reason: 'expected a number above zero, found "-1"' },
      { line: 3, column: 'shares_outstanding', reason: 'expected a number above zero, found "1e3"' },
      { line: 4, column: 'shares_outstanding', reason: 'expected a number above zero, found "-0.5"' },
    ]);
  });

  it('is refused for a row without a number, a fund or a day', () => {
    expect(refused(csv('fund,observed_on,nav,shares_outstanding', 'A,2024-06-28,,', ',2024-06-28,1,', 'A,,1,'))).toEqual([
      { line: 2, column: null, reason: 'expected nav or shares_outstanding, found neither' },
      { line: 3, column: 'fund', reason: 'expected a value, found nothing' },
      { line: 4, column: 'observed_on', reason: 'expected a value, found nothing' },
    ]);
  });

  it("is refused for a fund's day that stands twice, in whatever letters", () => {
    expect(refused(csv('fund,observed_on,nav', 'A,2024-06-28,1', 'B,2024-06-28,1', 'a,2024-06-28,1'))).toEqual([
      { line: 4, column: 'observed_on', reason: 'A on 2024-06-28 stands on line 2 already' },
    ]);
  });

  it('is refused if a day was known before it was over, or is no day', () => {
    expect(refused(csv('fund,observed_on,known_on,nav', 'A,2024-06-28,2024-06-27,1', 'A,2024-02-30,,1'))).toEqual([
      { line: 2, column: 'known_on', reason: 'expected a day written YYYY-MM-DD, not before 2024-06-28, found "2024-06-27"' },
      { line: 3, column: 'observed_on', reason: 'expected a day written YYYY-MM-DD, found "2024-02-30"' },
    ]);
  });

  it('is refused if another fund or day was told, or a fund has two names', () => {
    const told = { fund: 'mine', observedOn: isoDate('2024-06-28') };
    expect(refused(csv('fund,observed_on,nav', 'A,2024-06-27,1'), told)).toEqual([
      { line: 2, column: 'fund', reason: 'expected MINE as was told, found "A"' },
      { line: 2, column: 'observed_on', reason: 'expected 2024-06-28 as was told, found "2024-06-27"' },
    ]);
    expect(refused(csv('observed_on,nav,fund_name', '2024-06-27,1,Mine', '2024-06-28,1,Yours'), { fund: 'mine' })).toEqual([
      { line: 3, column: 'fund_name', reason: 'expected "Mine" as above, found "Yours"' },
    ]);
  });

  it('is refused without a row', () => {
    expect(refused(csv('fund,observed_on,nav'))).toEqual([
      { line: null, column: null, reason: 'there is no row below the header' },
    ]);
  });
});

const docs = join(__dirname, '../../docs');
const documentation = readFileSync(join(docs, 'csv-fund-history.md'), 'utf8');
