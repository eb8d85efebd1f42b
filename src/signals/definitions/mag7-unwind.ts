import { defineSignal, SignalRole, toldOf } from '../defineSignal';
import { reading } from '../inputs/reading';
import { partOf } from '../partOf';
import { weightedMean } from '../Score';
import { scoreInWords, signed } from '../words';
import mag7Concentration from './mag7-concentration';
import mag7EarningsSurprise from './mag7-earnings-surprise';
import mag7GrowthGap from './mag7-growth-gap';
import mag7RelativeStrength from './mag7-relative-strength';
import mag7Valuation from './mag7-valuation';

export default toldOf((roles) => defineSignal({
  key: 'mag7-unwind',
  version: 1,
  role: SignalRole.CATALYST,
  title: `The unwinding of the ${roles.basket.name}`,
  text: `The first catalyst: lackluster earnings of the ${roles.basket.name} shake their multiples back to earth and unwind concentrated positioning. What they earn and what is paid for it weigh double: these are the cause. What they return and how much of the index they are follow from it. It takes 60 % of the weight.`,
  formula: 'the mean by weight of earnings surprise, growth gap, valuation, relative strength and concentration',
  unit: 'score',
  weights: { surprise: 2, growth: 2, valuation: 2, strength: 1, concentration: 1 },
  inputs: {
    surprise: reading(mag7EarningsSurprise.of(roles)),
    growth: reading(mag7GrowthGap.of(roles)),
    valuation: reading(mag7Valuation.of(roles)),
    strength: reading(mag7RelativeStrength.of(roles)),
    concentration: reading(mag7Concentration.of(roles)),
  },
  compute({ surprise, growth, valuation, strength, concentration }, { weights }) {
    const score = weightedMean([
      ...[partOf(surprise, weights.surprise), partOf(growth, weights.growth), partOf(valuation, weights.valuation)],
      ...[partOf(strength, weights.strength), partOf(concentration, weights.concentration)],
    ]);
    return {
      value: score.score ?? NaN,
      score,
      evidence: [],
      clause: [
        `The unwinding of the ${roles.basket.name} scored ${signed(score.score ?? 0, 2)}: earnings surprise ${scoreInWords(surprise.score)}, growth gap ${scoreInWords(growth.score)},`,
        ` valuation ${scoreInWords(valuation.score)}, relative strength ${scoreInWords(strength.score)}, concentration ${scoreInWords(concentration.score)}`,
      ].join(''),
      details: {},
    };
  },
}));
