import { defineSignal, SignalRole } from '../defineSignal';
import { reading } from '../inputs/reading';
import { atMost, greaterOf, setTo, TermKind, weightedMean } from '../Score';
import { partOf } from '../partOf';
import { number, scoreInWords, signed } from '../words';
import financialConditions from './financial-conditions';
import fedCutsAhead from './fed-cuts-ahead';
import fedEasing from './fed-easing';
import growthResilience from './growth-resilience';
import inflationModeration from './inflation-moderation';
import laborResilience from './labor-resilience';

/** From this gap on, while it does not shrink, unemployment says that a recession has begun. */
const SAHM_THRESHOLD = 0.5;

export default defineSignal({
  key: 'soft-landing',
  version: 1,
  role: SignalRole.CATALYST,
  title: 'A soft landing',
  text: "The second catalyst: the Fed cuts methodically into resilient growth. Small companies are sensitive to rates and to the cycle, and need both. Easing counts as made or as expected, whichever is more, but for an emergency, which sets it to -1. While Sahm's gap is at least 0.50 pp and not below its value of three months before, the score is at most 0: the plain threshold marks starts of recessions and stays up long after.",
  formula: 'the mean by weight of easing (the greater of fed-easing and fed-cuts-ahead), growth, inflation, labor and financial conditions',
  unit: 'score',
  references: ['Sahm (2019), "Direct Stimulus Payments to Individuals", The Hamilton Project'],
  weights: { easing: 2, growth: 2, inflation: 2, labor: 2, conditions: 1 },
  inputs: {
    easing: reading(fedEasing),
    ahead: reading(fedCutsAhead),
    growth: reading(growthResilience),
    inflation: reading(inflationModeration),
    labor: reading(laborResilience),
    conditions: reading(financialConditions),
  },
  compute({ easing, ahead, growth, inflation, labor, conditions }, { weights }) {
    const greater = greaterOf('easing', weights.easing, [partOf(easing, 1), partOf(ahead, 1)]);
    if (greater.score === null) return [...easing.missing, ...ahead.missing];
    const eased = easing.details?.isEmergency === true ? setTo(greater, -1, 'emergency') : greater;
    const plain = weightedMean([eased, partOf(growth, weights.growth), partOf(inflation, weights.inflation), partOf(labor, weights.labor), partOf(conditions, weights.conditions)]);
    const { sahm = null, sahmThreeMonthsBefore: before = null } = labor.details ?? {};
    const isVetoed = sahm !== null && sahm >= SAHM_THRESHOLD && (before === null || sahm >= before);
    const score = isVetoed ? atMost(plain, 0, TermKind.VETO, 'sahm') : plain;
    return {
      value: score.score ?? NaN,
      score,
      evidence: [],
      clause: [
        `A soft landing scored ${signed(score.score ?? 0, 2)}: easing ${scoreInWords(eased.score)}, growth ${scoreInWords(growth.score)}, inflation ${scoreInWords(inflation.score)}, labor ${scoreInWords(labor.score)}, financial conditions ${scoreInWords(conditions.score)}`,
        isVetoed ? `; Sahm's gap of ${number(sahm, 2)} pp, not below ${before === null ? 'what is known of it three months before' : `the ${number(before, 2)} of three months before`}, keeps it from above 0` : '',
      ].join(''),
      details: { isVetoed },
    };
  },
});
