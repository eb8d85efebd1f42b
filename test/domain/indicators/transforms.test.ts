import { Frequency } from '../../../src/domain/indicators/Frequency';
import { Transform } from '../../../src/domain/indicators/transforms/Transform';
import { transformed } from '../../../src/domain/indicators/transforms/transformed';
import { NotTold, type Vintage } from '../../../src/domain/indicators/transforms/Told';
import { isoDate } from '../../../src/domain/isoDate';
import { Random } from '../../support/Random';
import { randomVintage } from './randomVintage';

/** Equal but for what floats round. */
const about = (value: number): number => expect.closeTo(value, 9) as number;

const ALL = Object.values(Transform);

/** A monthly series from so many values, one a month from January 2025 on; undefined is a month that is not there at all. */
function monthly(values: readonly (number | null | undefined)[], isRate = false): Vintage {
  const observations = values.flatMap((value, n) => {
    const observedOn = isoDate(`${2025 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`);
    return value === undefined ? [] : [{ observedOn, value }];
  });
  return { frequency: Frequency.MONTHLY, isRate, observations };
}

const toldOf = (transform: Transform, vintage: Vintage, observedOn: string) =>
  transformed(transform, vintage).find((one) => one.observedOn === observedOn);

/** Growing by exactly 1 % a month. */
const growing = (length: number): number[] => Array.from({ length }, (_, n) => 100 * 1.01 ** n);
const lackingOctober = (values: readonly number[]): (number | undefined)[] => values.map((value, n) => (n === 9 ? undefined : value));

describe('a transform of a month', () => {
  it.each([
    [Transform.LEVEL, 100 * 1.01 ** 23],
    [Transform.CHANGE, 100 * 1.01 ** 22 * 0.01],
    [Transform.YOY, 1.01 ** 12 - 1],
    [Transform.ANNUALIZED_3M, 1.01 ** 12 - 1],
    [Transform.ANNUALIZED_6M, 1.01 ** 12 - 1],
    [Transform.MEAN_3M, (100 * (1.01 ** 21 + 1.01 ** 22 + 1.01 ** 23)) / 3],
  ])('tells %s', (transform, value) => {
    expect(toldOf(transform, monthly(growing(24)), '2026-12-01')).toEqual({ observedOn: '2026-12-01', value: about(value), flag: null, reason: null });
  });

  it('tells how many standard deviations the last of 120 lies above their mean', () => {
    const values = Array.from({ length: 130 }, (_, n): number => (n % 2 === 0 ? 1 : 3));
    values[129] = 12;
    const last = values.slice(-120);
    const center = last.reduce((sum, value) => sum + value, 0) / 120;
    const deviation = Math.sqrt(last.reduce((sum, value) => sum + (value - center) ** 2, 0) / 119);
    const all = transformed(Transform.ZSCORE, monthly(values));
    expect(all.at(-1)).toMatchObject({ value: about((12 - center) / deviation), flag: null });
    expect(all.filter(({ reason }) => reason === NotTold.INSUFFICIENT_HISTORY)).toHaveLength(118);
  });

  it('tells rates by percentage points, and does not compound them', () => {
    const rate = monthly(Array.from({ length: 24 }, (_, n) => 3 + n / 10), true);
    expect(toldOf(Transform.YOY, rate, '2026-12-01')).toMatchObject({ value: about(1.2), reason: null });
    expect(toldOf(Transform.ANNUALIZED_3M, rate, '2026-12-01')).toMatchObject({ value: null, reason: 'NOT_DEFINED' });
    expect(toldOf(Transform.ANNUALIZED_6M, rate, '2026-12-01')).toMatchObject({ value: null, reason: 'NOT_DEFINED' });
  });

  it.each([
    ['from zero', [0, ...growing(12)]],
    ['from below zero', [-1, ...growing(12)]],
    ['to below zero', [...growing(12), -1]],
  ])('tells no growth %s', (_, values) => {
    expect(toldOf(Transform.YOY, monthly(values), '2026-01-01')).toMatchObject({ value: null, reason: 'NOT_DEFINED' });
  });

  it('tells no standard deviations of what never moved', () => {
    expect(transformed(Transform.ZSCORE, monthly(Array.from({ length: 120 }, () => 0.1))).at(-1)).toMatchObject({ value: null, reason: 'NOT_DEFINED' });
  });
});

