import type { PoolClient } from 'pg';
import type { Wordings } from './Wordings';
import { rematch } from './rematch';

/**
 * Gives every wording of a load its description and security, new ones where there are none, and leaves them in the
 * temporary table `staged_security`: `wording, security_id, description_id`. Wordings that are new may show that
 * listings taken for two securities are one; then they are made one.
 */
export async function mergeIdentities(client: PoolClient, wordings: Wordings): Promise<void> {
  await wordings.stage(client);
  await client.query(SECURITIES);
  const { rowCount } = await client.query(DESCRIPTIONS);
  if (rowCount !== 0) await rematch(client);
  await client.query(STAGED);
}

/** Ends what `mergeIdentities` left, so that another kind of fact may follow in the same transaction. */
export const dropIdentities = (client: PoolClient): Promise<unknown> => client.query('DROP TABLE staged_wording, staged_security');

const SAYS = ['symbol', 'name', 'sector', 'country', 'exchange', 'cusip', 'isin', 'lei', 'cik'];

/** Which descriptions `d` say just what a wording `w` says. */
const IS_SAID = ['d.listing = w.listing', ...SAYS.map((column) => `d.${column} IS NOT DISTINCT FROM w.${column}`)].join(' AND ');

const SECURITIES = `
  INSERT INTO security (key, asset_class)
  SELECT DISTINCT listing, asset_class FROM staged_wording w
  WHERE NOT EXISTS (SELECT FROM security s WHERE s.key = w.listing) ORDER BY 1`;

/** A listing is the security that its other wordings are, else its own until something ties it to another. */
const DESCRIPTIONS = `
  INSERT INTO security_description (security_id, matched_by, listing, ${SAYS.join(', ')})
  SELECT coalesce(other.security_id, s.id),
    coalesce(other.matched_by, CASE WHEN w.symbol IS NOT NULL THEN 'TICKER' WHEN w.cusip IS NULL AND w.isin IS NULL THEN 'NAME' ELSE 'NONE' END),
    w.listing, ${SAYS.map((column) => `w.${column}`).join(', ')}
  FROM staged_wording w JOIN security s ON s.key = w.listing
  LEFT JOIN LATERAL (SELECT security_id, matched_by FROM security_description d WHERE d.listing = w.listing LIMIT 1) other ON TRUE
  WHERE NOT EXISTS (SELECT FROM security_description d WHERE ${IS_SAID})
  ORDER BY w.listing, ${SAYS.map((column) => `w.${column}`).join(', ')}`;

const STAGED = `
  CREATE TEMPORARY TABLE staged_security ON COMMIT DROP AS
  SELECT w.wording, d.security_id, d.id AS description_id FROM staged_wording w JOIN security_description d ON ${IS_SAID};
  ANALYZE staged_security`;
