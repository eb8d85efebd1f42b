import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import type { Definition } from '../signals/defineSignal';
import { Evaluation } from '../signals/Evaluation';
import type { Facts } from '../signals/Facts';
import type { Reading } from '../signals/Reading';
import type { Read } from '../store/Reader';
import { openFacts } from './factsOnDays';
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
  const { first, whole } = await openFacts(read, definitions, days, knowledge);
  const told = new Map<IsoDate, readonly Told[]>();
  const evaluated = (facts: Facts): Evaluation => {
    const evaluation = new Evaluation(facts);
    told.set(facts.asOf, definitions.map((definition) => tell(evaluation.reading(definition))));
    return evaluation;
  };
  const asking: IsoDate[] = [];
  for await (const day of inTurns(days)) if (evaluated(first(day)).asksForMore) asking.push(day);
  if (asking.length === 0) return told;
  const all = await whole(asking);
  for await (const day of inTurns(asking)) evaluated(all(day));
  return told;
}

/** The readings themselves. */
export const readingsOnDays = (...asked: readonly [Read, readonly Definition[], readonly IsoDate[], Knowledge]): Promise<ReadonlyMap<IsoDate, readonly Reading[]>> =>
  toldOnDays(...asked, (reading) => reading);
