import type { IsoDate } from '../../domain/isoDate';
import { type At, isKnown, knownDay } from '../at';
import { type Sql, sql } from '../sql';

/** A company's filing may be told in several ways, each known since a day; that known last at `at` is the filing. */
const isFiling = (at: At): Sql => sql`${isKnown('f', at)} AND NOT EXISTS (
  SELECT FROM filing later WHERE later.cik = f.cik AND later.accession = f.accession AND ${isKnown('later', at)}
    AND (${knownDay('later', at)}, later.load_id) > (${knownDay('f', at)}, f.load_id))`;

/** Which filings: a bound that is null is none. */
export interface FilingRange {
  readonly forms: readonly string[] | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** The filings of a company known at `at`. */
export const filingsOf = (cik: unknown, { forms, from, to }: FilingRange, at: At): Sql => sql`
  SELECT f.* FROM filing f WHERE f.cik = ${cik} AND ${isFiling(at)}
    ${forms === null ? sql`` : sql`AND f.form = ANY (${forms}::text[])`}
    ${from === null ? sql`` : sql`AND f.observed_on >= ${from}::date`}
    ${to === null ? sql`` : sql`AND f.observed_on <= ${to}::date`}`;

export const filingByKey = ([cik, accession]: readonly Sql[], at: At): Sql =>
  sql`SELECT f.* FROM filing f WHERE f.cik = ${cik} AND f.accession = ${accession} AND ${isFiling(at)}`;

/**
 * Where EDGAR shows a filing.
 * @source https://www.sec.gov/search-filings/edgar-search-assistance/accessing-edgar-data: the index page of an accession
 */
export const filingUrl = (cik: unknown, accession: unknown): Sql =>
  sql`'https://www.sec.gov/Archives/edgar/data/' || ltrim(${cik}::text, '0') || '/' || replace(${accession}::text, '-', '') || '/' || ${accession}::text || '-index.htm'`;
