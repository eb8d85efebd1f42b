import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import type { Definition } from '../signals/defineSignal';
import { Evaluation } from '../signals/Evaluation';
import type { Reading } from '../signals/Reading';
import type { Read } from '../store/Reader';
import { factsOnDays } from './factsOnDays';
import { inTurns } from './inTurns';

/**
 * What is told of the readings of signals on each of many days: by day, in the order of the signals. The facts of all days are read at once;
 * of a reading no more is kept than `tell` takes from it, since over thousands of days the evidence would fill the memory.
 */
export async function toldOnDays<Told>(
  read: Read,
  definitions: readonly Definition[],
  days: readonly IsoDate[],
  knowledge: Knowledge,
  tell: (reading: Reading) => Told,
): Promise<ReadonlyMap<IsoDate, readonly Told[]>> {
  const factsOn = await factsOnDays(read, definitions, days, knowledge);
  const told = new Map<IsoDate, readonly Told[]>();
  for await (const day of inTurns(days)) {
    const evaluation = new Evaluation(factsOn(day));
    told.set(day, definitions.map((definition) => tell(evaluation.reading(definition))));
  }
  return told;
}

/** The readings themselves. */
export const readingsOnDays = (...asked: readonly [Read, readonly Definition[], readonly IsoDate[], Knowledge]): Promise<ReadonlyMap<IsoDate, readonly Reading[]>> =>
  toldOnDays(...asked, (reading) => reading);
