import type { PoolClient } from 'pg';
import { Knowledge } from '../../../domain/knowledge';
import { closeOrder } from '../../reads/closes';
import { write } from '../../sql';

/** Derives the chunks of a series anew from its rows: of these years, or of all where that is null. */
export async function deriveChunks(client: PoolClient, seriesId: number, years: readonly number[] | null): Promise<void> {
  await client.query('DELETE FROM close_chunk WHERE series_id = $1 AND ($2::int[] IS NULL OR year = ANY ($2::int[]))', [seriesId, years]);
  await client.query(DERIVED, [seriesId, years]);
}

/** Of each day the version that answers when all are known. */
const DERIVED = `
  INSERT INTO close_chunk (series_id, year, first_on, last_on, known_on, proven_on, dates, closes)
  SELECT $1::int, year, min(observed_on), max(observed_on), max(known_on), max(proven_on),
    array_agg(observed_on ORDER BY observed_on), array_agg(close::float8 ORDER BY observed_on)
  FROM (
    SELECT DISTINCT ON (observed_on) extract(year FROM observed_on)::int AS year, observed_on, close,
      max(known_on) OVER versions AS known_on, max(proven_on) OVER versions AS proven_on
    FROM close c
    WHERE series_id = $1::int AND ($2::int[] IS NULL OR extract(year FROM observed_on)::int = ANY ($2::int[]))
    WINDOW versions AS (PARTITION BY observed_on)
    ORDER BY observed_on, ${write(closeOrder('c', { knowledge: Knowledge.ANY }), [])}
  ) newest
  GROUP BY year`;
