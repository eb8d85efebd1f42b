import growthResilience from '../../../src/signals/definitions/growth-resilience';
import { TermKind } from '../../../src/signals/Score';
import { State } from '../../../src/signals/State';
import { readingOf } from '../factsOf';

/** Real GDP of the five quarters to Q2 2024. */
const on = (values: readonly number[], asOf = '2024-08-01') =>
  readingOf(growthResilience, asOf, { GDPC1: ['2023-04-01', '2023-07-01', '2023-10-01', '2024-01-01', '2024-04-01'].map((day, i) => [day, values[i] ?? NaN] as const) });

describe('growth-resilience', () => {
  it('is growth from a year before, told with that of the last quarter a year', () => {
    const strong = on([20_000, 20_100, 20_300, 20_400, 20_500]);
    expect(strong).toMatchObject({ value: expect.closeTo(2.5, 10) as number, score: expect.closeTo(1, 10) as number, state: State.FOR });
    expect(strong.sentence).toBe(
      'Real GDP of Q2 2024 stood +2.5 % from a year before, and its last quarter grew at +2.0 % a year, which speaks for a rotation into small caps.',
    );
    expect(on([20_000, 20_000, 20_100, 20_150, 20_200])).toMatchObject({ score: expect.closeTo(0, 10) as number, state: State.NEUTRAL });
    expect(on([20_000, 20_000, 19_900, 19_950, 19_980])).toMatchObject({ score: -1, state: State.AGAINST });
  });

  it('is at most 0 while the last quarter did not grow', () => {
    expect(on([20_000, 20_100, 20_300, 20_500, 20_500])).toMatchObject({ value: expect.closeTo(2.5, 10) as number, score: 0, terms: [{}, { kind: TermKind.CAP, key: 'shrinking', contribution: expect.closeTo(-1, 10) as number }] });
  });

  it('needs the year before, and a quarter that began at most 275 days before', () => {
    const short = readingOf(growthResilience, '2024-08-01', { GDPC1: [['2024-01-01', 1], ['2024-04-01', 1]] });
    expect(short.sentence).toBe('The resilience of growth cannot be told as of 2024-08-01: GDPC1 of the quarter or the year before Q2 2024 was not known.');
    expect(on([20_000, 20_100, 20_300, 20_400, 20_500], '2025-01-01').state).toBe(State.FOR);
    expect(on([20_000, 20_100, 20_300, 20_400, 20_500], '2025-01-02').missing).toMatchObject([{ input: 'GDPC1', reason: 'STALE' }]);
  });
});
