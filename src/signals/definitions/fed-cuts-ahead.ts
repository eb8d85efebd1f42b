import { defineSignal, SignalRole } from '../defineSignal';
import { observations } from '../inputs/observations';
import { observation } from '../measures/observation';
import { scoreOf } from '../ramp';
import { weightedMean } from '../Score';
import { number } from '../words';

export default defineSignal({
  key: 'fed-cuts-ahead',
  version: 1,
  role: SignalRole.CONFIRMATION,
  title: 'What the market expects of the Fed',
  text: 'The two-year Treasury yield is about the mean policy rate that the market expects over two years, and a premium: below the rate of today, it expects cuts. What is expected reaches the rates that small companies pay before the Fed moves.',
  formula: '100 x (DGS2 - DFF)',
  unit: 'bp',
  references: ['Gürkaynak, Sack and Swanson (2007), "Market-based measures of monetary policy expectations"'],
  anchors: {
    spread: [
      [-100, 1, 'About four cuts of a quarter point over two years, on average two of them in force.'],
      [0, 0, 'The rate of today for two years.'],
      [100, -1, 'The same in rises.'],
    ],
  },
  inputs: { yield2: observations('DGS2', { days: 15, maxAge: 10 }), funds: observations('DFF', { days: 15, maxAge: 10 }) },
  compute({ yield2, funds }, { anchors }) {
    const [two, rate] = [yield2.at(-1) ?? yield2[0], funds.at(-1) ?? funds[0]];
    const value = Math.round((two.value - rate.value) * 10_000) / 100;
    const expects = value < 0 ? 'cuts' : value > 0 ? 'rises' : 'no change';
    return {
      value,
      score: weightedMean([{ key: 'spread', weight: 1, value, score: scoreOf(value, anchors.spread) }]),
      evidence: [
        { ...observation('DGS2', two, '%'), term: 'spread' },
        { ...observation('DFF', rate, '%'), term: 'spread' },
      ],
      clause: `The two-year yield of ${number(two.value, 2)} % (${two.observedOn}) lay ${number(Math.abs(value), 0)} bp ${value < 0 ? 'below' : 'above'} the effective funds rate of ${number(rate.value, 2)} % (${rate.observedOn}): the market expected ${expects}`,
      details: {},
    };
  },
});
