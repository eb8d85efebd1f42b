import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import estimates, { ESTIMATE_COLUMNS } from '../../src/sources/definitions/csv-estimates';
import type { EstimateLine } from '../../src/sources/EstimatesReport';
import type { Told } from '../../src/sources/tellable';
import { fixture } from './fixtures';
import { refusalsOf } from './refusalsOf';

const csv = (...rows: readonly string[]): Buffer => Buffer.from(`${rows.join('\n')}\n`);
const lines = (bytes: Buffer, told: Told = {}): readonly EstimateLine[] => estimates.read(bytes, told).reports.estimates?.flatMap((report) => report.lines) ?? [];
const refused = (bytes: Buffer, told: Told = {}) => refusalsOf(() => estimates.read(bytes, told));

const docs = join(__dirname, '../../docs');
const documentation = readFileSync(join(docs, 'csv-estimates.md'), 'utf8');

describe("one's own estimates CSV", () => {
  it('gives what was expected and reported, each row of the day that it says', () => {
    const { bytes } = fixture('csv-estimates', 'two-companies');
    const mine = { ticker: 'MINE', name: 'My Company', cik: '0001999001', periodEnd: '2024-06-29', reportOn: '2024-08-01', currency: 'USD' };
    const yours = { ticker: 'YOURS', name: null, cik: null, actual: null, observedOn: null, knownOn: null };
    expect(lines(bytes)).toEqual([
      { ...mine, estimate: '0.48', actual: null, observedOn: '2024-06-14', knownOn: '2024-06-14' },
      { ...mine, estimate: '1000.50', actual: '1001.25', observedOn: '2024-08-01', knownOn: '2024-08-01' },
      { ...yours, periodEnd: '2024-06-30', reportOn: '2024-08-15', estimate: null, currency: null },
      { ...yours, periodEnd: '2024-09-30', reportOn: null, estimate: '-0.2', currency: 'EUR' },
    ]);
  });

  it('takes the ticker from the caller where it has no such column', () => {
    expect(lines(csv('period_end,estimate', '2024-06-30,1'), { symbol: 'MINE' })).toMatchObject([{ ticker: 'MINE', estimate: '1' }]);
  });

  it('is documented with every column', () => {
    expect([...documentation.matchAll(/^\| `(\w+)` \|/gm)].map(([, column]) => column)).toEqual([...ESTIMATE_COLUMNS]);
  });

  it('reads the example of its documentation, and the file beside it', () => {
    const [, example = ''] = /```csv\n([^`]*)```/.exec(documentation) ?? [];
    expect(lines(Buffer.from(example)).map(({ ticker, actual }) => [ticker, actual])).toEqual([['MINE', null], ['MINE', '0.52'], ['YOURS', null]]);
    expect(lines(readFileSync(join(docs, 'my-estimates.csv')))).toHaveLength(4);
  });

  it.each([
    ['a column nobody knows', csv('symbol,period_end,estimat', 'A,2024-06-30,1'), `unknown columns: estimat. Known: ${ESTIMATE_COLUMNS.join(', ')}`],
    ['the columns that it lacks', csv('name', 'A'), 'these columns are lacking: symbol (or --symbol AAPL), period_end, estimate, actual or report_on'],
    ['a row that says nothing', csv('symbol,period_end,estimate', 'A,2024-06-30,'), 'expected an estimate, an actual or a day of the report, found none'],
    ['an actual without the day of its report', csv('symbol,period_end,actual', 'A,2024-06-30,1'), 'expected the day on which the actual was reported, found nothing'],
    ['an actual known before its report', csv('symbol,period_end,report_on,actual,known_on', 'A,2024-06-30,2024-08-01,1,2024-07-31'), 'expected a day written YYYY-MM-DD, not before 2024-08-01, found "2024-07-31"'],
    ['a quarter that stands twice, however it is dated', csv('symbol,period_end,estimate', 'A,2024-06-30,1', 'A,2024-06-29,2'), 'the period and day stand on line 2 already'],
    ['no row', csv('symbol,period_end,estimate'), 'there is no row below the header'],
  ])('is refused for %s', (_, bytes, reason) => {
    expect(refused(bytes)[0]?.reason).toBe(reason);
  });
});
