import { isoDate } from '../../../src/domain/isoDate';
import { breadthOf, growthOf, matchedOn } from '../../../src/signals/measures/incomeGrowth';
import { freshQuarter, quarterBefore, trailingIncome, yearBefore } from '../../../src/signals/measures/quarters';
import { unexpectedEarnings } from '../../../src/signals/measures/unexpectedEarnings';
import { quartersFrom } from './quarterRows';

const incomes = (from: string, ...netIncome: readonly (number | null)[]) => quartersFrom(from, netIncome.map((one) => ({ netIncome: one })));
const matched = (...netIncome: readonly (number | null)[]) => matchedOn(incomes('2022-12-31', ...netIncome), isoDate('2024-05-15'));

describe('a quarter', () => {
  const quarters = incomes('2023-03-31', 1, 2, 3, 4, 5);
  const newest = quarters[4] ?? (() => { throw new Error('There is none.'); })();

  it('counts as the newest for 135 days after its end', () => {
    expect(freshQuarter(quarters, isoDate('2024-08-13'))?.observedOn).toBe('2024-03-31');
    expect(freshQuarter(quarters, isoDate('2024-08-14'))).toBeUndefined();
    expect(freshQuarter([], isoDate('2024-08-13'))).toBeUndefined();
  });

  it('is held against the one that ends nearest to a year before', () => {
    expect(yearBefore(quarters, newest)?.netIncome).toBe(1);
    const moved = quarters.map((quarter, i) => (i === 0 ? { ...quarter, observedOn: isoDate('2023-04-20') } : quarter));
    expect(yearBefore(moved, newest)).toBeUndefined();
  });

  it('follows the one before it, if that is not lacking', () => {
    expect(quarterBefore(quarters, newest)?.netIncome).toBe(4);
    expect(quarterBefore(quarters.filter(({ netIncome }) => netIncome !== 4), newest)).toBeUndefined();
  });

  it('ends a year of income, of what was filed by a day', () => {
    expect(trailingIncome(quarters, isoDate('2024-05-05'))).toBe(14);
    expect(trailingIncome(quarters, isoDate('2024-05-04'))).toBe(10);
    expect(trailingIncome(quarters, isoDate('2024-08-14'))).toBeUndefined();
    expect(trailingIncome(incomes('2023-03-31', 1, null, 3, 4), isoDate('2024-03-01'))).toBeUndefined();
    expect(trailingIncome(quarters.filter(({ netIncome }) => netIncome !== 3), isoDate('2024-05-05'))).toBeUndefined();
  });
});

describe('unexpected earnings', () => {
  const eps = (...values: readonly (number | null)[]) => quartersFrom('2021-03-31', values.map((one) => ({ eps: one })));
  const steady = [1, 1, 1, 1, 1.1, 1.3, 1.1, 1.3, 1.2, 1.6, 1.2, 1.6];

  it('are the newest difference from a year before, against the eight before it', () => {
    // The eight before: 0.1 and 0.3 in turn, so a mean of 0.2 and a variance of 8 x 0.01 / 7.
    expect(unexpectedEarnings(eps(...steady, 1.6))).toBeCloseTo((0.4 - 0.2) / Math.sqrt(0.08 / 7), 9);
  });

  it('cannot be told where one of nine differences is lacking, or all are alike', () => {
    expect(unexpectedEarnings(eps(...steady))).toBeUndefined();
    expect(unexpectedEarnings(eps(...steady.slice(0, 6), null, ...steady.slice(7), 1.6))).toBeUndefined();
    expect(unexpectedEarnings(eps(...steady, null))).toBeUndefined();
    expect(unexpectedEarnings(eps(0.1, 0.1, 0.1, 0.1, 0.3, 0.3, 0.3, 0.3, 0.5, 0.5, 0.5, 0.5, 0.9))).toBeUndefined();
    expect(unexpectedEarnings([])).toBeUndefined();
  });
});

describe('the growth of several companies', () => {
  it('is that of their sums over the sizes of a year before, now and a quarter before', () => {
    // Ends of 2022 Q4 to 2024 Q1: a year before, and two quarters.
    const both = [matched(10, 20, 0, 0, 12, 30), matched(-10, -20, 0, 0, -8, -10)].flatMap((one) => one ?? []);
    expect(growthOf(both)).toEqual({ now: 50, before: 20, acceleration: 30 });
    expect(breadthOf(both)).toBe(1);
  });

  it('is of companies of which all four quarters are known', () => {
    expect(matched(10, 20, 0, 0, null, 30)).toBeUndefined();
    expect(matched(10, null, 0, 0, 12, 30)).toBeUndefined();
    expect(matchedOn(incomes('2022-12-31', 10, 20, 0, 0, 12, 30), isoDate('2024-08-14'))).toBeUndefined();
  });

  it('cannot be told of no income a year before, nor can breadth', () => {
    const none = [matched(0, 0, 1, 1, 5, 5)].flatMap((one) => one ?? []);
    expect([growthOf(none), breadthOf(none), growthOf([])]).toEqual([undefined, undefined, undefined]);
  });

  it('broadens with the share of companies whose own growth rose', () => {
    const three = [matched(10, 10, 0, 0, 10, 11), matched(10, 10, 0, 0, 11, 11), matched(10, 10, 0, 0, 12, 11)].flatMap((one) => one ?? []);
    expect(breadthOf(three)).toBeCloseTo(1 / 3, 12);
  });
});
