import { defineSignal, SignalRole } from '../defineSignal';
import { observations } from '../inputs/observations';
import { observation } from '../measures/observation';
import { scoreOf } from '../ramp';
import { weightedMean } from '../Score';
import { signed } from '../words';

export default defineSignal({
  key: 'financial-conditions',
  version: 1,
  role: SignalRole.COMPONENT,
  title: 'The ease of financial conditions',
  text: "How tight credit, leverage and risk are, by the Chicago Fed's weekly index of 105 measures: below 0 is looser than its average since 1971. Smaller companies borrow short and at floating rates, so that tight conditions reach them first.",
  formula: 'the newest NFCI',
  unit: 'index',
  references: ['Brave and Butters (2011), "Monitoring financial stability: A financial conditions index approach"'],
  anchors: {
    index: [
      [-0.5, 1, 'Half a standard deviation looser than average.'],
      [0, 0, 'Its average since 1971.'],
      [0.5, -1, 'Half a standard deviation tighter.'],
    ],
  },
  inputs: { nfci: observations('NFCI', { days: 35, maxAge: 25 }) },
  compute({ nfci }, { anchors }) {
    const newest = nfci.at(-1) ?? nfci[0];
    const { value } = newest;
    const side = value > 0 ? 'tighter than' : value < 0 ? 'looser than' : 'at';
    return {
      value,
      score: weightedMean([{ key: 'index', weight: 1, value, score: scoreOf(value, anchors.index) }]),
      evidence: [{ ...observation('NFCI', newest, 'index'), term: 'index' }],
      clause: `The Chicago Fed's index of financial conditions stood at ${signed(value, 2)} in the week to ${newest.observedOn}, ${side} its average`,
      details: {},
    };
  },
});
