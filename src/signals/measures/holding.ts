import type { Line, SnapshotSeen } from '../Facts';
import type { Fact } from '../Reading';

/** A line of a fund's holdings as a fact of evidence. */
export const holding = ({ fund, key, observedOn, knownOn, knownOnBasis }: SnapshotSeen, { line, symbol, weight }: Line): Fact => ({
  type: 'Holding',
  key: [key, String(line)],
  label: `${symbol ?? 'a position'} in ${fund} on ${observedOn}`,
  value: weight,
  unit: 'fraction',
  ...{ observedOn, knownOn, knownOnBasis },
});
