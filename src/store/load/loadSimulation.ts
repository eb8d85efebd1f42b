import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { IsoDate } from '../../domain/isoDate';
import { sourceByKey } from '../../sources/sources';
import { analyze } from './analyze';
import { inLoad } from './inLoad';
import { rematchCompanies } from './companies/matchCompanies';
import { markStale } from '../history/markStale';
import { appendFacts } from './loadFile';
import { refuseBesideReal, removeSimulated } from './simulated';

/** What a simulated market follows from. */
export interface SimulatedMarket {
  readonly seed: number;
  readonly companies: number;
  readonly years: number;
  readonly funds: number;
  readonly mode: string;
  readonly lastOn: IsoDate;
}

/** A file of it, in the format of a source. */
export interface MarketFile {
  readonly source: string;
  readonly name: string;
  readonly text: string;
}

/** Told of each file once it is in. */
export type OnFile = (file: MarketFile) => void;

/**
 * Gives an empty database a simulated market, all of it or nothing, so that the first query has an answer. A database that
 * ever ran a load keeps what it has, also where two servers start at once.
 *
 * @param files Read one after another, and only if they are loaded.
 * @returns Whether it was loaded.
 */
export async function loadSimulation(db: DataSource, market: SimulatedMarket, files: Iterable<MarketFile>, onFile: OnFile = ignore): Promise<boolean> {
  if (await hasRun(db)) return false;
  return inLoad(db, async (client) => {
    const { rowCount } = await client.query('SELECT FROM load LIMIT 1');
    if (rowCount !== 0) return false;
    await append(client, market, files, onFile);
    return true;
  });
}

/**
 * The same for a database that may hold another simulated market, which goes.
 * @throws {InvalidInput} if it holds anything real.
 */
export async function replaceSimulation(db: DataSource, market: SimulatedMarket, files: Iterable<MarketFile>, onFile: OnFile = ignore): Promise<void> {
  await inLoad(db, async (client) => {
    await refuseBesideReal(client);
    await removeSimulated(client);
    await append(client, market, files, onFile);
  });
}

/** Whether any load ever ran; asked first without waiting for one that is running. */
const hasRun = async (db: DataSource): Promise<boolean> => (await db.query<unknown[]>('SELECT FROM load LIMIT 1')).length > 0;

/** Its files are loaded as of the evening of its last day, which is its today; whose its securities are is found once, when all stands. */
async function append(client: PoolClient, market: SimulatedMarket, files: Iterable<MarketFile>, onFile: OnFile): Promise<void> {
  const now = new Date(`${market.lastOn}T22:00:00Z`);
  let loaded = 0;
  for (const file of files) {
    const source = sourceByKey(file.source);
    const bytes = Buffer.from(file.text);
    const reading = source.read(bytes, { fileName: file.name });
    const { loadId, found } = await appendFacts(client, { source, fileName: file.name, bytes, told: {}, now, isSimulated: true }, reading);
    await markStale(client, loadId, found, false);
    onFile(file);
    loaded += 1;
    if (COUNTED_AFTER.has(loaded)) await analyze(client);
  }
  await analyze(client);
  await rematchCompanies(client);
  await analyze(client, ['company_match']);
  const { seed, companies, years, funds, mode, lastOn } = market;
  await client.query('INSERT INTO simulation (seed, companies, years, funds, mode, last_on) VALUES ($1, $2, $3, $4, $5, $6)', [
    ...[seed, companies, years, funds, mode, lastOn],
  ]);
}

/** After how many files Postgres counts what is there, so as not to plan for tables that are empty. */
const COUNTED_AFTER = new Set([1, 10, 100, 1_000, 10_000]);

const ignore = (): void => undefined;
