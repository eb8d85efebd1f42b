import { bringUpToDate, type BroughtUpToDate, type OnStretch } from '../evaluation/bringUpToDate';
import type { Upkeep } from '../evaluation/dueHistories';
import type { Database } from '../server/openDatabase';
import { signals } from '../signals/signals';
import { HistoryWriter } from '../store/history/HistoryWriter';

/** Brings the stored histories of all signals up to date; waits where another process is at it. */
export const keepSignals = ({ db }: Pick<Database, 'db'>, upkeep: Upkeep, onStretch?: OnStretch): Promise<readonly BroughtUpToDate[]> =>
  HistoryWriter.inTurn(db, (writer) => bringUpToDate(writer, [...signals.values()], upkeep, onStretch));

/** The same after loads, for what they touched and nothing else; where that is nothing it waits for nobody. */
export const keepTouched = async (database: Pick<Database, 'db'>, now: Date): Promise<readonly BroughtUpToDate[]> =>
  (await HistoryWriter.isAnyStale(database.db)) ? keepSignals(database, { now, onlyStale: true }) : [];

/** What became of them, in one line. */
export function signalsLine(done: readonly BroughtUpToDate[]): string {
  const added = done.reduce((sum, one) => sum + one.added, 0);
  const changed = [...new Set(done.filter((one) => one.added > 0).map(({ key }) => key))];
  return `signals   ${added} readings stored${changed.length === 0 ? '' : `: ${changed.join(', ')}`}`;
}
