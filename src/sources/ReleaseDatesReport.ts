import type { IsoDate } from '../domain/isoDate';

/** On which days one release came out or is to come out, as one calendar lists them. */
export interface ReleaseDatesReport {
  /** The release's number at FRED. */
  readonly fredRelease: number;
  /** What the file calls it; null where it does not say. */
  readonly name: string | null;
  /** The day of the calendar; null where the file does not say it. */
  readonly knownOn: IsoDate | null;
  /** Ascending, each once, never empty. */
  readonly days: readonly IsoDate[];
  /** The last day up to which none can be lacking; null for that of the calendar or the last one listed, whichever is later. */
  readonly listedTo: IsoDate | null;
}
