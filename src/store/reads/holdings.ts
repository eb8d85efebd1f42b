import type { AssetClass } from '../../domain/assetClass';
import type { CompanyMatch } from '../../domain/CompanyMatch';
import type { SecurityMatch } from '../../domain/matchSecurities';
import { type At, isKnown } from '../at';
import { type Sql, sql } from '../sql';
import { companyMatch, companyMatchedBy, securityIdsOf } from './companyMatches';
import { securityById } from './securities';
import { snapshotAt } from './snapshots';

export interface HoldingFilter {
  readonly symbols?: readonly string[] | null;
  readonly sectors?: readonly string[] | null;
  readonly assetClasses?: readonly AssetClass[] | null;
  readonly matchedBy?: readonly SecurityMatch[] | null;
  readonly companyMatchedBy?: readonly CompanyMatch[] | null;
  readonly minWeight?: number | null;
  readonly maxWeight?: number | null;
}

/**
 * The lines of a snapshot that meet all of the filter; a part left out is met by all. Ticker and sector
 * are the security's as known at `at`, just as the graph shows them.
 */
export function holdingsOf(snapshotId: unknown, filter: HoldingFilter, at: At): Sql {
  const { symbols = null, sectors = null, assetClasses = null, matchedBy = null, companyMatchedBy: ofCompany = null, minWeight = null, maxWeight = null } = filter;
  const conditions = [
    symbols && sql`s.symbol = ANY (${symbols}::text[])`,
    sectors && sql`s.sector = ANY (${sectors}::text[])`,
    assetClasses && sql`s.asset_class = ANY (${assetClasses}::text[])`,
  ].filter((condition) => condition !== null);
  const ofSecurity = conditions.reduce(
    (all, condition) => sql`${all} AND ${condition}`,
    sql`SELECT FROM (${securityById(sql`h.security_id`, at)}) s WHERE TRUE`,
  );
  return sql`
    SELECT * FROM holding h
    WHERE h.snapshot_id = ${snapshotId}
      ${minWeight === null ? sql`` : sql`AND h.weight >= ${minWeight}::numeric`}
      ${maxWeight === null ? sql`` : sql`AND h.weight <= ${maxWeight}::numeric`}
      ${matchedBy === null ? sql`` : sql`AND EXISTS (SELECT FROM security_description d WHERE d.id = h.description_id AND d.matched_by = ANY (${matchedBy}::text[]))`}
      ${ofCompany === null ? sql`` : sql`AND ${companyMatchedBy(sql`h.description_id`, sql`h.observed_on`)} = ANY (${ofCompany}::text[])`}
      ${conditions.length === 0 ? sql`` : sql`AND EXISTS (${ofSecurity})`}`;
}

export const holdingByKey = (snapshotKey: unknown, line: unknown, at: At): Sql => sql`
  SELECT h.* FROM snapshot s JOIN holding h ON h.snapshot_id = s.id
  WHERE s.key = ${snapshotKey} AND h.line::text = ${line} AND ${isKnown('s', at)}`;

/** The lines that hold a security in the snapshots which answer for each fund at `at`, with `fund_symbol`. */
export const holdingsOfSecurity = (securityId: unknown, at: At): Sql => sql`
  SELECT h.*, f.symbol AS fund_symbol
  FROM fund f
  CROSS JOIN LATERAL (${snapshotAt(sql`f.symbol`, at)}) s
  JOIN holding h ON h.snapshot_id = s.id AND h.security_id = ${securityId} AND h.observed_on = s.observed_on`;

/** The lines that hold what is a company's, in the snapshots which answer for each fund at `at`, with `fund_symbol`. */
export const holdingsOfCompany = (cik: unknown, at: At): Sql => sql`
  SELECT h.*, f.symbol AS fund_symbol
  FROM fund f
  CROSS JOIN LATERAL (${snapshotAt(sql`f.symbol`, at)}) s
  JOIN holding h ON h.snapshot_id = s.id AND h.security_id IN (${securityIdsOf(cik)}) AND h.observed_on = s.observed_on
  WHERE (SELECT m.cik FROM (${companyMatch(sql`h.description_id`, sql`h.observed_on`)}) m) = ${cik}`;
