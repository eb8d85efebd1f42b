import type { IsoDate } from '../../domain/isoDate';
import type { Line, ListingCloses, Member, SnapshotSeen } from '../Facts';
import { heldOver } from './heldOver';

/** How old, in days, a snapshot may be from which weights are carried on. */
export const SNAPSHOT_STANDS = 100;

/** How far before a window the closes reach back with which they are carried on to its beginning: the snapshot's age, and the days for which a close stands. */
export const CARRIED_DAYS = SNAPSHOT_STANDS + 10;

/** The newest one; of one day the first. */
export const newestOf = (snapshots: readonly (SnapshotSeen | null)[]): SnapshotSeen | null =>
  snapshots.reduce((newest, one) => (one !== null && (newest === null || one.observedOn > newest.observedOn) ? one : newest), null);

/** A member's lines in a snapshot, of all its classes. */
export const linesOfMember = ({ lines }: SnapshotSeen, { listings }: Pick<Member, 'listings'>): readonly Line[] => lines.filter(({ listing }) => listing !== null && listings.includes(listing));

/** A member's weight in a snapshot carried on to a later day by its total return; null where it is not held, or its return is not known. */
export function carriedWeight(snapshot: SnapshotSeen, member: Member, closes: ListingCloses | null, to: IsoDate): number | null {
  const weight = linesOfMember(snapshot, member).reduce((sum, line) => sum + line.weight, 0);
  const held = heldOver(closes, snapshot.observedOn, to);
  return weight <= 0 || held === null ? null : weight * (1 + held.totalReturn);
}
