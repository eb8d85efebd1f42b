import type { IsoDate } from '../../domain/isoDate';
import { sessionBack } from '../../domain/nyseCalendar';
import { defineSignal, SignalRole, toldOf } from '../defineSignal';
import type { MarketValue, Quarter } from '../Facts';
import { basketMembers } from '../inputs/basketMembers';
import { marketValues, quarters, type QuartersOf, type WorthOn } from '../inputs/companies';
import { memberSizes } from '../inputs/memberSizes';
import { MissingReason } from '../../domain/MissingReason';
import type { Lack } from '../Lack';
import { WEIGHTED_BY } from '../measures/basketWeights';
import { counted, earnings, traded } from '../measures/companyFacts';
import { memberLack, worthLack } from '../measures/memberLack';
import { memberWeights, type Weighted } from '../measures/memberWeights';
import { FEWEST_MONTHS, MONTHS, Multiples, MULTIPLES_REACH } from '../measures/priceEarnings';
import { QUARTER_SESSIONS } from '../measures/quarter';
import { FRESH, trailingIncome } from '../measures/quarters';
import { scoreOf } from '../ramp';
import { atMost, TermKind, weightedMean } from '../Score';
import { number, ordinal, signed, subjectOf } from '../words';

/** The share of the basket's value of which price and income must be known. */
const ENOUGH = 0.6;

/** From this percentile on the multiple of a quarter before was high enough to come back from. */
const STRETCHED = 70;

/** Four quarters that end up to 135 days before. */
const FOUR_QUARTERS = FRESH + 300;

export default toldOf(({ basket }) => defineSignal({
  key: 'mag7-valuation',
  version: 1,
  role: SignalRole.COMPONENT,
  title: `The valuation of the ${basket.name}`,
  text: `What the ${basket.name} are worth over what they earned in four quarters (P/E), how that stands among the month ends of up to ten years, at least five, and how their market value changed over 63 trading days. The change is of the market value over today's income, so that income which grows is no unwinding. Above 0 only if the multiple of 63 trading days before stood at or above its 70th percentile: a multiple that was not high cannot come back to earth. Each day's multiple goes by the income that was told by then, losses among it, and by closes as they were traded: an adjusted close is no price. It takes members of 60 % of the basket's value. ${basket.hindsight}`,
  formula: 'sum of market values / sum of net incomes of four quarters; scored by 100 x (sum of market values / the same 63 trading days before - 1)',
  unit: 'multiple',
  references: ['Campbell and Shiller (1988), "Stock Prices, Earnings, and Expected Dividends"'],
  anchors: {
    change: [
      [-15, 1, 'Within a quarter they lost 15 % of their value.'],
      [0, 0, 'They are worth what they were.'],
      [15, -1, 'They gained as much.'],
    ],
  },
  inputs: {
    members: basketMembers(basket.key),
    quarters: quarters({ of: { basket: basket.key }, days: MULTIPLES_REACH + FOUR_QUARTERS }),
    ...memberSizes(basket.key),
    worth: marketValues({ of: { basket: basket.key }, sessionsBack: [0, QUARTER_SESSIONS], months: MONTHS }),
  },
  compute({ members, quarters: quartersOf, ...sizes }, { asOf, anchors }) {
    const before = sessionBack(asOf, QUARTER_SESSIONS);
    if (before === undefined) return [{ input: basket.key, reason: MissingReason.INSUFFICIENT_HISTORY, text: `the trading calendar does not reach ${QUARTER_SESSIONS} trading days back` }];
    const { weighting, members: weighted } = memberWeights(members, asOf, sizes);
    const all = weighted.map((one) => valued(one, [before, asOf], quartersOf, sizes.worth));
    const told = all.flatMap((one) => ('lack' in one ? [] : [one]));
    const missing = all.flatMap((one) => ('lack' in one ? [one.lack] : []));
    const coverage = told.reduce((sum, { share }) => sum + share, 0);
    if (coverage < ENOUGH) {
      return [{ input: basket.key, reason: MissingReason.INSUFFICIENT_COVERAGE, text: `price and income were known of members of ${number(100 * coverage, 0)} % of the basket's value, and it takes ${100 * ENOUGH} %` }, ...missing];
    }
    const multiples = new Multiples(told.map(({ member }) => member), quartersOf, sizes.worth);
    const multiple = multiples.on(asOf)?.ratio;
    if (multiple === undefined) return [{ input: basket.key, reason: MissingReason.NO_EARNINGS, text: 'together they earned nothing in four quarters' }, ...missing];
    const [standing, stood] = [multiples.standing(asOf), multiples.standing(before)];
    if (standing === undefined || stood === undefined) {
      return [{ input: basket.key, reason: MissingReason.INSUFFICIENT_HISTORY, text: `multiples of fewer than ${FEWEST_MONTHS} month ends before ${before}, or none of that day, were known` }, ...missing];
    }
    const change = 100 * (told.reduce((sum, { now }) => sum + now.value, 0) / told.reduce((sum, { then }) => sum + then.value, 0) - 1);
    const plain = weightedMean([{ key: 'change', weight: 1, value: change, score: scoreOf(change, anchors.change) }]);
    return {
      value: multiple,
      score: stood.percentile >= STRETCHED ? plain : atMost(plain, 0, TermKind.CAP, 'not-stretched'),
      missing,
      evidence: told
        .flatMap(({ member: { symbol }, now, then, newest, income }) => [
          ...[traded(symbol, now), counted(symbol, now), traded(symbol, then)],
          ...(then.counted.observedOn === now.counted.observedOn ? [] : [counted(symbol, then)]),
          earnings(newest, `net income of ${symbol} over four quarters to ${newest.observedOn}`, income, 'USD'),
        ])
        .map((fact) => ({ ...fact, term: 'change' })),
      clause: [
        `The ${subjectOf(basket, members)} were worth ${number(multiple, 1)} times what they earned in four quarters (${told.length} of ${members.members.length}, ${number(100 * coverage, 0)} % of their value, ${WEIGHTED_BY[weighting]}),`,
        ` at the ${ordinal(standing.percentile)} percentile of ${standing.months} month ends; their market value changed by ${signed(change, 1)} % from ${before}, when the multiple stood at the ${ordinal(stood.percentile)}`,
      ].join(''),
      isHindsight: members.isHindsight,
      details: { percentile: standing.percentile, percentileBefore: stood.percentile, change, coverage },
    };
  },
}));

/** A member whose value at both ends, and income now, is known. */
interface Valued extends Weighted {
  readonly then: MarketValue;
  readonly now: MarketValue;
  readonly newest: Quarter;
  readonly income: number;
}

function valued({ member, share }: Weighted, [before, day]: readonly [IsoDate, IsoDate], quartersOf: QuartersOf, worth: WorthOn): Valued | { readonly lack: Lack } {
  const { cik } = member;
  const newest = cik === null ? undefined : quartersOf(cik).at(-1);
  const income = cik === null ? undefined : trailingIncome(quartersOf(cik), day);
  if (cik === null || newest === undefined || income === undefined) return { lack: memberLack(member, quartersOf, day, 'net income of one of the four quarters') };
  const [then, now] = [worth(cik, before), worth(cik, day)];
  if (typeof now === 'string') return { lack: worthLack(member, day, now) };
  return typeof then === 'string' ? { lack: worthLack(member, before, then) } : { member, share, then, now, newest, income };
}
