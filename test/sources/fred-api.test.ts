import fc from 'fast-check';
import { type IsoDate, addDays, isoDate } from '../../src/domain/isoDate';
import api from '../../src/sources/definitions/fred-api';
import type { Told } from '../../src/sources/tellable';
import { refusalsOf } from './refusalsOf';

interface Row {
  readonly realtime_start: string;
  readonly realtime_end: string;
  readonly date: string;
  readonly value: string;
}

const row = (date: string, value: string, from = '2024-10-08', to = from): Row => ({ realtime_start: from, realtime_end: to, date, value });

const bytesOf = (answer: unknown) => Buffer.from(JSON.stringify(answer));
const NAMED: Told = { fileName: 'UNRATE.json' };
const read = (answer: unknown, told: Told = NAMED) => api.read(bytesOf(answer), told).reports.series?.[0];
const reasons = (answer: unknown, told: Told = NAMED) => refusalsOf(() => api.read(bytesOf(answer), told)).map(({ column, reason }) => (column === null ? reason : `${column}: ${reason}`));

describe("an answer of FRED's API", () => {
  it('for one day is one vintage, known on that day', () => {
    expect(read({ observations: [row('2024-08-01', '4.2'), row('2024-09-01', '.')] })).toEqual({
      series: 'UNRATE',
      vintages: ['2024-10-08'],
      values: [
        { observedOn: '2024-08-01', value: '4.2', first: 0, last: 0 },
        { observedOn: '2024-09-01', value: null, first: 0, last: 0 },
      ],
    });
  });

  it('may be its list of observations alone', () => {
    expect(read([row('2024-08-01', '4.2')])).toMatchObject({ vintages: ['2024-10-08'] });
  });

  it('is of the series that is told, whatever its file is called', () => {
    expect(read([row('2024-08-01', '4.2')], { series: 'PAYEMS', fileName: 'UNRATE.json' })).toMatchObject({ series: 'PAYEMS' });
    expect(reasons([row('2024-08-01', '4.2')], { fileName: 'observations.json' })).toEqual([
      'the file does not say which series it holds, and its name does not begin with a code: tell it, as in --series UNRATE',
    ]);
  });

  it('has a vintage too for the day after a value was withdrawn', () => {
    expect(read([row('2024-07-01', '1', '2024-08-02', '2024-09-05'), row('2024-08-01', '2', '2024-08-02', '9999-12-31')])).toMatchObject({
      vintages: ['2024-08-02', '2024-09-06'],
      values: [{ first: 0, last: 0 }, { first: 0, last: 1 }],
    });
  });

  it('gives each vintage as it was, whatever was revised when', () => {
    const periods = ['2024-01-01', '2024-02-01', '2024-03-01'].map(isoDate);
    const vintage = fc.record({ after: fc.integer({ min: 1, max: 40 }), values: fc.tuple(...periods.map(() => fc.constantFrom('1', '2', '.', ''))) });
    fc.assert(
      fc.property(fc.array(vintage, { minLength: 1, maxLength: 8 }), (drawn) => {
        let day = isoDate('2024-04-01');
        const vintages = drawn.map(({ after, values }) => ({ day: (day = addDays(day, after)), values })).filter(({ values }) => values.some((value) => value !== ''));
        const rows = periods.flatMap((period, p) => rowsOf(period, vintages.map((one) => ({ day: one.day, value: one.values[p] ?? '' }))));
        if (!rows.some(({ value }) => value !== '.')) return;
        const report = read(rows);
        const changes = vintages.filter(({ values }, i) => i === 0 || values.some((value, p) => value !== vintages[i - 1]?.values[p]));
        expect(report?.vintages).toEqual(changes.map((one) => one.day));
        changes.forEach(({ values }, i) => {
          const there = report?.values.filter(({ first, last }) => first <= i && i <= last).map(({ observedOn, value }) => [observedOn, value ?? '.']);
          expect(there).toEqual(periods.flatMap((period, p) => (values[p] === '' ? [] : [[period, values[p]]])));
        });
      }),
    );
  });
});

/** The rows of one period: one for each stretch of vintages that have it alike; '' is none. */
function rowsOf(period: string, vintages: readonly { readonly day: IsoDate; readonly value: string }[]): readonly Row[] {
  return vintages.flatMap(({ day, value }, i) => {
    if (value === '' || vintages[i - 1]?.value === value) return [];
    const next = vintages.slice(i).find((later) => later.value !== value);
    return [row(period, value, day, next === undefined ? '9999-12-31' : addDays(next.day, -1))];
  });
}

describe("an answer of FRED's API that cannot be read", () => {
  it('is refused where it is an error, with what the API says', () => {
    expect(reasons({ error_code: 400, error_message: 'Bad Request. The series does not exist.' })).toEqual(['the API answered an error: 400 Bad Request. The series does not exist.']);
  });

  it('is refused where its values are transformed, or not by real-time period', () => {
    expect(reasons({ units: 'pch', observations: [row('2024-08-01', '4.2')] })).toEqual(['expected levels (units=lin), found units=pch']);
    expect(reasons({ units: 'lin', output_type: 4, observations: [row('2024-08-01', '4.2')] })).toEqual(['expected observations by real-time period (output_type=1), found output_type=4']);
  });

  it('is refused where it is another answer', () => {
    expect(reasons({ vintage_dates: ['2024-08-02'] })).toEqual(['expected an answer of series/observations, found one with vintage_dates']);
    expect(reasons({ observations: [] })).toEqual(['there is no observation']);
  });

  it('is refused where a page may lack versions, not where it is a page of one vintage', () => {
    const rows = [row('2024-08-01', '4.2', '2024-09-06', '2024-10-03'), row('2024-08-01', '4.3', '2024-10-04', '9999-12-31')];
    expect(reasons({ count: 3, observations: rows })).toEqual(['it is a page of an answer with several vintages, and may lack versions of what it has: ask for fewer vintages at once']);
    expect(read({ count: 3, observations: [row('2024-08-01', '4.2')] })).toMatchObject({ vintages: ['2024-10-08'] });
  });

  it('is refused for what is no day or no number, each with its place', () => {
    expect(reasons([row('2024-08', '4.2'), row('2024-09-01', 'n/a!'), { ...row('2024-09-02', '1'), realtime_end: '2024-10-07' }, 7])).toEqual([
      '$.observations[0].date: expected a day written YYYY-MM-DD, found "2024-08"',
      '$.observations[1].value: expected a number or ".", found "n/a!"',
      '$.observations[2].realtime_end: expected a day not before 2024-10-08, found "2024-10-07"',
      '$.observations[3]: expected an object, found another value',
    ]);
  });

  it('is refused where a period has two values at once', () => {
    expect(reasons([row('2024-08-01', '1', '2024-09-06', '2024-10-04'), row('2024-08-01', '2', '2024-10-04', '9999-12-31')])).toEqual([
      '2024-08-01 has two values at once: from 2024-09-06 to 2024-10-04, and from 2024-10-04 to 9999-12-31',
    ]);
  });
});
