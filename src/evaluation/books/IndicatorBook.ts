import { addDays, type IsoDate } from '../../domain/isoDate';
import { KnownOnBasis } from '../../domain/knowledge';
import type { Observed } from '../../signals/Facts';

/** A series as `observationHistory` tells it. */
export interface SeriesHistory {
  readonly served: readonly Served[];
  readonly values: Values;
}

/** Which vintage answers from a day on. */
interface Served {
  readonly from: IsoDate;
  readonly readAt: number;
  /** What it is called among those of its series. */
  readonly vintage: string;
  readonly isAssumed: boolean;
  readonly firstOn: IsoDate;
  readonly lastOn: IsoDate;
}

/** Lists of one length, by period. */
interface Values {
  readonly observedOn: readonly IsoDate[];
  readonly value: readonly number[];
  readonly placeFrom: readonly number[];
  readonly placeUntil: readonly number[];
  readonly knownOn: readonly IsoDate[];
  readonly knownOnBasis: readonly KnownOnBasis[];
  readonly assumedOn: readonly (IsoDate | null)[];
  readonly assumedBasis: readonly (KnownOnBasis | null)[];
}

/** A series over many days, to be opened at any of those that it was read for. */
export class IndicatorBook {
  constructor(
    private readonly history: SeriesHistory,
    /** How many calendar days before a day belong to it. */
    private readonly reach: number,
  ) {}

  /** What was known at the end of a day, of the vintage that answered then; the oldest period first. */
  on(day: IsoDate): readonly Observed[] {
    const { served, values } = this.history;
    const vintage = served[lastAtOrBefore(served.length, (i) => (served[i]?.from ?? day) <= day)];
    if (vintage === undefined) return [];
    const { observedOn, assumedOn, placeFrom, placeUntil } = values;
    const from = later(addDays(day, -this.reach), vintage.firstOn);
    const to = vintage.lastOn < day ? vintage.lastOn : day;
    const found: Observed[] = [];
    for (let i = lastAtOrBefore(observedOn.length, (n) => (observedOn[n] ?? day) < from) + 1; i < observedOn.length; i += 1) {
      const period = observedOn[i] ?? day;
      if (period > to) break;
      const isOfVintage = (placeFrom[i] ?? Infinity) <= vintage.readAt && (placeUntil[i] ?? 0) > vintage.readAt;
      const assumed = assumedOn[i] ?? null;
      if (!isOfVintage || (vintage.isAssumed && (assumed === null || assumed > day))) continue;
      found.push(
        vintage.isAssumed && assumed !== null
          ? { observedOn: period, value: values.value[i] ?? NaN, vintage: vintage.vintage, knownOn: assumed, knownOnBasis: values.assumedBasis[i] ?? KnownOnBasis.LAG_ASSUMED }
          : { observedOn: period, value: values.value[i] ?? NaN, vintage: vintage.vintage, knownOn: values.knownOn[i] ?? day, knownOnBasis: values.knownOnBasis[i] ?? KnownOnBasis.VINTAGE },
      );
    }
    return found;
  }
}

const later = (one: IsoDate, other: IsoDate): IsoDate => (one > other ? one : other);

/** The last of `length` places for which `holds`, which does up to some place and not beyond; -1 for none. */
function lastAtOrBefore(length: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
