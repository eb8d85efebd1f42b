import { countWhile } from '../../domain/countWhile';
import { addDays, type IsoDate } from '../../domain/isoDate';
import { KnownOnBasis } from '../../domain/knowledge';
import type { Observed } from '../../signals/Facts';
import { firstPlace } from './firstPlace';

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
  /** What each vintage says, told once for all the days on which it answers. */
  private readonly said = new Map<Served, readonly Observed[]>();

  constructor(
    private readonly history: SeriesHistory,
    /** How many calendar days before a day belong to it. */
    private readonly reach: number,
  ) {}

  /** What was known at the end of a day, of the vintage that answered then; the oldest period first. */
  on(day: IsoDate): readonly Observed[] {
    const { served, values } = this.history;
    const vintage = served[countWhile(served.length, (i) => (served[i]?.from ?? day) <= day) - 1];
    if (vintage === undefined) return [];
    const said = this.said.get(vintage) ?? sayings(vintage, values, addDays(vintage.from, -this.reach));
    this.said.set(vintage, said);
    const from = later(addDays(day, -this.reach), vintage.firstOn);
    const to = vintage.lastOn < day ? vintage.lastOn : day;
    const first = countWhile(said.length, (i) => (said[i]?.observedOn ?? day) < from);
    const end = countWhile(said.length, (i) => (said[i]?.observedOn ?? day) <= to);
    const found = said.slice(first, end);
    return vintage.isAssumed ? found.filter(({ knownOn }) => knownOn <= day) : found;
  }
}

/** What a vintage says of the periods from a day on, the oldest first; of one that stands for the time before all vintages, each as known after its usual lag. */
function sayings({ readAt, vintage, isAssumed }: Served, { observedOn, value, placeFrom, placeUntil, knownOn, knownOnBasis, assumedOn, assumedBasis }: Values, from: IsoDate): readonly Observed[] {
  const said: Observed[] = [];
  for (let i = firstPlace(observedOn, from); i < observedOn.length; i += 1) {
    const assumed = isAssumed ? (assumedOn[i] ?? null) : null;
    if ((placeFrom[i] ?? Infinity) > readAt || (placeUntil[i] ?? 0) <= readAt || (isAssumed && assumed === null)) continue;
    const known = assumed === null ? { knownOn: knownOn[i] ?? from, knownOnBasis: knownOnBasis[i] ?? KnownOnBasis.VINTAGE } : { knownOn: assumed, knownOnBasis: assumedBasis[i] ?? KnownOnBasis.LAG_ASSUMED };
    said.push({ observedOn: observedOn[i] ?? from, value: value[i] ?? NaN, vintage, ...known });
  }
  return said;
}

const later = (one: IsoDate, other: IsoDate): IsoDate => (one > other ? one : other);
