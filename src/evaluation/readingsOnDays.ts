import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import type { Definition } from '../signals/defineSignal';
import { type Changes, Evaluation } from '../signals/Evaluation';
import type { Reading } from '../signals/Reading';
import type { Read } from '../store/Reader';
import { factsOnDays } from './factsOnDays';

/** What signals read on each of many days: by day, in the order of the signals. The facts of all days are read at once. */
export async function readingsOnDays(
  read: Read,
  definitions: readonly Definition[],
  days: readonly IsoDate[],
  knowledge: Knowledge,
  changes: Changes = {},
): Promise<ReadonlyMap<IsoDate, readonly Reading[]>> {
  const factsOn = await factsOnDays(read, definitions, days, knowledge);
  return new Map(
    days.map((day) => {
      const evaluation = new Evaluation(factsOn(day), changes);
      return [day, definitions.map((definition) => evaluation.reading(definition))];
    }),
  );
}
