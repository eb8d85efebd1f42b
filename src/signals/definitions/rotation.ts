import { defineSignal, SignalRole, toldOf } from '../defineSignal';
import { reading } from '../inputs/reading';
import { partOf } from '../partOf';
import { atMost, TermKind, weightedMean } from '../Score';
import { scoreInWords, signed } from '../words';
import mag7Unwind from './mag7-unwind';
import smallCapEarningsAcceleration from './small-cap-earnings-acceleration';
import softLanding from './soft-landing';

export default toldOf((roles) => defineSignal({
  key: 'rotation',
  version: 1,
  role: SignalRole.WHOLE,
  title: 'A rotation into small caps',
  text: `The whole thesis: it hinges on two catalysts, the unwinding of the ${roles.basket.name} and a soft landing, and is told of no day on which either is not. The acceleration of small companies' earnings weighs half as much as either; what else confirms it is in the soft landing already. While Sahm's gap vetoes the soft landing the score is at most 0. Whether small caps lead is what it is held against, and never a part of it.`,
  formula: 'the mean by weight of mag7-unwind, soft-landing and small-cap-earnings-acceleration',
  unit: 'score',
  weights: { unwind: 2, landing: 2, acceleration: 1 },
  inputs: { unwind: reading(mag7Unwind.of(roles)), landing: reading(softLanding), acceleration: reading(smallCapEarningsAcceleration.of(roles)) },
  compute({ unwind, landing, acceleration }, { weights }) {
    const lacking = [unwind, landing].filter(({ score }) => score === null);
    if (lacking.length > 0) return lacking.flatMap(({ missing }) => missing);
    const plain = weightedMean([partOf(unwind, weights.unwind), partOf(landing, weights.landing), partOf(acceleration, weights.acceleration)]);
    const isVetoed = landing.details?.isVetoed === true;
    const score = isVetoed ? atMost(plain, 0, TermKind.VETO, 'sahm') : plain;
    return {
      value: score.score ?? NaN,
      score,
      evidence: [],
      clause: [
        `A rotation into small caps scored ${signed(score.score ?? 0, 2)}: the unwinding of the ${roles.basket.name} ${scoreInWords(unwind.score)}, a soft landing ${scoreInWords(landing.score)},`,
        ` small companies' earnings ${scoreInWords(acceleration.score)}${isVetoed ? "; Sahm's gap, which vetoes the soft landing, keeps it from above 0" : ''}`,
      ].join(''),
      details: {},
    };
  },
}));
