import { type At, isKnown } from '../at';
import { type Sql, sql } from '../sql';

/**
 * The vintages of a series that were known at `at`, in no order: rows of `vintage` with `is_served`, which is false of one that lacks a
 * period within its own span, and of an undated file that ended before what was known when it was first seen.
 */
export const vintagesOf = (code: unknown, at: At): Sql => sql`
  SELECT vintage.*, NOT EXISTS (
    SELECT FROM unserved_vintage unserved
    WHERE unserved.series_code = vintage.series_code AND unserved.place = vintage.place
  ) AS is_served
  FROM vintage WHERE vintage.series_code = ${code} AND ${isKnown('vintage', at)}`;

/** The vintage with a serial number, if it was known at `at`. */
export const vintageById = (code: unknown, id: unknown, at: At): Sql => sql`SELECT v.* FROM (${vintagesOf(code, at)}) v WHERE v.id = ${id}`;

export const vintageByKey = ([code, knownOn, digest]: readonly Sql[], at: At): Sql =>
  sql`SELECT v.* FROM (${vintagesOf(code, at)}) v WHERE v.known_on::text = ${knownOn} AND v.digest = ${digest}`;
