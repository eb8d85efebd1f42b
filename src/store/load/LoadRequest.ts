import type { Refusal } from '../../domain/errors';
import type { IsoDate } from '../../domain/isoDate';
import type { KnownOnBasis } from '../../domain/knowledge';
import type { Source, Told } from '../../sources/defineSource';
import type { LoadOutcome } from '../entities/Load';

/** One file to load, and what the caller says of it. */
export interface LoadRequest {
  readonly source: Source;
  /** Its name without its folder, for people. */
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly told: Told & {
    /** The day the file is known to have been downloaded: proof, where the source alone can only assume. */
    readonly knownOn?: IsoDate;
  };
  /** The moment of the load; its day in New York is what is first seen today. */
  readonly now: Date;
  /** True for files that are invented. */
  readonly isSimulated?: boolean;
}

/** One fund and day of a loaded file; its days are those that are stored. */
interface LoadedSnapshot {
  readonly fund: string;
  readonly observedOn: IsoDate;
  readonly knownOn: IsoDate;
  readonly knownOnBasis: KnownOnBasis;
  readonly provenOn: IsoDate;
  readonly rows: number;
  readonly isNew: boolean;
}

/** What became of one file: all of it was added, all was there already, parts of each, or it was refused whole. */
export interface LoadReport {
  readonly source: string;
  readonly fileName: string;
  readonly outcome: LoadOutcome;
  readonly rowsRead: number;
  readonly rowsAdded: number;
  readonly rowsUnchanged: number;
  readonly snapshots: readonly LoadedSnapshot[];
  readonly refusals: readonly Refusal[];
}
