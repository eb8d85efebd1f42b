import { Frequency } from '../../../src/domain/indicators/Frequency';
import { Transform } from '../../../src/domain/indicators/transforms/Transform';
import { NotTold } from '../../../src/domain/indicators/transforms/Told';
import { transformed } from '../../../src/domain/indicators/transforms/transformed';
import { describeAgainstPython, python } from '../../signals/statistics/python';
import { Random } from '../../support/Random';
import { randomVintage } from './randomVintage';

/** The same rules in the words of pandas: a row for each period of the calendar, shifts and rolling windows over these. */
const SCRIPT = `
import pandas as pd
SPANS = {"DAILY": (91, 182, 364, 3640), "WEEKLY": (13, 26, 52, 520), "MONTHLY": (3, 6, 12, 120), "QUARTERLY": (1, 2, 4, 40)}
FREQ = {"DAILY": "D", "WEEKLY": "W-SUN", "MONTHLY": "M", "QUARTERLY": "Q"}

def told(vintage):
    freq, rate = vintage["frequency"], vintage["isRate"]
    quarter, half, year, decade = SPANS[freq]
    daily = freq == "DAILY"
    s = pd.Series([o["value"] for o in vintage["observations"]], index=pd.PeriodIndex([o["observedOn"] for o in vintage["observations"]], freq=FREQ[freq]), dtype=float)
    s = s.reindex(pd.period_range(s.index[0], s.index[-1], freq=FREQ[freq]))

    def base(back):
        if daily: return s.ffill(limit=6).shift(back), pd.Series(back, s.index)
        return s.shift(back).fillna(s.shift(back + 1)), pd.Series(back, s.index).mask(s.shift(back).isna(), back + 1)

    def difference(back):
        before, over = base(back)
        return (s - before) * back / over

    def growth(back):
        before, over = base(back)
        ok = (before > 0) & (s >= 0)
        return ((s.where(ok) / before.where(ok)) ** (year / over) - 1).where(ok)

    def rolling(length, share):
        w = s.rolling(length, min_periods=1)
        slack = 6 if daily else min(1, length - 1)
        started = s.shift(length - 1 - slack).rolling(slack + 1, min_periods=1).count() > 0
        enough = (w.count() >= share * length * (5 / 7 if daily else 1)) & started & s.notna()
        return w.mean().where(enough), w.std(ddof=1).where(enough)

    mean, _ = rolling(quarter, 0.75 if daily else 1)
    center, deviation = rolling(decade, 0.75)
    none = s * float("nan")
    all = {"LEVEL": s, "CHANGE": difference(1), "YOY": difference(year) if rate else growth(year), "MEAN_3M": mean,
        "ANNUALIZED_3M": none if rate else growth(quarter), "ANNUALIZED_6M": none if rate else growth(half), "ZSCORE": (s - center) / deviation}
    return {name: [None if np.isnan(x) else x for x in values[s.notna()]] for name, values in all.items()}

print(json.dumps([told(v) for v in given]))`;

const random = new Random(23);
const VINTAGES = Object.values(Frequency).flatMap((frequency) =>
  [0, 0.02, 0.2, 0.5].flatMap((lacking) => [
    randomVintage(random, { frequency, length: frequency === Frequency.DAILY ? 3_000 : 600, lacking }),
    randomVintage(random, { frequency, length: 200, lacking, isRate: true }),
    randomVintage(random, { frequency, length: 200, lacking, start: 0 }),
  ]),
);

describeAgainstPython('against pandas', () => {
  it('every transform tells the same of random series of every frequency, whole and with gaps', () => {
    const expected = python(SCRIPT, VINTAGES) as readonly Readonly<Record<Transform, readonly (number | null)[]>>[];
    VINTAGES.forEach((vintage, i) => {
      for (const transform of Object.values(Transform)) {
        const found = transformed(transform, vintage).filter(({ reason }) => reason !== NotTold.NOT_REPORTED).map(({ value }) => value);
        const due = (expected[i]?.[transform] ?? []).map((value) => (value === null ? null : expect.closeTo(value, 8) as number));
        expect({ vintage: i, transform, found }).toEqual({ vintage: i, transform, found: due });
      }
    });
  });

  it('the series are such that every transform tells something of most of them', () => {
    const told = (transform: Transform): number => VINTAGES.filter((vintage) => transformed(transform, vintage).some(({ value }) => value !== null)).length;
    expect(Object.fromEntries(Object.values(Transform).map((transform) => [transform, told(transform) >= VINTAGES.length / 4]))).toEqual(
      Object.fromEntries(Object.values(Transform).map((transform) => [transform, true])),
    );
  });
});
