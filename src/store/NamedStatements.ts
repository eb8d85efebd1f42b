import { createHash } from 'node:crypto';
import type { PoolClient, QueryArrayConfig } from 'pg';

/** Most statements that one connection keeps prepared. */
const KEPT = 200;

/** Most texts whose first use is remembered, so that one-off texts do not fill the memory. */
const REMEMBERED = 2_000;

type TextRow = readonly (string | undefined)[];

/**
 * Prepares a statement on a connection from its second use there, under the hash of its text. Beyond
 * 200 the one that was used longest ago is deallocated: a prepared plan can take megabytes of a backend.
 */
export class NamedStatements {
  private readonly connections = new WeakMap<PoolClient, Connection>();

  async query(client: PoolClient, text: string, values: readonly unknown[]): Promise<readonly TextRow[]> {
    const connection = this.connections.get(client) ?? new Connection();
    this.connections.set(client, connection);
    const name = connection.nameFor(text);
    if (name !== undefined) {
      for (const old of connection.takeSurplus()) await deallocate(client, old);
    }
    const config: QueryArrayConfig = { text, values: [...values], rowMode: 'array', ...(name === undefined ? {} : { name }) };
    const { rows } = await client.query<(string | undefined)[]>(config);
    return rows;
  }
}

/** pg remembers by name what it has prepared, and must forget it together with Postgres. */
async function deallocate(client: PoolClient, name: string): Promise<void> {
  const { parsedStatements } = (client as unknown as { connection: { parsedStatements: Record<string, string> } }).connection;
  if (parsedStatements[name] === undefined) return;
  await client.query(`DEALLOCATE "${name}"`);
  Reflect.deleteProperty(parsedStatements, name);
}

/** What one connection has prepared, the most recently used last, and what it has seen once. */
class Connection {
  private readonly prepared = new Set<string>();
  private readonly seen = new Set<string>();

  nameFor(text: string): string | undefined {
    const name = `cg_${createHash('sha256').update(text).digest('base64url').slice(0, 32)}`;
    if (!this.prepared.has(name) && !this.seen.has(name)) {
      if (this.seen.size >= REMEMBERED) this.seen.clear();
      this.seen.add(name);
      return undefined;
    }
    this.seen.delete(name);
    this.prepared.delete(name);
    this.prepared.add(name);
    return name;
  }

  takeSurplus(): readonly string[] {
    const surplus = [...this.prepared].slice(0, Math.max(0, this.prepared.size - KEPT));
    for (const name of surplus) this.prepared.delete(name);
    return surplus;
  }
}
