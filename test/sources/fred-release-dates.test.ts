import calendar from '../../src/sources/definitions/fred-release-dates';
import type { Told } from '../../src/sources/tellable';
import { refusalsOf } from './refusalsOf';

const TOLD: Told = { fileName: 'releases.2024-10-04.json' };
const on = (release_id: number | string, date: string, release_name?: string) => ({ release_id, date, release_name });
const read = (answer: unknown, told: Told = TOLD) => calendar.read(Buffer.from(JSON.stringify(answer)), told).reports.releaseDates;
const reasons = (answer: unknown, told: Told = TOLD) => refusalsOf(() => read(answer, told)).map(({ column, reason }) => (column === null ? reason : `${column}: ${reason}`));

describe("a calendar of FRED's API", () => {
  it('lists the days of each release, ascending and each once, and is of the day in its name', () => {
    const answer = { realtime_end: '9999-12-31', count: 4, release_dates: [on(50, '2024-11-01', 'Employment Situation'), on(10, '2024-10-10', 'Consumer Price Index'), on(50, '2024-10-04'), on(50, '2024-10-04')] };
    expect(read(answer)).toEqual([
      { fredRelease: 50, name: 'Employment Situation', knownOn: '2024-10-04', days: ['2024-10-04', '2024-11-01'], listedTo: null },
      { fredRelease: 10, name: 'Consumer Price Index', knownOn: '2024-10-04', days: ['2024-10-10'], listedTo: null },
    ]);
  });

  it('may be of one release, without a name or a day', () => {
    expect(read({ release_dates: [on('53', '1991-12-04')] }, { fileName: 'gdp.json' })).toEqual([{ fredRelease: 53, name: null, knownOn: null, days: ['1991-12-04'], listedTo: null }]);
  });

  it('lists nothing after the day up to which it was asked, and a page nothing after its last', () => {
    const release_dates = [on(50, '2024-09-06'), on(50, '2024-10-04')];
    expect(read({ realtime_end: '2024-10-31', count: 2, release_dates })).toMatchObject([{ listedTo: '2024-10-31' }]);
    expect(read({ realtime_end: '9999-12-31', count: 3, order_by: 'release_date', release_dates })).toMatchObject([{ listedTo: '2024-10-04' }]);
  });
});

describe("a calendar of FRED's API that cannot be read", () => {
  it('is refused where it is a page in an order in which any day may be lacking', () => {
    expect(reasons({ count: 2, order_by: 'release_name', release_dates: [on(50, '2024-10-04')] })).toEqual([
      'it is a page of an answer in the order of release_name, and may lack days of any release: ask for the order of release_date',
    ]);
  });

  it('is refused where it is an error, another answer or empty', () => {
    expect(reasons({ error_code: 400, error_message: 'Bad Request.' })).toEqual(['the API answered an error: 400 Bad Request.']);
    expect(reasons({ observations: [] })).toEqual(['expected an answer of releases/dates, found one with observations']);
    expect(reasons([])).toEqual(['expected an answer of releases/dates, found another value']);
    expect(reasons({ release_dates: [] })).toEqual(['there is no day of release']);
  });

  it('is refused for what is no day or no number, each with its place', () => {
    expect(reasons({ release_dates: [on(50, '2024-02-30'), { date: '2024-10-04' }, 7] })).toEqual([
      '$.release_dates[0].date: expected a day written YYYY-MM-DD, found "2024-02-30"',
      "$.release_dates[1].release_id: expected a release's number, found nothing",
      '$.release_dates[2]: expected an object, found another value',
    ]);
  });
});
