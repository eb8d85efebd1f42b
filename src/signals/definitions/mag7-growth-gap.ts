import { defineSignal, SignalRole, toldOf } from '../defineSignal';
import { basketMembers } from '../inputs/basketMembers';
import { quarters } from '../inputs/companies';
import { memberSizes } from '../inputs/memberSizes';
import { snapshot } from '../inputs/snapshot';
import { MissingReason } from '../../domain/MissingReason';
import { WEIGHTED_BY } from '../measures/basketWeights';
import { netIncome, holdings } from '../measures/companyFacts';
import { INDEX_STANDS, matchedConstituents, weightiest } from '../measures/constituents';
import { growthOf, MATCHED_REACH, matchedOn } from '../measures/incomeGrowth';
import { memberLack } from '../measures/memberLack';
import { memberWeights } from '../measures/memberWeights';
import { scoreOf } from '../ramp';
import { weightedMean } from '../Score';
import { number, signed, subjectOf } from '../words';

/** The share of the basket's value, and that of the fund's weight in shares, of which growth must be told. */
const ENOUGH = 0.6;
const ENOUGH_OF_FUND = 0.5;

/** How many small companies are shown. */
const SHOWN = 10;

export default toldOf(({ basket, small: fund }) => defineSignal({
  key: 'mag7-growth-gap',
  version: 1,
  role: SignalRole.COMPONENT,
  title: `The growth of the ${basket.name} over that of small companies`,
  text: `By how much faster the net income of the ${basket.name} grows than that of small companies, and how that gap changed from the quarter before. The ${basket.members} are dear because they grow faster: once the gap closes, that reason goes. Each company counts with its newest quarter, if that ended at most 135 days before, and the one before it, each against a year before; the small companies are those of the newest file of ${fund.index} that was known. It takes members of 60 % of the basket's value, and companies of 50 % of the index's weight. ${basket.hindsight}`,
  formula: `100 x (sum of net incomes - sum of those a year before) / sum of the sizes of those a year before, the ${basket.members} less small companies; scored by its change from the same a quarter before`,
  unit: 'pp',
  references: [`U.S. Securities and Exchange Commission, companyfacts; ${fund.reference}`],
  anchors: {
    change: [
      [-15, 1, 'Within a quarter the gap shrank by fifteen points.'],
      [0, 0, 'The gap is what it was.'],
      [15, -1, 'It widened by as much.'],
    ],
  },
  inputs: {
    members: basketMembers(basket.key),
    quarters: quarters({ of: { basket: basket.key }, days: MATCHED_REACH }),
    held: snapshot(fund.symbol, { sessionsBack: 0, maxAge: INDEX_STANDS }),
    smallQuarters: quarters({ of: { fund: fund.symbol }, days: MATCHED_REACH }),
    ...memberSizes(basket.key),
  },
  compute({ members, quarters: quartersOf, held, smallQuarters, ...sizes }, { asOf, anchors }) {
    const { weighting, members: weighted } = memberWeights(members, asOf, sizes);
    const all = weighted.map(({ member, share }) => ({ member, share, matched: member.cik === null ? undefined : matchedOn(quartersOf(member.cik), asOf) }));
    const told = all.flatMap(({ member, share, matched }) => (matched === undefined ? [] : [{ member, share, ...matched }]));
    const missing = all.flatMap(({ member, matched }) => (matched === undefined ? [memberLack(member, quartersOf, asOf, 'the net income of two quarters, or of those of a year before,')] : []));
    const coverage = told.reduce((sum, { share }) => sum + share, 0);
    const small = matchedConstituents(held, smallQuarters, asOf);
    const [seven, others] = [growthOf(told), growthOf(small.companies.map(({ matched }) => matched))];
    const lacking = [
      ...(coverage < ENOUGH || seven === undefined ? [{ input: basket.key, reason: MissingReason.INSUFFICIENT_COVERAGE, text: `growth was known of members of ${number(100 * coverage, 0)} % of the basket's value, and it takes ${100 * ENOUGH} %` }] : []),
      ...(small.coverage < ENOUGH_OF_FUND || others === undefined ? [{ input: fund.symbol, reason: MissingReason.INSUFFICIENT_COVERAGE, text: `growth was known of ${number(100 * small.coverage, 0)} % of ${fund.symbol}'s weight in shares of ${held.observedOn}, and it takes ${100 * ENOUGH_OF_FUND} %` }] : []),
    ];
    if (lacking.length > 0 || seven === undefined || others === undefined) return [...lacking, ...missing];
    const [value, before] = [seven.now - others.now, seven.before - others.before];
    const change = value - before;
    return {
      value,
      score: weightedMean([{ key: 'change', weight: 1, value: change, score: scoreOf(change, anchors.change) }]),
      missing,
      evidence: [
        ...told.map(({ member: { symbol }, newest: { quarter, income } }) => netIncome(symbol, quarter, income)),
        holdings(held, small.coverage),
        ...weightiest(small.companies, SHOWN).map(({ symbol, matched: { newest: { quarter, income } } }) => netIncome(symbol, quarter, income)),
      ].map((fact) => ({ ...fact, term: 'change' })),
      clause: [
        `Net income of the ${subjectOf(basket, members)} stood ${signed(seven.now, 1)} % from a year before (${told.length} of ${members.members.length}, ${number(100 * coverage, 0)} % of their value, ${WEIGHTED_BY[weighting]})`,
        ` and that of ${small.companies.length} small companies ${signed(others.now, 1)} % (${number(100 * small.coverage, 0)} % of ${fund.symbol}'s weight in shares of ${held.observedOn}): a gap of ${signed(value, 1)} pp, ${change < 0 ? 'down' : 'up'} from ${signed(before, 1)} pp a quarter before`,
      ].join(''),
      isHindsight: members.isHindsight,
      details: { change, coverage, smallCoverage: small.coverage },
    };
  },
}));
