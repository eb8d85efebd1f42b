import { unexpectedEarnings } from '../../../src/signals/measures/unexpectedEarnings';
import { percentileOf } from '../../../src/signals/statistics/percentile';
import { Random } from '../../support/Random';
import { describeAgainstPython, python } from '../statistics/python';
import { quartersFrom } from './quarterRows';

const random = new Random(11);
const SERIES = Array.from({ length: 50 }, () => Array.from({ length: 13 + random.below(8) }, () => Math.round((random.fraction() - 0.3) * 400) / 100));

describeAgainstPython('against an independent computation', () => {
  it('unexpected earnings are the newest seasonal difference standardized by the eight before it', () => {
    const script = `
def sue(eps):
    d = np.array(eps[4:]) - np.array(eps[:-4])
    return (d[-1] - np.mean(d[-9:-1])) / np.std(d[-9:-1], ddof=1)
print(json.dumps([sue(eps) for eps in given]))`;
    const expected = python(script, SERIES) as readonly number[];
    SERIES.forEach((series, i) => expect(unexpectedEarnings(quartersFrom('2015-03-31', series.map((eps) => ({ eps }))))).toBeCloseTo(expected[i] ?? NaN, 9));
  });

  it('a percentile is the share at or below', () => {
    const samples = SERIES.map((among) => ({ among, value: among[random.below(among.length)] ?? 0 }));
    const script = 'from scipy.stats import percentileofscore\nprint(json.dumps([percentileofscore(s["among"], s["value"], kind="weak") for s in given]))';
    const expected = python(script, samples) as readonly number[];
    samples.forEach(({ value, among }, i) => expect(percentileOf(value, among)).toBeCloseTo(expected[i] ?? NaN, 9));
  });
});
