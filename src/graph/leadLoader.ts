import DataLoader from 'dataloader';
import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import { type Pair, leadOf } from '../evaluation/leadOf';
import type { Read } from '../store/Reader';

/** Whose lead over whom is asked for, and where its reader stands. */
interface AskedLead extends Pair {
  readonly asOf: IsoDate;
  readonly knowledge: Knowledge;
}

/** What one ticker returned against another; the same pair asked twice is read once. */
export const leadLoader = (read: Read) =>
  new DataLoader((asked: readonly AskedLead[]) => Promise.all(asked.map(({ asOf, knowledge, ...pair }) => leadOf(read, pair, asOf, knowledge))), { cacheKeyFn: (one) => JSON.stringify(one) });
