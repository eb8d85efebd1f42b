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
export const companiesOf = (some: readonly Companies[], days: readonly IsoDate[], knowledge: Knowledge): Sql =>
  sql`SELECT DISTINCT s.cik FROM (${join(some.map((of) => companiesSeen(of, days, knowledge)), ' UNION ALL ')}) s`;

/** The same, with how far back one looks: `cik, reach`. */
export const companiesInReach = (reaches: readonly Reach[], days: readonly IsoDate[], knowledge: Knowledge): Sql => sql`
  SELECT s.cik, max(s.reach) AS reach FROM (${join(farthestOf(reaches).map(({ of, days: reach }) => sql`SELECT c.cik, ${reach}::int AS reach FROM (${companiesSeen(of, days, knowledge)}) c`), ' UNION ALL ')}) s
  GROUP BY s.cik`;

/** Of those that look at the same companies the one that looks back farthest. */
const farthestOf = (reaches: readonly Reach[]): readonly Reach[] =>
  [...new Map([...reaches].sort((a, b) => a.days - b.days).map((one) => [JSON.stringify(one.of), one])).values()];

/**
 * All that may be among some companies on one of many days: `cik`, perhaps several times. Those of a fund are the ones in the snapshots that answer on one of the
 * days; those of a basket all that belong to it or ever did. Whose a security is has no date of knowledge.
 */
function companiesSeen(of: Companies, days: readonly IsoDate[], knowledge: Knowledge): Sql {
  if ('ciks' in of) return sql`SELECT unnest(${of.ciks}::text[]) AS cik`;
  if ('basket' in of) return sql`SELECT m.cik FROM (${listingsOfBaskets([of.basket])}) l JOIN security_description w ON w.listing = 'EQUITY:' || l.listing JOIN company_match m ON m.description_id = w.id`;
  const held = sql`SELECT DISTINCT h.description_id FROM (${snapshotsSeen(of.fund, days, knowledge)}) s JOIN holding h ON h.snapshot_id = s.id`;
  return sql`SELECT m.cik FROM (${held}) d JOIN company_match m ON m.description_id = d.description_id`;
}

const snapshotsSeen = (fund: string, days: readonly IsoDate[], knowledge: Knowledge): Sql => sql`
  SELECT DISTINCT s.id FROM unnest(${days}::date[]) d(day) CROSS JOIN LATERAL (${snapshotAt(sql`${fund}::text`, { asOf: new Column('d', 'day'), knowledge })}) s`;
