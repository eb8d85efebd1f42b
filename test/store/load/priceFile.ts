import type { DataSource } from 'typeorm';
import { isoDate } from '../../../src/domain/isoDate';
import { sourceByKey } from '../../../src/sources/sources';
import type { Told } from '../../../src/sources/tellable';
import { loadFile } from '../../../src/store/load/loadFile';
import type { LoadReport } from '../../../src/store/load/LoadRequest';
import { noonOf } from './invented';

export interface Loading {
  readonly told?: Told;
  /** The day of the load; 2026-11-02 where nothing is said. */
  readonly on?: string;
  /** What `--known-on` says. */
  readonly knownOn?: string;
}

const csv = async (db: DataSource, source: string, lines: readonly string[], { told = {}, on = '2026-11-02', knownOn }: Loading): Promise<LoadReport> =>
  loadFile(db, {
    ...{ source: sourceByKey(source), fileName: 'own.csv', bytes: Buffer.from(`${lines.join('\n')}\n`), now: noonOf(on) },
    told: { ...told, ...(knownOn === undefined ? {} : { knownOn: isoDate(knownOn) }) },
  });

/** Loads closes of a symbol, by day. */
export const loadCloses = (db: DataSource, symbol: string, closes: string, days: Readonly<Record<string, number | string>>, loading: Loading = {}): Promise<LoadReport> =>
  csv(db, 'csv-prices', ['symbol,observed_on,close,closes', ...Object.entries(days).map(([day, close]) => `${symbol},${day},${close},${closes}`)], loading);

/** Loads corporate actions, each `symbol,kind,observed_on,ratio,amount,delisting_return`. */
export const loadActions = (db: DataSource, actions: readonly string[], loading: Loading = {}): Promise<LoadReport> =>
  csv(db, 'csv-corporate-actions', ['symbol,kind,observed_on,ratio,amount,delisting_return', ...actions], loading);
