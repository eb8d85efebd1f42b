import { indicators } from '../../../src/domain/indicators/catalog';
import { addDays, isoDate } from '../../../src/domain/isoDate';
import { SURPRISE_DAYS, usualSurprise } from '../../../src/signals/measures/usualSurprise';
import { type Series, factsOf, flat, monthly } from '../factsOf';

const surpriseOf = (code: string, asOf: string, values: Series[string]) => {
  const indicator = indicators.find((one) => one.code === code);
  if (indicator === undefined) throw new Error(`There is no ${code}.`);
  return usualSurprise(factsOf(asOf, { [code]: values }).observations(code, SURPRISE_DAYS), indicator);
};

describe('the usual surprise of an indicator', () => {
  it('of what is told in points is the root mean square of its changes about no change', () => {
    const rates = [4, 4.1, 4.1, 4.0, 4.2, 4.2, 4.1, 4.3, 4.3, 4.3];
    const changes = [0.1, 0, -0.1, 0.2, 0, -0.1, 0.2, 0, 0];
    const deviation = Math.sqrt(changes.reduce((sum, change) => sum + change ** 2, 0) / 9);
    expect(surpriseOf('UNRATE', '2024-11-05', monthly('2024-01-01', rates))).toEqual({
      ...{ observedOn: '2024-11-01', expected: 4.3, sample: 9, formula: 'no change, give or take the root mean square of the last 9 changes' },
      high: expect.closeTo(4.3 + deviation, 12) as unknown,
      low: expect.closeTo(4.3 - deviation, 12) as unknown,
    });
  });

  it('of what grows is the standard deviation of its growth about the mean', () => {
    const growths = [1, 2, 3, 1, 2, 3, 1, 2, 3].map((percent) => percent / 100);
    const levels = growths.reduce((list, growth) => [...list, (list.at(-1) ?? 0) * Math.exp(growth)], [100]);
    const found = surpriseOf('CPILFESL', '2024-11-20', monthly('2024-01-01', levels));
    const deviation = Math.sqrt(growths.reduce((sum, growth) => sum + (growth - 0.02) ** 2, 0) / 8);
    const newest = levels.at(-1) ?? NaN;
    expect(found).toMatchObject({ observedOn: '2024-11-01', sample: 9, expected: expect.closeTo(newest * Math.exp(0.02), 9) as unknown });
    expect([found?.high, found?.low]).toEqual([expect.closeTo(newest * Math.exp(0.02 + deviation), 9), expect.closeTo(newest * Math.exp(0.02 - deviation), 9)]);
  });

  it('leaves out changes over a month without a value, and those of more than three years ago', () => {
    expect(surpriseOf('UNRATE', '2024-12-05', monthly('2024-01-01', [4, 4, 4, 4, 4, null, 9, 9, 9, 9, 9]))).toMatchObject({ sample: 8, high: 9, low: 9 });
    expect(surpriseOf('UNRATE', '2024-11-05', monthly('2021-06-01', [1, ...flat(4, 40)]))).toMatchObject({ sample: 36, high: 4 });
  });

  it('of a policy rate is that of its changes over 45 days', () => {
    const days = Array.from({ length: 600 }, (_, i) => [addDays(isoDate('2023-02-09'), i), i < 300 ? 5 : 5.5] as const);
    expect(surpriseOf('DFEDTARU', '2024-09-30', days)).toMatchObject({ observedOn: '2024-10-01', sample: 13, expected: 5.5, high: expect.closeTo(5.5 + Math.sqrt(0.25 / 13), 12) as unknown });
  });

  it('is not told of fewer than 8 changes, and dates a week and a quarter as the series does', () => {
    expect(surpriseOf('UNRATE', '2024-11-05', monthly('2024-01-01', flat(4, 8)))).toBeNull();
    expect(surpriseOf('UNRATE', '2024-11-05', [])).toBeNull();
    const weeks = Array.from({ length: 10 }, (_, i) => [addDays(isoDate('2024-09-07'), 7 * i), 200_000] as const);
    expect(surpriseOf('ICSA', '2024-11-20', weeks)).toMatchObject({ observedOn: '2024-11-16', expected: expect.closeTo(200_000, 6) as unknown });
    const quarters = monthly('2022-01-01', flat(100, 31)).filter(([day]) => ['01', '04', '07', '10'].includes(day.slice(5, 7)));
    expect(surpriseOf('GDPC1', '2024-11-20', quarters)).toMatchObject({ observedOn: '2024-10-01', sample: 10 });
  });
});
