import type { PoolClient } from 'pg';
import { type Decimal, areEqual } from '../../../domain/decimal';
import { fiscalMonth } from '../../../domain/fiscalMonth';
import { grouped } from '../../../domain/grouped';
import type { IsoDate } from '../../../domain/isoDate';
import type { EstimateLine, EstimatesReport } from '../../../sources/EstimatesReport';
import { type Known, claimedDay } from '../knownOn';
import type { LoadRequest } from '../LoadRequest';
import { type DatedVersion, type FileRead, fileRead, versionOfDay } from '../versionOfDay';

/** A line of estimates, the day on which it stood so, when it counts as known, and whether it has yet to be added. */
export interface DatedEstimate extends DatedVersion {
  readonly line: EstimateLine;
  readonly periodMonth: IsoDate;
  readonly observedOn: IsoDate;
}

interface Version extends Known {
  readonly ticker: string;
  readonly periodMonth: IsoDate;
  readonly observedOn: IsoDate;
  readonly reportOn: IsoDate | null;
  readonly estimate: Decimal | null;
  readonly actual: Decimal | null;
}

/**
 * The lines of estimates, held against what the same source gave of the same period and day, each by itself. A line that does not
 * say its day is of that of the download; of bytes that were read before, of that on which they were.
 *
 * @throws {InvalidInput} if a day cannot be, or file and caller say that it was known on different days.
 */
export async function datedEstimates(client: PoolClient, request: LoadRequest, { lines }: EstimatesReport, sha256: string): Promise<readonly DatedEstimate[]> {
  const file = await fileRead(client, request, sha256);
  const versions = await versionsByPeriod(client, [...new Set(lines.map(({ ticker }) => ticker))], request.source.key);
  return lines.map((line) => {
    const periodMonth = fiscalMonth(line.periodEnd);
    return dated({ ...line, periodMonth }, versions.get(`${line.ticker} ${periodMonth}`) ?? [], file, request.told.knownOn);
  });
}

function dated(
  { periodMonth, ...line }: EstimateLine & { readonly periodMonth: IsoDate },
  versions: readonly Version[],
  file: FileRead,
  toldOn: IsoDate | undefined,
): DatedEstimate {
  const about = `${line.ticker} for ${line.periodEnd}`;
  const claimed = claimedDay(about, line.knownOn, toldOn);
  const dayBefore = file.isReadBefore ? versions.at(-1)?.observedOn : undefined;
  const observedOn = line.observedOn ?? claimed ?? dayBefore ?? file.today;
  const ofDay = versions.filter((version) => version.observedOn === observedOn);
  return { line, periodMonth, observedOn, ...versionOfDay({ ...file, about, observedOn, claimed, versions: ofDay, isSame: (version) => isAlike(version, line) }) };
}

const isAlike = (version: Version, line: EstimateLine): boolean =>
  version.reportOn === line.reportOn && areEqual(version.estimate, line.estimate) && areEqual(version.actual, line.actual);

/** What is there from one source, by ticker and period, first known first. */
async function versionsByPeriod(client: PoolClient, tickers: readonly string[], source: string): Promise<ReadonlyMap<string, readonly Version[]>> {
  const { rows } = await client.query<Version>(
    `SELECT w.symbol AS ticker, e.period_month::text AS "periodMonth", e.observed_on::text AS "observedOn", e.report_on::text AS "reportOn",
       e.eps_estimate AS estimate, e.eps_actual AS actual, e.known_on::text AS "knownOn", e.known_on_basis AS "knownOnBasis", e.proven_on::text AS "provenOn"
     FROM security_description w JOIN earnings_estimate e ON e.description_id = w.id JOIN source_document d ON d.id = e.document_id
     WHERE w.symbol = ANY ($1::text[]) AND d.source = $2
     ORDER BY e.known_on, e.load_id, e.observed_on`,
    [tickers, source],
  );
  return grouped(rows, ({ ticker, periodMonth }) => `${ticker} ${periodMonth}`);
}
