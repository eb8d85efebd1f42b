import type { PoolClient } from 'pg';
import { securityKeys } from '../../domain/securityKey';
import { copyRows } from './copyRows';
import type { DueSnapshot } from './dueSnapshot';

/** What a load's snapshots have in common. */
export interface Provenance {
  readonly loadId: string;
  readonly documentId: string;
  readonly precedence: number;
}

/**
 * Appends snapshots with their lines: all lines go by COPY into a staging table, and from there set by
 * set into identities, descriptions and facts. What the caller's transaction does not commit never was.
 */
export async function mergeHoldings(client: PoolClient, provenance: Provenance, due: readonly DueSnapshot[]): Promise<void> {
  await client.query(STAGING);
  for (const snapshot of due) await copyRows(client, 'staged', stagedRows(snapshot));
  await client.query(IDENTITIES);
  for (const snapshot of due) await addSnapshot(client, provenance, snapshot);
  await client.query(HOLDINGS);
  await client.query('DROP TABLE staged');
}

const STAGING = `
  CREATE TEMPORARY TABLE staged (
    snapshot_key text COLLATE "C", line integer, security_key text COLLATE "C", asset_class text,
    symbol text COLLATE "C", name text COLLATE "C", sector text COLLATE "C", country text COLLATE "C", exchange text COLLATE "C",
    currency text, shares numeric, price numeric, market_value numeric, notional_value numeric, published_weight numeric
  ) ON COMMIT DROP`;

const IDENTITIES = `
  INSERT INTO security (key, asset_class)
  SELECT DISTINCT security_key, asset_class FROM staged t
  WHERE NOT EXISTS (SELECT FROM security s WHERE s.key = t.security_key) ORDER BY 1;

  INSERT INTO security_description (security_id, symbol, name, sector, country, exchange)
  SELECT s.id, t.symbol, t.name, t.sector, t.country, t.exchange FROM staged t JOIN security s ON s.key = t.security_key
  EXCEPT SELECT security_id, symbol, name, sector, country, exchange FROM security_description
  ORDER BY 1, 2, 3, 4, 5, 6;

  ANALYZE staged`;

/** A line's weight is its share of the market values where the document gives them, else of the published weights. */
const HOLDINGS = `
  INSERT INTO holding (snapshot_id, line, security_id, description_id, observed_on, known_on, proven_on, weight,
    published_weight, shares, market_value, notional_value, price, currency)
  SELECT p.id, t.line, s.id, d.id, p.observed_on, p.known_on, p.proven_on,
    CASE WHEN p.total_market_value IS NULL
      THEN t.published_weight / sum(t.published_weight) OVER (PARTITION BY p.id)
      ELSE t.market_value / p.total_market_value END,
    t.published_weight, t.shares, t.market_value, t.notional_value, t.price, t.currency
  FROM staged t
  JOIN snapshot p ON p.key = t.snapshot_key
  JOIN security s ON s.key = t.security_key
  JOIN security_description d ON d.security_id = s.id AND d.name = t.name AND d.symbol IS NOT DISTINCT FROM t.symbol
    AND d.sector IS NOT DISTINCT FROM t.sector AND d.country IS NOT DISTINCT FROM t.country
    AND d.exchange IS NOT DISTINCT FROM t.exchange`;

function* stagedRows({ key, report: { observedOn, lines } }: DueSnapshot): Generator<readonly (string | null)[]> {
  const securities = securityKeys(observedOn, lines);
  for (const [i, line] of lines.entries()) {
    yield [
      key, String(i + 1), securities[i] ?? null, line.assetClass,
      line.ticker, line.name, line.sector, line.country, line.exchange,
      line.currency, line.shares, line.price, line.marketValue, line.notionalValue, line.publishedWeight,
    ];
  }
}

async function addSnapshot(client: PoolClient, provenance: Provenance, due: DueSnapshot): Promise<void> {
  const { report, key, knownOn, knownOnBasis, provenOn } = due;
  await client.query('INSERT INTO fund (symbol, name) VALUES ($1, $2) ON CONFLICT (symbol) DO NOTHING', [
    report.fund,
    report.fundName ?? report.fund,
  ]);
  await client.query(
    `INSERT INTO snapshot (key, fund_symbol, observed_on, known_on, known_on_basis, proven_on, precedence, document_id, load_id,
       positions, shares_outstanding, total_market_value)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, count(*), $10,
       CASE WHEN bool_and(market_value IS NOT NULL) THEN sum(market_value) END
     FROM staged WHERE snapshot_key = $1`,
    [key, report.fund, report.observedOn, knownOn, knownOnBasis, provenOn, provenance.precedence, provenance.documentId,
      provenance.loadId, report.sharesOutstanding],
  );
}
