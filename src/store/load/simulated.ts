import type { PoolClient } from 'pg';
import { InvalidInput } from '../../domain/errors';
import { factKinds } from './factKinds';

/**
 * Takes an invented market out: all facts there are, since real and invented ones never stand side by side, and all that
 * only they named. Facts that were published are never deleted by anything.
 */
export async function removeSimulated(client: PoolClient): Promise<void> {
  if (!(await isSimulated(client))) return;
  const tables = ['signal_reading', 'signal_coverage', ...factKinds.flatMap((kind) => kind.tables), 'year_tally', 'day_tally', 'source_document', 'security_description', 'security', 'company', 'simulation'];
  for (const table of tables) await client.query(`DELETE FROM ${table}`);
  await client.query('DELETE FROM fund WHERE issuer IS NULL');
  await client.query('DELETE FROM indicator WHERE release_code IS NULL');
}

/** @throws {InvalidInput} if the database holds anything that was really published. */
export async function refuseBesideReal(client: PoolClient): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM source_document WHERE NOT is_simulated LIMIT 1');
  if (rowCount !== 0) throw new InvalidInput('it is invented, and the database holds real documents: the two never stand side by side');
}

/** @throws {InvalidInput} if the database holds an invented market. */
export async function refuseBesideSimulated(client: PoolClient): Promise<void> {
  if (await isSimulated(client)) {
    throw new InvalidInput('the database holds a simulated market, and real files never stand beside it: load with --replace-simulated to take it out first');
  }
}

async function isSimulated(client: PoolClient): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM source_document WHERE is_simulated LIMIT 1');
  return rowCount !== 0;
}
