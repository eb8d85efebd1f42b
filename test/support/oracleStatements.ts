import { Pool } from 'pg';
import { type Sql, sql, write } from '../../src/store/sql';
import { createLoaders } from '../../src/graph/context';
import { Later } from '../../src/graph/planner/Later';
import type { Read } from '../../src/store/Reader';
import type { TextRow, Whole } from './oraclePage';

/**
 * Each piece of SQL as a statement of its own, with values in its holes, its rows as texts. Answers are
 * remembered, so the database must not change below them.
 */
export class OracleStatements {
  private readonly pool: Pool;
  private readonly answered = new Map<string, Promise<Whole>>();

  constructor(url: string) {
    this.pool = new Pool({ connectionString: url, max: 4, types: { getTypeParser: () => (text: string) => text } });
  }

  /** Until all connections are gone: the pool's own end comes before that, and a database that is dropped by force in between ends them with an error that nobody awaits. */
  async close(): Promise<void> {
    let open = this.pool.totalCount;
    const gone = new Promise<void>((resolve) => this.pool.on('remove', () => (open -= 1) === 0 && resolve()));
    await Promise.all([this.pool.end(), open > 0 && gone]);
  }

  /** What is evaluated in TypeScript reads in the same way, one question at a time. */
  readonly read: Read = async ({ text, values }) => {
    const { rows } = await this.pool.query<TextRow>(`SELECT (${text})::text AS json`, [...values]);
    return { version: '', simulatedUntil: null, json: rows[0]?.json ?? 'null' };
  };

  async rows(piece: Sql): Promise<Whole> {
    const holes: unknown[] = [];
    const text = write(piece, holes);
    const values = await Promise.all(holes.map((hole) => (hole instanceof Later ? hole.value(createLoaders(this.read)) : hole)));
    const key = JSON.stringify([text, values]);
    const answered = this.answered.get(key) ?? this.ask(text, values);
    this.answered.set(key, answered);
    return answered;
  }

  async value(piece: Sql): Promise<string | null> {
    const { rows } = await this.rows(sql`SELECT (${piece}) AS value`);
    return rows[0]?.value ?? null;
  }

  private async ask(text: string, values: unknown[]): Promise<Whole> {
    const { rows, fields } = await this.pool.query<TextRow>(text, values);
    return { rows, types: new Map(fields.map(({ name, dataTypeID }) => [name, dataTypeID])) };
  }
}
