import type { PoolClient, QueryResult } from 'pg';
import type { Answered, Read, Statement } from './Reader';

type Run = (client: PoolClient, statement: Statement) => Promise<Answered>;

/** Lends a second connection until `use` has ended. @returns Whether one was free. */
export type Lend = (use: (client: PoolClient) => Promise<void>) => Promise<boolean>;

const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** Several statements on a connection, and on a second one where one is lent, that all see the same moment; nothing can be written among them. */
export async function inSnapshot<T>(client: PoolClient, run: Run, lend: Lend | null, use: (read: Read) => Promise<T>): Promise<T> {
  try {
    const reads = new SnapshotReads(client, run, lend === null ? await begin(client) : await beginShared(client, lend));
    return await use(reads.read).finally(() => reads.end());
  } finally {
    await client.query('COMMIT');
  }
}

/** @returns What lends no connection. */
async function begin(client: PoolClient): Promise<Lend> {
  await client.query(BEGIN);
  return () => Promise.resolve(false);
}

/** @returns What lends connections that see what the transaction does that begins here. */
async function beginShared(client: PoolClient, lend: Lend): Promise<Lend> {
  // Of two statements in one text pg gives both answers, which its types do not say.
  const [, exported] = (await client.query(`${BEGIN}; SELECT pg_export_snapshot() AS id`)) as unknown as readonly QueryResult<{ id: string }>[];
  const [{ id } = { id: '' }] = exported?.rows ?? [];
  return (use) =>
    lend(async (second) => {
      await second.query(`${BEGIN}; SET TRANSACTION SNAPSHOT '${id}'`);
      await use(second);
      await second.query('COMMIT');
    });
}

interface Asked {
  readonly statement: Statement;
  readonly tell: (answered: Promise<Answered>) => void;
  /** After how many answers. */
  readonly after: number;
}

/**
 * Of statements that are asked at once the next one is on its way before an answer is given, so that Postgres is at work while that is read; and while the connection is busy a second
 * one takes what still waits, so that two of Postgres' processes are.
 */
class SnapshotReads {
  private readonly waiting: Asked[] = [];
  private own: Promise<void> | undefined;
  private second: Promise<void> | undefined;
  private isOver = false;
  private answers = 0;

  constructor(
    private readonly client: PoolClient,
    private readonly run: Run,
    private readonly lend: Lend,
  ) {}

  readonly read: Read = (statement) => {
    if (this.isOver) return Promise.reject(new Error(OVER));
    return new Promise((tell) => {
      // What is asked upon an answer comes before what was asked ahead of that: it is the second of two things in a row, and the rest of the first.
      const place = this.waiting.findIndex(({ after }) => after < this.answers);
      this.waiting.splice(place === -1 ? this.waiting.length : place, 0, { statement, tell, after: this.answers });
      if (this.own === undefined) this.own = this.take(this.client, () => (this.own = undefined));
      else this.second ??= this.helped();
    });
  };

  /** Waits for what is under way; what is not is no longer asked. @throws What a second connection failed with, by itself. */
  async end(): Promise<void> {
    this.isOver = true;
    for (const { tell } of this.waiting.splice(0)) tell(Promise.reject(new Error(OVER)));
    await this.own;
    while (this.second !== undefined) await this.second;
  }

  private helped(): Promise<void> {
    const helping = this.lend((client) => this.take(client)).then((isLent) => {
      // What was asked while the second one was given back.
      this.second = isLent && this.waiting.length > 0 ? this.helped() : undefined;
    });
    // Whether it failed is asked at the end: nobody else waits for it.
    helping.catch(ignore);
    return helping;
  }

  /** Asks one after the other until none waits. */
  private async take(client: PoolClient, leave: () => void = ignore): Promise<void> {
    let told = ignore;
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      const { statement, tell } = next;
      const answered = this.run(client, statement);
      told();
      await answered.then(ignore, ignore);
      told = () => {
        this.answers += 1;
        tell(answered);
      };
    }
    leave();
    told();
  }
}

const OVER = 'The snapshot is over.';

const ignore = (): void => undefined;
