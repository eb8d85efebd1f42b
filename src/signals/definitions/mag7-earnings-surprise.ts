import { defineSignal, SignalRole, toldOf } from '../defineSignal';
import { basketMembers } from '../inputs/basketMembers';
import { quarters, reports } from '../inputs/companies';
import { memberSizes } from '../inputs/memberSizes';
import { WEIGHTED_BY } from '../measures/basketWeights';
import { earnings, surprise } from '../measures/companyFacts';
import { memberLack } from '../measures/memberLack';
import { memberWeights, type Weighted } from '../measures/memberWeights';
import { FRESH, freshQuarter } from '../measures/quarters';
import { unexpectedEarnings } from '../measures/unexpectedEarnings';
import { ageOn } from '../ageOn';
import type { Quarter, Report } from '../Facts';
import { scoreOf } from '../ramp';
import { weightedMean } from '../Score';
import { number, signed, subjectOf } from '../words';

/** The newest quarter's age, nine differences from a year before, and some days to spare. */
const REACH = FRESH + 750 + 380;

export default toldOf(({ basket }) => defineSignal({
  key: 'mag7-earnings-surprise',
  version: 1,
  role: SignalRole.COMPONENT,
  title: `The earnings of the ${basket.name} against what was due`,
  text: `How the earnings that the ${basket.name} reported last compare with their own past, in standard deviations (SUE), and with what analysts expected, in percent where a consensus was known before the report. Lackluster earnings are what shakes their multiples. Each of the ${basket.members} is scored by the mean of the two, or by the one that is known, for a quarter that ended at most 135 days before; the scores are weighted by market value where that is known of all, else as a fund of the S&P 500 held them, else equally. A surprise says nothing, and is left out, where the estimate is below 0.02 in size or the surprise beyond 90 %. ${basket.hindsight}`,
  formula: 'the weighted mean of (d - mean) / sd, where d is EPS less that of a year before, and mean and sd (n - 1) are of the eight differences before it',
  unit: 'standard deviations',
  references: [
    'Foster (1977), "Quarterly accounting data: time-series properties and predictive-ability results"',
    'Bernard and Thomas (1989), "Post-earnings-announcement drift: delayed price response or risk premium?"',
  ],
  anchors: {
    sue: [
      [-1, 1, 'Lackluster: a standard deviation below what their own past gave.'],
      [0.5, 0, 'What large companies report in usual times lies a little above their past.'],
      [2, -1, 'Far above it.'],
    ],
    surprise: [
      [-2, 1, 'They missed what was expected.'],
      [3, 0, 'They beat it by about as much as companies usually do: analysts aim low.'],
      [10, -1, 'They beat it by far more.'],
    ],
  },
  weights: { sue: 1, surprise: 1 },
  inputs: {
    members: basketMembers(basket.key),
    quarters: quarters({ of: { basket: basket.key }, days: REACH }),
    reports: reports({ of: { basket: basket.key }, days: FRESH + 31 }),
    ...memberSizes(basket.key),
  },
  compute({ members, quarters: quartersOf, reports: reportsOf, ...sizes }, { asOf, anchors, weights }) {
    const { weighting, members: weighted } = memberWeights(members, asOf, sizes);
    const told = weighted.map(({ member, share }): Told => {
      const own = member.cik === null ? [] : quartersOf(member.cik);
      const expected: readonly Report[] = member.cik === null ? [] : reportsOf(member.cik);
      const quarter = freshQuarter(own, asOf);
      const newest = expected.filter(({ actual }) => actual !== null).at(-1);
      const report = newest !== undefined && newest.wasExpected && ageOn(asOf, newest.periodEnd) <= FRESH ? newest : undefined;
      return { member, share, quarter, sue: quarter === undefined ? null : (unexpectedEarnings(own) ?? null), report, surprise: report?.surprise ?? null };
    });
    const missing = told.flatMap(({ member, sue }) => (sue === null ? [memberLack(member, quartersOf, asOf, 'one of the earnings per share of thirteen quarters')] : []));
    const value = meanOf(told, ({ sue }) => sue);
    const beat = meanOf(told, (one) => one.surprise);
    if (value === null) return missing;
    const parts = told.map(({ member: { symbol }, share, sue, surprise: ownSurprise }) => {
      const own = [
        { key: term(symbol, 'SUE'), weight: weights.sue, value: sue, score: sue === null ? null : scoreOf(sue, anchors.sue) },
        { key: term(symbol, 'surprise'), weight: weights.surprise, value: ownSurprise, score: ownSurprise === null ? null : scoreOf(ownSurprise, anchors.surprise) },
      ].filter(({ score }) => score !== null);
      return { key: symbol, weight: share, value: null, ...(own.length === 0 ? { score: null } : weightedMean(own)) };
    });
    return {
      value,
      score: weightedMean(parts),
      missing,
      evidence: told.flatMap(({ member: { symbol }, quarter, sue, report, surprise: ownSurprise }) => [
        ...(quarter === undefined || sue === null ? [] : [{ ...earnings(quarter, `SUE of ${symbol}, quarter to ${quarter.observedOn}`, sue, 'standard deviations'), term: term(symbol, 'SUE') }]),
        ...(report === undefined || ownSurprise === null ? [] : [{ ...surprise(report, `surprise of ${symbol}, quarter to ${report.periodEnd}`), term: term(symbol, 'surprise') }]),
      ]),
      clause: [
        `The ${subjectOf(basket, members)} last reported earnings ${number(Math.abs(value), 2)} standard deviations ${value < 0 ? 'below' : 'above'} what their own past gave`,
        ` (${told.flatMap(({ member: { symbol }, sue }) => (sue === null ? [] : [`${symbol} ${signed(sue, 1)}`])).join(', ')})`,
        beat === null ? '' : `, and ${number(Math.abs(beat), 1)} % ${beat < 0 ? 'below' : 'above'} what was expected (${told.flatMap((one) => (one.surprise === null ? [] : [`${one.member.symbol} ${signed(one.surprise, 1)}`])).join(', ')})`,
        `, ${WEIGHTED_BY[weighting]}`,
      ].join(''),
      isHindsight: members.isHindsight,
      details: { surprise: beat, weighting },
    };
  },
}));

/** What a member reported last. */
interface Told extends Weighted {
  readonly quarter: Quarter | undefined;
  readonly sue: number | null;
  readonly report: Report | undefined;
  readonly surprise: number | null;
}

const term = (symbol: string, measure: string): string => `${symbol} ${measure}`;

/** The mean by share of those of which it is known; null of none. */
function meanOf(told: readonly Told[], of: (one: Told) => number | null): number | null {
  let [sum, weight] = [0, 0];
  for (const one of told) {
    const value = of(one);
    if (value === null) continue;
    sum += one.share * value;
    weight += one.share;
  }
  return weight > 0 ? sum / weight : null;
}
