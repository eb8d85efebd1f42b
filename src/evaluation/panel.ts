import type { IsoDate } from '../domain/isoDate';
import type { Knowledge, KnownOnBasis } from '../domain/knowledge';
import type { Definition } from '../signals/defineSignal';
import type { State } from '../signals/State';
import type { Read } from '../store/Reader';
import { briefsOnDays } from './briefsOnDays';

/** What one signal read on each of many days, as lists of one length in the order of the days. */
export interface PanelColumn {
  readonly key: string;
  readonly days: readonly IsoDate[];
  readonly values: readonly (number | null)[];
  readonly scores: readonly (number | null)[];
  /** By the score alone, as `State` has its borders: a panel's days need not follow each other. */
  readonly states: readonly (State | null)[];
  readonly knownOnBases: readonly (KnownOnBasis | null)[];
}

/** What signals read on days in any order, each as known at its own end: one column a signal, in the order asked; as stored, or from facts read once for all. */
export async function panel(read: Read, definitions: readonly Definition[], days: readonly IsoDate[], knowledge: Knowledge): Promise<readonly PanelColumn[]> {
  const inOrder = [...new Set(days)].sort();
  const told = await briefsOnDays(read, definitions, inOrder, knowledge);
  return definitions.map(({ key }) => {
    const readings = days.map((day) => told.get(key)?.get(day));
    return {
      key,
      days,
      values: readings.map((reading) => reading?.value ?? null),
      scores: readings.map((reading) => reading?.score ?? null),
      states: readings.map((reading) => reading?.state ?? null),
      knownOnBases: readings.map((reading) => reading?.knownOnBasis ?? null),
    };
  });
}
