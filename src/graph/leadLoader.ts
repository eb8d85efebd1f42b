import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import { type Pair, leadOf } from '../evaluation/leadOf';
import type { Read } from '../store/Reader';
import { eachOnce } from './eachOnce';

/** Whose lead over whom is asked for, and where its reader stands. */
interface AskedLead extends Pair {
  readonly asOf: IsoDate;
  readonly knowledge: Knowledge;
}

/** What one ticker returned against another; the same pair asked twice is read once. */
export const leadLoader = (read: Read) =>
  eachOnce(({ asOf, knowledge, ...pair }: AskedLead) => leadOf(read, pair, asOf, knowledge));
