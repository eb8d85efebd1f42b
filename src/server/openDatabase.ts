import { startEmbedded } from '../store/embedded/startEmbedded';
import { projectFolder } from '../store/projectFolder';
import type { Config } from './config';
import type { MigratedDatabase } from './migratedDatabase';

export interface Database extends Pick<MigratedDatabase, 'db' | 'migrated'> {
  /** What it runs on, for people: never with a password. */
  readonly description: string;
  close(): Promise<void>;
}

export interface Use {
  /** After how many milliseconds a statement is stopped; 0 never, for loads. */
  readonly statementTimeoutMs: number;
  /** What else is to be loaded: done while an embedded Postgres starts, where one has to. */
  readonly load?: () => Promise<unknown>;
}

/**
 * The database that the configuration names, else the clone's own embedded one, migrated.
 * @throws {DatabaseUnavailable} if it cannot be reached or started, or lets us not in; says where and why.
 */
export async function openDatabase(config: Config, { statementTimeoutMs, load = nothing }: Use): Promise<Database> {
  const connecting = () => import('./migratedDatabase.js');
  // Whether all can be loaded is asked again, by who needs it.
  const onLaunched = (): void => void Promise.allSettled([connecting(), load()]);
  const embedded = config.DATABASE_URL === undefined ? await startEmbedded(projectFolder(), { onLaunched }) : undefined;
  const { migratedDatabase } = await connecting();
  const { db, version, place, migrated } = await migratedDatabase(embedded?.url ?? config.DATABASE_URL ?? '', { poolSize: config.POOL_SIZE, statementTimeoutMs }).catch(async (error: unknown) => {
    await embedded?.stop();
    throw error;
  });
  const close = async (): Promise<void> => {
    if (db.isInitialized) await db.destroy();
    await embedded?.stop();
  };
  return { db, description: `Postgres ${version} ${embedded === undefined ? `at ${place}` : 'embedded, of this clone’s own'}`, migrated, close };
}

const nothing = (): Promise<void> => Promise.resolve();
