import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import own, { OBSERVATION_COLUMNS } from '../../src/sources/definitions/csv-observations';
import type { Told } from '../../src/sources/tellable';
import { refusalsOf } from './refusalsOf';

const csv = (...lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`);
const read = (file: Buffer, told: Told = {}) => own.read(file, told).reports.series ?? [];
const refused = (file: Buffer, told: Told = {}) => refusalsOf(() => own.read(file, told));

const documentation = readFileSync(join(__dirname, '../../docs/csv-observations.md'), 'utf8');

describe("one's own observations CSV", () => {
  it('has a vintage for each day on which something was known, with all that was known by then', () => {
    const [, example = ''] = /```csv\n([^`]*)```/.exec(documentation) ?? [];
    expect(read(Buffer.from(example))).toEqual([
      {
        series: 'MY_PMI',
        vintages: ['2024-08-01', '2024-09-03'],
        values: [
          { observedOn: '2024-07-01', value: '48.5', first: 0, last: 0 },
          { observedOn: '2024-07-01', value: '48.4', first: 1, last: 1 },
          { observedOn: '2024-08-01', value: '47.9', first: 1, last: 1 },
        ],
      },
    ]);
  });

  it('is one vintage where no row has a day', () => {
    expect(read(csv('observed_on,value', '2024-07-01,-1.5', '2024-08-01,'), { series: 'MINE' })).toEqual([
      { series: 'MINE', vintages: [null], values: [{ observedOn: '2024-07-01', value: '-1.5', first: 0, last: 0 }, { observedOn: '2024-08-01', value: null, first: 0, last: 0 }] },
    ]);
  });

  it('is documented with every column', () => {
    expect([...documentation.matchAll(/^\| `(\w+)` \|/gm)].map(([, column]) => column)).toEqual([...OBSERVATION_COLUMNS]);
  });

  it('is refused for columns that it lacks or nobody knows', () => {
    expect(refused(csv('observed_on,valeu', '2024-07-01,1'))[0]?.reason).toBe('unknown columns: valeu. Known: series, observed_on, value, known_on');
    expect(refused(csv('observed_on', '2024-07-01'))[0]?.reason).toBe('these columns are lacking: series, value (or --series UNRATE)');
  });

  it('is refused where a day stands on some rows alone, lies before its period, or a row stands twice', () => {
    const file = csv('series,observed_on,value,known_on', 'A,2024-07-01,1,2024-08-01', 'A,2024-08-01,1,', 'B,2024-07-01,1,2024-06-30', 'C,2024-07-01,x,2024-08-01', 'c,2024-07-01,2,2024-08-01', ',2024-07-01,2,2024-08-01');
    expect(refused(file)).toEqual([
      { line: 4, column: 'known_on', reason: 'expected a day written YYYY-MM-DD, not before 2024-07-01, found "2024-06-30"' },
      { line: 6, column: 'observed_on', reason: 'C on 2024-07-01, known on 2024-08-01, stands on line 5 already' },
      { line: 7, column: 'series', reason: 'expected a code such as UNRATE, found nothing' },
      { line: 3, column: 'known_on', reason: 'expected a day on all rows of A or on none' },
      { line: 5, column: 'value', reason: 'expected a number, found "x"' },
    ]);
  });
});
