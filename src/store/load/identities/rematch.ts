import type { PoolClient } from 'pg';
import type { AssetClass } from '../../../domain/assetClass';
import { type SecurityMatch, type Wording, matchSecurities } from '../../../domain/matchSecurities';

interface DescribedWording extends Wording {
  readonly serial: number;
  readonly security: string;
  readonly matchedBy: SecurityMatch;
}

/** A wording that a load brought. */
export interface NewWording {
  readonly security: number;
  readonly cik: string | null;
  readonly assetClass: AssetClass;
  /** Whether it has a CUSIP or an ISIN. */
  readonly isIdentified: boolean;
}

/**
 * Finds again which listings are one security, from all wordings there are, and lets descriptions and all that
 * points to them follow. What is derived is derived anew, so the order in which files came leaves no trace.
 *
 * @returns The securities whose listings are others now.
 */
export async function rematch(client: PoolClient, added: readonly NewWording[]): Promise<readonly number[]> {
  if (!(await mayTie(client, added))) return [];
  const { rows } = await client.query<DescribedWording>(WORDINGS);
  const matched = matchSecurities(rows);
  const moved = rows.flatMap(({ listing, serial, security, matchedBy }) => {
    const found = matched.get(listing);
    return found === undefined || (found.security === security && found.by === matchedBy) ? [] : [{ listing, serial, ...found }];
  });
  if (moved.length === 0) return [];
  const left = [...new Set(moved.map(({ serial }) => serial))];
  await client.query(`SET CONSTRAINTS ${LINES.map(([, described]) => described).join(', ')} DEFERRED`);
  const found = await client.query<{ id: number }>(DESCRIPTIONS, [moved.map(({ listing }) => listing), moved.map(({ security }) => security), moved.map(({ by }) => by)]);
  for (const [table] of LINES) await client.query(follow(table), [left]);
  await client.query(`SET CONSTRAINTS ${LINES.map(([, described]) => described).join(', ')} IMMEDIATE`);
  return [...new Set([...left, ...found.rows.map(({ id }) => id)])];
}

/**
 * Without any identifier there is nothing to find: each listing is its own. And a wording that has none ties only what has an
 * identifier and no ticker to itself, by its name.
 */
async function mayTie(client: PoolClient, added: readonly NewWording[]): Promise<boolean> {
  if (added.length === 0) return false;
  if (added.some(({ isIdentified }) => isIdentified)) return true;
  const { rowCount } = await client.query(NAMELESS, [[...new Set(added.map(({ assetClass }) => assetClass))]]);
  return rowCount !== 0;
}

const NAMELESS = `
  SELECT FROM security_description WHERE symbol IS NULL AND (cusip IS NOT NULL OR isin IS NOT NULL)
    AND split_part(listing, ':', 1) = ANY ($1::text[]) LIMIT 1`;

/** The tables whose lines point to descriptions, each with the constraint that does. */
const LINES = [['holding', 'holding_described'], ['constituent', 'constituent_described'], ['ticker_line', 'ticker_line_described']] as const;

const WORDINGS = `
  SELECT d.listing, split_part(d.listing, ':', 1) AS "assetClass", d.symbol AS ticker, d.name, d.cusip, d.isin,
    s.id AS serial, s.key AS security, d.matched_by AS "matchedBy"
  FROM security_description d JOIN security s ON s.id = d.security_id`;

const DESCRIPTIONS = `
  UPDATE security_description d SET security_id = s.id, matched_by = m.matched_by
  FROM (SELECT DISTINCT * FROM unnest($1::text[], $2::text[], $3::text[]) u(listing, security, matched_by)) m JOIN security s ON s.key = m.security
  WHERE d.listing = m.listing RETURNING d.security_id AS id`;

/** Lets the lines of the securities `$1` go where their descriptions went. */
const follow = (table: (typeof LINES)[number][0]): string => `
  UPDATE ${table} l SET security_id = d.security_id FROM security_description d
  WHERE l.security_id = ANY ($1::int[]) AND d.id = l.description_id AND d.security_id <> l.security_id`;
