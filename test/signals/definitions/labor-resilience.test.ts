import laborResilience from '../../../src/signals/definitions/labor-resilience';
import { State } from '../../../src/signals/State';
import { Random } from '../../support/Random';
import { flat, monthly, readingOf, type Series } from '../factsOf';
import { describeAgainstPython, python } from '../statistics/python';

const DAY = '2026-04-15';
const steady = monthly('2024-04-01', flat(4, 24));

/** Unemployment of the months to March 2026, and steady payrolls and claims. */
const on = (unemployment: Series[string], others: Series = {}) => readingOf(laborResilience, DAY, { UNRATE: unemployment, ...others });

describe('labor-resilience', () => {
  it("is Sahm's gap to a hundredth, scored with payrolls and claims 2:1:1", () => {
    const unemployment = monthly('2024-04-01', [...flat(4, 21), 4.2, 4.3, 4.5]);
    const week = (day: string, value: number) => [day, value] as const;
    const claims = [
      ...['2025-03-15', '2025-03-22', '2025-03-29', '2025-04-05'].map((day) => week(day, 200_000)),
      ...['2026-03-14', '2026-03-21', '2026-03-28', '2026-04-04'].map((day) => week(day, 210_000)),
    ];
    const all = on(unemployment, { PAYEMS: monthly('2025-12-01', [150_000, 150_100, 150_150, 150_225]), ICSA: claims });
    expect(all.value).toBe(0.33);
    expect(all.terms.map(({ key, weight, value, score }) => [key, weight, value, score])).toEqual([
      ['sahm', 0.5, 0.33, expect.closeTo(-0.15, 12)],
      ['payrolls', 0.25, 75, 0],
      ['claims', 0.25, expect.closeTo(5, 12), expect.closeTo(0.2, 12)],
    ]);
    expect(all.score).toBeCloseTo(-0.025, 12);
    expect(all.sentence).toBe(
      'Unemployment over the three months to March 2026 stood 0.33 pp above its low of the year before; payrolls changed by +75 thousand a month; claims by +5.0 % from a year before, which speaks neither for nor against a rotation into small caps.',
    );
  });

  it('is told without claims, and says so; not without unemployment, nor by unemployment alone', () => {
    const payrolls = monthly('2025-12-01', [150_000, 150_200, 150_400, 150_600]);
    expect(on(steady, { PAYEMS: payrolls })).toMatchObject({ score: 1, state: State.FOR, isPartial: true, missing: [{ input: 'ICSA', reason: 'NOT_KNOWN_YET' }] });
    expect(on(steady)).toMatchObject({ value: null, score: null, state: State.INSUFFICIENT_DATA, missing: [{ input: 'PAYEMS' }, { input: 'ICSA' }] });
    expect(on([], { PAYEMS: payrolls })).toMatchObject({ score: null, missing: [{ input: 'UNRATE' }, { input: 'ICSA' }] });
    expect(readingOf(laborResilience, '2026-08-01', { UNRATE: steady, PAYEMS: payrolls }).missing).toMatchObject([{ input: 'UNRATE', reason: 'STALE' }, { input: 'PAYEMS', reason: 'STALE' }, {}]);
  });

  it('reckons without October 2025 by the means there are, if the current one is whole and nine of the year before are', () => {
    const payrolls = { PAYEMS: monthly('2025-12-01', [150_000, 150_200, 150_400, 150_600]) };
    const without = (month: string) => monthly('2024-04-01', [...flat(4.2, 12), ...flat(4, 6), ...flat(4.4, 6)]).filter(([day]) => day !== month);
    const lacking = on(without('2025-10-01'), payrolls);
    expect(lacking).toMatchObject({ value: 0.4 });
    expect(lacking.evidence.filter(({ term }) => term === 'sahm').map(({ key }) => key[1])).toEqual(['2025-07-01', '2025-08-01', '2025-09-01', '2026-01-01', '2026-02-01', '2026-03-01']);
    expect(on(without('2026-02-01'), payrolls)).toMatchObject({ value: null, missing: [{ input: 'UNRATE', reason: 'INSUFFICIENT_HISTORY', text: 'UNRATE lacks a month of the three to March 2026, or too many of the year before' }, {}] });
    const two = without('2025-10-01').filter(([day]) => day !== '2025-06-01');
    expect(on(two, payrolls)).toMatchObject({ value: null });
  });

  it('takes the mean change of payrolls over the months that truly lie between', () => {
    const payrolls = monthly('2025-11-01', [150_000, null, 150_200, 150_400, 150_600]);
    expect(on(steady, { PAYEMS: payrolls }).terms.find(({ key }) => key === 'payrolls')?.value).toBe(150);
  });
});

describeAgainstPython('against an independent computation', () => {
  it("Sahm's gap is the same in every month, also where months are missing", () => {
    const random = new Random(5);
    const series = Array.from({ length: 60 }, () => {
      let rate = 4;
      return Array.from({ length: 24 }, () => (random.chance(0.03) ? null : (rate = Math.round((rate + (random.fraction() - 0.45) * 0.4) * 10) / 10)));
    });
    const expected = python(
      `
import pandas as pd
def sahm(values):
    s = pd.Series([np.nan if v is None else v for v in values])
    means = s.rolling(3).mean()
    before = means.iloc[-13:-1].dropna()
    return None if np.isnan(means.iloc[-1]) or len(before) < 9 else round(float(means.iloc[-1] - before.min()) + 1e-9, 2)
print(json.dumps([sahm(s) for s in given]))`,
      series,
    ) as readonly (number | null)[];
    const payrolls = monthly('2025-12-01', [150_000, 150_200, 150_400, 150_600]);
    const found = series.map((values) => on(monthly('2024-04-01', values), { PAYEMS: payrolls }).value);
    const known = series.flatMap((values, i) => (values.at(-1) === null ? [] : [i]));
    expect(known.map((i) => found[i])).toEqual(known.map((i) => expected[i]));
    expect(known.filter((i) => found[i] !== null).length).toBeGreaterThan(20);
  });
});
