import relativeStrength from '../../../src/signals/definitions/mag7-relative-strength';
import { Evaluation } from '../../../src/signals/Evaluation';
import { State } from '../../../src/signals/State';
import { type Market, marketOf } from '../marketOf';

/** 63 sessions before 2024-09-10. */
const FROM = '2024-06-10';
const TO = '2024-09-10';

const SEVEN = ['AAPL', 'AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA'];

/** Each listing at 100 on the first day, and there on the last. */
const ending = (values: Readonly<Record<string, number>>): Required<Market>['closes'] => Object.fromEntries(Object.entries(values).map(([listing, value]) => [listing, [[FROM, 100], [TO, value]] as const]));

const all = (value: number): Readonly<Record<string, number>> => Object.fromEntries(SEVEN.map((symbol) => [symbol, value]));

const on = (market: Market, asOf = TO) => new Evaluation(marketOf(asOf, { members: SEVEN, ...market })).reading(relativeStrength);

const near = (value: number): number => expect.closeTo(value, 10) as number;

describe('mag7-relative-strength', () => {
  it('is what the seven returned over 63 sessions less what small caps did', () => {
    expect(on({ closes: ending({ ...all(110), IWM: 104 }) })).toMatchObject({ value: near(6), score: near(-0.4), state: State.AGAINST, isPartial: false, isHindsight: false });
    expect(on({ closes: ending({ ...all(90), IWM: 120 }) })).toMatchObject({ value: near(-30), score: 1, state: State.FOR });
  });

  it('weighs the seven by market value where that is known of all, else as a fund held them, else equally', () => {
    const closes = ending({ ...all(100), NVDA: 170, IWM: 100 });
    const worth = Object.fromEntries(SEVEN.map((symbol) => [symbol, symbol === 'NVDA' ? 4e12 : 1e12]));
    const snapshots = [{ fund: 'SPY', observedOn: FROM, weights: { ...Object.fromEntries(SEVEN.map((symbol) => [symbol, 0.02])), GOOG: 0.01, NVDA: 0.07, REST: 0.7 } }];
    expect(on({ closes, worth, snapshots })).toMatchObject({ value: near(28), details: { weighting: 'CAP' } });
    expect(on({ closes, worth }).evidence.slice(16).map(({ type }) => type)).toEqual(SEVEN.flatMap(() => ['ClosingPrice', 'CompanyFact']));
    const { AAPL: _, ...six } = worth;
    expect(on({ closes, worth: six, snapshots })).toMatchObject({ value: near(70 * 0.07 / 0.2), details: { weighting: 'SNAPSHOT' } });
    expect(on({ closes })).toMatchObject({ value: near(10), details: { weighting: 'EQUAL' } });
  });

  it('carries weights on from the snapshot to the first day by what each returned', () => {
    const snapshots = [{ fund: 'IVV', observedOn: '2024-05-10', weights: Object.fromEntries(SEVEN.map((symbol) => [symbol, 0.05])) }];
    const days = (symbol: string) => [['2024-05-10', symbol === 'NVDA' ? 50 : 100], [FROM, 100], [TO, symbol === 'NVDA' ? 180 : 100]] as const;
    const closes = { ...Object.fromEntries(SEVEN.map((symbol) => [symbol, days(symbol)])), ...ending({ IWM: 100 }) };
    expect(on({ closes, snapshots })).toMatchObject({ value: near((80 * 0.1) / 0.4), details: { weighting: 'SNAPSHOT' } });
  });

  it('rests on the closes of both days and on the lines that weights are from', () => {
    const snapshots = [{ fund: 'SPY', observedOn: FROM, weights: { ...Object.fromEntries(SEVEN.map((symbol) => [symbol, 0.02])), GOOG: 0.01 } }];
    const { evidence } = on({ closes: ending({ ...all(110), IWM: 104 }), snapshots });
    expect(evidence.map(({ type }) => type)).toEqual([...Array<string>(16).fill('ClosingPrice'), ...Array<string>(8).fill('Holding')]);
    expect(evidence[0]).toMatchObject({ key: ['AAPL', 'test', 'RAW', '', '', FROM, 'TOTAL_RETURN'], label: `AAPL at the close of ${FROM}`, value: 100, term: 'lead' });
    expect(evidence[16]).toMatchObject({ key: [`SPY/${FROM}`, '1'], label: `AAPL in SPY on ${FROM}`, value: 0.02 });
  });

  it('leaves out whom no return is known of and says so, up to four in ten', () => {
    const { TSLA: _, META: __, ...five } = all(110);
    expect(on({ closes: ending({ ...five, IWM: 104 }) })).toMatchObject({ value: near(6), isPartial: true, missing: [{ input: 'META', reason: 'NOT_KNOWN_YET' }, { input: 'TSLA' }] });
    const { AAPL: ___, ...four } = five;
    expect(on({ closes: ending({ ...four, IWM: 104 }) })).toMatchObject({ value: null, state: State.INSUFFICIENT_DATA, missing: [{ input: 'mag7', reason: 'INSUFFICIENT_COVERAGE' }] });
  });

  it('says so in a sentence, in each state', () => {
    expect(on({ closes: ending({ ...all(90), IWM: 106 }) }).sentence).toBe(
      'The Magnificent 7 (equally weighted) returned -10.0 % from 2024-06-10 to 2024-09-10, and small caps (IWM) +6.0 %: a difference of 16.0 pp in favour of small caps, which speaks for a rotation into small caps.',
    );
    expect(on({ closes: ending({ ...all(110), IWM: 108 }), isHindsight: true }).sentence).toBe(
      'The Magnificent 7 (equally weighted; in hindsight, they were picked later) returned +10.0 % from 2024-06-10 to 2024-09-10, and small caps (IWM) +8.0 %: a difference of 2.0 pp in favour of the seven, which speaks neither for nor against a rotation into small caps.',
    );
    expect(on({ closes: ending({ ...all(130), IWM: 108 }) }).sentence).toContain('a difference of 22.0 pp in favour of the seven, which speaks against a rotation into small caps.');
    expect(on({ closes: ending(all(130)) }).sentence).toBe('The strength of the Magnificent 7 against small caps cannot be told as of 2024-09-10: no close of IWM over the 110 days before was known.');
    expect(on({ closes: ending({ ...all(110), IWM: 104 }) }, '2024-10-01').sentence).toContain('the newest close of IWM is of 2024-09-10, 21 days before, and may be at most 10.');
  });

  it('is hindsight where the basket is', () => {
    expect(on({ closes: ending({ ...all(110), IWM: 104 }), isHindsight: true })).toMatchObject({ isHindsight: true });
  });
});
