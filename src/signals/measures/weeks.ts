import { addDays, type IsoDate, weekdayOf } from '../../domain/isoDate';
import type { Close, ListingCloses, Observed } from '../Facts';
import type { Held } from './heldOver';

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
  return addDays(published, -((weekdayOf(published) + 7 - FRIDAY) % 7));
}

/** What was last known of a week: of its last day that has it. */
interface WeekEnd {
  readonly end: IsoDate;
  readonly small: Close | null;
  readonly large: Close | null;
  readonly yield: Observed | null;
}

/** Those of the last `count` weeks, the oldest first, at both ends of which closes and yields are known. */
export function weeksTo(asOf: IsoDate, count: number, small: ListingCloses, large: ListingCloses, yields: readonly Observed[]): readonly Week[] {
  const last = lastFriday(asOf);
  const fridays = Array.from({ length: count + 2 }, (_, i) => addDays(last, -7 * (count + 1 - i)));
  let read = 0;
  const ends = fridays.map((end, i): WeekEnd => {
    while ((yields[read]?.observedOn ?? '~') <= end) read += 1;
    const before = fridays[i - 1] ?? end;
    const ofWeek = <Found extends { readonly observedOn: IsoDate }>(found: Found | null | undefined): Found | null => (found == null || found.observedOn <= before ? null : found);
    return { end, small: ofWeek(small.on(end)), large: ofWeek(large.on(end)), yield: ofWeek(yields[read - 1]) };
  });
  return ends.slice(2).flatMap((to, i): readonly Week[] => {
    const from = ends[i + 1];
    const [one, other] = [held(small, from?.small, to.small), held(large, from?.large, to.large)];
    if (one === null || other === null || from?.yield == null || to.yield === null) return [];
    return [{ end: to.end, small: one, large: other, yields: { from: from.yield, to: to.yield, change: to.yield.value - from.yield.value } }];
  });
}

const held = ({ listing, series }: ListingCloses, from: Close | null | undefined, to: Close | null): Held | null =>
  from == null || to === null || from.value <= 0 ? null : { listing, series, from, to, totalReturn: to.value / from.value - 1 };
