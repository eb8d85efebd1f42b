import type { DataSource } from 'typeorm';
import { isoDate } from '../../../src/domain/isoDate';
import { sourceByKey } from '../../../src/sources/sources';
import { loadFile } from '../../../src/store/load/loadFile';
import type { LoadReport } from '../../../src/store/load/LoadRequest';
import { noonOf } from './invented';

interface Circumstances {
  /** The day of the load; 2026-11-02 where nothing is said. */
  readonly on?: string;
  /** What `--known-on` says. */
  readonly knownOn?: string;
}

/** Loads stays in baskets, each `basket,symbol,from,until,known_on,stands_for,title`. */
export function loadBaskets(db: DataSource, stays: readonly string[], { on = '2026-11-02', knownOn }: Circumstances = {}): Promise<LoadReport> {
  const bytes = Buffer.from(['basket,symbol,from,until,known_on,stands_for,title', ...stays].join('\n'));
  const told = knownOn === undefined ? {} : { knownOn: isoDate(knownOn) };
  return loadFile(db, { source: sourceByKey('csv-baskets'), fileName: 'own.csv', bytes, told, now: noonOf(on) });
}
