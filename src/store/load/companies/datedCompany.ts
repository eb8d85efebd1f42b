import type { PoolClient } from 'pg';
import { InvalidInput } from '../../../domain/errors';
import type { IsoDate } from '../../../domain/isoDate';
import { KnownOnBasis } from '../../../domain/knowledge';
import type { CompaniesReport, ProfileReport } from '../../../sources/CompaniesReport';
import { downloadedOn } from '../downloadedOn';
import type { Known } from '../knownOn';
import type { LoadRequest } from '../LoadRequest';
import type { DatedVersion } from '../versionOfDay';

/** A name or profile with its days, and whether it has yet to be added. */
interface Dated extends DatedVersion {
  readonly observedOn: IsoDate;
}

interface DatedName extends Dated {
  readonly name: string;
}

/** What a file says of a company, held against what is there. */
export interface DatedCompany {
  readonly report: CompaniesReport;
  readonly names: readonly DatedName[];
  readonly profile: Dated & ProfileReport;
}

/**
 * The present name and profile are known since the file was downloaded. A name held from an earlier day is taken to have been
 * known from that day, since it stood on every filing; proof there is only from the download.
 *
 * @throws {InvalidInput} if the company bore a former name on a day after the download.
 */
export async function datedCompany(client: PoolClient, request: LoadRequest, report: CompaniesReport, sha256: string): Promise<DatedCompany> {
  const { cik, names, profile } = report;
  const about = `CIK ${cik}`;
  const downloaded = downloadedOn(about, request);
  const today = downloaded.knownOn;
  const stored = await client.query<{ name: string; observedOn: IsoDate; knownOn: IsoDate; provenOn: IsoDate }>(NAMES, [cik]);
  const isThere = (name: string, observedOn: IsoDate, { knownOn, provenOn }: Known): boolean =>
    stored.rows.some((one) => one.name === name && one.observedOn === observedOn && one.knownOn <= knownOn && one.provenOn <= provenOn);

  const dated = names.map(({ name, from }, i): DatedName => {
    const isPresent = i === names.length - 1;
    if (from !== null && from > today && !isPresent) throw new InvalidInput(`${about}: it bore the name ${name} from ${from}, after ${today}, the day of the file`);
    const observedOn = from === null || from > today ? today : from;
    const known = observedOn === today ? downloaded : { knownOn: observedOn, knownOnBasis: KnownOnBasis.LAG_ASSUMED, provenOn: today };
    return { name, observedOn, ...known, isNew: !isThere(name, observedOn, known) };
  });
  const isNew = !(await isProfileThere(client, request, report, today, sha256));
  return { report, names: dated, profile: { ...profile, observedOn: today, ...downloaded, isNew } };
}

const NAMES = `
  SELECT name, observed_on::text AS "observedOn", known_on::text AS "knownOn", proven_on::text AS "provenOn" FROM company_name WHERE cik = $1`;

/** The same profile is there of that day; or the same bytes were read, and nobody says that they are of another. */
async function isProfileThere(client: PoolClient, { source, told }: LoadRequest, { cik, profile }: CompaniesReport, day: IsoDate, sha256: string): Promise<boolean> {
  const { sic, sicDescription, fiscalYearEnd, stateOfIncorporation } = profile;
  const values = [sic, sicDescription, fiscalYearEnd, stateOfIncorporation];
  const { rowCount } = await client.query(PROFILES, [cik, day, ...values, told.knownOn === undefined, source.key, sha256]);
  return rowCount !== 0;
}

const PROFILES = `
  SELECT FROM company_profile p JOIN source_document d ON d.id = p.document_id
  WHERE p.cik = $1 AND ((p.observed_on = $2
      AND (p.sic, p.sic_description, p.fiscal_year_end, p.state_of_incorporation) IS NOT DISTINCT FROM ($3::text, $4::text, $5::text, $6::text))
    OR ($7::boolean AND d.source = $8 AND d.sha256 = $9))
  LIMIT 1`;
