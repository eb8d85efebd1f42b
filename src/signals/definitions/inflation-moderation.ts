import { defineSignal, SignalRole } from '../defineSignal';
import { ifKnown } from '../inputs/ifKnown';
import { type Observations, observations } from '../inputs/observations';
import { MissingReason } from '../../domain/MissingReason';
import { annualized, type Base, Monthly } from '../measures/Monthly';
import { observation } from '../measures/observation';
import { scoreOf } from '../ramp';
import { atMost, TermKind, weightedMean } from '../Score';
import { month, number, signed } from '../words';

const HALF_YEAR = 6;
const YEAR = 12;

/** Above it the Fed is not free to cut, however fast inflation falls. */
const TOO_HIGH = 5;

export default defineSignal({
  key: 'inflation-moderation',
  version: 1,
  role: SignalRole.CONFIRMATION,
  title: 'The moderation of inflation',
  text: 'Whether consumer prices without food and energy rise more slowly than they did: over half a year against a year, and over a year against the year before. It is what lets the Fed cut. Capped at 0 while they rise above 5 % a year. Where a month has no value, the month before stands for it, and the rate is reckoned over the months that truly lie between.',
  formula: 'CPILFESL: the 6-month rate a year less the 12-month rate; scored together with the 12-month rate less that of a year before',
  unit: 'pp',
  references: ['U.S. Bureau of Labor Statistics, consumer price index; the missing October 2025 as its notice of 2025-11-21 says'],
  anchors: {
    momentum: [
      [-1, 1, 'The half year runs a point below the year: inflation is falling fast.'],
      [1, -1, 'A point above: it is picking up.'],
    ],
    trend: [
      [-1, 1, 'A point lower than a year before.'],
      [1, -1, 'A point higher.'],
    ],
  },
  weights: { momentum: 1, trend: 1 },
  inputs: {
    core: observations('CPILFESL', { days: 960, maxAge: 125 }),
    pce: ifKnown(observations('PCEPILFE', { days: 600, maxAge: 155 })),
  },
  compute({ core, pce }, { anchors, weights }) {
    const months = new Monthly(core);
    const { newest, newestMonth } = months;
    const [half, year] = [months.base(newestMonth, HALF_YEAR), months.base(newestMonth, YEAR)];
    const before = months.on(newestMonth - YEAR) ?? months.on(newestMonth - YEAR - 1);
    const yearBefore = before === undefined ? undefined : months.base(newestMonth - (months.on(newestMonth - YEAR) === undefined ? YEAR + 1 : YEAR), YEAR);
    if (half === undefined || year === undefined || before === undefined || yearBefore === undefined) {
      return [{ input: 'CPILFESL', reason: MissingReason.INSUFFICIENT_HISTORY, text: `CPILFESL of the two years before ${month(newest.observedOn)} was not known whole` }];
    }
    const rate = annualized(newest.value, year);
    const momentum = annualized(newest.value, half) - rate;
    const trend = rate - annualized(before.value, yearBefore);
    const plain = weightedMean([
      { key: 'momentum', weight: weights.momentum, value: momentum, score: scoreOf(momentum, anchors.momentum) },
      { key: 'trend', weight: weights.trend, value: trend, score: scoreOf(trend, anchors.trend) },
    ]);
    const price = (one: Base['from'], term: string) => ({ ...observation('CPILFESL', one, 'index', `core CPI of ${month(one.observedOn)}`), term });
    const beside = pce === null ? null : rateOf(pce);
    return {
      value: momentum,
      score: rate > TOO_HIGH ? atMost(plain, 0, TermKind.CAP, 'too-high') : plain,
      evidence: [
        price(newest, 'momentum'),
        price(half.from, 'momentum'),
        price(year.from, 'momentum'),
        price(yearBefore.from, 'trend'),
        ...(beside === null ? [] : [{ ...observation('PCEPILFE', beside.newest, 'index', `core PCE of ${month(beside.newest.observedOn)}`), term: 'beside' }]),
      ],
      clause: [
        `Core consumer prices of ${month(newest.observedOn)} rose ${number(rate, 1)} % over ${year.months} months (${signed(trend, 1)} pp from a year before)`,
        ` and at ${number(momentum + rate, 1)} % a year over the last ${half.months} (${signed(momentum, 1)} pp against the year)`,
        beside === null ? '' : `; core PCE rose ${number(beside.rate, 1)} %`,
        [half, year].some(({ months: back }, i) => back !== [HALF_YEAR, YEAR][i]) ? '; a month without a value was stepped over' : '',
      ].join(''),
      details: { twelveMonthRate: rate, halfYearMonths: half.months, yearMonths: year.months },
    };
  },
});

/** The 12-month rate of a price index, shown beside; null where its base was not known. */
function rateOf(prices: Observations) {
  const months = new Monthly(prices);
  const year = months.base(months.newestMonth, YEAR);
  return year === undefined ? null : { newest: months.newest, rate: annualized(months.newest.value, year) };
}
