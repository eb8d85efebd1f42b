import type { Decimal } from '../domain/decimal';
import type { IsoDate } from '../domain/isoDate';

/** What one file gives of one series, in all of its vintages. */
export interface SeriesReport {
  /** Upper case: `UNRATE`. */
  readonly series: string;
  /**
   * The days of its vintages, ascending, each once: on each of them the series could be read so. A single null where the file does not
   * say when it could be read.
   */
  readonly vintages: readonly (IsoDate | null)[];
  /** In the order of the file; of one period there are as many as it was revised. */
  readonly values: readonly SeriesValue[];
}

/** A value in all of the file's vintages from `first` to `last`, which count from 0 in `vintages`. */
export interface SeriesValue {
  readonly observedOn: IsoDate;
  /** Null where the file says that there is none. */
  readonly value: Decimal | null;
  readonly first: number;
  readonly last: number;
}
