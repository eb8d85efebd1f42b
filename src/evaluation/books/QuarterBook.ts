import { addDays, type IsoDate } from '../../domain/isoDate';
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

  constructor(private readonly history: QuarterHistory) {}

  /** Those that ended in the `reach` calendar days before a day, each in the version that stood at its end. */
  on(day: IsoDate, reach: number): readonly Quarter[] {
    const { observedOn, knownOn, knownUntil } = this.history.versions;
    const found: Quarter[] = [];
    for (let i = lastPlace(observedOn, addDays(day, -reach - 1)) + 1; i < observedOn.length && (observedOn[i] ?? day) <= day; i += 1) {
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
