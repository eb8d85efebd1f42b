import type { IsoDate } from '../isoDate';
import type { ReportedFact } from './ReportedFact';

/** A figure of a filing together with the day on which it could be read. */
export interface KnownFact extends ReportedFact {
  /** Its number in the store. */
  readonly id: string;
  /** The day of filing; of a figure that the SEC's file came to give otherwise, the day on which that was seen. */
  readonly knownOn: IsoDate;
}
