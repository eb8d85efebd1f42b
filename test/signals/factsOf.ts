import { addDays, type IsoDate, isoDate } from '../../src/domain/isoDate';
import { KnownOnBasis } from '../../src/domain/knowledge';
import type { Definition } from '../../src/signals/defineSignal';
import type { Changes } from '../../src/signals/Changes';
import { Evaluation } from '../../src/signals/Evaluation';
import type { Facts, Observed } from '../../src/signals/Facts';
import type { Reading } from '../../src/signals/Reading';
import { noFacts } from './noFacts';

/** Values by series and day that it is about; known the day after it, where nothing else is said. */
export type Series = Readonly<Record<string, readonly (readonly [day: string, value: number])[]>>;

/** Facts of one day, out of what a test writes down. */
export function factsOf(asOf: string, series: Series): Facts {
  const day = isoDate(asOf);
  return {
    ...noFacts(day),
    observations: (code, days) => (series[code] ?? []).map(observed).filter(({ observedOn }) => observedOn <= day && observedOn >= addDays(day, -days)),
  };
}

const observed = ([day, value]: readonly [string, number]): Observed => ({
  observedOn: isoDate(day),
  value,
  vintage: 'newest',
  knownOn: addDays(isoDate(day), 1),
  knownOnBasis: KnownOnBasis.VINTAGE,
});

/** What a signal reads of such facts. */
export const readingOf = <Details>(definition: Definition<Details>, asOf: string, series: Series, changes: Changes = {}): Reading<Details> =>
  new Evaluation(factsOf(asOf, series), changes).reading(definition);

/** Months from one on, each with its value; a null is a month without one. */
export const monthly = (from: string, values: readonly (number | null)[]): Series[string] =>
  values.flatMap((value, i) => (value === null ? [] : [[monthAfter(from, i), value] as const]));

function monthAfter(from: string, months: number): IsoDate {
  const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  return isoDate(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`);
}

/** So many times the same. */
export const flat = (value: number, times: number): readonly number[] => Array.from({ length: times }, () => value);
