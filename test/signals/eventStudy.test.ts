import { eventStudy } from '../../src/signals/eventStudy';
import { informationCoefficient } from '../../src/signals/informationCoefficient';
import { scoreOf } from '../../src/signals/ramp';
import { State, stateOf, statesOf } from '../../src/signals/State';
import { Random } from '../support/Random';
import { describeAgainstPython, python } from './statistics/python';

const { FOR, NEUTRAL, AGAINST, INSUFFICIENT_DATA } = State;

/** Scores that wander, and two prices; small caps gain after a high score where `effect` says so. */
function market(seed: number, length: number, effect = 0) {
  const random = new Random(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
  let [score, small, large] = [0, 100, 100];
  const days = Array.from({ length }, () => {
    small *= Math.exp(0.012 * normal() + effect * Math.max(0, score));
    large *= Math.exp(0.01 * normal());
    score = 0.97 * score + 0.12 * normal();
    return { score: Math.max(-1, Math.min(1, score)), small, large };
  });
  return { scores: days.map((day) => day.score), small: days.map((day) => day.small), large: days.map((day) => day.large) };
}

describe('a score', () => {
  it('is linear between its anchors and clamped beyond them', () => {
    const anchors = [[-250, -1], [-150, 1], [-50, 1], [0, 0], [75, -1]] as const;
    expect([-300, -250, -200, -100, -25, 0, 37.5, 500].map((value) => scoreOf(value, anchors))).toEqual([-1, -1, 0, 1, 0.5, 0, -0.5, -1]);
  });

  it('by itself speaks from a quarter on', () => {
    expect([null, 0.25, 0.2499, -0.25, -0.2499].map(stateOf)).toEqual([INSUFFICIENT_DATA, FOR, NEUTRAL, AGAINST, NEUTRAL]);
  });

  it('in a history enters a state at 0.3 and leaves it below 0.2, and forgets it where data lack', () => {
    expect(statesOf([0.25, 0.3, 0.2, 0.19, 0.25, 0.35, null, 0.25])).toEqual([NEUTRAL, FOR, FOR, NEUTRAL, NEUTRAL, FOR, INSUFFICIENT_DATA, NEUTRAL]);
    expect(statesOf([-0.3, -0.2, -0.19, 0.3, -0.3])).toEqual([AGAINST, AGAINST, NEUTRAL, FOR, AGAINST]);
  });
});

describe('an event study', () => {
  const flat = Array.from({ length: 20 }, () => 100);
  const states = (...at: readonly number[]): readonly State[] => flat.map((_, i) => (at.includes(i) ? FOR : NEUTRAL));

  it('begins each window at the close of the session after the entry', () => {
    const small = flat.map((close, i) => (i === 5 ? 90 : i === 6 ? 99 : close));
    const many = states(0, 2, 4, 6, 8, 10, 12, 14, 16);
    const { events, mean, median, hitRate } = eventStudy({ states: many, small, large: flat }, 1);
    expect({ events, mean, median, hitRate }).toEqual({ events: 8, mean: expect.closeTo((99 / 90 - 1) / 8, 12) as number, median: 0, hitRate: 1 / 8 });
  });

  it('counts only windows that have closed, and no entry out of insufficient data', () => {
    expect(eventStudy({ states: states(1, 3, 18, 19), small: flat, large: flat }, 1)).toMatchObject({ events: 2, mean: null });
    const lacking = flat.map((_, i) => (i % 2 === 0 ? FOR : INSUFFICIENT_DATA));
    expect(eventStudy({ states: lacking, small: flat, large: flat }, 1)).toMatchObject({ events: 0, mean: null, pValue: null, unconditionalMean: 0 });
  });

  it('estimates nothing of fewer than eight events', () => {
    expect(eventStudy({ states: states(1, 3, 5, 7, 9, 11, 13), small: flat, large: flat }, 1)).toMatchObject({ events: 7, mean: null, hitRate: null, pValue: null, standardError: null });
  });

  it('finds an effect that is there', () => {
    const { scores, small, large } = market(3, 3_000, 0.02);
    expect(eventStudy({ states: statesOf(scores), small, large }, 21).pValue).toBeLessThan(0.02);
  });
});

describeAgainstPython('against an independent computation', () => {
  const given = [1, 2].map((seed) => {
    const { scores, small, large } = market(seed, 900, seed === 1 ? 0 : 0.002);
    return { scores, states: statesOf(scores), small, large };
  });
  const HORIZON = 21;

  it('event studies are the same', () => {
    const expected = python(
      `
import statsmodels.api as sm
def study(s, h=${HORIZON}):
    small, large, states = np.array(s["small"]), np.array(s["large"]), s["states"]
    n = len(states) - h - 1
    f = small[1 + h:] / small[1:-h] - large[1 + h:] / large[1:-h]
    entry = np.array([states[i] == "FOR" and i > 0 and states[i - 1] in ("NEUTRAL", "AGAINST") for i in range(n)])
    found, mean = f[entry], f.mean()
    observed = abs(found.mean() - mean)
    shifts = [abs(f[np.roll(entry, k)].mean() - mean) for k in range(h, n - h + 1)]
    p = (1 + sum(x >= observed - 1e-12 for x in shifts)) / (1 + len(shifts))
    fit = sm.OLS(f, sm.add_constant(entry.astype(float))).fit(cov_type="HAC", cov_kwds={"maxlags": h, "use_correction": False})
    return [int(entry.sum()), found.mean(), np.median(found), (found > 0).mean(), mean, p, fit.bse[1]]
print(json.dumps([study(s) for s in given]))`,
      given,
    ) as readonly (readonly number[])[];
    given.forEach(({ states, small, large }, i) => {
      const { events, mean, median, hitRate, unconditionalMean, pValue, standardError } = eventStudy({ states, small, large }, HORIZON);
      [events, mean, median, hitRate, unconditionalMean, pValue, standardError].forEach((value, n) => expect(value).toBeCloseTo(expected[i]?.[n] ?? NaN, 9));
    });
  });

  it('information coefficients are the same', () => {
    const pairs = given.map(({ scores, small, large }) =>
      scores.slice(0, -HORIZON).flatMap((score, i) => (i % 5 === 0 ? [{ score, relativeReturn: (small[i + HORIZON] ?? NaN) / (small[i] ?? NaN) - (large[i + HORIZON] ?? NaN) / (large[i] ?? NaN) }] : [])),
    );
    const expected = python(
      `
from scipy.stats import spearmanr
def ic(pairs, apart=5):
    s, r = np.array([p["score"] for p in pairs]), np.array([p["relativeReturn"] for p in pairs])
    rho = lambda a, b: spearmanr(a, b).correlation
    shifts = [abs(rho(np.roll(s, k), r)) for k in range(apart, len(s) - apart + 1)]
    half = len(s) // 2
    return [rho(s, r), (1 + sum(x >= abs(rho(s, r)) - 1e-12 for x in shifts)) / (1 + len(shifts)), rho(s[:half], r[:half]), rho(s[half:], r[half:])]
print(json.dumps([ic(p) for p in given]))`,
      pairs,
    ) as readonly (readonly number[])[];
    pairs.forEach((sample, i) => {
      const { coefficient, pValue, firstHalf, secondHalf, effectiveSample } = informationCoefficient(sample, HORIZON, 5);
      [coefficient, pValue, firstHalf, secondHalf].forEach((value, n) => expect(value).toBeCloseTo(expected[i]?.[n] ?? NaN, 9));
      expect(effectiveSample).toBeCloseTo((sample.length * 5) / HORIZON, 12);
    });
  });
});
