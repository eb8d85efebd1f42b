import { addDays, type IsoDate } from '../isoDate';
import { KnownOnBasis } from '../knowledge';
import { firstDayOf, monthOf } from '../months';
import { type Lagged, laggedDay, releaseOf } from './laggedDay';
import { Frequency } from './Frequency';
import { ReleaseCalendar } from './ReleaseCalendar';

/** Since when a value counts as known where no vintage says more, and on what ground. */
export interface AssumedDay {
  readonly knownOn: IsoDate;
  readonly knownOnBasis: KnownOnBasis.RELEASE_CALENDAR | KnownOnBasis.LAG_ASSUMED;
}

/** Within how many days after its usual lag a late release is looked for: the longest delay that we know of took 49. */
const LATEST = 60;

/**
 * Since when each value of a series counts as known before its vintages. A calendar of its release proves the day:
 *
 * - the last listed day after the period's end and within the usual lag. The last, since what came before it may be the period before,
 *   or nothing but revisions;
 * - where the calendar lists none there, though it lists the whole stretch, the release was late: the first listed day after the usual
 *   lag that no late period before it has taken;
 * - a period in the table of delays has the day that it says.
 *
 * Where no calendar says so, it is the usual lag, or the table's day. So a calendar errs to the late side too. What holds on the day
 * itself (a target range) is not dated by a calendar.
 */
export class AssumedDays {
  private readonly listed = new Map<IsoDate, IsoDate | null>();

  constructor(
    private readonly code: string,
    private readonly calendar = new ReleaseCalendar(),
  ) {}

  /** Null of a series that the catalog does not hold. */
  of(observedOn: IsoDate): AssumedDay | null {
    const lagged = laggedDay(this.code, observedOn);
    if (lagged === null) return null;
    const listed = this.listedDay(observedOn, lagged);
    return listed === null ? { knownOn: lagged.knownOn, knownOnBasis: KnownOnBasis.LAG_ASSUMED } : { knownOn: listed, knownOnBasis: KnownOnBasis.RELEASE_CALENDAR };
  }

  private listedDay(observedOn: IsoDate, lagged: Lagged): IsoDate | null {
    const known = this.listed.get(observedOn);
    if (known !== undefined) return known;
    const day = this.findDay(observedOn, lagged);
    this.listed.set(observedOn, day);
    return day;
  }

  private findDay(observedOn: IsoDate, { periodEnd, knownOn, isDelayed }: Lagged): IsoDate | null {
    if (isDelayed) return this.calendar.has(knownOn) ? knownOn : null;
    if (knownOn <= periodEnd) return null;
    const last = this.calendar.lastUpTo(knownOn);
    if (last !== null && last > periodEnd) return this.calendar.isWhole(last, knownOn) ? last : null;
    if (this.lateDay(periodEnd, knownOn, knownOn) === null) return null;
    const taken = this.takenBefore(observedOn);
    return this.lateDay(periodEnd, knownOn, taken !== null && taken > knownOn ? taken : knownOn);
  }

  /** The first listed day after another, where it is late by no more than releases are and the calendar lists all days up to it. */
  private lateDay(periodEnd: IsoDate, lagged: IsoDate, after: IsoDate): IsoDate | null {
    const day = this.calendar.firstAfter(after);
    return day !== null && day <= addDays(lagged, LATEST) && this.calendar.isWhole(addDays(periodEnd, 1), day) ? day : null;
  }

  /** The day on which the period before came out. */
  private takenBefore(observedOn: IsoDate): IsoDate | null {
    const before = previous(observedOn, releaseOf(this.code)?.frequency ?? Frequency.DAILY);
    const lagged = laggedDay(this.code, before);
    if (lagged === null) return null;
    return this.listedDay(before, lagged) ?? (lagged.isDelayed ? lagged.knownOn : null);
  }
}

function previous(observedOn: IsoDate, frequency: Frequency): IsoDate {
  switch (frequency) {
    case Frequency.DAILY:
      return addDays(observedOn, -1);
    case Frequency.WEEKLY:
      return addDays(observedOn, -7);
    case Frequency.MONTHLY:
      return firstDayOf(monthOf(observedOn) - 1);
    case Frequency.QUARTERLY:
      return firstDayOf(monthOf(observedOn) - 3);
  }
}
