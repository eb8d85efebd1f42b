import type { PoolClient } from 'pg';
import type { Touched } from '../companies/matchCompanies';
import { countStaged, stageTable } from '../stageTable';
import { type NewWording, rematch } from './rematch';
import type { Wordings } from './Wordings';

/**
 * Gives every wording of a load its description and security, new ones where there are none, and leaves them in the
 * temporary table `staged_security`: `wording, security_id, description_id`. Wordings that are new may show that
 * listings taken for two securities are one; then they are made one.
 *
 * @returns What was touched, for `matchCompanies` once all of the load stands.
 */
export async function mergeIdentities(client: PoolClient, wordings: Wordings): Promise<Touched> {
  await wordings.stage(client);
  await client.query(COMPANIES);
  await client.query(SECURITIES);
  const { rows: added } = await client.query<NewWording>(DESCRIPTIONS);
  const moved = await rematch(client, added);
  await stageTable(client, 'staged_security', 'wording integer, security_id integer, description_id integer');
  const { rowCount } = await client.query(STAGED);
  await countStaged(client, 'staged_security', rowCount ?? 0);
  const { rows: contested } = await client.query<{ id: number }>(CONTESTED);
  return {
    securities: [...new Set([...added.map(({ security }) => security), ...moved, ...contested.map(({ id }) => id)])],
    ciks: [...new Set(added.flatMap(({ cik }) => cik ?? []))],
  };
}

const SAYS = ['symbol', 'name', 'sector', 'country', 'exchange', 'cusip', 'isin', 'lei', 'cik'];

/** Which descriptions `d` say just what a wording `w` says. */
const IS_SAID = ['d.listing = w.listing', ...SAYS.map((column) => `d.${column} IS NOT DISTINCT FROM w.${column}`)].join(' AND ');

const COMPANIES = `
  INSERT INTO company (cik) SELECT DISTINCT cik FROM staged_wording WHERE cik IS NOT NULL ON CONFLICT DO NOTHING`;

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
  ORDER BY w.listing, ${SAYS.map((column) => `w.${column}`).join(', ')}
  RETURNING security_id AS security, cik, split_part(listing, ':', 1) AS "assetClass", cusip IS NOT NULL OR isin IS NOT NULL AS "isIdentified"`;

const STAGED = `
  INSERT INTO staged_security
  SELECT w.wording, d.security_id, d.id FROM staged_wording w JOIN security_description d ON ${IS_SAID}`;

/** Securities that the load's lists give to a company, and lists to several: from which day on each counts may move. */
const CONTESTED = `
  SELECT security_id AS id FROM security_description WHERE cik IS NOT NULL AND security_id IN (
    SELECT s.security_id FROM staged_security s JOIN staged_wording w USING (wording) WHERE w.cik IS NOT NULL
  ) GROUP BY security_id HAVING count(DISTINCT cik) > 1`;
