import { countWhile } from '../../domain/countWhile';

/** The place of the last of ordered days that is not after `day`; -1 for none. */
export const lastPlace = (days: readonly string[], day: string): number => countWhile(days.length, (place) => (days[place] ?? day) <= day) - 1;
