import fc from 'fast-check';
import { Closes } from '../../src/domain/closes';
import chart from '../../src/sources/definitions/yahoo-chart';
import type { Told } from '../../src/sources/tellable';
import { refusalsOf } from './refusalsOf';

/** 09:30 in New York on Monday, 2024-06-10; then a day on each day of that week. */
const OPEN = Date.UTC(2024, 5, 10, 13, 30) / 1_000;
const DAY = 86_400;

interface Answer {
  readonly timestamp: readonly unknown[];
  readonly close: readonly unknown[];
  readonly adjclose?: readonly unknown[];
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly events?: unknown;
}

/** An answer given when the session of the last of these days had ended. */
function answerOf({ timestamp, close, adjclose, meta = {}, events }: Answer): Buffer {
  const start = Number(timestamp.at(-1));
  const session = { regularMarketTime: start + 23_460, currentTradingPeriod: { regular: { start, end: start + 23_400 } } };
  const indicators = { quote: [{ close }], ...(adjclose === undefined ? {} : { adjclose: [{ adjclose }] }) };
  const result = [{ meta: { symbol: 'IWM', instrumentType: 'ETF', currency: 'USD', dataGranularity: '1d', ...session, ...meta }, timestamp, indicators, ...(events === undefined ? {} : { events }) }];
  return Buffer.from(JSON.stringify({ chart: { result, error: null } }));
}

const refused = (bytes: Buffer, told: Told = {}) => refusalsOf(() => chart.read(bytes, told)).map(({ column, reason }) => (column === null ? reason : `${column}: ${reason}`));