describe('where October 2025 is lacking, as no survey was taken', () => {
  const vintage = monthly(lackingOctober(growing(36)));
  const without = (value: number) => ({ value: about(value), flag: 'BASE_EARLIER', reason: null });

  it.each(ALL)('%s of October itself is told as not reported, whether or not there is a line of it', (transform) => {
    const withLine = monthly(growing(36).map((value, n) => (n === 9 ? null : value)));
    expect(toldOf(transform, vintage, '2025-10-01')).toEqual({ observedOn: '2025-10-01', value: null, flag: null, reason: 'NOT_REPORTED' });
    expect(transformed(transform, withLine)).toEqual(transformed(transform, vintage));
  });

  it('the change of November is the one from September, halved, and flagged', () => {
    expect(toldOf(Transform.CHANGE, vintage, '2025-11-01')).toMatchObject(without((100 * (1.01 ** 10 - 1.01 ** 8)) / 2));
  });

  it('growth is told from September with the exponent of the longer time, and flagged', () => {
    expect(toldOf(Transform.YOY, vintage, '2026-10-01')).toMatchObject(without((1.01 ** 13) ** (12 / 13) - 1));
    expect(toldOf(Transform.ANNUALIZED_3M, vintage, '2026-01-01')).toMatchObject(without((1.01 ** 4) ** (12 / 4) - 1));
    expect(toldOf(Transform.ANNUALIZED_6M, vintage, '2026-04-01')).toMatchObject(without((1.01 ** 7) ** (12 / 7) - 1));
  });

  it('a mean of three months that takes it is none', () => {
    const reasons = ['2025-09-01', '2025-11-01', '2025-12-01', '2026-01-01'].map((day) => toldOf(Transform.MEAN_3M, vintage, day)?.reason);
    expect(reasons).toEqual([null, 'INSUFFICIENT_HISTORY', 'INSUFFICIENT_HISTORY', null]);
  });

  it('what is held against both September and October is none where both are lacking', () => {
    const values = growing(24).map((value, n) => (n === 8 || n === 9 ? undefined : value));
    expect(toldOf(Transform.CHANGE, monthly(values), '2025-11-01')).toMatchObject({ value: null, reason: 'INSUFFICIENT_HISTORY' });
  });

  it('standard deviations are told from what is there, and flagged', () => {
    const vintage120 = monthly(lackingOctober(growing(130)));
    expect(transformed(Transform.ZSCORE, vintage120).at(-1)?.flag).toBe(null);
    expect(toldOf(Transform.ZSCORE, vintage120, '2035-01-01')?.flag).toBe('GAPS');
  });
});

describe('a mean over a border between vintages', () => {
  /** Thousands of employees from July 2024 on, as two files have them: between them lies a benchmark revision. */
  const from = (values: readonly number[]): Vintage => ({
    frequency: Frequency.MONTHLY,
    isRate: false,
    observations: values.map((value, n) => ({ observedOn: isoDate(`2024-${String(7 + n).padStart(2, '0')}-01`), value })),
  });
  const meanChange = (vintage: Vintage) => {
    const changes = { ...vintage, observations: transformed(Transform.CHANGE, vintage) };
    return toldOf(Transform.MEAN_3M, changes, '2024-10-01')?.value;
  };

  it('is told from one of them', () => {
    const [older, newer] = [[158_692, 158_851, 159_105], [157_758, 157_829, 157_912, 157_956]];
    expect(meanChange(from(newer))).toBeCloseTo(66, 9);
    expect(meanChange(from([...older, 157_956]))).toBeCloseTo(-245.333, 3);
  });
});

