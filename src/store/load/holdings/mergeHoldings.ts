import type { PoolClient } from 'pg';
import { InvalidInput } from '../../../domain/errors';
import type { HoldingsReport } from '../../../sources/HoldingsReport';
import { deriveExposures } from './deriveExposures';
import type { DueVersion } from '../dueVersion';
import { mergeIdentities } from '../identities/mergeIdentities';
import { mergeFunds } from '../mergeFunds';
import type { Provenance } from '../defineFactKind';
import { stageTable } from '../stageTable';
import { stageHoldings } from './stageHoldings';

/**
 * Appends snapshots with their lines: all of them are staged, and go from there set by set into identities,
 * descriptions and facts. What the caller's transaction does not commit never was.
 *
 * @throws {InvalidInput} if a report's market values sum to 0: then its lines have no weights.
 */
export async function mergeHoldings(client: PoolClient, provenance: Provenance, due: readonly DueVersion<HoldingsReport>[]): Promise<void> {
  const { precedence, documentId, loadId, onTouched } = provenance;
  await client.query(`SET LOCAL work_mem = '64MB'; SET LOCAL jit = off`);
  const wordings = await stageHoldings(client, due);
  await stageTable(client, 'staged_total', 'report integer, positions integer, published_weight numeric, market_value numeric');
  await client.query(TOTALS);
  await refuseWeightless(client);
  onTouched(await mergeIdentities(client, wordings));
  await mergeFunds(client, due.map(({ report }) => report));
  await client.query(SNAPSHOTS, [precedence, documentId, loadId]);
  await client.query(HOLDINGS);
  await client.query(deriveExposures('SELECT id FROM snapshot WHERE load_id = $1'), [loadId]);
}

const TOTALS = `
  INSERT INTO staged_total
  SELECT report, count(*), sum(published_weight), CASE WHEN bool_and(market_value IS NOT NULL) THEN sum(market_value) END
  FROM staged_line GROUP BY report`;

async function refuseWeightless(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ about: string }>(
    `SELECT fund || ' on ' || observed_on AS about FROM staged_report JOIN staged_total USING (report)
     WHERE coalesce(market_value, published_weight) = 0 ORDER BY report LIMIT 1`,
  );
  if (rows[0] !== undefined) throw new InvalidInput(`${rows[0].about}: the values of its lines sum to 0, so that none has a weight`);
}

const SNAPSHOTS = `
  INSERT INTO snapshot (key, fund_symbol, observed_on, known_on, known_on_basis, proven_on, precedence, document_id, load_id,
    positions, shares_outstanding, total_market_value)
  SELECT r.key, r.fund, r.observed_on, r.known_on, r.known_on_basis, r.proven_on, $1, $2, $3,
    t.positions, r.shares_outstanding, t.market_value
  FROM staged_report r JOIN staged_total t USING (report) ORDER BY report`;

/** A line's weight is its share of the market values where the document gives them, else of the published weights. */
const HOLDINGS = `
  INSERT INTO holding (snapshot_id, line, security_id, description_id, observed_on, known_on, proven_on, weight,
    published_weight, shares, market_value, notional_value, price, currency)
  SELECT p.id, l.line, s.security_id, s.description_id, p.observed_on, p.known_on, p.proven_on,
    CASE WHEN t.market_value IS NULL THEN l.published_weight / t.published_weight ELSE l.market_value / t.market_value END,
    l.published_weight, l.shares, l.market_value, l.notional_value, l.price, l.currency
  FROM staged_line l
  JOIN staged_security s USING (wording)
  JOIN (staged_report r JOIN snapshot p ON p.key = r.key JOIN staged_total t USING (report)) USING (report)
  ORDER BY report, l.line`;

