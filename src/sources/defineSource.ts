import type { IsoDate } from '../domain/isoDate';
import type { HoldingsReport } from './HoldingsReport';

/** What the caller says of a file beside its bytes. A reader refuses a file that says otherwise. */
export interface Told {
  readonly fund?: string;
  readonly observedOn?: IsoDate;
}

/** What was read from one file: everything, or the reader threw. */
export interface Reading {
  /** Data rows of the file, before any interpretation. */
  readonly rowsRead: number;
  /** At least one; each is about another fund or day. */
  readonly reports: readonly HoldingsReport[];
}

/**
 * When a file of this source counts as known, if neither the file nor the caller says so.
 * `NEXT_SESSION`: the NYSE session after the observed day, as an assumption (LAG_ASSUMED).
 * `FIRST_SEEN`: the day we read it.
 */
export type UsualKnownOn = 'NEXT_SESSION' | 'FIRST_SEEN';

/** One upstream format: a pure reader of one file's bytes. It touches neither network nor database, nor a clock. */
export interface Source {
  /** The file's name, and what stands in `source` of everything read from here. */
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  /** The upstream's own page about this format, or where ours is documented. */
  readonly documentation: string;
  /** Where the publisher's terms of use leave the data, in one sentence. */
  readonly terms: string;
  /** Which names in a directory are files of this source. */
  readonly files: RegExp;
  /** Where two sources report one fund and day, the lower precedence is served. */
  readonly precedence: number;
  readonly usualKnownOn: UsualKnownOn;
  /** @throws {SourceFormat} with the place and what was expected; then nothing of the file is loaded. */
  read(bytes: Buffer, told: Told): Reading;
}

export const defineSource = (source: Source): Source => source;
