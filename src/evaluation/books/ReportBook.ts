import { addDays, type IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import type { Report } from '../../signals/Facts';
import { lastPlace } from './lastPlace';

/** A company as `reportHistory` tells it. */
export interface ReportHistory {
  readonly cik: string;
  readonly versions: Versions;
}

/** Lists of one length, by month; of one month that which answers first, where it is known. */
interface Versions {
  readonly listing: readonly string[];
  readonly periodMonth: readonly IsoDate[];
  readonly periodEnd: readonly IsoDate[];
  readonly reportOn: readonly (IsoDate | null)[];
  readonly estimate: readonly (number | null)[];
  readonly actual: readonly (number | null)[];
  readonly surprise: readonly (number | null)[];
  readonly observedOn: readonly IsoDate[];
  readonly readableOn: readonly IsoDate[];
  readonly knownOn: readonly IsoDate[];
  readonly knownOnBasis: readonly KnownOnBasis[];
}

/** What was expected of a company and what it reported over many days, to be opened at any of those that it was read for. */
export class ReportBook {
  constructor(private readonly history: ReportHistory) {}

  /** Of the quarters that ended in the `reach` calendar days before a day, by what was known at its end. */
  on(day: IsoDate, reach: number): readonly Report[] {
    const { periodMonth, periodEnd } = this.history.versions;
    const found: Report[] = [];
    for (let i = lastPlace(periodMonth, addDays(day, -reach - 1)) + 1; i < periodMonth.length; i += 1) {
      if (!this.isKnown(i, day) || (periodEnd[i] ?? '~') > day || found.at(-1)?.month === periodMonth[i]) continue;
      found.push(this.reportAt(i, day));
    }
    return found;
  }

  private isKnown(i: number, day: IsoDate): boolean {
    const { observedOn, readableOn } = this.history.versions;
    return (observedOn[i] ?? '~') <= day && (readableOn[i] ?? '~') <= day;
  }

  private reportAt(i: number, day: IsoDate): Report {
    const { listing, periodMonth, periodEnd, estimate, actual, surprise, observedOn, knownOn, knownOnBasis } = this.history.versions;
    const stands = { listing: listing[i], month: periodMonth[i], periodEnd: periodEnd[i], observedOn: observedOn[i], knownOn: knownOn[i], knownOnBasis: knownOnBasis[i] };
    return { ...stands, estimate: estimate[i] ?? null, actual: actual[i] ?? null, surprise: surprise[i] ?? null, wasExpected: this.wasExpected(i, day) } as Report;
  }

  /** Whether any version of the month had a consensus before the day of the report. */
  private wasExpected(i: number, day: IsoDate): boolean {
    const { periodMonth, reportOn, estimate, readableOn } = this.history.versions;
    const before = reportOn[i] ?? '';
    return periodMonth.some((month, n) => month === periodMonth[i] && this.isKnown(n, day) && estimate[n] !== null && (readableOn[n] ?? '~') < before);
  }
}
