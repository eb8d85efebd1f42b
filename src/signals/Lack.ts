import type { MissingReason } from '../domain/MissingReason';

/** An input that a signal has to do without. */
export interface Lack {
  /** Such as `UNRATE`, or another signal's key. */
  readonly input: string;
  readonly reason: MissingReason;
  /** Half a sentence that says what is lacking: `GDPC1 is 400 days old, of at most 275`. */
  readonly text: string;
}
