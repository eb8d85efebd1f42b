import { addDays, isoDate } from '../../../src/domain/isoDate';
import { isSession } from '../../../src/domain/nyseCalendar';
import rateSensitivity from '../../../src/signals/definitions/rate-sensitivity';
import { Evaluation } from '../../../src/signals/Evaluation';
import { Random } from '../../support/Random';
import { type Market, marketOf } from '../marketOf';
import { describeAgainstPython, python } from '../statistics/python';

/** A Tuesday: the week that ended on 2024-09-06 is the newest whose yield is published. */
const AS_OF = '2024-09-10';
const [FIRST, LAST] = [isoDate('2022-07-01'), isoDate('2024-09-10')];

/** Each session's closes and each business day's yield; small caps lose 4 % more for each point that yields rise. */
function market(seed: number): Required<Pick<Market, 'closes' | 'series'>> {
  const random = new Random(seed);
  const [small, large, yields]: [[string, number][], [string, number][], [string, number][]] = [[], [], []];
  let [iwm, spy, rate] = [200, 400, 3];
  for (let day = FIRST; day <= LAST; day = addDays(day, 1)) {
    if (!isSession(day)) continue;
    const [move, whole] = [(random.fraction() - 0.5) * 0.2, (random.fraction() - 0.5) * 0.02];
    rate = Math.round((rate + move) * 100) / 100;
    spy *= 1 + whole;
    iwm *= 1 + whole - 0.04 * move + (random.fraction() - 0.5) * 0.02;
    small.push([day, iwm]);
    large.push([day, spy]);
    if (day !== '2023-11-10') yields.push([day, rate]);
  }
  return { closes: { IWM: small, SPY: large }, series: { DGS2: yields } };
}

const on = (told: Market, asOf = AS_OF) => new Evaluation(marketOf(asOf, told)).reading(rateSensitivity);

describe('rate-sensitivity', () => {
  it('is the slope of weekly small minus large on the change of the two-year yield, shown and not scored', () => {
    const told = on(market(1));
    expect(told).toMatchObject({ score: null, state: null, details: { weeks: 104 } });
    expect(told.value).toBeLessThan(-2);
    expect(told.value).toBeGreaterThan(-6);
    expect(told.evidence.map(({ label }) => label)).toEqual([
      'IWM at the close of 2022-09-09', 'IWM at the close of 2024-09-06', 'SPY at the close of 2022-09-09', 'SPY at the close of 2024-09-06', 'DGS2 of 2022-09-09', 'DGS2 of 2024-09-06',
    ]);
  });

  it('leaves a week out until its yield is published, four days after its Friday', () => {
    const last = (asOf: string) => on(market(1), asOf).evidence.at(-1)?.observedOn;
    expect([last('2024-09-06'), last('2024-09-09'), last('2024-09-10')]).toEqual(['2024-08-30', '2024-08-30', '2024-09-06']);
  });

  it('is told of at least 94 weeks, and needs yields that are not old', () => {
    const { closes, series } = market(1);
    const since = (day: string): Market => ({ closes, series: { DGS2: series.DGS2?.filter(([on]) => on >= day) ?? [] } });
    expect(on(since('2022-11-14'))).toMatchObject({ details: { weeks: 94 } });
    expect(on(since('2022-11-19'))).toMatchObject({ value: null, missing: [{ input: 'DGS2', reason: 'INSUFFICIENT_HISTORY' }] });
    expect(on({ closes, series: { DGS2: series.DGS2?.filter(([day]) => day < '2024-08-20') ?? [] } })).toMatchObject({ value: null, missing: [{ input: 'DGS2', reason: 'STALE' }] });
  });

  it('says so in a sentence', () => {
    expect(on(market(1)).sentence).toMatch(/^In the 104 weeks to 2024-09-06 small caps \(IWM\) did \d\.\d % worse than large caps \(SPY\) for each 100 bp by which the two-year yield rose \(-\d\.\d\d, standard error \d\.\d\d\)\.$/);
  });
});

describeAgainstPython('rate-sensitivity against pandas and statsmodels', () => {
  it('has the slope and the HAC error that these find in the same days', () => {
    const script = `
import pandas as pd, statsmodels.api as sm
def fit(m):
    weekly = lambda rows: pd.Series(dict(rows), dtype=float).rename(lambda d: pd.Timestamp(d)).resample("W-FRI").last()
    small, large, rate = weekly(m["closes"]["IWM"]), weekly(m["closes"]["SPY"]), weekly(m["series"]["DGS2"])
    y = 100 * (small.pct_change() - large.pct_change())
    x = rate.diff()
    frame = pd.concat([x, y], axis=1).loc[:"2024-09-06"].iloc[-104:]
    r = sm.OLS(frame.iloc[:, 1].values, sm.add_constant(frame.iloc[:, 0].values)).fit(cov_type="HAC", cov_kwds={"maxlags": 4, "use_correction": False})
    return [r.params[1], r.bse[1]]
print(json.dumps([fit(m) for m in given]))`;
    const markets = [1, 2, 3].map(market);
    const expected = python(script, markets) as readonly (readonly number[])[];
    markets.forEach((one, i) => {
      const { beta, standardError } = on(one).details ?? {};
      expect(beta).toBeCloseTo(expected[i]?.[0] ?? NaN, 9);
      expect(standardError).toBeCloseTo(expected[i]?.[1] ?? NaN, 9);
    });
  });
});
