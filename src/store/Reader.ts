import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { IsoDate } from '../domain/isoDate';
import { NamedStatements } from './NamedStatements';
import { type TextRow, batchesOf } from './batchesOf';
import { asDomainError, isConnectionLost } from './databaseErrors';
import { type Lend, inSnapshot } from './inSnapshot';
import type { Sql } from './sql';
import { untilAborted } from './untilAborted';

/** SQL text with `$1, $2, ...` and the values of these. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** One statement's answer: the data version that it saw, and one JSON text. */
export interface Answered {
  readonly version: string;
  /** The last day of the simulated market that it saw; null where data are real. */
  readonly simulatedUntil: IsoDate | null;
  readonly json: string;
}

/** Runs a statement in the transaction at hand. */
export type Read = (statement: Statement) => Promise<Answered>;

/** What streams read through, all of it in one transaction and one thing after the other. */
export interface StreamedReads {
  readonly read: Read;
  /** The rows of a query in its order, as Postgres writes their columns. */
  readonly batches: (query: Sql) => AsyncIterable<readonly TextRow[]>;
}

/**
 * Reads through TypeORM's pool, without its entities. Every statement answers one JSON value together
 * with the data version, so that the two cannot be of different moments.
 */
export class Reader {
  private lastSeen: IsoDate | null = null;
  private readonly named = new NamedStatements();
  private readonly busy = new Set<PoolClient>();

  constructor(
    private readonly db: DataSource,
    private readonly onStatement: (text: string) => void = () => undefined,
  ) {}

  /** The last day of the simulated market that the newest answer saw; null where data were real, and before the first answer. */
  get simulatedUntil(): IsoDate | null {
    return this.lastSeen;
  }

  /** Looks at what is there now. @returns The last day of a simulated market; null where data are real. */
  async lookAgain(): Promise<IsoDate | null> {
    const { rows } = await this.withClient((client) => client.query<{ until: IsoDate | null }>(`SELECT (${SIMULATED_UNTIL}) AS until`));
    return (this.lastSeen = rows[0]?.until ?? null);
  }

  /** One statement by itself. @throws {DatabaseUnavailable} if Postgres cannot be reached. */
  read(statement: Statement): Promise<Answered> {
    return this.withClient((client) => this.run(client, statement));
  }

  /**
   * Several statements that all see the same moment; nothing can be written among them. Of those that are asked at once a second connection takes its part while half of
   * the pool is free, so that nobody waits for a connection that another has beside its own.
   */
  inOneSnapshot<T>(use: (read: Read) => Promise<T>): Promise<T> {
    return this.withClient((client) => inSnapshot(client, this.run, this.isHalfFree() ? this.lend : null, use));
  }

  /** The same, with queries of any length, which are read in batches. When `signal` aborts, the statement that runs then is stopped, and fails. */
  streaming<T>(signal: AbortSignal, use: (reads: StreamedReads) => Promise<T>): Promise<T> {
    return this.withClient((client) =>
      untilAborted(signal, client, poolOf(this.db), () => inSnapshot(client, this.run, null, (read) => use({ read, batches: (query) => batchesOf(client, query, this.onStatement) }))),
    );
  }

  /** True if Postgres answers. */
  async isReady(): Promise<boolean> {
    return this.withClient((client) => client.query('SELECT 1')).then(
      () => true,
      () => false,
    );
  }

  /** Ends the connections of all statements that still run, which fail: whoever asked has gone. */
  abandon(): void {
    for (const client of this.busy) {
      this.busy.delete(client);
      client.release(true);
    }
  }

  private readonly lend: Lend = async (use) => {
    const isFree = this.isHalfFree();
    if (isFree) await this.withClient(use);
    return isFree;
  };

  private isHalfFree(): boolean {
    const { idleCount, totalCount, options } = poolOf(this.db);
    return 2 * (totalCount - idleCount) <= options.max;
  }

  private readonly run = async (client: PoolClient, { text, values }: Statement): Promise<Answered> => {
    this.onStatement(text);
    const versioned = `SELECT coalesce((SELECT max(id) FROM load WHERE outcome = 'ADDED'), 0)::text, coalesce((${SIMULATED_UNTIL}), ''), (${text})::text`;
    const rows = await this.named.query(client, versioned, values);
    const [version, until, json] = rows[0] ?? [];
    if (version === undefined || until === undefined || json === undefined) throw new TypeError('The statement gave no row.');
    this.lastSeen = until === '' ? null : (until as IsoDate);
    return { version, simulatedUntil: this.lastSeen, json };
  };

  private async withClient<T>(use: (client: PoolClient) => Promise<T>): Promise<T> {
    try {
      const client = await poolOf(this.db).connect();
      // A lost connection is also an event, and one that nobody hears ends the process. The statement tells of it.
      client.on('error', ignore);
      this.busy.add(client);
      let failure: Error | undefined;
      try {
        return await use(client);
      } catch (error) {
        failure = error as Error;
        throw error;
      } finally {
        client.off('error', ignore);
        if (this.busy.delete(client)) client.release(failure !== undefined && isConnectionLost(failure));
      }
    } catch (error) {
      throw asDomainError(error);
    }
  }
}

const SIMULATED_UNTIL = 'SELECT last_on::text FROM simulation';

const ignore = (): void => undefined;

/** TypeORM's own pool: nobody opens a second one. */
const poolOf = (db: DataSource): Pool => (db.driver as unknown as { readonly master: Pool }).master;
