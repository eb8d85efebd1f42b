import fc from 'fast-check';
import { addDays, isoDate } from '../../src/domain/isoDate';
import graph from '../../src/sources/definitions/fredgraph';
import type { Told } from '../../src/sources/tellable';
import { refusalsOf } from './refusalsOf';

const csv = (...lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`);
const read = (file: Buffer, told: Told = {}) => graph.read(file, told).reports.series ?? [];
const refused = (file: Buffer, told: Told = {}) => refusalsOf(() => graph.read(file, told));

describe("FRED's graph CSV", () => {
  it('is read alike with either header, and however it marks a missing value', () => {
    const values = [
      { observedOn: '2025-09-01', value: '4.4', first: 0, last: 0 },
      { observedOn: '2025-10-01', value: null, first: 0, last: 0 },
    ];
    for (const file of [csv('DATE,UNRATE', '2025-09-01,4.4', '2025-10-01,.'), csv('observation_date,UNRATE', '2025-09-01,4.4', '2025-10-01,')]) {
      expect(read(file, { fileName: 'fredgraph.csv' })).toEqual([{ series: 'UNRATE', vintages: [null], values }]);
    }
  });

  it('that was saved again is of the series that its name begins with, or that is told', () => {
    const file = csv('Date,Value', '2026-01-02,-0.512');
    expect(read(file, { fileName: 'nfci.csv' })[0]?.series).toBe('NFCI');
    expect(read(file, { fileName: 'NFCI.2026-01-07.csv' })[0]).toMatchObject({ series: 'NFCI', vintages: ['2026-01-07'] });
    expect(read(file, { fileName: 'fredgraph (1).csv', series: 'NFCI' })[0]?.series).toBe('NFCI');
    expect(refused(file, { fileName: 'fredgraph.csv' })).toMatchObject([{ reason: 'the file does not say which series it holds, and its name does not begin with a code: tell it, as in --series UNRATE' }]);
  });

  it('is a vintage of the day in its name', () => {
    expect(read(csv('DATE,UNRATE', '2026-03-01,4.3'), { fileName: 'UNRATE.2026-04-03.csv' })[0]?.vintages).toEqual(['2026-04-03']);
  });

  it('comes back whole, whatever its values', () => {
    const number = fc.tuple(fc.integer(), fc.integer({ min: 0, max: 6 })).map(([digits, places]) => (digits / 10 ** places).toFixed(places));
    fc.assert(
      fc.property(fc.array(fc.option(number), { minLength: 1, maxLength: 30 }).filter((values) => values.some((value) => value !== null)), (values) => {
        const lines = values.map((value, i) => `${addDays(isoDate('2024-01-01'), i)},${value ?? '.'}`);
        const [report] = read(csv('DATE,DGS2', ...lines));
        expect(report?.values.map(({ value }) => (value === null ? null : Number(value)))).toEqual(values.map((value) => (value === null ? null : Number(value))));
      }),
    );
  });
});

describe("FRED's graph CSV that cannot be read", () => {
  it('is refused where it is of another series than was told', () => {
    expect(refused(csv('DATE,UNRATE', '2026-03-01,4.3'), { series: 'PAYEMS' })).toMatchObject([{ reason: 'the file is about UNRATE, not about PAYEMS as was told' }]);
  });

  it('is refused for what is no day or no number, and for a day that stands twice', () => {
    expect(refused(csv('DATE,UNRATE', '2026-02-30,4.3', '2026-03-01,4,3', '2026-04-01,x', '2026-05-01,1', '2026-05-01,1'))).toEqual([
      { line: 3, column: null, reason: 'expected 2 columns, found 3' },
      { line: 2, column: 'DATE', reason: 'expected a day written YYYY-MM-DD, found "2026-02-30"' },
      { line: 6, column: 'DATE', reason: '2026-05-01 stands on line 5 already' },
      { line: 4, column: 'UNRATE', reason: 'expected a number, found "x"' },
    ]);
  });

  it('is refused where it holds no value, or no row', () => {
    expect(refused(csv('DATE,UNRATE', '2026-03-01,.'))).toMatchObject([{ reason: 'the column UNRATE holds no value' }]);
    expect(refused(csv('DATE,UNRATE'))).toMatchObject([{ reason: 'there is no row below the header' }]);
  });

  it('is refused where its header is of something else', () => {
    expect(refused(csv('fund,observed_on', 'IWM,2026-03-01'))).toMatchObject([{ reason: 'expected the columns DATE or observation_date and one or more series, found fund, observed_on' }]);
  });

  it('is refused where its name has two days', () => {
    expect(refused(csv('DATE,UNRATE', '2026-03-01,4'), { fileName: 'UNRATE.2026-04-03.2026-05-03.csv' })).toMatchObject([{ reason: "the file's name has two days, 2026-04-03 and 2026-05-03" }]);
  });
});
