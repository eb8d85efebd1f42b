import { countWhile } from '../../domain/countWhile';
import { dayOf } from '../../domain/isoDate';
import { KnownOnBasis } from '../../domain/knowledge';
import type { Quarter } from '../../signals/Facts';
import { lastPlace } from './lastPlace';

/** A company's CIK, and its quarters in all versions, as `quarterHistory` tells them: of each the day on which it ended, how many days later it was known, earnings of a share, net income, and of few what is not so of the others. */
export type ToldQuarters = readonly [cik: string, ...versions: readonly (number | null | Exception)[]];

/** A company's quarters over many days, to be opened at any of those that they were read for; days by their numbers. */
export class QuarterBook {
  /** Where each version begins in what is told, in the order of ends and then of when they were known: thousands of objects would cost a day's evaluation as much as all that it computes. */
  private readonly places: readonly number[];
  private readonly exceptions: ReadonlyMap<number, Exception>;
  /** By their order, as they are asked for. */
  private readonly quarters: (Quarter | undefined)[];
  private seen: { readonly day: number; readonly lists: readonly Standing[] } | null = null;
  private allChanges: readonly number[] | null = null;

  constructor(private readonly told: ToldQuarters) {
    const places: number[] = [];
    let exceptions: Map<number, Exception> | undefined;
    for (let place = 1; place < told.length; place += exceptions?.has(place) === true ? 5 : 4) {
      const exception = told[place + 4];
      if (typeof exception === 'object' && exception !== null) (exceptions ??= new Map<number, Exception>()).set(place, exception);
      places.push(place);
    }
    const compared = (a: number, b: number): number => this.observedOn(a) - this.observedOn(b) || this.knownOn(a) - this.knownOn(b);
    // Postgres mostly tells them so.
    this.places = places.every((place, n) => n === 0 || compared(places[n - 1] ?? place, place) <= 0) ? places : places.sort(compared);
    this.exceptions = exceptions ?? NO_EXCEPTIONS;
    this.quarters = new Array<Quarter | undefined>(places.length);
  }

  get cik(): string {
    return this.told[0];
  }

  /**
   * Those that ended after the day `after` and by another, each in the version that stood at the end of this one.
   * @returns The same list again while nothing of it changes, so that what is told from it need be told once.
   */
  on(day: number, after: number): readonly Quarter[] {
    if (this.seen?.day !== day) this.seen = { day, lists: this.seen !== null && this.areAlike(this.seen.day, day) ? this.seen.lists : [] };
    const first = countWhile(this.places.length, (n) => this.observedOn(this.places[n] ?? 0) <= after);
    const before = this.seen.lists.find((one) => one.first === first);
    if (before !== undefined) return before.quarters;
    const quarters = this.standing(day, first);
    this.seen = { day, lists: [...this.seen.lists, { first, quarters }] };
    return quarters;
  }

  /** Whether nothing came to be known otherwise between two days. */
  private areAlike(one: number, other: number): boolean {
    return lastPlace(this.changes, one) === lastPlace(this.changes, other);
  }

  /** The days on which anything of it came to be known otherwise, in order. */
  private get changes(): readonly number[] {
    return (this.allChanges ??= [...new Set(this.places.flatMap((place) => [this.knownOn(place), this.exceptions.get(place)?.knownUntil ?? []].flat()))].sort((a, b) => a - b));
  }

  private standing(day: number, first: number): readonly Quarter[] {
    const found: Quarter[] = [];
    for (let n = first; n < this.places.length; n += 1) {
      const place = this.places[n] ?? 0;
      if (this.knownOn(place) <= day && (this.exceptions.get(place)?.knownUntil ?? Infinity) > day) found.push((this.quarters[n] ??= this.quarterAt(n, place)));
    }
    return found;
  }

  private quarterAt(n: number, place: number): Quarter {
    const observedOn = this.observedOn(place);
    let first = n;
    while (first > 0 && this.observedOn(this.places[first - 1] ?? 0) === observedOn) first -= 1;
    const { period = 'QUARTER', knownOnBasis = KnownOnBasis.ACCEPTED_BY_SEC } = this.exceptions.get(place) ?? {};
    return {
      cik: this.cik,
      period,
      observedOn: dayOf(observedOn),
      firstKnownOn: dayOf(this.knownOn(this.places[first] ?? 0)),
      knownOn: dayOf(this.knownOn(place)),
      knownOnBasis,
      eps: this.told[place + 2] as number | null,
      netIncome: this.told[place + 3] as number | null,
    };
  }

  private observedOn(place: number): number {
    return this.told[place] as number;
  }

  private knownOn(place: number): number {
    return this.observedOn(place) + (this.told[place + 1] as number);
  }
}

/** What stands of the versions from one on. */
interface Standing {
  readonly first: number;
  readonly quarters: readonly Quarter[];
}

interface Exception {
  /** The first day on which it was known otherwise. */
  readonly knownUntil?: number;
  readonly period?: string;
  readonly knownOnBasis?: KnownOnBasis;
}

const NO_EXCEPTIONS: ReadonlyMap<number, Exception> = new Map();
