import type { RoleNames } from '../../signals/Roles';
import { type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { ToldSql } from '../planner/Later';
import { standsOn } from './standsOn';
import { toldOfRoles } from './toldOfRoles';

/** The fields of `Signal` that are kept of a reading. */
const KEPT = new Set(['__typename', 'key', 'asOf', 'version', 'value', 'score', 'state', 'isHindsight', 'knownOnBasis']);

/** Signals, one row each, told of a basket and of funds. */
export function readingsAt(keys: readonly string[], names: RoleNames, { at, asks }: Planning): Sql {
  const standing = standsOn(at);
  const isBrief = [...asks].every((field) => KEPT.has(field));
  const readings = toldOfRoles(names, at, (loaders, roles) => Promise.all(keys.map((key) => loaders.readings.load({ key, roles, isBrief, ...standing }))));
  const rows = sql`
    SELECT * FROM json_to_recordset(${readings}::json) AS s(key text, version int, as_of date, value float8, score float8, state text, sentence text,
      is_partial boolean, is_hindsight boolean, known_on_basis text, missing json, terms json, leaves json, leaning int, evidence json)`;
  return new ToldSql(rows, { keys: [...new Set(keys)], roles: names });
}
