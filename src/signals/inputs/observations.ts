import { ageOn } from '../ageOn';
import type { Observed } from '../Facts';
import { MissingReason } from '../../domain/MissingReason';
import type { Input } from './Input';

/** An indicator's values, the oldest first, with at least one. */
export type Observations = readonly [Observed, ...Observed[]];

/** How far back a signal looks at an indicator, and how old its newest value may be; both in calendar days. */
interface Window {
  readonly days: number;
  readonly maxAge: number;
}

/** One vintage of an indicator, the newest known. */
export const observations = (code: string, { days, maxAge }: Window): Input<Observations> => ({
  need: { kind: 'observations', code, days },
  name: code,
  maxAge,
  read({ facts }) {
    const found = facts.observations(code, days);
    const newest = found.at(-1);
    if (newest === undefined || !isSome(found)) {
      return { lack: { input: code, reason: MissingReason.NOT_KNOWN_YET, text: `no value of ${code} about the ${days} days before was known` } };
    }
    const age = ageOn(facts.asOf, newest.observedOn);
    if (age > maxAge) {
      return { lack: { input: code, reason: MissingReason.STALE, text: `${code} is of ${newest.observedOn}, ${age} days before, and may be at most ${maxAge}` } };
    }
    return { value: found };
  },
});

const isSome = (found: readonly Observed[]): found is Observations => found.length > 0;
