import type { SnapshotSeen } from '../Facts';
import { MissingReason } from '../../domain/MissingReason';
import type { Input } from './Input';

/** Which session a snapshot is to tell of, so many before the day, and how many calendar days older it may be. */
interface Standing {
  readonly sessionsBack: number;
  readonly maxAge: number;
}

/** A fund's newest holdings about a session or some days before it. */
export const snapshot = (fund: string, { sessionsBack, maxAge }: Standing): Input<SnapshotSeen> => ({
  need: { kind: 'snapshot', fund, sessionsBack, maxAge },
  name: `holdings of ${fund}${then(sessionsBack)}`,
  maxAge,
  read({ facts }) {
    const found = facts.snapshot(fund, sessionsBack, maxAge);
    return found === null ? { lack: { input: fund, reason: MissingReason.NOT_KNOWN_YET, text: `no holdings of ${fund}${then(sessionsBack)} were known that are at most ${maxAge} days older` } } : { value: found };
  },
});

const then = (sessionsBack: number): string => (sessionsBack === 0 ? '' : ` ${sessionsBack} sessions before`);
