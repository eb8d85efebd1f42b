import { defineSignal, SignalRole } from '../defineSignal';
import { observations } from '../inputs/observations';
import { MissingReason } from '../../domain/MissingReason';
import { annualized, Monthly } from '../measures/Monthly';
import { observation } from '../measures/observation';
import { scoreOf } from '../ramp';
import { atMost, TermKind, weightedMean } from '../Score';
import { quarter, signed } from '../words';

const YEAR = 12;
const QUARTER = 3;

export default defineSignal({
  key: 'growth-resilience',
  version: 1,
  role: SignalRole.COMPONENT,
  title: 'The resilience of growth',
  text: 'Whether the economy grows while the Fed eases. Small companies earn more of their income at home and lose it sooner in a slump. Capped at 0 while the last quarter did not grow.',
  formula: '100 x (GDPC1 / GDPC1 four quarters before - 1)',
  unit: '%',
  references: ['U.S. Bureau of Economic Analysis, real gross domestic product'],
  anchors: {
    growth: [
      [0, -1, 'No growth over a year, as in recessions.'],
      [1, 0, 'So slow that a shock ends it.'],
      [2.5, 1, 'About the average of the last thirty years.'],
    ],
  },
  inputs: { gdp: observations('GDPC1', { days: 730, maxAge: 275 }) },
  compute({ gdp }, { anchors }) {
    const quarters = new Monthly(gdp);
    const { newest, newestMonth } = quarters;
    const [yearBefore, quarterBefore] = [quarters.on(newestMonth - YEAR), quarters.on(newestMonth - QUARTER)];
    if (yearBefore === undefined || quarterBefore === undefined) {
      return [{ input: 'GDPC1', reason: MissingReason.INSUFFICIENT_HISTORY, text: `GDPC1 of the quarter or the year before ${quarter(newest.observedOn)} was not known` }];
    }
    const value = annualized(newest.value, { from: yearBefore, months: YEAR });
    const last = annualized(newest.value, { from: quarterBefore, months: QUARTER });
    const plain = weightedMean([{ key: 'growth', weight: 1, value, score: scoreOf(value, anchors.growth) }]);
    return {
      value,
      score: last > 0 ? plain : atMost(plain, 0, TermKind.CAP, 'shrinking'),
      evidence: [newest, quarterBefore, yearBefore].map((one) => ({
        ...observation('GDPC1', one, 'billions of chained dollars', `real GDP of ${quarter(one.observedOn)}`),
        term: 'growth',
      })),
      clause: `Real GDP of ${quarter(newest.observedOn)} stood ${signed(value, 1)} % from a year before, and its last quarter grew at ${signed(last, 1)} % a year`,
      details: {},
    };
  },
});
