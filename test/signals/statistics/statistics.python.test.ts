import { mean, median, standardDeviation } from '../../../src/signals/statistics/moments';
import { regression, standardErrorOfMean } from '../../../src/signals/statistics/neweyWest';
import { rankCorrelation } from '../../../src/signals/statistics/rankCorrelation';
import { Random } from '../../support/Random';
import { describeAgainstPython, python } from './python';

/** Lists with ties, trends and clusters, long and short. */
const random = new Random(5);
const SAMPLES = [3, 4, 9, 50, 251, 1_000].map((length) => {
  let walk = 0;
  const x = Array.from({ length }, () => (walk = 0.9 * walk + random.fraction() - 0.5));
  const y = x.map((value) => Math.round((value * 0.3 + random.fraction()) * 10) / 10);
  return { x, y, lags: Math.min(length - 1, 21) };
});

describeAgainstPython('against SciPy and statsmodels', () => {
  it('ranks correlate as those of Spearman do', () => {
    const expected = python('from scipy.stats import spearmanr\nprint(json.dumps([spearmanr(s["x"], s["y"]).correlation for s in given]))', SAMPLES) as number[];
    SAMPLES.forEach(({ x, y }, i) => expect(rankCorrelation(x, y)).toBeCloseTo(expected[i] ?? NaN, 9));
  });

  it('lines and their Newey-West errors are those of OLS with HAC errors', () => {
    const script = `
import statsmodels.api as sm
def fit(s):
    r = sm.OLS(s["y"], sm.add_constant(s["x"])).fit(cov_type="HAC", cov_kwds={"maxlags": s["lags"], "use_correction": False})
    m = sm.OLS(s["y"], np.ones(len(s["y"]))).fit(cov_type="HAC", cov_kwds={"maxlags": s["lags"], "use_correction": False})
    return [r.params[1], r.params[0], r.bse[1], m.bse[0]]
print(json.dumps([fit(s) for s in given]))`;
    const expected = python(script, SAMPLES) as readonly (readonly number[])[];
    SAMPLES.forEach(({ x, y, lags }, i) => {
      const line = regression(x, y, lags);
      const found = [line?.slope, line?.intercept, line?.standardError, standardErrorOfMean(y, lags)];
      found.forEach((value, n) => expect(value).toBeCloseTo(expected[i]?.[n] ?? NaN, 9));
    });
  });

  it('moments are those of NumPy', () => {
    const expected = python('print(json.dumps([[np.mean(s["y"]), np.median(s["y"]), np.std(s["y"], ddof=1)] for s in given]))', SAMPLES) as readonly (readonly number[])[];
    SAMPLES.forEach(({ y }, i) => {
      [mean(y), median(y), standardDeviation(y)].forEach((value, n) => expect(value).toBeCloseTo(expected[i]?.[n] ?? NaN, 9));
    });
  });
});
