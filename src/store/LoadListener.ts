import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';

/** How long it waits before it connects again. */
const AGAIN_MS = 1_000;

/**
 * Hears of each load when its facts can be seen, by whatever process it was made, on a connection of its own. What happened while that
 * was lost nobody tells: so `onNews` is called at each connecting too.
 */
export class LoadListener {
  private client: Client | undefined;
  private again: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(
    private readonly db: DataSource,
    private readonly onNews: () => void,
    private readonly onLost: (reason: Error) => void,
  ) {}

  /** Listens until it is stopped. Resolves when it first does, or could not. */
  async start(): Promise<void> {
    if (this.isStopped) return;
    const { url } = this.db.options as PostgresDataSourceOptions;
    const client = new Client({ ...(url === undefined ? {} : { connectionString: url }), keepAlive: true, application_name: 'catalyst-graph news', connectionTimeoutMillis: 5_000 });
    this.client = client;
    client.on('notification', () => this.onNews());
    client.on('error', (error) => this.lost(client, error));
    try {
      await client.connect();
      await client.query('LISTEN catalyst_load');
      this.onNews();
    } catch (error) {
      this.lost(client, error as Error);
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.again);
    await this.client?.end();
  }

  private lost(client: Client, error: Error): void {
    if (this.isStopped || this.client !== client) return;
    this.client = undefined;
    client.end().catch(ignore);
    this.onLost(error);
    this.again = setTimeout(() => void this.start(), AGAIN_MS).unref();
  }
}

/** What is lost need not be told goodbye. */
const ignore = (): void => undefined;
