import { CorporateActionKind } from '../../domain/corporateActions';
import { type At, isKnown } from '../at';
import { type Sql, sql } from '../sql';
import { versionOrder } from './versionOrder';

/** All there are, said so that an index finds the days of each. */
const KINDS = Object.values(CorporateActionKind);

/** What happened to a listing after `from` and up to `to`, each kind and day once, in no order. Nothing counts before its own day. */
export const actionsOf = (listings: Sql, from: unknown, to: unknown, at: At): Sql => sql`
  SELECT DISTINCT ON (a.kind, a.observed_on) a.* FROM corporate_action a
  WHERE a.listing IN (${listings}) AND a.kind = ANY (${KINDS}::text[]) AND ${isKnown('a', at)}
    AND a.observed_on > coalesce((${from})::date, '-infinity') AND a.observed_on <= coalesce((${to})::date, 'infinity')
  ORDER BY a.kind, a.observed_on, ${versionOrder('a', at)}, a.ratio DESC NULLS LAST, a.amount DESC NULLS LAST, a.delisting_return DESC NULLS LAST, a.listing`;

/** The same, the newest first. */
export const actionsInOrder = (listings: Sql, from: unknown, to: unknown, at: At): Sql => sql`
  SELECT * FROM (${actionsOf(listings, from, to, at)}) happened ORDER BY observed_on DESC, kind`;
