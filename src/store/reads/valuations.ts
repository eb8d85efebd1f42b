import { type At, isKnown } from '../at';
import { type Sql, raw, sql } from '../sql';
import { isWithin } from './isWithin';
import { isOn, versionOrder } from './versionOrder';

const CHOSEN = sql`nav DESC NULLS LAST, shares_outstanding DESC NULLS LAST`;

/** The valuation of a fund that answers for the newest day known at `at`, or for the day `on`. */
export const valuationAt = (fundSymbol: unknown, at: At, on: unknown = null): Sql => sql`
  SELECT * FROM valuation
  WHERE fund_symbol = ${fundSymbol} AND ${isKnown('valuation', at)} AND ${isOn('valuation', on)}
  ORDER BY observed_on DESC, ${versionOrder('valuation', at)}, ${CHOSEN}
  LIMIT 1`;

/** The one valuation of each day from `from` to `to` that answers for it, in no order; a bound that is null is none. */
export const valuationsOf = (fundSymbol: unknown, at: At, from: unknown, to: unknown): Sql => sql`
  SELECT DISTINCT ON (observed_on) * FROM valuation
  WHERE fund_symbol = ${fundSymbol} AND ${isKnown('valuation', at)}
    AND ${isWithin(raw('observed_on'), from, to)}
  ORDER BY observed_on DESC, ${versionOrder('valuation', at)}, ${CHOSEN}`;

/**
 * The same for whoever reads the newest or the oldest few: each day is answered by itself, so that Postgres can take them in the order of an index and
 * stop. All of a window are had sooner from `valuationsOf`.
 */
export const valuationsInOrder = (fundSymbol: unknown, at: At, from: unknown, to: unknown): Sql => sql`
  SELECT v.* FROM valuation v
  WHERE v.fund_symbol = ${fundSymbol} AND ${isKnown('v', at)} AND ${isWithin(raw('v.observed_on'), from, to)}
    AND v.load_id = (SELECT answer.load_id FROM (${valuationAt(fundSymbol, at, raw('v.observed_on'))}) answer)`;

/** A fund's net assets on the newest day of which both NAV and shares outstanding are known at `at`; no row if there is none. */
export const netAssetsAt = (fundSymbol: unknown, at: At): Sql => sql`
  SELECT nav * shares_outstanding FROM valuation
  WHERE fund_symbol = ${fundSymbol} AND ${isKnown('valuation', at)} AND nav IS NOT NULL AND shares_outstanding IS NOT NULL
  ORDER BY observed_on DESC, ${versionOrder('valuation', at)}, ${CHOSEN}
  LIMIT 1`;

/** The parts of a valuation's natural key, in the order in which `valuationByKey` takes them. */
export const valuationKey = (row: Readonly<Record<string, unknown>>): readonly Sql[] => [
  sql`${row.fundSymbol}`,
  sql`${row.observedOn}`,
  sql`(SELECT source FROM source_document WHERE id = ${row.documentId})`,
  sql`${row.knownOn}`,
  sql`${row.knownOnBasis}`,
  sql`concat_ws('/', coalesce(${row.nav}::text, '-'), coalesce(${row.sharesOutstanding}::text, '-'))`,
];

export const valuationByKey = ([fund, observedOn, source, knownOn, basis, values]: readonly Sql[], at: At): Sql => sql`
  SELECT v.* FROM valuation v JOIN source_document d ON d.id = v.document_id
  WHERE v.fund_symbol = ${fund} AND v.observed_on::text = ${observedOn} AND d.source = ${source} AND v.known_on::text = ${knownOn}
    AND v.known_on_basis = ${basis} AND concat_ws('/', coalesce(v.nav::text, '-'), coalesce(v.shares_outstanding::text, '-')) = ${values}
    AND ${isKnown('v', at)}
  ORDER BY v.load_id LIMIT 1`;
