import { type Sql, raw, sql } from '../../store/sql';

/** A JSON list in a column of ours as an array of a Postgres type, in its order. */
export const jsonList = (column: string, type: string): Sql =>
  sql`ARRAY(SELECT i.value::${raw(type)} FROM json_array_elements_text(${raw(column)}) WITH ORDINALITY AS i(value, n) ORDER BY i.n)`;
