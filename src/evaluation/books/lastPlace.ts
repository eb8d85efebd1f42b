import { countWhile } from '../../domain/countWhile';

/** The place of the last of ordered days that is not after `day`; -1 for none. */
export const lastPlace = <Day extends string | number>(days: readonly Day[], day: Day): number => countWhile(days.length, (place) => (days[place] ?? day) <= day) - 1;
