import valuation from '../../../src/signals/definitions/mag7-valuation';
import { MissingReason } from '../../../src/domain/MissingReason';
import { TermKind } from '../../../src/signals/Score';
import { State } from '../../../src/signals/State';
import { type CompanyWorld, readingOfCompanies } from '../companyWorld';
import { quartersFrom } from '../measures/quarterRows';

/** Eleven years of quarters that each earn 1. */
const earningOne = quartersFrom('2013-06-30', Array.from({ length: 44 }, () => ({ netIncome: 1 })));

const DAY = '2024-05-10';
/** 63 sessions before. */
const BEFORE = '2024-02-09';

const on = (world: CompanyWorld, symbols: readonly string[] = ['A']) => readingOfCompanies(valuation, DAY, symbols, { quarters: { A: earningOne, B: earningOne, C: earningOne }, ...world });

/** Worth 40 on earlier days, then what is said. */
const worth = (before: number, now: number, earlier = 40) => (_: string, day: string) => (day >= '2024-05-01' ? now : day >= BEFORE ? before : earlier);

describe('the valuation of the Magnificent 7', () => {
  it('is a multiple, scored by how their value changed over 63 trading days', () => {
    const reading = on({ worth: worth(80, 72) });
    expect(reading.value).toBeCloseTo(18, 9);
    expect(reading.terms).toMatchObject([{ key: 'change', value: expect.closeTo(-10, 9) as number, score: expect.closeTo(2 / 3, 9) as number }]);
    expect(reading.details).toMatchObject({ percentile: expect.closeTo((117 / 120) * 100, 9) as number, percentileBefore: 100 });
    expect(reading.sentence).toBe(
      'The Magnificent 7 were worth 18.0 times what they earned in four quarters (1 of 1, 100 % of their value, weighted by market value), at the 98th percentile of 120 month ends; their market value changed by -10.0 % from 2024-02-09, when the multiple stood at the 100th, which speaks for a rotation into small caps.',
    );
    expect(reading.evidence.map(({ type, label, value }) => [type, label, value])).toEqual([
      ['ClosingPrice', 'A as traded at the close of 2024-05-10', 0.72],
      ['CompanyFact', 'shares of A on 2023-12-31', 100],
      ['ClosingPrice', 'A as traded at the close of 2024-02-09', 0.8],
      ['Earnings', 'net income of A over four quarters to 2024-03-31', 4],
    ]);
  });

  it('that was not high a quarter before cannot come back to earth', () => {
    const low = on({ worth: worth(30, 24) });
    expect(low).toMatchObject({ score: 0, details: { percentileBefore: 0 } });
    expect(low.terms).toMatchObject([{ kind: TermKind.INPUT, score: 1 }, { kind: TermKind.CAP, key: 'not-stretched', contribution: -1 }]);
    expect(on({ worth: worth(30, 34.5) }).score).toBeCloseTo(-1, 9);
  });

  it('is not moved by income that grows', () => {
    const doubled = earningOne.map((quarter) => (quarter.observedOn >= '2024-03-31' ? { ...quarter, netIncome: 100 } : quarter));
    expect(on({ quarters: { A: doubled }, worth: worth(80, 80) })).toMatchObject({ value: expect.closeTo(80 / 103, 9) as number, score: 0 });
  });

  it('goes by the income that was told by each day', () => {
    // Filed on 2024-05-05: on 2024-02-09 the quarter to March had not ended, and on 2024-04-30 it had not been told.
    const lost = earningOne.map((quarter) => (quarter.observedOn === '2024-03-31' ? { ...quarter, netIncome: -2.5 } : quarter));
    const reading = on({ quarters: { A: lost }, worth: () => 40 });
    expect(reading.value).toBeCloseTo(80, 9);
    expect(reading.details).toMatchObject({ percentile: 100, percentileBefore: 100 });
  });

  it('takes five years of month ends', () => {
    const since = (first: string) => on({ worth: (_, day) => (day < first ? MissingReason.NOT_KNOWN_YET : 40) });
    expect(since('2019-02-28').state).toBe(State.NEUTRAL);
    expect(since('2019-03-01')).toMatchObject({ state: State.INSUFFICIENT_DATA, missing: [{ input: 'mag7', reason: MissingReason.INSUFFICIENT_HISTORY }] });
  });

  it("takes members of 60 % of the basket's value, and says what the others lack", () => {
    const adjusted = on({ worth: (symbol) => (symbol === 'A' ? 40 : MissingReason.ADJUSTED_PRICE_ONLY) }, ['A', 'B', 'C']);
    expect(adjusted).toMatchObject({ state: State.INSUFFICIENT_DATA });
    expect(adjusted.missing.map(({ input, reason, text }) => [input, reason, text])).toEqual([
      ['mag7', 'INSUFFICIENT_COVERAGE', "price and income were known of members of 33 % of the basket's value, and it takes 60 %"],
      ['market value of B', 'ADJUSTED_PRICE_ONLY', 'only adjusted closes of B were known, and none as it was traded'],
      ['market value of C', 'ADJUSTED_PRICE_ONLY', 'only adjusted closes of C were known, and none as it was traded'],
    ]);
    const partial = on({ quarters: { A: earningOne, B: earningOne }, worth: () => 40 }, ['A', 'B', 'C']);
    expect(partial).toMatchObject({ isPartial: true, value: 10, missing: [{ input: 'earnings of C', reason: 'NOT_KNOWN_YET' }] });
  });

  it('of companies that together earned nothing there is none', () => {
    const losing = earningOne.map((quarter) => ({ ...quarter, netIncome: -1 }));
    expect(on({ quarters: { A: losing }, worth: () => 40 }).missing).toMatchObject([{ input: 'mag7', reason: MissingReason.NO_EARNINGS }]);
  });

  it('of before the seven were picked is hindsight', () => {
    expect(on({ worth: () => 40, isHindsight: true }).isHindsight).toBe(true);
  });
});
