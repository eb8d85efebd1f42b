import { type Sql, sql } from '../sql';

/** The day that a text names, or null for one that names none: a cast would fail the whole statement. */
export const dayOf = (text: Sql): Sql => sql`(
  SELECT named.day FROM (
    SELECT CASE WHEN ${text} ~ '^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
      THEN make_date(left(${text}, 4)::int, substr(${text}, 6, 2)::int, 1) + right(${text}, 2)::int - 1 END AS day
  ) named WHERE named.day::text = ${text})`;
