import type { DataSource } from 'typeorm';
import { DatabaseUnavailable } from '../domain/errors';
import { type Connections, createDataSource } from '../store/dataSource';
import { asDomainError } from '../store/databaseErrors';
import { migrate } from '../store/migrate';

/** As `server_version_num` counts: 15.0, the first with NULLS NOT DISTINCT. */
const OLDEST = 150_000;

/** A database that was reached. */
export interface MigratedDatabase {
  readonly db: DataSource;
  /** `15.20` */
  readonly version: string;
  /** `host:port/database` */
  readonly place: string;
  /** The migrations that opening it ran. */
  readonly migrated: readonly string[];
}

/** @throws {DatabaseUnavailable} if it cannot be reached, or lets us not in; says where and why. */
export async function migratedDatabase(url: string, connections: Connections): Promise<MigratedDatabase> {
  const db = createDataSource(url, connections);
  const unhurried = createDataSource(url, { poolSize: 2, statementTimeoutMs: 0 });
  try {
    const version = await versionOf(await connect(unhurried, url), url);
    const migrated = await migrate(unhurried);
    await unhurried.destroy();
    await connect(db, url);
    return { db, version, place: placeOf(url), migrated };
  } catch (error) {
    for (const source of [unhurried, db]) if (source.isInitialized) await source.destroy();
    throw asDomainError(error);
  }
}

/** Postgres' own words for why it lets nobody in hold no password. */
async function connect(source: DataSource, url: string): Promise<DataSource> {
  try {
    return await source.initialize();
  } catch (cause) {
    const { message, code = 'no reason was given' } = cause as NodeJS.ErrnoException;
    throw new DatabaseUnavailable(`Postgres at ${placeOf(url)} cannot be used: ${message === '' ? code : message}.`, { cause });
  }
}

/** `15.20`. @throws {DatabaseUnavailable} if it is older than what the tables need. */
async function versionOf(source: DataSource, url: string): Promise<string> {
  const [{ number, text }] = await source.query<[{ number: number; text: string }]>(
    `SELECT current_setting('server_version_num')::int AS number, split_part(current_setting('server_version'), ' ', 1) AS text`,
  );
  if (number < OLDEST) throw new DatabaseUnavailable(`Postgres at ${placeOf(url)} is ${text}: 15 or later is needed.`);
  return text;
}

/** `host:port/database` of an address: nothing of it that is secret. */
function placeOf(address: string): string {
  const { hostname, port, pathname } = new URL(address);
  return `${hostname === '' ? 'localhost' : hostname}:${port === '' ? '5432' : port}${pathname}`;
}
