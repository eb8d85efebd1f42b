import type { PoolClient } from 'pg';
import type { Closes } from '../../../domain/closes';
import type { IsoDate } from '../../../domain/isoDate';

/** What tells a series from others. */
export interface SeriesKey {
  readonly listing: string;
  readonly source: string;
  readonly closes: Closes;
  /** Of adjusted closes: which file's they are. */
  readonly edition: Edition | null;
}

interface Edition {
  readonly content: string;
  readonly adjustedThrough: IsoDate;
  /** The day on which it is said to have been downloaded; null where nobody says. */
  readonly datedOn: IsoDate | null;
}

/** The number of a series, which is added where it is not there. */
export async function seriesOf(client: PoolClient, { listing, source, closes, edition }: SeriesKey, precedence: number): Promise<number> {
  const { content = null, adjustedThrough = null, datedOn = null } = edition ?? {};
  await client.query(ADDED, [listing, source, closes, precedence, content, adjustedThrough, datedOn]);
  const { rows } = await client.query<{ id: number }>(FOUND, [listing, source, closes, content, datedOn]);
  const [found] = rows;
  if (found === undefined) throw new TypeError(`No series of ${listing} from ${source} is there.`);
  return found.id;
}

const ADDED = `
  INSERT INTO price_series (listing, source, closes, precedence, content, adjusted_through, dated_on)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`;

const FOUND = `
  SELECT id FROM price_series
  WHERE listing = $1 AND source = $2 AND closes = $3 AND content IS NOT DISTINCT FROM $4::text AND dated_on IS NOT DISTINCT FROM $5::date`;
