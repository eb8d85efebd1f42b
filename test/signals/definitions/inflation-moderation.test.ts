import inflationModeration from '../../../src/signals/definitions/inflation-moderation';
import { TermKind } from '../../../src/signals/Score';
import { State } from '../../../src/signals/State';
import { monthly, readingOf, type Series } from '../factsOf';

/** Prices of 25 months to a rise a month of so many percent in each half year of two. */
function prices(...rates: readonly [number, number, number, number]): readonly number[] {
  let price = 300;
  return [price, ...Array.from({ length: 24 }, (_, i) => (price *= 1 + (rates[Math.floor(i / 6)] ?? 0) / 100))];
}

const on = (values: readonly (number | null)[], others: Series = {}, asOf = '2024-09-20', from = '2022-08-01') =>
  readingOf(inflationModeration, asOf, { CPILFESL: monthly(from, values), ...others });

describe('inflation-moderation', () => {
  it('is the half-year rate less the 12-month rate, scored with the change of that over a year', () => {
    const falling = on(prices(0.4, 0.4, 0.3, 0.1));
    expect(falling).toMatchObject({ value: expect.closeTo(100 * (1.001 ** 12 - 1.003 ** 6 * 1.001 ** 6), 10) as number, score: 1, state: State.FOR, isPartial: false });
    expect(falling.sentence).toBe(
      'Core consumer prices of August 2024 rose 2.4 % over 12 months (-2.5 pp from a year before) and at 1.2 % a year over the last 6 (-1.2 pp against the year), which speaks for a rotation into small caps.',
    );
    expect(on(prices(0.2, 0.2, 0.2, 0.2))).toMatchObject({ score: expect.closeTo(0, 10) as number, state: State.NEUTRAL });
    expect(on(prices(0.1, 0.1, 0.2, 0.3))).toMatchObject({ state: State.AGAINST });
  });

  it('is at most 0 while prices rise above 5 % a year', () => {
    expect(on(prices(0.9, 0.9, 0.6, 0.3))).toMatchObject({ score: 0, details: { twelveMonthRate: expect.closeTo(5.53, 2) as number }, terms: [{}, {}, { kind: TermKind.CAP, key: 'too-high' }] });
  });

  it('shows core PCE beside it, and does not miss it', () => {
    const { sentence, evidence } = on(prices(0.2, 0.2, 0.2, 0.2), { PCEPILFE: monthly('2023-07-01', [100, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 102.5]) });
    expect(sentence).toContain('; core PCE rose 2.5 %, which');
    expect(evidence.at(-1)).toMatchObject({ key: ['PCEPILFE', '2024-07-01', 'LEVEL', 'AS_OF', 'newest'], weight: 0, contribution: 0 });
  });

  it('steps over October 2025: from April 2026 the half year is of seven months, from October 2026 the year of thirteen', () => {
    const even = [...Array.from({ length: 30 }, (_, i) => 300 * 1.002 ** i)];
    const april = on(even.map((price, i) => (i === 23 ? null : price)), {}, '2026-05-20', '2023-11-01');
    expect(april).toMatchObject({ value: expect.closeTo(0, 8) as number, details: { halfYearMonths: 7, yearMonths: 12 } });
    expect(april.sentence).toContain('over the last 7 (');
    expect(april.sentence).toContain('; a month without a value was stepped over, which');
    const october = on(even.map((price, i) => (i === 17 ? null : price)), {}, '2026-11-20', '2024-05-01');
    expect(october).toMatchObject({ value: expect.closeTo(0, 8) as number, details: { halfYearMonths: 6, yearMonths: 13 } });
    expect(october.terms.map(({ value }) => value)).toEqual([expect.closeTo(0, 8), expect.closeTo(0, 8)]);
  });

  it('cannot be told of less than two years', () => {
    expect(on(prices(0.2, 0.2, 0.2, 0.2).slice(2))).toMatchObject({ state: State.INSUFFICIENT_DATA, missing: [{ input: 'CPILFESL', reason: 'INSUFFICIENT_HISTORY' }] });
    expect(on(prices(0.2, 0.2, 0.2, 0.2).slice(2), {}, '2024-09-20', '2022-10-01').sentence).toBe(
      'The moderation of inflation cannot be told as of 2024-09-20: CPILFESL of the two years before August 2024 was not known whole.',
    );
  });
});