describe("an answer of Yahoo's chart interface", () => {
  it('gives closes adjusted for splits, and beside them those adjusted for dividends too', () => {
    const { reports } = chart.read(answerOf({ timestamp: [OPEN, OPEN + DAY], close: [10, 11.5], adjclose: [9.5, 11.5] }), {});
    expect(reports.closes?.map(({ symbol, closes, days }) => [symbol, closes, ...days.map(({ observedOn, close }) => `${observedOn} ${close}`)])).toEqual([
      ['IWM', 'SPLIT_ADJUSTED', '2024-06-10 10', '2024-06-11 11.5'],
      ['IWM', 'TOTAL_RETURN', '2024-06-10 9.5', '2024-06-11 11.5'],
    ]);
  });

  it('of an index gives no total return', () => {
    const answer = answerOf({ timestamp: [OPEN], close: [10], adjclose: [10], meta: { symbol: '^rut', instrumentType: 'INDEX' } });
    expect(chart.read(answer, {}).reports.closes?.map(({ symbol, closes }) => [symbol, closes])).toEqual([['^RUT', 'SPLIT_ADJUSTED']]);
  });

  it('that says what went wrong is refused with that', () => {
    const answer = Buffer.from('{"chart":{"result":null,"error":{"code":"Not Found","description":"No data found, symbol may be delisted"}}}');
    expect(refused(answer)).toEqual(['Yahoo answered with an error, Not Found: No data found, symbol may be delisted']);
  });

  it.each([
    ['an hour before the close', OPEN + DAY + 19_800, 1],
    ['at the close', OPEN + DAY + 23_400, 2],
    ['before the session', OPEN - 3_600 + DAY, 1],
  ])('that was given %s has the bars of ended sessions', (_, now, count) => {
    const meta = { regularMarketTime: now, currentTradingPeriod: { regular: { start: OPEN + DAY, end: OPEN + DAY + 23_400 } } };
    const { reports, leftOut } = chart.read(answerOf({ timestamp: [OPEN, OPEN + DAY], close: [10, 11], meta }), {});
    expect([reports.closes?.[0]?.days.length, leftOut?.length]).toEqual([count, 2 - count]);
  });

  it('that was given on the morning after has the whole of the day before', () => {
    const meta = { regularMarketTime: OPEN + 23_400, currentTradingPeriod: { regular: { start: OPEN + DAY, end: OPEN + DAY + 23_400 } } };
    expect(chart.read(answerOf({ timestamp: [OPEN], close: [10], meta }), {}).reports.closes?.[0]?.days).toHaveLength(1);
  });

  it('is refused where nobody can tell whether the last bar is finished, or its bars are of no day', () => {
    expect(refused(answerOf({ timestamp: [OPEN], close: [10], meta: { currentTradingPeriod: null } }))).toEqual([
      '$.chart.result[0].meta.currentTradingPeriod: expected the session of the day, without which nobody knows whether the last bar is finished',
    ]);
    expect(refused(answerOf({ timestamp: [OPEN], close: [10], meta: { dataGranularity: '1h' } }))).toEqual(['$.chart.result[0].meta.dataGranularity: expected 1d, found "1h"']);
  });

  it('is refused for lists of several lengths, closes that are none and days that stand twice', () => {
    expect(refused(answerOf({ timestamp: [OPEN, OPEN + DAY], close: [10] }))).toEqual([
      '$.chart.result[0].indicators.quote[0].close: expected 2 values for as many timestamps, found 1',
    ]);
    expect(refused(answerOf({ timestamp: [OPEN, OPEN + 60, OPEN + DAY], close: [0, 'x', 1] }))).toEqual([
      '$.chart.result[0].timestamp[1]: 2024-06-10 stands at timestamp[0] already',
      '$.chart.result[0].indicators.quote[0].close[0]: expected a number above zero or null, found "0"',
      '$.chart.result[0].indicators.quote[0].close[1]: expected a number above zero or null, found "x"',
    ]);
  });

  it('is refused for another symbol or kind than was told', () => {
    const answer = answerOf({ timestamp: [OPEN], close: [10] });
    expect(refused(answer, { symbol: 'SPY' })).toEqual(['expected SPY as was told, found IWM']);
    expect(refused(answer, { closes: Closes.RAW })).toEqual(["expected RAW closes as was told, found Yahoo's, which are adjusted for splits"]);
  });

  it('gives what was paid per share as shares were on the day', () => {
    const events = {
      dividends: { a: { amount: 0.04, date: OPEN - 90 * DAY }, b: { amount: 0.01, date: OPEN + DAY } },
      splits: { c: { date: OPEN, numerator: 10, denominator: 1, splitRatio: '10:1' }, d: { date: OPEN - 30 * DAY, numerator: 1, denominator: 4 } },
    };
    const { reports } = chart.read(answerOf({ timestamp: [OPEN, OPEN + DAY], close: [10, 11], events }), {});
    expect(reports.corporateActions?.[0]?.actions.map(({ kind, observedOn, ratio, amount }) => [kind, observedOn, ratio ?? amount])).toEqual([
      ['SPLIT', '2024-06-10', '10'],
      ['SPLIT', '2024-05-11', '0.25'],
      ['DIVIDEND', '2024-03-12', '0.1'],
      ['DIVIDEND', '2024-06-11', '0.01'],
    ]);
  });

  it('reads back what was written, gaps left out', () => {
    const close = fc.option(fc.integer({ min: 1, max: 10 ** 9 }).map((cents) => cents / 100));
    fc.assert(
      fc.property(fc.array(close, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 10 ** 6 }), (gaps, last) => {
        const closes = [...gaps, last];
        const answer = answerOf({ timestamp: closes.map((_, i) => OPEN + i * DAY), close: closes, adjclose: closes.map((value) => (value === null ? null : value / 2)) });
        const [split, total] = chart.read(answer, {}).reports.closes ?? [];
        const there = closes.filter((value) => value !== null);
        expect(split?.days.map((day) => Number(day.close))).toEqual(there);
        expect(total?.days.map((day) => Number(day.close))).toEqual(there.map((value) => value / 2));
        expect(new Set(split?.days.map(({ observedOn }) => observedOn)).size).toBe(there.length);
      }),
    );
  });
});
