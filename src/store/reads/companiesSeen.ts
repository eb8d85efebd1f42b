import type { IsoDate } from '../../domain/isoDate';
import type { Knowledge } from '../../domain/knowledge';
import { Column, type Sql, join, sql } from '../sql';
import { listingsOfBaskets } from './basketHistory';
import { snapshotAt } from './snapshots';

/** Companies that one looks at: those of a listed basket, those whose shares a fund holds, or those of some numbers. */
type Companies = { readonly basket: string } | { readonly fund: string } | { readonly ciks: readonly string[] };

/** All companies that were ever traded as they are, so that they may have a market value: `cik`, each once. */
export const tradedCompanies = sql`
  SELECT DISTINCT m.cik FROM price_series s JOIN security_description w ON w.listing = 'EQUITY:' || s.listing JOIN company_match m ON m.description_id = w.id WHERE s.closes = 'RAW'`;

/** Some companies, and how many calendar days before a day one looks at. */
export interface Reach {
  readonly of: Companies;
  readonly days: number;
}

/** All companies that may be seen on one of many days: `cik`, each once. */
export const companiesOf = (some: readonly Companies[], days: readonly IsoDate[], knowledge: Knowledge): Sql => join(some.map((of) => companiesSeen(of, days, knowledge)), ' UNION ');

/** The same, with how far back one looks: `cik, reach`. */
export const companiesInReach = (reaches: readonly Reach[], days: readonly IsoDate[], knowledge: Knowledge): Sql => sql`
  SELECT c.cik, max(c.reach) AS reach FROM (${join(reaches.map(({ of, days: reach }) => sql`SELECT s.cik, ${reach}::int AS reach FROM (${companiesSeen(of, days, knowledge)}) s`), ' UNION ALL ')}) c
  GROUP BY c.cik`;

/**
 * All that may be among some companies on one of many days: `cik`, each once. Those of a fund are the ones in the snapshots that answer on one of the
 * days; those of a basket all that belong to it or ever did. Whose a security is has no date of knowledge.
 */
function companiesSeen(of: Companies, days: readonly IsoDate[], knowledge: Knowledge): Sql {
  if ('ciks' in of) return sql`SELECT unnest(${of.ciks}::text[]) AS cik`;
  const described =
    'basket' in of
      ? sql`SELECT w.id FROM (${listingsOfBaskets([of.basket])}) l JOIN security_description w ON w.listing = 'EQUITY:' || l.listing`
      : sql`SELECT h.description_id AS id FROM (${snapshotsSeen(of.fund, days, knowledge)}) s JOIN holding h ON h.snapshot_id = s.id`;
  return sql`SELECT DISTINCT m.cik FROM (SELECT DISTINCT d.id FROM (${described}) d) d JOIN company_match m ON m.description_id = d.id`;
}

const snapshotsSeen = (fund: string, days: readonly IsoDate[], knowledge: Knowledge): Sql => sql`
  SELECT DISTINCT s.id FROM unnest(${days}::date[]) d(day) CROSS JOIN LATERAL (${snapshotAt(sql`${fund}::text`, { asOf: new Column('d', 'day'), knowledge })}) s`;
