import { addDays, type IsoDate } from '../../domain/isoDate';
import type { ListingCloses, Observed } from '../Facts';
import { type Held, heldOver } from './heldOver';

/** A week, from one Friday to the next, and what happened in it. */
export interface Week {
  /** Its Friday. */
  readonly end: IsoDate;
  readonly small: Held;
  readonly large: Held;
  readonly yields: { readonly from: Observed; readonly to: Observed; readonly change: number };
}

const FRIDAY = 5;

/** A Friday's yield is published on the next business day: with a holiday, on the Tuesday. */
const PUBLISHED_AFTER = 4;

/** The last Friday whose yield is published by a day. */
function lastFriday(asOf: IsoDate): IsoDate {
  const published = addDays(asOf, -PUBLISHED_AFTER);
  return addDays(published, -((new Date(`${published}T00:00:00Z`).getUTCDay() + 7 - FRIDAY) % 7));
}

/** The last `count` weeks, the oldest first, of those in which closes and yields of both ends are known. An end is the last day of its week that has one. */
export function weeksTo(asOf: IsoDate, count: number, small: ListingCloses, large: ListingCloses, yields: readonly Observed[]): readonly Week[] {
  const last = lastFriday(asOf);
  const yieldOf = yieldsByWeek(yields);
  return Array.from({ length: count }, (_, i) => addDays(last, -7 * (count - 1 - i))).flatMap((end): readonly Week[] => {
    const start = addDays(end, -7);
    const [from, to] = [yieldOf.get(start), yieldOf.get(end)];
    const [one, other] = [inWeeks(heldOver(small, start, end), start, end), inWeeks(heldOver(large, start, end), start, end)];
    return from === undefined || to === undefined || one === null || other === null ? [] : [{ end, small: one, large: other, yields: { from, to, change: to.value - from.value } }];
  });
}

/** The last yield of each week, by its Friday. */
const yieldsByWeek = (yields: readonly Observed[]): ReadonlyMap<IsoDate, Observed> =>
  new Map(yields.map((one) => [addDays(one.observedOn, (FRIDAY + 7 - new Date(`${one.observedOn}T00:00:00Z`).getUTCDay()) % 7), one]));

/** Only if both closes are of the weeks that they stand for. */
const inWeeks = (held: Held | null, start: IsoDate, end: IsoDate): Held | null => (held === null || held.from.observedOn <= addDays(start, -7) || held.to.observedOn <= addDays(end, -7) ? null : held);
