import type { IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import type { Quarter } from '../../signals/Facts';
import { lastPlace } from './lastPlace';

/** A company as `quarterHistory` tells it. */
export interface QuarterHistory {
  readonly cik: string;
  readonly versions: Versions;
}

/** Lists of one length, in the order of the quarters' ends. */
interface Versions {
  readonly period: readonly string[];
  readonly observedOn: readonly IsoDate[];
  readonly firstKnownOn: readonly IsoDate[];
  readonly knownOn: readonly IsoDate[];
  /** The first day on which they were known otherwise: `infinity` for none. */
  readonly knownUntil: readonly string[];
  readonly knownOnBasis: readonly KnownOnBasis[];
  readonly eps: readonly (number | null)[];
  readonly netIncome: readonly (number | null)[];
}

/** A company's quarters over many days, to be opened at any of those that they were read for. */
export class QuarterBook {
  private readonly told: (Quarter | undefined)[] = [];
  /** The days on which anything of it came to be known otherwise, in order: between two of them all days see the same. */
  private readonly changes: readonly string[];
  private seen: { readonly since: number; readonly byFirst: Map<number, readonly Quarter[]> } = { since: NaN, byFirst: new Map() };

  constructor(private readonly history: QuarterHistory) {
    const { knownOn, knownUntil } = history.versions;
    this.changes = [...new Set<string>([...knownOn, ...knownUntil])].sort();
  }

  /**
   * Those that ended after the day `after` and by another, each in the version that stood at the end of this one.
   * @returns The same list again while nothing of it changes, so that what is told from it need be told once.
   */
  on(day: IsoDate, after: IsoDate): readonly Quarter[] {
    const since = lastPlace(this.changes, day);
    if (this.seen.since !== since) this.seen = { since, byFirst: new Map() };
    const first = lastPlace(this.history.versions.observedOn, after) + 1;
    const known = this.seen.byFirst.get(first) ?? this.standing(day, first);
    this.seen.byFirst.set(first, known);
    return known;
  }

  private standing(day: IsoDate, first: number): readonly Quarter[] {
    const { knownOn, knownUntil } = this.history.versions;
    const found: Quarter[] = [];
    for (let i = first; i < knownOn.length; i += 1) {
      if ((knownOn[i] ?? '~') <= day && (knownUntil[i] ?? '') > day) found.push((this.told[i] ??= this.quarterAt(i)));
    }
    return found;
  }

  private quarterAt(i: number): Quarter {
    const { period, observedOn, firstKnownOn, knownOn, knownOnBasis, eps, netIncome } = this.history.versions;
    const stands = { period: period[i], observedOn: observedOn[i], firstKnownOn: firstKnownOn[i], knownOn: knownOn[i], knownOnBasis: knownOnBasis[i] };
    return { cik: this.history.cik, ...stands, eps: eps[i] ?? null, netIncome: netIncome[i] ?? null } as Quarter;
  }
}
