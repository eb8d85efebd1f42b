import { countWhile } from '../countWhile';
import { addDays, type IsoDate } from '../isoDate';

/** A stretch of days of which a calendar lists every release, both ends included. */
export interface Listed {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The days on which one release came out, as far as calendars list them. */
export class ReleaseCalendar {
  private readonly days: readonly IsoDate[];
  private readonly whole: readonly Listed[];

  constructor(days: Iterable<IsoDate> = [], listed: readonly Listed[] = []) {
    this.days = [...new Set(days)].sort();
    this.whole = joined(listed);
  }

  has(day: IsoDate): boolean {
    return this.days[this.countUpTo(day) - 1] === day;
  }

  /** True where no day from one to another can be lacking. */
  isWhole(from: IsoDate, to: IsoDate): boolean {
    return this.whole.some((stretch) => stretch.from <= from && to <= stretch.to);
  }

  /** The last day up to one; null where there is none. */
  lastUpTo(day: IsoDate): IsoDate | null {
    return this.days[this.countUpTo(day) - 1] ?? null;
  }

  /** The first day after one; null where there is none. */
  firstAfter(day: IsoDate): IsoDate | null {
    return this.days[this.countUpTo(day)] ?? null;
  }

  private countUpTo(day: IsoDate): number {
    return countWhile(this.days.length, (place) => (this.days[place] ?? day) <= day);
  }
}

/** Stretches between which at least a day lies, ascending. */
function joined(listed: readonly Listed[]): readonly Listed[] {
  const stretches: { from: IsoDate; to: IsoDate }[] = [];
  for (const { from, to } of [...listed].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = stretches.at(-1);
    if (last === undefined || addDays(last.to, 1) < from) stretches.push({ from, to });
    else if (last.to < to) last.to = to;
  }
  return stretches;
}
