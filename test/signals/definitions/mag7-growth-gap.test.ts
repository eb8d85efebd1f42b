import growthGap from '../../../src/signals/definitions/mag7-growth-gap';
import { MissingReason } from '../../../src/domain/MissingReason';
import { State } from '../../../src/signals/State';
import { type CompanyWorld, readingOfCompanies } from '../companyWorld';
import { quartersFrom } from '../measures/quarterRows';

/** Net income of 10 in each quarter of a year, then growing by so many percent from it, in the quarter before the newest and in the newest. */
const growing = (before: number, now: number) => quartersFrom('2022-12-31', [10, 10, 10, 10, 10 + before / 10, 10 + now / 10].map((netIncome) => ({ netIncome })));

const DAY = '2024-05-10';
const on = (world: CompanyWorld, day = DAY) => readingOfCompanies(growthGap, day, ['A', 'B'], world);
const WORLD: CompanyWorld = { quarters: { A: growing(40, 30), B: growing(40, 30), S: growing(0, 5), T: growing(0, 5) }, worth: (symbol) => (symbol === 'A' ? 60 : 40), held: { S: 0.5, T: 0.5 } };

describe('the growth of the Magnificent 7 over that of small companies', () => {
  it('is a gap, scored by its change from a quarter before', () => {
    const reading = on(WORLD);
    expect(reading.value).toBeCloseTo(25, 9);
    expect(reading.terms).toMatchObject([{ key: 'change', value: expect.closeTo(-15, 9) as number, score: expect.closeTo(1, 9) as number }]);
    expect(reading.sentence).toBe(
      "Net income of the Magnificent 7 stood +30.0 % from a year before (2 of 2, 100 % of their value, weighted by market value) and that of 2 small companies +5.0 % (100 % of IWM's weight in shares of 2024-05-10): a gap of +25.0 pp, down from +40.0 pp a quarter before, which speaks for a rotation into small caps.",
    );
    expect(reading.evidence.map(({ type, label, value }) => [type, label, value])).toEqual([
      ['Earnings', 'net income of A, quarter to 2024-03-31', 13],
      ['Earnings', 'net income of B, quarter to 2024-03-31', 13],
      ['Snapshot', 'holdings of IWM on 2024-05-10', 1],
      ['Earnings', 'net income of S, quarter to 2024-03-31', 10.5],
      ['Earnings', 'net income of T, quarter to 2024-03-31', 10.5],
    ]);
    expect(reading.knownOnBasis).toBe('LAG_ASSUMED');
  });

  it.each([
    ['an unchanged gap', growing(40, 45), 0],
    ['one that widened by 15 pp', growing(40, 60), -1],
    ['one that widened by more', growing(0, 90), -1],
    ['one that shrank by 7.5 pp', growing(40, 37.5), 0.5],
  ])('scores %s', (_, seven, score) => {
    expect(on({ ...WORLD, quarters: { ...WORLD.quarters, A: seven, B: seven } }).score).toBeCloseTo(score, 9);
  });

  it("takes members of 60 % of the basket's value", () => {
    const { B: _, ...quarters } = WORLD.quarters ?? {};
    expect(on({ ...WORLD, quarters })).toMatchObject({ isPartial: true, missing: [{ input: 'earnings of B', reason: MissingReason.NOT_KNOWN_YET }] });
    expect(on({ ...WORLD, quarters, worth: (symbol) => (symbol === 'A' ? 59 : 41) })).toMatchObject({
      state: State.INSUFFICIENT_DATA,
      missing: [{ input: 'mag7', reason: MissingReason.INSUFFICIENT_COVERAGE, text: "growth was known of members of 59 % of the basket's value, and it takes 60 %" }, { input: 'earnings of B' }],
    });
  });

  it("takes companies of 50 % of the index's weight", () => {
    const { T: _, ...quarters } = WORLD.quarters ?? {};
    expect(on({ ...WORLD, quarters }).state).toBe(State.FOR);
    expect(on({ ...WORLD, quarters, held: { S: 0.49, T: 0.51 } })).toMatchObject({
      state: State.INSUFFICIENT_DATA,
      missing: [{ input: 'IWM', reason: MissingReason.INSUFFICIENT_COVERAGE, text: "growth was known of 49 % of IWM's weight in shares of 2024-05-10, and it takes 50 %" }],
    });
  });

  it('takes a file of the index of the year before, and quarters that ended at most 135 days before', () => {
    expect(on({ ...WORLD, heldOn: '2023-05-06' }).state).toBe(State.FOR);
    expect(on({ ...WORLD, heldOn: '2023-05-05' }).missing).toMatchObject([{ input: 'IWM', reason: MissingReason.NOT_KNOWN_YET }]);
    expect(on(WORLD, '2024-08-14').missing.map(({ reason }) => reason)).toEqual([MissingReason.INSUFFICIENT_COVERAGE, MissingReason.INSUFFICIENT_COVERAGE, MissingReason.STALE, MissingReason.STALE]);
  });
});
