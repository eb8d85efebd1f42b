import concentration from '../../../src/signals/definitions/mag7-concentration';
import { Evaluation } from '../../../src/signals/Evaluation';
import { State } from '../../../src/signals/State';
import { type Market, marketOf } from '../marketOf';

const [FROM, TO] = ['2024-06-10', '2024-09-10'];
const MEMBERS = ['AAPL', 'GOOGL'];

const on = (market: Market) => new Evaluation(marketOf(TO, { members: MEMBERS, ...market })).reading(concentration);
const near = (value: number): number => expect.closeTo(value, 10) as number;

/** At 100 on both days of the snapshots and on the first day, and there on the last. */
const ending = (values: Readonly<Record<string, number>>): Required<Market>['closes'] =>
  Object.fromEntries(Object.entries(values).map(([listing, value]) => [listing, [['2024-05-31', 100], [FROM, 100], ['2024-08-30', 100], [TO, value]] as const]));

const THEN = { fund: 'SPY', observedOn: '2024-05-31', weights: { AAPL: 0.1, GOOGL: 0.06, GOOG: 0.04, OTHER: 0.5, ELSE: 0.29, '-CASH': 0.01 } };
const NOW = { fund: 'SPY', observedOn: '2024-08-30', weights: { AAPL: 0.1, GOOGL: 0.06, GOOG: 0.05, OTHER: 0.5, ELSE: 0.28, '-CASH': 0.01 } };

describe('mag7-concentration', () => {
  it('is the change of the weight in a fund of the index, carried on from its holdings by returns', () => {
    const still = on({ closes: ending({ AAPL: 100, GOOGL: 100, SPY: 100 }), snapshots: [THEN, NOW] });
    expect(still).toMatchObject({ value: near(1), score: near(-0.5), state: State.AGAINST, details: { weight: near(0.21), fund: 'SPY' } });
    const moved = on({ closes: ending({ AAPL: 60, GOOGL: 90, SPY: 98 }), snapshots: [THEN, NOW] });
    const weight = (0.1 * 0.6 + 0.11 * 0.9) / 0.98;
    expect(moved).toMatchObject({ value: near(100 * (weight - 0.2)), score: 1, state: State.FOR, details: { weight: near(weight) } });
  });

  it('counts classes of one company to it, and holdings of one size by security without cash', () => {
    const { details } = on({ closes: ending({ AAPL: 60, GOOGL: 90, SPY: 98 }), snapshots: [THEN, NOW] });
    const rest = (0.98 - 0.06 - 0.099) / 0.79;
    const shares = [0.06, 0.054, 0.045, 0.5 * rest, 0.28 * rest];
    const whole = shares.reduce((sum, share) => sum + share, 0);
    expect(details?.effectiveNumber).toBeCloseTo(whole ** 2 / shares.reduce((sum, share) => sum + share ** 2, 0), 10);
  });

  it('is told of one fund at both ends: IVV, else SPY', () => {
    const closes = ending({ AAPL: 100, GOOGL: 100, SPY: 100, IVV: 100 });
    const ivv = (observedOn: string, apple: number) => ({ fund: 'IVV', observedOn, weights: { AAPL: apple, GOOGL: 0.1, OTHER: 0.9 - apple } });
    expect(on({ closes, snapshots: [ivv('2024-05-31', 0.2), ivv('2024-08-30', 0.18), THEN, NOW] })).toMatchObject({ value: near(-2), details: { fund: 'IVV' } });
    expect(on({ closes, snapshots: [ivv('2024-08-30', 0.18), THEN, NOW] })).toMatchObject({ value: near(1), details: { fund: 'SPY' } });
  });

  it('is, where holdings are too old, the share of the market value of the companies that they name, and says so', () => {
    const old = { ...NOW, observedOn: '2023-06-30', weights: { AAPL: 0.1, GOOGL: 0.1, OTHER: 0.5, ELSE: 0.3 } };
    const worth = { AAPL: [100, 90], GOOGL: [100, 100], OTHER: [500, 500], ELSE: [300, 310] } as const;
    const told = on({ snapshots: [old], worth });
    expect(told).toMatchObject({ value: near(-1), score: near(0.5), details: { weight: near(0.19), fund: null, effectiveNumber: near(1000 ** 2 / (90 ** 2 + 100 ** 2 + 500 ** 2 + 310 ** 2)) } });
    expect(told.evidence.map(({ type }) => type)).toEqual(['Snapshot', ...Array.from({ length: 2 }, () => ['ClosingPrice', 'CompanyFact', 'ClosingPrice']).flat()]);
    expect(told.sentence).toBe(
      "The Magnificent 7 were 19.0 % of the market value of the 4 valued companies of SPY's holdings of 2023-06-30 on 2024-09-10, -1.0 pp from 2024-06-10, and these were as concentrated as 3 companies of one size, which speaks for a rotation into small caps.",
    );
    const { OTHER: _, ...three } = worth;
    expect(on({ snapshots: [old], worth: three }).missing).toMatchObject([{ reason: 'NOT_KNOWN_YET' }]);
    expect(on({ snapshots: [{ ...old, weights: { ...old.weights, OTHER: 0.2 } }], worth: three })).toMatchObject({ value: near(100 * (190 / 500 - 200 / 500)) });
  });

  it('rests on lines and closes of both ends', () => {
    const { evidence } = on({ closes: ending({ AAPL: 60, GOOGL: 90, SPY: 98 }), snapshots: [THEN, NOW] });
    expect(evidence.map(({ type }) => type)).toEqual([...Array<string>(3).fill('Holding'), ...Array<string>(6).fill('ClosingPrice'), ...Array<string>(3).fill('Holding'), ...Array<string>(6).fill('ClosingPrice')]);
    expect(evidence[0]).toMatchObject({ key: ['SPY/2024-08-30', '1'], label: 'AAPL in SPY on 2024-08-30', value: 0.1, knownOnBasis: 'LAG_ASSUMED' });
  });

  it('says so in a sentence, and what is lacking', () => {
    expect(on({ closes: ending({ AAPL: 60, GOOGL: 90, SPY: 98 }), snapshots: [THEN, NOW] }).sentence).toBe(
      'The Magnificent 7 were 16.2 % of the S&P 500 (SPY, holdings of 2024-08-30) at the close of 2024-09-10, -3.8 pp from 2024-06-10 (holdings of 2024-05-31), and the index was as concentrated as 3 holdings of one size, which speaks for a rotation into small caps.',
    );
    const closes = ending({ AAPL: 60, GOOGL: 90, SPY: 98 });
    const lacking = (market: Market) => on(market).missing.map(({ reason }) => reason);
    expect(lacking({ closes })).toEqual(['NOT_KNOWN_YET']);
    expect(lacking({ closes, snapshots: [NOW] })).toEqual(['INSUFFICIENT_HISTORY']);
    expect(lacking({ closes: ending({ AAPL: 60, SPY: 98 }), snapshots: [THEN, NOW] })).toEqual(['INSUFFICIENT_COVERAGE']);
    expect(lacking({ closes: ending({ AAPL: 60, GOOGL: 90 }), snapshots: [THEN, NOW] })).toEqual(['INSUFFICIENT_COVERAGE']);
  });
});
