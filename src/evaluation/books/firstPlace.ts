import { countWhile } from '../../domain/countWhile';
import type { IsoDate } from '../../domain/isoDate';

/** How many of ordered days are before `day`: the place of the first one that is not. */
export const firstPlace = (days: readonly IsoDate[], day: IsoDate): number => countWhile(days.length, (place) => (days[place] ?? day) < day);
