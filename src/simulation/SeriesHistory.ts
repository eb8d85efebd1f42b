import { addDays, type IsoDate } from '../domain/isoDate';

/** One value of a period over the days on which it stood so. */
interface Version {
  readonly observedOn: IsoDate;
  readonly from: IsoDate;
  /** Null where the period has none: no survey was taken. */
  readonly value: string | null;
}

/** A series as its agency published it: each period's first print and its revisions, until the market's last day. */
export class SeriesHistory {
  private readonly versions: Version[] = [];

  constructor(
    readonly code: string,
    private readonly lastOn: IsoDate,
  ) {}

  /** A value of a period known since a day; nothing if that is after the last day. Of one period, in the order of these days. */
  publish(observedOn: IsoDate, from: IsoDate, value: number | null, digits: number): void {
    if (from <= this.lastOn) this.versions.push({ observedOn, from, value: value === null ? null : value.toFixed(digits) });
  }

  /**
   * The answer of FRED's API to `series/observations` over all of its realtime.
   * @source https://fred.stlouisfed.org/docs/api/fred/series_observations.html
   */
  toJson(): string {
    const byPeriod = new Map<IsoDate, Version[]>();
    for (const version of this.versions) {
      const those = byPeriod.get(version.observedOn) ?? [];
      const before = those.at(-1);
      if (before !== undefined && before.value === version.value) continue;
      if (before?.from === version.from) those.pop();
      byPeriod.set(version.observedOn, [...those, version]);
    }
    const observations = [...byPeriod].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([date, those]) =>
      those.map(({ from, value }, i) => ({ realtime_start: from, realtime_end: dayBefore(those[i + 1]?.from), date, value: value ?? '.' })),
    );
    return answer({ realtime_start: '1776-07-04', realtime_end: FOREVER }, observations);
  }

  /** The same asked on the last day for that day alone: one vintage, as one asks for what is never revised. */
  toJsonOfLastDay(): string {
    const today = { realtime_start: this.lastOn, realtime_end: this.lastOn };
    const newest = new Map(this.versions.map(({ observedOn, value }) => [observedOn, value]));
    const observations = [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, value]) => ({ ...today, date, value: value ?? '.' }));
    return answer(today, observations);
  }
}

const answer = (realtime: Readonly<Record<string, string>>, observations: readonly unknown[]): string =>
  JSON.stringify({
    ...{ ...realtime, observation_start: '1600-01-01', observation_end: FOREVER },
    ...{ units: 'lin', output_type: 1, file_type: 'json', order_by: 'observation_date', sort_order: 'asc' },
    ...{ count: observations.length, offset: 0, limit: 100_000, observations },
  });

const FOREVER = '9999-12-31';

const dayBefore = (day: IsoDate | undefined): string => (day === undefined ? FOREVER : addDays(day, -1));
