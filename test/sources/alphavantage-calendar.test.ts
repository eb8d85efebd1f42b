import calendar from '../../src/sources/definitions/alphavantage-calendar';
import { isoDate } from '../../src/domain/isoDate';
import type { EstimateLine } from '../../src/sources/EstimatesReport';
import type { Told } from '../../src/sources/tellable';
import { describeRealFiles, realFile } from '../support/realFiles';
import { fixture } from './fixtures';
import { refusalsOf } from './refusalsOf';

const row = (over: object = {}) => ({ symbol: 'QRRY', name: 'Quarry Hill', reportDate: '2024-10-31', fiscalDateEnding: '2024-09-30', estimate: '0.61', currency: 'USD', ...over });
const fileOf = (...rows: readonly object[]): Buffer => Buffer.from(JSON.stringify(rows));
const lines = (bytes: Buffer, told: Told = {}): readonly EstimateLine[] => calendar.read(bytes, told).reports.estimates?.flatMap((report) => report.lines) ?? [];
const refused = (bytes: Buffer, told: Told = {}) => refusalsOf(() => calendar.read(bytes, told)).map(({ column, reason }) => `${column}: ${reason}`);

describe("Alpha Vantage's calendar of earnings", () => {
  it('tells who reports when and what is expected, alike as a list of objects and as CSV', () => {
    const line = { ticker: 'QRRY', name: 'Quarry Hill Stone Inc', cik: null, periodEnd: '2024-09-30', reportOn: '2024-10-31', estimate: '0.61', actual: null, currency: 'USD' };
    const [list, answer] = [fixture('alphavantage-calendar', 'list'), fixture('alphavantage-calendar', 'answer')];
    expect(lines(list.bytes, list.told)[0]).toEqual({ ...line, observedOn: '2024-10-07', knownOn: '2024-10-07' });
    expect(lines(answer.bytes, answer.told)[0]).toEqual({ ...line, observedOn: null, knownOn: null });
  });

  it('is of the day in its name, or of that which is told', () => {
    expect(lines(fileOf(row()), { knownOn: isoDate('2024-10-08') })[0]).toMatchObject({ observedOn: '2024-10-08', knownOn: '2024-10-08' });
    expect(refused(fileOf(row()), { fileName: 'calendar_2024-10-07.json', knownOn: isoDate('2024-10-08') })[0]).toContain('cannot be both');
  });

  it('expects nothing where the estimate is null, and nothing earned where it is 0', () => {
    expect(lines(fileOf(row({ estimate: null }), row({ symbol: 'AAMI', estimate: '0' }))).map(({ estimate }) => estimate)).toEqual([null, '0']);
  });

  it.each([
    ['a ticker that is none', fileOf(row({ symbol: 'a b' })), '$.earningsCalendar[0].symbol: expected a ticker such as BRK-B, found "a b"'],
    ['no day of the report', fileOf(row({ reportDate: null })), '$.earningsCalendar[0].reportDate: expected a day written YYYY-MM-DD, found nothing'],
    ['a period that stands twice', fileOf(row(), row()), '$.earningsCalendar[1].symbol: QRRY for the period that ends on 2024-09-30 stands in the file already'],
    ['no row', fileOf(), 'null: there is no row in it'],
  ])('is refused for %s', (_, bytes, refusal) => {
    expect(refused(bytes)).toEqual([refusal]);
  });

  it.each([['calendar_2025-11-07.json', true], ['earnings_calendar.csv', true], ['AAPL.csv', false]])('is found in a folder by its name: %s', (name, isFound) => {
    expect(calendar.files.test(name)).toBe(isFound);
  });
});

describeRealFiles('the calendar of 2025-11-07', () => {
  it('has 1,074 reports, of 967 of which something is expected', () => {
    const all = lines(realFile('earnings/alphavantage/calendar_2025-11-07.json'), { fileName: 'calendar_2025-11-07.json' });
    expect([all.length, all.filter(({ estimate }) => estimate !== null).length]).toEqual([1074, 967]);
    expect(all.find(({ ticker }) => ticker === 'NVDA')).toMatchObject({ reportOn: '2025-11-19', periodEnd: '2025-10-31', estimate: '1.24', observedOn: '2025-11-07' });
  });
});
