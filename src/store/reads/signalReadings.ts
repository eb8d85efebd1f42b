import type { IsoDate } from '../../domain/isoDate';
import type { Knowledge } from '../../domain/knowledge';
import { type Sql, raw, sql } from '../sql';

/** A signal, and the versions of it and of all that it is made of. */
export interface AskedHistory {
  readonly key: string;
  readonly versions: string;
}

/** Which days of signals are stored, as one JSON list; those that loads made stale are told from `staleFrom` on. */
export const signalCoverages = (): Sql => sql`
  SELECT coalesce(json_agg(json_build_object('key', c.signal_key, 'knowledge', c.knowledge, 'versions', c.versions, 'firstOn', c.first_on, 'lastOn', c.last_on, 'staleFrom', c.stale_from)), '[]')
  FROM signal_coverage c`;

/**
 * What is stored of signals on days: one JSON list with an object of each signal, in their order. `newest` are lists of what is told now, where it is what would be computed now: days
 * that are not stored, or that a load has made stale, are lacking. `first` are lists of what was stored first, whatever came later.
 */
export const storedReadings = (asked: readonly AskedHistory[], days: readonly IsoDate[], knowledge: Knowledge): Sql => sql`
  SELECT coalesce(json_agg(json_build_object('newest', n.lists, 'first', f.lists) ORDER BY a.n), '[]')
  FROM unnest(${asked.map(({ key }) => key)}::text[], ${asked.map(({ versions }) => versions)}::text[]) WITH ORDINALITY a(key, versions, n)
  CROSS JOIN LATERAL (
    SELECT json_build_object('asOf', ${list('as_of')}, 'value', ${list('value')}, 'score', ${list('score')}, 'state', ${list('state')}, 'knownOnBasis', ${list('known_on_basis')}, 'isHindsight', ${list('is_hindsight')}) AS lists
    FROM signal_coverage c
    JOIN unnest(${days}::date[]) d(day) ON d.day BETWEEN c.first_on AND c.last_on AND d.day < coalesce(c.stale_from, 'infinity')
    CROSS JOIN LATERAL (SELECT * FROM signal_reading r WHERE r.signal_key = c.signal_key AND r.knowledge = c.knowledge AND r.as_of = d.day ORDER BY r.id DESC LIMIT 1) s
    WHERE c.signal_key = a.key COLLATE "C" AND c.knowledge = ${knowledge} AND c.versions = a.versions COLLATE "C"
  ) n
  CROSS JOIN LATERAL (
    SELECT json_build_object('asOf', ${list('as_of')}, 'value', ${list('value')}, 'score', ${list('score')}, 'version', ${list('version')},
      'computedAt', coalesce(json_agg(to_char(s.computed_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), '[]')) AS lists
    FROM unnest(${days}::date[]) d(day)
    CROSS JOIN LATERAL (SELECT * FROM signal_reading r WHERE r.signal_key = a.key COLLATE "C" AND r.knowledge = ${knowledge} AND r.as_of = d.day ORDER BY r.id LIMIT 1) s
  ) f`;

const list = (column: string): Sql => sql`coalesce(json_agg(s.${raw(column)}), '[]')`;
