import type { DataSource } from 'typeorm';

/** Every table of facts and identities, each row told by natural keys: alike in two databases that hold the same. */
const NATURAL: Readonly<Record<string, string>> = {
  fund: 'SELECT symbol, name, issuer, index_code FROM fund',
  source_document: 'SELECT source, publisher, url, sha256, is_simulated FROM source_document',
  security: 'SELECT key, asset_class FROM security',
  security_description: `
    SELECT s.key, d.symbol, d.name, d.sector, d.country, d.exchange
    FROM security_description d JOIN security s ON s.id = d.security_id`,
  snapshot: `
    SELECT s.key, s.fund_symbol, s.observed_on, s.known_on, s.known_on_basis, s.proven_on, s.precedence, d.source, d.sha256,
      s.positions, s.shares_outstanding, s.total_market_value
    FROM snapshot s JOIN source_document d ON d.id = s.document_id`,
  holding: `
    SELECT p.key, h.line, s.key AS security, d.symbol, d.name, d.sector, d.country, d.exchange, h.observed_on, h.known_on,
      h.proven_on, h.weight, h.published_weight, h.shares, h.market_value, h.notional_value, h.price, h.currency
    FROM holding h JOIN snapshot p ON p.id = h.snapshot_id JOIN security s ON s.id = h.security_id
      JOIN security_description d ON d.id = h.description_id`,
};

/** All that the database holds, but for its runs, its serial numbers and when its documents were read. */
export async function naturalRows(db: DataSource): Promise<Readonly<Record<string, readonly string[]>>> {
  const all = Object.entries(NATURAL).map(async ([table, rows]) => [table, await texts(db, rows)] as const);
  return Object.fromEntries(await Promise.all(all));
}

/** The same as one short text per table, for databases that are too large to read in a failing test. */
export async function naturalDigests(db: DataSource): Promise<Readonly<Record<string, readonly string[]>>> {
  const digests = Object.entries(NATURAL).map(async ([table, rows]) => {
    const digest = `SELECT count(*), md5(string_agg(r::text, E'\\n' ORDER BY r::text COLLATE "C")) FROM (${rows}) r`;
    return [table, await texts(db, digest)] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}

/** Every row that stands in the database, with where it lies and which transaction wrote it; runs are left out. */
export async function physicalRows(db: DataSource): Promise<Readonly<Record<string, readonly string[]>>> {
  const all = Object.keys(NATURAL).map(
    async (table) => [table, await texts(db, `SELECT t.ctid::text, t.xmin::text, t.* FROM ${table} t`)] as const,
  );
  return Object.fromEntries(await Promise.all(all));
}

/** The run records, oldest first, without their moments. */
export const runs = (db: DataSource): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  db.query(`
    SELECT source, file_name AS "fileName", outcome, rows_read AS read, rows_added AS added, rows_unchanged AS unchanged,
      rows_refused AS refused, reason
    FROM load ORDER BY id`);

async function texts(db: DataSource, rows: string): Promise<readonly string[]> {
  const found = await db.query<{ text: string }[]>(`SELECT r::text AS text FROM (${rows}) r ORDER BY r::text COLLATE "C"`);
  return found.map(({ text }) => text);
}
