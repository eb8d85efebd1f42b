import type { PoolClient } from 'pg';
import { type SecurityMatch, type Wording, matchSecurities } from '../../../domain/matchSecurities';

interface DescribedWording extends Wording {
  readonly serial: number;
  readonly security: string;
  readonly matchedBy: SecurityMatch;
}

/**
 * Finds again which listings are one security, from all wordings there are, and lets descriptions and all that
 * points to them follow. What is derived is derived anew, so the order in which files came leaves no trace.
 * Without any identifier there is nothing to find: each listing is its own.
 */
export async function rematch(client: PoolClient): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM security_description WHERE cusip IS NOT NULL OR isin IS NOT NULL LIMIT 1');
  if (rowCount === 0) return;
  const { rows } = await client.query<DescribedWording>(WORDINGS);
  const matched = matchSecurities(rows);
  const moved = rows.flatMap(({ listing, serial, security, matchedBy }) => {
    const found = matched.get(listing);
    return found === undefined || (found.security === security && found.by === matchedBy) ? [] : [{ listing, serial, ...found }];
  });
  if (moved.length === 0) return;
  await client.query('SET CONSTRAINTS holding_described, constituent_described DEFERRED');
  await client.query(DESCRIPTIONS, [moved.map(({ listing }) => listing), moved.map(({ security }) => security), moved.map(({ by }) => by)]);
  const left = [[...new Set(moved.map(({ serial }) => serial))]];
  await client.query(follow('holding'), left);
  await client.query(follow('constituent'), left);
  await client.query('SET CONSTRAINTS holding_described, constituent_described IMMEDIATE');
}

const WORDINGS = `
  SELECT d.listing, split_part(d.listing, ':', 1) AS "assetClass", d.symbol AS ticker, d.name, d.cusip, d.isin,
    s.id AS serial, s.key AS security, d.matched_by AS "matchedBy"
  FROM security_description d JOIN security s ON s.id = d.security_id`;

const DESCRIPTIONS = `
  UPDATE security_description d SET security_id = s.id, matched_by = m.matched_by
  FROM (SELECT DISTINCT * FROM unnest($1::text[], $2::text[], $3::text[]) u(listing, security, matched_by)) m JOIN security s ON s.key = m.security
  WHERE d.listing = m.listing`;

/** Lets the lines of the securities `$1` go where their descriptions went. */
const follow = (table: 'holding' | 'constituent'): string => `
  UPDATE ${table} l SET security_id = d.security_id FROM security_description d
  WHERE l.security_id = ANY ($1::int[]) AND d.id = l.description_id AND d.security_id <> l.security_id`;
