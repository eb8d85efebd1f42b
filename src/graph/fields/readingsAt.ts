import type { At } from '../../store/at';
import { type Sql, sql } from '../../store/sql';
import { Later, ToldSql } from '../planner/Later';
import { standsOn } from './standsOn';

/** Signals at `at`, one row each. */
export function readingsAt(keys: readonly string[], at: At): Sql {
  const standing = standsOn(at);
  const readings = new Later(async ({ readings: loader }) => JSON.stringify(await Promise.all(keys.map((key) => loader.load({ key, ...standing })))));
  const rows = sql`
    SELECT * FROM json_to_recordset(${readings}::json) AS s(key text, version int, as_of date, value float8, score float8, state text, sentence text,
      is_partial boolean, is_hindsight boolean, known_on_basis text, missing json, terms json, leaves json, leaning int, evidence json)`;
  return new ToldSql(rows, { keys: [...new Set(keys)] });
}
