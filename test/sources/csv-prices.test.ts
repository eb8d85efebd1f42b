import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Closes } from '../../src/domain/closes';
import { addDays, isoDate } from '../../src/domain/isoDate';
import prices, { PRICE_COLUMNS } from '../../src/sources/definitions/csv-prices';
import type { Told } from '../../src/sources/tellable';
import { refusalsOf } from './refusalsOf';

const csv = (...lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);
const read = (file: Buffer, told: Told = {}) => prices.read(file, told).reports.closes ?? [];
const refused = (file: Buffer, told: Told = {}) => refusalsOf(() => prices.read(file, told));

const documentation = readFileSync(join(__dirname, '../../docs/csv-prices.md'), 'utf8');

describe("one's own closing prices CSV", () => {
  it('is documented with every column', () => {
    expect([...documentation.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, column]) => column)).toEqual([...PRICE_COLUMNS]);
  });

  it('reads the example of its documentation', () => {
    const [, example = ''] = /```csv\n([^`]*)```/.exec(documentation) ?? [];
    expect(read(Buffer.from(example))).toEqual([
      {
        ...{ symbol: 'NVDA', closes: 'RAW' },
        days: [
          { observedOn: '2024-06-07', knownOn: null, close: '1208.88' },
          { observedOn: '2024-06-10', knownOn: null, close: '121.79' },
        ],
      },
      { symbol: 'IWM', closes: 'TOTAL_RETURN', days: [{ observedOn: '2024-06-07', knownOn: '2024-07-01', close: '199.02' }] },
    ]);
  });

  it('is refused where nobody says what its closes are, or which symbol', () => {
    expect(refused(csv('symbol,observed_on,close', 'A,2024-06-28,1'))[0]?.reason).toBe(
      'these columns are lacking: closes (or --closes RAW|SPLIT_ADJUSTED|TOTAL_RETURN|MIXED)',
    );
    expect(refused(csv('close', '1'))[0]?.reason).toBe(
      'these columns are lacking: symbol (or --symbol IWM), observed_on (or --observed-on 2024-09-27), closes (or --closes RAW|SPLIT_ADJUSTED|TOTAL_RETURN|MIXED)',
    );
    expect(refused(csv('symbol,observed_on,close,closes', ',2024-06-28,1,'))).toEqual([
      { line: 2, column: 'symbol', reason: 'expected a value, found nothing' },
      { line: 2, column: 'closes', reason: 'expected one of RAW, SPLIT_ADJUSTED, TOTAL_RETURN, MIXED, found nothing' },
    ]);
  });

  it('is refused for what it says otherwise than was told', () => {
    expect(refused(csv('symbol,observed_on,close,closes', 'A,2024-06-28,1,RAW'), { symbol: 'B', closes: Closes.MIXED })).toEqual([
      { line: 2, column: 'symbol', reason: 'expected B as was told, found "A"' },
      { line: 2, column: 'closes', reason: 'expected MIXED as was told, found "RAW"' },
    ]);
  });

  it('is refused for closes that are none, and for a day that stands twice', () => {
    const file = csv('symbol,observed_on,close,closes', 'A,2024-06-03,0,RAW', 'A,2024-06-04,,RAW', 'A,2024-06-05,x,GUESS', 'A,2024-06-06,1,RAW', 'A,2024-06-06,1,MIXED', 'a,2024-06-06,1,raw');
    expect(refused(file)).toEqual([
      { line: 2, column: 'close', reason: 'expected a number above zero, found "0"' },
      { line: 3, column: 'close', reason: 'expected a number above zero, found nothing' },
      { line: 4, column: 'closes', reason: 'expected one of RAW, SPLIT_ADJUSTED, TOTAL_RETURN, MIXED, found "GUESS"' },
      { line: 4, column: 'close', reason: 'expected a number above zero, found "x"' },
      { line: 7, column: 'observed_on', reason: 'A on 2024-06-06 stands on line 5 already' },
    ]);
  });

  it('reads back what was written, in any order of columns and with any ends of lines', () => {
    const row = fc.record({ symbol: fc.constantFrom('A', 'BRK.B', '^RUT'), closes: fc.constantFrom(...Object.values(Closes)), day: fc.nat(400), cents: fc.integer({ min: 1, max: 10 ** 9 }) });
    const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 30, selector: ({ symbol, closes, day }) => `${symbol} ${closes} ${day}` });
    const columns = fc.shuffledSubarray(['symbol', 'observed_on', 'close', 'closes'], { minLength: 4 });
    fc.assert(
      fc.property(rows, columns, fc.constantFrom('\n', '\r\n'), (written, order, eol) => {
        const dayOf = (n: number) => addDays(isoDate('2024-01-01'), n);
        const textOf = (cents: number) => (cents / 100).toFixed(2);
        const lines = written.map(({ symbol, closes, day, cents }) => {
          const cells: Readonly<Record<string, string>> = { symbol, closes, observed_on: dayOf(day), close: textOf(cents) };
          return order.map((column) => cells[column]).join(',');
        });
        const found = read(Buffer.from([order.join(','), ...lines].join(eol)));
        const flat = found.flatMap(({ symbol, closes, days }) => days.map(({ observedOn, close }) => `${symbol} ${closes} ${observedOn} ${close}`));
        expect(flat.sort()).toEqual(written.map(({ symbol, closes, day, cents }) => `${symbol} ${closes} ${dayOf(day)} ${textOf(cents)}`).sort());
      }),
    );
  });
});
