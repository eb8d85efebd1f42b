import { countWhile } from '../../domain/countWhile';
import { grouped } from '../../domain/grouped';
import { dayOf } from '../../domain/isoDate';
import { KnownOnBasis } from '../../domain/knowledge';
import type { Quarter } from '../../signals/Facts';
import { lastPlace } from './lastPlace';

/** Quarters of companies as `quarterHistory` tells them: lists of one length, days by their numbers. */
export interface QuarterVersions {
  readonly cik: readonly string[];
  /** Null for QUARTER. */
  readonly period: readonly (string | null)[];
  readonly observedOn: readonly number[];
  readonly knownOn: readonly number[];
  /** The first day on which they were known otherwise; null for none. */
  readonly knownUntil: readonly (number | null)[];
  /** Null for ACCEPTED_BY_SEC. */
  readonly knownOnBasis: readonly (KnownOnBasis | null)[];
  readonly eps: readonly (number | null)[];
  readonly netIncome: readonly (number | null)[];
}

/** A company's quarters over many days, to be opened at any of those that they were read for; days by their numbers. */
export class QuarterBook {
  /** By their place in the order, as they are asked for: lists, since thousands of maps would fill the memory of a day's evaluation. */
  private readonly told: (Quarter | undefined)[] = [];
  private seen: { readonly day: number; readonly byFirst: (readonly Quarter[] | undefined)[] } | null = null;
  private allChanges: readonly number[] | null = null;

  /** @param places Where the lists tell of the company, in the order of ends and versions. */
  private constructor(
    private readonly versions: QuarterVersions,
    private readonly places: readonly number[],
  ) {}

  /** The book of each company, by CIK. */
  static each(versions: QuarterVersions): ReadonlyMap<string, QuarterBook> {
    const books = new Map<string, QuarterBook>();
    for (const [cik, places] of grouped(versions.cik.keys(), (place) => versions.cik[place] ?? '')) books.set(cik, new QuarterBook(versions, inOrder(versions, places)));
    return books;
  }

  /**
   * Those that ended after the day `after` and by another, each in the version that stood at the end of this one.
   * @returns The same list again while nothing of it changes, so that what is told from it need be told once.
   */
  on(day: number, after: number): readonly Quarter[] {
    if (this.seen?.day !== day) this.seen = { day, byFirst: this.seen !== null && this.areAlike(this.seen.day, day) ? this.seen.byFirst : [] };
    const { observedOn } = this.versions;
    const first = countWhile(this.places.length, (n) => (observedOn[this.places[n] ?? -1] ?? after) <= after);
    return (this.seen.byFirst[first] ??= this.standing(day, first));
  }

  /** Whether nothing came to be known otherwise between two days. */
  private areAlike(one: number, other: number): boolean {
    return lastPlace(this.changes, one) === lastPlace(this.changes, other);
  }

  /** The days on which anything of it came to be known otherwise, in order. */
  private get changes(): readonly number[] {
    const { knownOn, knownUntil } = this.versions;
    return (this.allChanges ??= [...new Set(this.places.flatMap((place) => [knownOn[place] ?? [], knownUntil[place] ?? []].flat()))].sort((a, b) => a - b));
  }

  private standing(day: number, first: number): readonly Quarter[] {
    const { knownOn, knownUntil } = this.versions;
    const found: Quarter[] = [];
    for (let n = first; n < this.places.length; n += 1) {
      const place = this.places[n] ?? -1;
      if ((knownOn[place] ?? Infinity) <= day && (knownUntil[place] ?? Infinity) > day) found.push((this.told[n] ??= this.quarterAt(n)));
    }
    return found;
  }

  private quarterAt(n: number): Quarter {
    const { cik, period, observedOn, knownOn, knownOnBasis, eps, netIncome } = this.versions;
    const place = this.places[n] ?? -1;
    let first = n;
    while (first > 0 && observedOn[this.places[first - 1] ?? -1] === observedOn[place]) first -= 1;
    return {
      cik: cik[place] ?? '',
      period: period[place] ?? 'QUARTER',
      observedOn: dayOf(observedOn[place] ?? NaN),
      firstKnownOn: dayOf(knownOn[this.places[first] ?? -1] ?? NaN),
      knownOn: dayOf(knownOn[place] ?? NaN),
      knownOnBasis: knownOnBasis[place] ?? KnownOnBasis.ACCEPTED_BY_SEC,
      eps: eps[place] ?? null,
      netIncome: netIncome[place] ?? null,
    };
  }
}

/** Places of one company, by the ends of its quarters and then by when their versions were known; Postgres mostly gives them so. */
function inOrder({ observedOn, knownOn }: QuarterVersions, places: readonly number[]): readonly number[] {
  const compared = (a: number, b: number): number => (observedOn[a] ?? 0) - (observedOn[b] ?? 0) || (knownOn[a] ?? 0) - (knownOn[b] ?? 0);
  return places.every((place, n) => n === 0 || compared(places[n - 1] ?? place, place) <= 0) ? places : [...places].sort(compared);
}
