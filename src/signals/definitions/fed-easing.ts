import { addDays } from '../../domain/isoDate';
import { defineSignal, SignalRole } from '../defineSignal';
import type { Observed } from '../Facts';
import { ifKnown } from '../inputs/ifKnown';
import { observations } from '../inputs/observations';
import { MissingReason } from '../../domain/MissingReason';
import { observation } from '../measures/observation';
import { basisPoints, isEmergency, isMethodical, movesSince } from '../measures/policyMoves';
import { scoreOf } from '../ramp';
import { atMost, setTo, TermKind, weightedMean } from '../Score';
import { count, number, signed } from '../words';

/** Half a year. */
const WINDOW = 183;
const MAX_AGE = 10;

export default defineSignal({
  key: 'fed-easing',
  version: 1,
  role: SignalRole.COMPONENT,
  title: "The Fed's easing",
  text: "How far the Fed moved its target rate over half a year. Cuts made step by step into growth lower what small companies pay, which owe more at floating rates; cuts made in haste say that growth is failing. Cuts less than 20 days apart cap the score at 0; one cut above 50 bp, or cuts above 100 bp within 31 days, are an emergency and set it to -1.",
  formula: "the target range's upper bound less that of 183 days before, in bp; before 2008-12-16 the target rate",
  unit: 'bp',
  references: ['Federal Open Market Committee, target federal funds rate or range'],
  anchors: {
    change: [
      [-250, -1, 'Ten quarter points in half a year: as in the slumps of 2001 and 2008.'],
      [-150, 1, 'Six quarter points, one a meeting and more: the most that is still a method.'],
      [-50, 1, 'Two quarter points, or one half: the Fed is easing.'],
      [0, 0, 'No move.'],
      [75, -1, 'Three quarter points up: the Fed is tightening.'],
    ],
  },
  inputs: {
    bound: observations('DFEDTARU', { days: WINDOW + MAX_AGE, maxAge: MAX_AGE }),
    // The rate that the Fed aimed at before it had a range.
    rate: ifKnown(observations('DFEDTAR', { days: WINDOW + MAX_AGE, maxAge: WINDOW + MAX_AGE })),
  },
  compute({ bound, rate }, { asOf, anchors }) {
    const start = addDays(asOf, -WINDOW);
    const earlier = (rate ?? []).filter(({ observedOn }) => observedOn < bound[0].observedOn);
    const all: readonly Observed[] = [...earlier, ...bound];
    const base = all.filter(({ observedOn }) => observedOn <= start).at(-1);
    if (base === undefined) {
      return [{ input: 'DFEDTARU', reason: MissingReason.INSUFFICIENT_HISTORY, text: `no value of DFEDTARU about ${start} or the days before was known` }];
    }
    const newest = bound.at(-1) ?? bound[0];
    const value = basisPoints(base.value, newest.value);
    const moves = movesSince(all, start);
    const emergency = isEmergency(moves);
    const plain = weightedMean([{ key: 'change', weight: 1, value, score: scoreOf(value, anchors.change) }]);
    const paced = isMethodical(moves) ? plain : atMost(plain, 0, TermKind.CAP, 'not-methodical');
    const codeOf = ({ observedOn }: Observed): string => (observedOn < bound[0].observedOn ? 'DFEDTAR' : 'DFEDTARU');
    return {
      value,
      score: emergency ? setTo(paced, -1, 'emergency') : paced,
      evidence: [
        { ...observation(codeOf(base), base, '%', `upper bound on ${base.observedOn}`), term: 'change' },
        ...moves.map(({ on, change }) => ({ ...observation(codeOf(on), on, '%', `${signed(change, 0)} bp on ${on.observedOn}`), term: 'change' })),
        ...(newest === moves.at(-1)?.on ? [] : [{ ...observation(codeOf(newest), newest, '%', `upper bound on ${newest.observedOn}`), term: 'change' }]),
      ],
      clause: [
        `The upper bound of the Fed's target range stood at ${number(newest.value, 2)} % on ${newest.observedOn}, `,
        value === 0 ? `where it stood on ${base.observedOn}` : `${number(Math.abs(value), 0)} bp ${value < 0 ? 'below' : 'above'} ${base.observedOn}`,
        moves.length === 0 ? '' : `, after ${count(moves.length, 'move')} (${moves.map(({ on, change }) => `${signed(change, 0)} bp on ${on.observedOn}`).join(', ')})`,
        emergency ? ', an emergency' : isMethodical(moves) ? '' : ', cuts too close together to be methodical',
      ].join(''),
      details: { isEmergency: emergency },
    };
  },
});
