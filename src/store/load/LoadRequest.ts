import type { Refusal } from '../../domain/errors';
import type { IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import type { ReportKind, Source } from '../../sources/defineSource';
import type { Told } from '../../sources/tellable';
import type { LoadOutcome } from '../entities/Load';

/** One file to load, and what the caller says of it. */
export interface LoadRequest {
  readonly source: Source;
  /** Its name without its folder, for people. */
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly told: Told;
  /** The moment of the load; its day in New York is what is first seen today. */
  readonly now: Date;
  /** True for files that are invented. */
  readonly isSimulated?: boolean;
  /** True if a simulated market goes for this file; else a real file is refused beside one. */
  readonly replacesSimulated?: boolean;
}

/** What a file holds of one kind about one fund or index: all of a day, or one value for each of some days. */
export interface LoadedFacts {
  readonly kind: ReportKind;
  /** A fund's or share's ticker, an index's code, a company's number. */
  readonly about: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** As stored of the day `to`. */
  readonly knownOn: IsoDate;
  readonly knownOnBasis: KnownOnBasis;
  readonly provenOn: IsoDate;
  readonly rows: number;
  readonly rowsAdded: number;
}

/** What became of one file: all of it was added, all was there already, parts of each, or it was refused whole. */
export interface LoadReport {
  readonly source: string;
  readonly fileName: string;
  readonly outcome: LoadOutcome;
  readonly rowsRead: number;
  readonly rowsAdded: number;
  readonly rowsUnchanged: number;
  readonly facts: readonly LoadedFacts[];
  /** Rows that are no facts, and why; the file was loaded without them. */
  readonly leftOut: readonly Refusal[];
  readonly refusals: readonly Refusal[];
}
