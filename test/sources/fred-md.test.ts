import monthly from '../../src/sources/definitions/fred-md';
import { refusalsOf } from './refusalsOf';

const csv = (...lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`);
const read = (file: Buffer, fileName = '2024-02.csv') => monthly.read(file, { fileName }).reports.series ?? [];

describe('a vintage of FRED-MD', () => {
  it('gives each series its months, from its first to its last', () => {
    expect(read(csv('sasdate,UNRATE,CLAIMSx,S&P 500', 'Transform:,2,5,5', '12/1/2023,3.7,,1', '1/1/2024,,211000,2', '2/1/2024,3.9,,3'))).toEqual([
      { series: 'UNRATE', vintages: [null], values: [['2023-12-01', '3.7'], ['2024-01-01', null], ['2024-02-01', '3.9']].map(([observedOn, value]) => ({ observedOn, value, first: 0, last: 0 })) },
      { series: 'CLAIMSX', vintages: [null], values: [{ observedOn: '2024-01-01', value: '211000', first: 0, last: 0 }] },
    ]);
  });

  it('is known since a day that its name has in full, not since its month', () => {
    expect(read(csv('sasdate,UNRATE', 'Transform:,2', '12/1/2023,3.7'), '2024-02_2024-03-01.csv')[0]?.vintages).toEqual(['2024-03-01']);
  });

  it('is refused without its row of codes, for a code that is none, and for what is no first of a month', () => {
    const refused = (...lines: readonly string[]) => refusalsOf(() => read(csv(...lines)));
    expect(refused('sasdate,UNRATE', '12/1/2023,3.7')[0]?.reason).toBe('expected a header that begins with sasdate, and below it a row that begins with Transform:');
    expect(refused('sasdate,UNRATE', 'Transform:,8', '12/2/2023,3.7', '1/1/2024,x', '1/1/2024,1')).toEqual([
      { line: 2, column: 'UNRATE', reason: 'expected a transformation code from 1 to 7, found "8"' },
      { line: 3, column: 'sasdate', reason: 'expected a first of a month, such as 1/1/1959, found "12/2/2023"' },
      { line: 5, column: 'sasdate', reason: '2024-01-01 stands above already' },
      { line: 4, column: 'UNRATE', reason: 'expected a number, found "x"' },
    ]);
  });
});
