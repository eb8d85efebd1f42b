import { defineSignal, SignalRole, toldOf } from '../defineSignal';
import { reading } from '../inputs/reading';
import { partOf } from '../partOf';
import { weightedMean } from '../Score';
import { scoreInWords, signed } from '../words';
import fedCutsAhead from './fed-cuts-ahead';
import inflationModeration from './inflation-moderation';
import laborResilience from './labor-resilience';
import smallCapEarningsAcceleration from './small-cap-earnings-acceleration';

export default toldOf((roles) => defineSignal({
  key: 'confirmation',
  version: 1,
  role: SignalRole.CONFIRMATION,
  title: 'What confirms a rotation',
  text: "More evidence for it: small companies' earnings accelerate, inflation moderates, the labor market is resilient, and the market expects the Fed to cut. The last three are in the soft landing too: this is shown beside the catalysts, and of the rotation's score the earnings of small companies alone are a part. It takes three of the four.",
  formula: 'the mean of small-cap-earnings-acceleration, inflation-moderation, labor-resilience and fed-cuts-ahead',
  unit: 'score',
  weights: { acceleration: 1, inflation: 1, labor: 1, ahead: 1 },
  inputs: { acceleration: reading(smallCapEarningsAcceleration.of(roles)), inflation: reading(inflationModeration), labor: reading(laborResilience), ahead: reading(fedCutsAhead) },
  compute({ acceleration, inflation, labor, ahead }, { weights }) {
    const score = weightedMean([partOf(acceleration, weights.acceleration), partOf(inflation, weights.inflation), partOf(labor, weights.labor), partOf(ahead, weights.ahead)]);
    return {
      value: score.score ?? NaN,
      score,
      evidence: [],
      clause: [
        `What confirms a rotation scored ${signed(score.score ?? 0, 2)}: small companies' earnings ${scoreInWords(acceleration.score)}, inflation ${scoreInWords(inflation.score)},`,
        ` labor ${scoreInWords(labor.score)}, cuts ahead ${scoreInWords(ahead.score)}`,
      ].join(''),
      details: {},
    };
  },
}));
