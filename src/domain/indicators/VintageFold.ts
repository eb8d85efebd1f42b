import { type Decimal, areEqual } from '../decimal';
import type { IsoDate } from '../isoDate';
import { KnownOnBasis } from '../knowledge';

/** A vintage as it stands among those of its series. */
export interface PlacedVintage {
  readonly id: number;
  readonly place: number;
  readonly knownOn: IsoDate;
  readonly knownOnBasis: KnownOnBasis;
  readonly documentId: number;
  readonly firstOn: IsoDate;
  readonly lastOn: IsoDate;
  /** The same for all vintages that one load brought; their ids follow each other. */
  readonly run: string;
}

/** A value that a run gives from one of its vintages to the one with the id `lastVintage`. */
export interface Saying {
  readonly observedOn: IsoDate;
  readonly value: Decimal | null;
  readonly lastVintage: number;
}

/** A value over the vintages that have it so; the first of them brought it. */
export interface ValueInterval {
  readonly observedOn: IsoDate;
  readonly value: Decimal | null;
  readonly placeFrom: number;
  /** Null while no vintage has it otherwise. */
  readonly placeUntil: number | null;
  readonly vintage: Pick<PlacedVintage, 'id' | 'knownOn' | 'knownOnBasis' | 'documentId'>;
}

/** How far the vintages reach that were served by then. */
export interface Reach {
  readonly earliestOn: IsoDate;
  readonly latestOn: IsoDate;
}

/** What a run of vintages says at the one it has come to. */
interface Run {
  readonly values: Map<IsoDate, Decimal | null>;
  /** The periods of values that end with a vintage, by its id. */
  readonly ending: Map<number, IsoDate[]>;
}

/**
 * Goes over the vintages of a series in the order of their places, and tells which of them serve and over which places each value
 * stood. A vintage that lacks a period within its own span which the one served before it has serves nothing; neither does one that was
 * first seen on its day, but ends before others known by then do: it was downloaded earlier, and nobody said when.
 */
export class VintageFold {
  /** Those that answer nothing. */
  readonly unserved: PlacedVintage[] = [];
  /** Those that stood before this fold and end in it, by the place where they end. */
  readonly ended: ValueInterval[] = [];
  /** The first period that each vintage lacks which is refused for it. */
  readonly lacking = new Map<number, IsoDate>();
  private readonly closed: ValueInterval[] = [];
  private readonly open = new Map<IsoDate, ValueInterval>();
  private readonly runs = new Map<string, Run>();
  /** The run of which all values stand in `open`. */
  private current: Run | null = null;

  private readonly before: ReadonlySet<ValueInterval>;

  /** Goes on from the intervals that have not ended, and from how far the vintages before reach. */
  constructor(
    before: readonly ValueInterval[] = [],
    private reach: Reach | null = null,
  ) {
    this.before = new Set(before);
    for (const interval of before) this.open.set(interval.observedOn, interval);
  }

  /** `starting` are the values whose first vintage this is. */
  add(vintage: PlacedVintage, starting: readonly Saying[]): void {
    const run = this.runOf(vintage);
    const gone = this.advance(run, vintage, starting);
    const lacked = this.firstLacked(run, vintage, gone);
    const isStale = vintage.knownOnBasis === KnownOnBasis.FIRST_SEEN && this.reach !== null && vintage.lastOn < this.reach.latestOn;
    if (lacked !== null) this.lacking.set(vintage.id, lacked);
    if (lacked !== null || isStale) {
      this.unserved.push(vintage);
      if (this.current === run) this.current = null;
      return;
    }
    const said = this.current === run ? starting.map(({ observedOn, value }) => [observedOn, value] as const) : run.values;
    for (const [observedOn, value] of said) this.say(vintage, observedOn, value);
    this.current = run;
    const { earliestOn, latestOn } = this.reach ?? { earliestOn: vintage.firstOn, latestOn: vintage.lastOn };
    this.reach = {
      earliestOn: vintage.firstOn < earliestOn ? vintage.firstOn : earliestOn,
      latestOn: vintage.lastOn > latestOn ? vintage.lastOn : latestOn,
    };
  }

  /** The intervals that began in this fold, those that ended in it first. */
  *begun(): Generator<ValueInterval> {
    yield* this.closed;
    for (const interval of this.open.values()) if (!this.before.has(interval)) yield interval;
  }

  private runOf({ run: name }: PlacedVintage): Run {
    const run = this.runs.get(name) ?? { values: new Map(), ending: new Map() };
    this.runs.set(name, run);
    return run;
  }

  /** Brings a run to its next vintage. @returns The periods that it does not have any more. */
  private advance({ values, ending }: Run, { id }: PlacedVintage, starting: readonly Saying[]): readonly IsoDate[] {
    const over = ending.get(id - 1) ?? [];
    ending.delete(id - 1);
    for (const observedOn of over) values.delete(observedOn);
    for (const { observedOn, value, lastVintage } of starting) {
      values.set(observedOn, value);
      const others = ending.get(lastVintage);
      if (others === undefined) ending.set(lastVintage, [observedOn]);
      else others.push(observedOn);
    }
    return over.filter((observedOn) => !values.has(observedOn));
  }

  /** The first period with a value that the vintage lacks. Within a run only what ended can be lacking. */
  private firstLacked(run: Run, { firstOn, lastOn }: PlacedVintage, gone: readonly IsoDate[]): IsoDate | null {
    let first: IsoDate | null = null;
    for (const observedOn of this.current === run ? gone : this.open.keys()) {
      if (observedOn < firstOn || observedOn > lastOn || run.values.has(observedOn)) continue;
      if ((this.open.get(observedOn)?.value ?? null) !== null && (first === null || observedOn < first)) first = observedOn;
    }
    return first;
  }

  private say({ id, place, knownOn, knownOnBasis, documentId }: PlacedVintage, observedOn: IsoDate, value: Decimal | null): void {
    const standing = this.open.get(observedOn);
    if (standing !== undefined) {
      if (areEqual(standing.value, value)) return;
      (this.before.has(standing) ? this.ended : this.closed).push({ ...standing, placeUntil: place });
    }
    const vintage = { id, knownOn, knownOnBasis, documentId };
    this.open.set(observedOn, { observedOn, value, placeFrom: place, placeUntil: null, vintage });
  }
}
