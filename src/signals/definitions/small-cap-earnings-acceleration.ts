import { defineSignal, SignalRole, toldOf } from '../defineSignal';
import { quarters } from '../inputs/companies';
import { snapshot } from '../inputs/snapshot';
import { MissingReason } from '../../domain/MissingReason';
import { netIncome, holdings } from '../measures/companyFacts';
import { INDEX_STANDS, matchedConstituents, weightiest } from '../measures/constituents';
import { breadthOf, growthOf, MATCHED_REACH } from '../measures/incomeGrowth';
import { scoreOf } from '../ramp';
import { atMost, TermKind, weightedMean } from '../Score';
import { number, signed } from '../words';

/** The share of the index's weight that must be told. */
const ENOUGH = 0.5;

/** Beyond this share of companies that accelerate it is no matter of a few. */
const BROAD = 0.5;

/** How many companies are shown. */
const SHOWN = 10;

export default toldOf(({ small: fund }) => defineSignal({
  key: 'small-cap-earnings-acceleration',
  version: 1,
  role: SignalRole.CONFIRMATION,
  title: "The acceleration of small companies' earnings",
  text: `Whether the earnings of small companies grow faster than a quarter before. The companies are those of the newest file of ${fund.index} that was known, each with its newest quarter if that ended at most 135 days before; sums of the same companies are compared. Above 0 only where more than half of the companies accelerate: a few large ones are no broad recovery.`,
  formula: '100 x (sum of net incomes - sum of those a year before) / sum of the sizes of those a year before, less the same of the quarter before',
  unit: 'pp',
  references: [`U.S. Securities and Exchange Commission, companyfacts; ${fund.reference}`],
  anchors: {
    acceleration: [
      [-10, -1, 'Growth fell by ten points within a quarter, as when a slump begins.'],
      [0, 0, 'As fast as a quarter before.'],
      [10, 1, 'Ten points faster, as in the first year of a recovery.'],
    ],
  },
  inputs: { held: snapshot(fund.symbol, { sessionsBack: 0, maxAge: INDEX_STANDS }), quarters: quarters({ of: { fund: fund.symbol }, days: MATCHED_REACH }) },
  compute({ held, quarters: quartersOf }, { asOf, anchors }) {
    const { companies, coverage } = matchedConstituents(held, quartersOf, asOf);
    const matched = companies.map((one) => one.matched);
    const [growth, breadth] = [growthOf(matched), breadthOf(matched)];
    const covered = `${number(coverage * 100, 0)} % of ${fund.symbol}'s weight in shares of ${held.observedOn}`;
    if (coverage < ENOUGH || growth === undefined || breadth === undefined) {
      return [{ input: `earnings of ${fund.symbol}`, reason: MissingReason.INSUFFICIENT_COVERAGE, text: `four quarters' net income was known for ${covered}, and it takes ${ENOUGH * 100} %` }];
    }
    const value = growth.acceleration;
    const plain = weightedMean([{ key: 'acceleration', weight: 1, value, score: scoreOf(value, anchors.acceleration) }]);
    return {
      value,
      score: breadth > BROAD ? plain : atMost(plain, 0, TermKind.CAP, 'narrow'),
      evidence: [
        { ...holdings(held, coverage), term: 'acceleration' },
        ...weightiest(companies, SHOWN).map(({ symbol, matched: { newest: { quarter, income } } }) => ({ ...netIncome(symbol, quarter, income), term: 'acceleration' })),
      ],
      clause: [
        `Net income of ${companies.length} small companies (${covered}) stood ${signed(growth.now, 1)} % from a year before, after ${signed(growth.before, 1)} % a quarter before (${signed(value, 1)} pp);`,
        ` ${number(breadth * 100, 0)} % of them accelerated`,
      ].join(''),
      details: { growth: growth.now, breadth, coverage },
    };
  },
}));
