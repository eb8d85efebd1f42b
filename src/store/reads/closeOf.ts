import { Adjustment } from '../../domain/closes';
import type { At } from '../at';
import { type Sql, join, raw, sql } from '../sql';
import { KINDS, endOf } from './closes';
import { actionsOf } from './corporateActions';
import { dayOf } from './dayOf';
import { valuesOf } from './prices';

/**
 * A series' close of a day, adjusted as `adjust` says, as at most one row: `listing, source, closes, content, dated_on, observed_on, adjust, value, known_on,
 * known_on_basis, proven_on, document_id`. Of a day after the last one it is what was got after a delisting on that day.
 */
export const closeOf = (seriesId: Sql, day: Sql, adjust: Sql, at: At): Sql => join(Object.values(Adjustment).map((one) => adjusted(seriesId, day, one, sql`${adjust} = ${raw(`'${one}'`)}`, at)), ' UNION ALL ');

const adjusted = (seriesId: Sql, day: Sql, adjust: Adjustment, isAsked: Sql, at: At): Sql => sql`
  SELECT s.listing, s.source, s.closes, s.content, s.dated_on, v.observed_on, ${raw(`'${adjust}'`)} AS adjust, v.value, coalesce(gone.known_on, s.known_on) AS known_on,
    coalesce(gone.known_on_basis, s.known_on_basis) AS known_on_basis, coalesce(gone.proven_on, s.proven_on) AS proven_on, coalesce(gone.document_id, s.document_id) AS document_id
  FROM (
    SELECT own.*, newest.observed_on AS last_on, newest.close AS last_close, newest.known_on, newest.known_on_basis, newest.proven_on, newest.document_id
    FROM price_series own CROSS JOIN LATERAL (${endOf(raw('own.id'), 'DESC', null, day, at)}) newest WHERE own.id = ${seriesId} AND own.closes = ANY (${KINDS[adjust]}::text[])
  ) s
  CROSS JOIN LATERAL (${valuesOf(raw('SELECT s.listing'), { adjust, from: day, to: day }, at)}) v
  LEFT JOIN LATERAL (SELECT * FROM (${actionsOf(raw('SELECT s.listing'), raw('s.last_on'), day, at)}) a WHERE a.kind = 'DELISTING' AND a.observed_on = v.observed_on) gone ON TRUE
  WHERE ${isAsked} AND v.observed_on = ${day}`;

/** The parts of a close's natural key, in the order in which `closeByKey` takes them. */
export const closeKey = ({ listing, source, closes, content, datedOn, observedOn, adjust }: Readonly<Record<string, unknown>>): readonly Sql[] => [
  ...[sql`${listing}`, sql`${source}`, sql`${closes}`, sql`coalesce(${content}::text, '')`, sql`coalesce(${datedOn}::text, '')`],
  ...[sql`${observedOn}`, sql`${adjust}`],
];

export const closeByKey = ([listing, source, closes, content, datedOn, day = sql`NULL`, adjust = sql`NULL`]: readonly Sql[], at: At): Sql => sql`
  SELECT found.* FROM (
    SELECT s.id, ${dayOf(day)} AS day FROM price_series s
    WHERE s.listing = ${listing} AND s.source = ${source} AND s.closes = ${closes} AND coalesce(s.content, '') = ${content} AND coalesce(s.dated_on::text, '') = ${datedOn}
  ) named CROSS JOIN LATERAL (${closeOf(raw('named.id'), raw('named.day'), adjust, at)}) found`;
