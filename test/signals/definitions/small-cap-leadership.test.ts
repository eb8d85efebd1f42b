import { addDays, isoDate } from '../../../src/domain/isoDate';
import { sessionBack } from '../../../src/domain/nyseCalendar';
import leadership from '../../../src/signals/definitions/small-cap-leadership';
import { SignalRole } from '../../../src/signals/defineSignal';
import { Evaluation } from '../../../src/signals/Evaluation';
import { type Market, marketOf } from '../marketOf';

const TO = isoDate('2024-09-10');

/** A value on each of 253 sessions, by how many sessions it is before the last. */
const over = (value: (back: number) => number, sessions = 252) => Array.from({ length: sessions + 1 }, (_, i) => [sessionBack(TO, sessions - i) ?? TO, value(sessions - i)] as const);

const on = (market: Market, asOf: string = TO) => new Evaluation(marketOf(asOf, market)).reading(leadership);
const near = (value: number): number => expect.closeTo(value, 10) as number;

/** It falls to 40 sessions before, and rises after; at 63 before it stood at 110. */
const FALLEN = over((back) => (back === 63 ? 110 : back >= 40 ? 100 + (back - 40) / 10 : 100 + (40 - back)));

describe('small-cap-leadership', () => {
  it('is what small caps returned more than large ones over 63 sessions, and shows 252 and the low of the line between', () => {
    const told = on({ closes: { IWM: FALLEN, SPY: over((back) => (back === 0 ? 105 : 100)) } });
    expect(told).toMatchObject({ value: near((140 / 110 - 1) * 100 - 5), score: null, state: null, isPartial: false });
    expect(told.details).toMatchObject({ overQuarter: near((140 / 110 - 1) * 100 - 5), overYear: near((140 / 121.2 - 1) * 100 - 5), sessionsSinceLow: 40 });
    expect(told.evidence.map(({ label }) => label)).toEqual([
      'IWM at the close of 2024-06-10', 'IWM at the close of 2024-09-10', 'SPY at the close of 2024-06-10', 'SPY at the close of 2024-09-10', 'IWM at the close of 2023-09-08', 'SPY at the close of 2023-09-08',
    ]);
  });

  it('takes the last of several lows, and passes over sessions on which one has no close', () => {
    const flat = over(() => 100);
    expect(on({ closes: { IWM: flat, SPY: flat } }).details).toMatchObject({ sessionsSinceLow: 0 });
    const low = sessionBack(TO, 40);
    expect(on({ closes: { IWM: FALLEN, SPY: over(() => 100).filter(([day]) => day !== low) } }).details).toMatchObject({ sessionsSinceLow: 41 });
  });

  it('is the outcome: no score is made of it', () => {
    expect(leadership).toMatchObject({ role: SignalRole.OUTCOME, anchors: {}, weights: {} });
  });

  it('is partial where closes reach back over a quarter and not over a year', () => {
    expect(on({ closes: { IWM: FALLEN.slice(100), SPY: over(() => 100) } })).toMatchObject({ isPartial: true, details: { overYear: null, sessionsSinceLow: null }, missing: [{ input: 'IWM', reason: 'INSUFFICIENT_HISTORY' }] });
    expect(on({ closes: { IWM: FALLEN.slice(200), SPY: over(() => 100) } })).toMatchObject({ value: null, missing: [{ reason: 'INSUFFICIENT_HISTORY' }] });
  });

  it('says so in a sentence', () => {
    expect(on({ closes: { IWM: FALLEN, SPY: over(() => 100) } }).sentence).toBe(
      'Small caps (IWM) returned +27.3 pp against large caps (SPY) over the 63 trading days to 2024-09-10, and +15.5 pp over 252; their line against large caps had its low of these on 2024-07-15, 40 sessions before.',
    );
    expect(on({ closes: { IWM: FALLEN } }, addDays(TO, 3)).sentence).toBe('The lead of small caps cannot be told as of 2024-09-13: no close of SPY over the 390 days before was known.');
  });
});
