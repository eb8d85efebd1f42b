import type { IsoDate } from '../../domain/isoDate';
import { sessionBack } from '../../domain/nyseCalendar';
import type { ListingCloses } from '../Facts';

/**
 * The day on which a line of one listing's closes over another's was lowest, of so many sessions and the one that they follow; the last such day of several. A
 * session on which one of them has no close is passed over.
 * @returns null where none has both.
 */
export function lowOfRelativeLine(one: ListingCloses, other: ListingCloses, to: IsoDate, sessions: number): { readonly on: IsoDate; readonly value: number } | null {
  let low: { readonly on: IsoDate; readonly value: number } | null = null;
  for (let back = sessions; back >= 0; back -= 1) {
    const on = sessionBack(to, back);
    const [above, below] = on === undefined ? [null, null] : [one.on(on), other.on(on)];
    if (on === undefined || above?.observedOn !== on || below?.observedOn !== on) continue;
    const value = above.value / below.value;
    if (low === null || value <= low.value) low = { on, value };
  }
  return low;
}
