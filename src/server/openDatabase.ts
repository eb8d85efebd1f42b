import type { DataSource } from 'typeorm';
import { DatabaseUnavailable } from '../domain/errors';
import { createDataSource } from '../store/dataSource';
import { asDomainError } from '../store/databaseErrors';
import { startEmbedded } from '../store/embedded/startEmbedded';
import { migrate } from '../store/migrate';
import { projectFolder } from '../store/projectFolder';
import type { Config } from './config';

export interface Database {
  readonly db: DataSource;
  /** What it runs on, for people: never with a password. */
  readonly description: string;
  /** The migrations that opening it ran. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

export interface Use {
  /** After how many milliseconds a statement is stopped; 0 never, for loads. */
  readonly statementTimeoutMs: number;
}

/** As `server_version_num` counts: 15.0, the first with NULLS NOT DISTINCT. */
const OLDEST = 150_000;

/**
 * The database that the configuration names, else the clone's own embedded one, migrated.
 * @throws {DatabaseUnavailable} if it cannot be reached or started, or lets us not in; says where and why.
 */
export async function openDatabase(config: Config, { statementTimeoutMs }: Use): Promise<Database> {
  const embedded = config.DATABASE_URL === undefined ? await startEmbedded(projectFolder()) : undefined;
  const url = embedded?.url ?? config.DATABASE_URL ?? '';
  const db = createDataSource(url, { poolSize: config.POOL_SIZE, statementTimeoutMs });
  const unhurried = createDataSource(url, { poolSize: 2, statementTimeoutMs: 0 });
  const close = async (): Promise<void> => {
    for (const source of [unhurried, db]) if (source.isInitialized) await source.destroy();
    await embedded?.stop();
  };
  try {
    const version = await versionOf(await connect(unhurried, url), url);
    const migrated = await migrate(unhurried);
    await unhurried.destroy();
    await connect(db, url);
    const place = embedded === undefined ? `at ${placeOf(url)}` : 'embedded, of this clone’s own';
    return { db, description: `Postgres ${version} ${place}`, migrated, close };
  } catch (error) {
    await close();
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