describe('a series of days', () => {
  const friday = { observedOn: isoDate('2024-03-01'), value: 4 };
  const monday = { observedOn: isoDate('2024-03-04'), value: 5 };
  const daily = (observations: Vintage['observations']): Vintage => ({ frequency: Frequency.DAILY, isRate: true, observations });

  it('holds Monday against Friday, and says nothing of the days between', () => {
    expect(transformed(Transform.CHANGE, daily([friday, monday]))).toEqual([
      { observedOn: '2024-03-01', value: null, flag: null, reason: 'INSUFFICIENT_HISTORY' },
      { observedOn: '2024-03-04', value: 1, flag: null, reason: null },
    ]);
  });

  it('holds nothing against a value that is more than a week old', () => {
    const late = { observedOn: isoDate('2024-03-09'), value: 5 };
    expect(transformed(Transform.CHANGE, daily([friday, late])).at(-1)).toMatchObject({ value: null, reason: 'INSUFFICIENT_HISTORY' });
  });

  it('is held against the same day of the week 52 weeks before, or the last day before it with a value', () => {
    const year = daily([{ observedOn: isoDate('2023-03-03'), value: 3 }, { observedOn: isoDate('2023-03-06'), value: null }, friday, monday]);
    expect(transformed(Transform.YOY, year).map(({ value }) => value)).toEqual([null, null, 1, 2]);
  });
});

describe('a pause', () => {
  it('of more than a year is no row of missing months: the series had stopped', () => {
    const paused = monthly([1, ...Array.from({ length: 13 }, () => undefined), 2]);
    expect(transformed(Transform.LEVEL, paused).map(({ value }) => value)).toEqual([1, 2]);
    const shorter = monthly([1, ...Array.from({ length: 12 }, () => undefined), 2]);
    expect(transformed(Transform.LEVEL, shorter)).toHaveLength(14);
  });
});

describe.each(Object.values(Frequency))('a random series, %s', (frequency) => {
  const random = new Random(17);
  const vintages = Array.from({ length: 8 }, () => randomVintage(random, { frequency, length: 400, lacking: random.pick([0, 0.03, 0.3]) }));
  const scaled = (vintage: Vintage, by: number, plus = 0): Vintage => ({
    ...vintage,
    observations: vintage.observations.map(({ observedOn, value }) => ({ observedOn, value: value === null ? null : value * by + plus })),
  });
  const values = (transform: Transform, vintage: Vintage) => transformed(transform, vintage).map(({ value }) => value);
  const expectClose = (found: readonly (number | null)[], expected: readonly (number | null)[]): void =>
    expect(found).toEqual(expected.map((value) => (value === null ? null : expect.closeTo(value, 6) as number)));

  it('gives growth and standard deviations that no unit changes, and differences and means that it scales', () => {
    for (const vintage of vintages) {
      for (const transform of [Transform.YOY, Transform.ANNUALIZED_3M, Transform.ANNUALIZED_6M, Transform.ZSCORE]) {
        expectClose(values(transform, scaled(vintage, 1_000)), values(transform, vintage));
      }
      for (const transform of [Transform.LEVEL, Transform.CHANGE, Transform.MEAN_3M]) {
        expectClose(values(transform, scaled(vintage, 10)), values(transform, vintage).map((value) => (value === null ? null : 10 * value)));
      }
    }
  });

  it('gives differences and standard deviations that no shift changes', () => {
    for (const vintage of vintages) {
      for (const transform of [Transform.CHANGE, Transform.ZSCORE]) expectClose(values(transform, scaled(vintage, 1, 50)), values(transform, vintage));
    }
  });

  it('tells what it told of a period, whatever comes after', () => {
    for (const vintage of vintages) {
      const cut = 1 + random.below(vintage.observations.length);
      const before = { ...vintage, observations: vintage.observations.slice(0, cut) };
      for (const transform of ALL) {
        const told = transformed(transform, before);
        expect(transformed(transform, vintage).slice(0, told.length)).toEqual(told);
      }
    }
  });

  it('tells every period once, in order, with a value or a reason', () => {
    for (const vintage of vintages) {
      for (const transform of ALL) {
        const all = transformed(transform, vintage);
        expect(all.map(({ observedOn }) => observedOn)).toEqual([...new Set(all.map(({ observedOn }) => observedOn))].sort());
        expect(all.filter(({ value, reason }) => (value === null) === (reason === null))).toEqual([]);
      }
    }
  });
});
