import { setImmediate as turn } from 'node:timers/promises';
import type { IsoDate } from '../domain/isoDate';

/** After how many days whoever else waits for this process gets a turn: one day of all signals takes some ten milliseconds. */
const DAYS_OF_A_TURN = 4;

/** Many days, one after another, in the midst of which others get their turns. */
export async function* inTurns(days: readonly IsoDate[]): AsyncGenerator<IsoDate> {
  for (const [i, day] of days.entries()) {
    if (i > 0 && i % DAYS_OF_A_TURN === 0) await turn();
    yield day;
  }
}
