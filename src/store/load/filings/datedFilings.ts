import type { PoolClient } from 'pg';
import { InvalidInput } from '../../../domain/errors';
import { grouped } from '../../../domain/grouped';
import { KnownOnBasis } from '../../../domain/knowledge';
import type { FilingLine, FilingsReport } from '../../../sources/FilingsReport';
import { downloadedOn } from '../downloadedOn';
import type { Known } from '../knownOn';
import type { LoadRequest } from '../LoadRequest';
import type { DatedVersion } from '../versionOfDay';

/** A filing, since when it counts as known, and whether it has yet to be added. */
export interface DatedFiling extends DatedVersion {
  readonly filing: FilingLine;
}

interface StoredFiling extends Known, Omit<FilingLine, 'acceptedAt'> {}

/**
 * The filings of a file, held against what is there. Each is known since its filing date; but one that was read to be otherwise
 * before is known so since the file was downloaded. The moment of acceptance is no part of what it is: EDGAR writes the same
 * one in several ways.
 *
 * @throws {InvalidInput} if one was filed after the file was downloaded.
 */
export async function datedFilings(client: PoolClient, request: LoadRequest, { cik, filings }: FilingsReport): Promise<readonly DatedFiling[]> {
  const about = `CIK ${cik}`;
  const downloaded = downloadedOn(about, request);
  const late = filings.find(({ filedOn }) => filedOn > downloaded.knownOn);
  if (late !== undefined) throw new InvalidInput(`${about}: ${late.accession} was filed on ${late.filedOn}, after ${downloaded.knownOn}, the day of the file`);
  const stored = await storedFilings(client, cik, filings.map(({ accession }) => accession));
  return filings.map((filing) => {
    const versions = stored.get(filing.accession) ?? [];
    const same = versions.find((version) => toldOf(version) === toldOf(filing));
    if (same !== undefined) return { filing, knownOn: same.knownOn, knownOnBasis: same.knownOnBasis, provenOn: same.provenOn, isNew: false };
    const filed = { knownOn: filing.filedOn, knownOnBasis: KnownOnBasis.ACCEPTED_BY_SEC, provenOn: filing.filedOn };
    return { filing, ...(versions.length === 0 ? filed : downloaded), isNew: true };
  });
}

/** All that makes a filing what it is. */
const toldOf = ({ form, filedOn, reportOn, items, primaryDocument, isXbrl }: Omit<FilingLine, 'acceptedAt'>): string =>
  JSON.stringify([form, filedOn, reportOn, items, primaryDocument, isXbrl]);

async function storedFilings(client: PoolClient, cik: string, accessions: readonly string[]): Promise<ReadonlyMap<string, readonly StoredFiling[]>> {
  const { rows } = await client.query<StoredFiling>(
    `SELECT accession, form, observed_on::text AS "filedOn", report_on::text AS "reportOn", items, primary_document AS "primaryDocument", is_xbrl AS "isXbrl",
       known_on::text AS "knownOn", known_on_basis AS "knownOnBasis", proven_on::text AS "provenOn"
     FROM filing WHERE cik = $1 AND accession = ANY ($2::text[])`,
    [cik, accessions],
  );
  return grouped(rows, ({ accession }) => accession);
}
