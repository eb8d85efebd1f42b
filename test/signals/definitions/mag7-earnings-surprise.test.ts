import earningsSurprise from '../../../src/signals/definitions/mag7-earnings-surprise';
import { State } from '../../../src/signals/State';
import { type CompanyWorld, readingOfCompanies } from '../companyWorld';
import { quartersFrom } from '../measures/quarterRows';

/** Differences from a year before of 0.1 and 0.3 in turn, and a last one that lies so many of their standard deviations above their mean. */
const SPREAD = Math.sqrt(0.08 / 7);
const reporting = (sue: number) => quartersFrom('2021-03-31', [1, 1, 1, 1, 1.1, 1.3, 1.1, 1.3, 1.2, 1.6, 1.2, 1.6, 1.2 + 0.2 + sue * SPREAD].map((eps) => ({ eps })));

const DAY = '2024-05-10';
const on = (symbols: readonly string[], world: CompanyWorld, day = DAY) => readingOfCompanies(earningsSurprise, day, symbols, world);

describe('the earnings of the Magnificent 7 against what was due', () => {
  it('are scored member by member and weighted by market value', () => {
    const reading = on(['A', 'B'], { quarters: { A: reporting(-1), B: reporting(2) }, worth: (symbol) => (symbol === 'A' ? 300 : 100) });
    expect(reading.value).toBeCloseTo(0.75 * -1 + 0.25 * 2, 9);
    expect(reading.score).toBeCloseTo(0.75 * 1 + 0.25 * -1, 9);
    expect(reading).toMatchObject({ state: State.FOR, isPartial: false, missing: [], details: { weighting: 'CAP', surprise: null } });
    expect(reading.terms.map(({ key, weight, score }) => [key, weight, score])).toEqual([['A SUE', 0.75, expect.closeTo(1, 9)], ['B SUE', 0.25, expect.closeTo(-1, 9)]]);
    expect(reading.sentence).toBe(
      'The Magnificent 7 last reported earnings 0.25 standard deviations below what their own past gave (A -1.0, B +2.0), weighted by market value, which speaks for a rotation into small caps.',
    );
  });

  it('are held against a consensus too, where one was known before the report', () => {
    const quarters = { A: reporting(0.5), B: reporting(0.5) };
    const told = on(['A', 'B'], { quarters, reports: { A: { surprise: 10 }, B: { surprise: -2, wasExpected: false } } });
    expect(told.score).toBeCloseTo(0.5 * ((0 + -1) / 2) + 0.5 * 0, 9);
    expect(told.details).toMatchObject({ surprise: 10, weighting: 'EQUAL' });
    expect(told.terms.map(({ key, weight }) => [key, weight])).toEqual([['A SUE', 0.25], ['A surprise', 0.25], ['B SUE', 0.5]]);
    expect(told.evidence.map(({ type, label, value, term }) => [type, label, Math.round((value ?? NaN) * 1e6) / 1e6, term])).toEqual([
      ['Earnings', 'SUE of A, quarter to 2024-03-31', 0.5, 'A SUE'],
      ['EarningsEstimate', 'surprise of A, quarter to 2024-03-31', 10, 'A surprise'],
      ['Earnings', 'SUE of B, quarter to 2024-03-31', 0.5, 'B SUE'],
    ]);
    expect(told.sentence).toBe(
      'The Magnificent 7 last reported earnings 0.50 standard deviations above what their own past gave (A +0.5, B +0.5), and 10.0 % above what was expected (A +10.0), equally weighted, which speaks neither for nor against a rotation into small caps.',
    );
  });

  it('leave out a surprise that says nothing', () => {
    const told = on(['A'], { quarters: { A: reporting(0.5) }, reports: { A: { surprise: null, estimate: 0.01 } } });
    expect(told).toMatchObject({ score: expect.closeTo(0, 9) as number, details: { surprise: null } });
  });

  it('do without a member as long as 60 % of the weight is told, and say whom', () => {
    const world = { quarters: { A: reporting(-1), B: reporting(-1) }, worth: (symbol: string) => (symbol === 'C' ? 100 : 75) };
    const told = on(['A', 'B', 'C'], world);
    expect(told).toMatchObject({ isPartial: true, missing: [{ input: 'earnings of C', reason: 'NOT_KNOWN_YET', text: 'no earnings of C were known' }] });
    expect(told.score).toBeCloseTo(1, 9);
    expect(on(['A', 'B', 'C'], { ...world, worth: (symbol) => (symbol === 'C' ? 101 : 75) })).toMatchObject({ score: null, value: null, state: State.INSUFFICIENT_DATA });
  });

  it('may be of a quarter that ended at most 135 days before', () => {
    expect(on(['A'], { quarters: { A: reporting(-1) } }, '2024-08-13').score).toBeCloseTo(1, 9);
    expect(on(['A'], { quarters: { A: reporting(-1) }, isHindsight: true }, '2024-08-14')).toMatchObject({
      state: State.INSUFFICIENT_DATA,
      missing: [{ input: 'earnings of A', reason: 'STALE' }],
      sentence: 'The earnings of the Magnificent 7 against what was due cannot be told as of 2024-08-14: the newest quarter of A is of 2024-03-31, 136 days before, and may be at most 135.',
    });
  });

  it('take nine differences, and a company', () => {
    expect(on(['A'], { quarters: { A: reporting(-1).slice(1) } }).missing).toMatchObject([{ reason: 'INSUFFICIENT_HISTORY' }]);
    expect(on(['A'], { isReporting: () => false }).missing).toMatchObject([{ text: 'no company that reports to the SEC was found for A' }]);
    expect(on([], {}).missing).toMatchObject([{ input: 'mag7', reason: 'NOT_KNOWN_YET' }]);
  });

  it('of before the seven were picked are hindsight', () => {
    expect(on(['A'], { quarters: { A: reporting(-1) }, isHindsight: true })).toMatchObject({ isHindsight: true, sentence: expect.stringContaining('(in hindsight, they were picked later)') as string });
  });
});
