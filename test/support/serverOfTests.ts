import { Client } from 'pg';

/** The same server's address with another database. */
export function withDatabaseName(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Runs statements on a connection of their own. @returns The rows of the last, where it lists databases. */
export async function onServer(url: string, ...statements: readonly string[]): Promise<readonly { readonly datname: string }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: readonly { readonly datname: string }[] = [];
    for (const statement of statements) ({ rows } = await client.query<{ datname: string }>(statement));
    return rows;
  } finally {
    await client.end();
  }
}
