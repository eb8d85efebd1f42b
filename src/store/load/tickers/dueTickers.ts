import type { PoolClient } from 'pg';
import { dayInNewYork, type IsoDate } from '../../../domain/isoDate';
import type { TickersReport } from '../../../sources/TickersReport';
import { ALL_COMPANIES } from '../../entities/TickerList';
import { type DueVersion, type VersionTable, dueVersion } from '../dueVersion';
import type { LoadRequest } from '../LoadRequest';

const LISTS: VersionTable = { table: 'ticker_list', subject: 'scope' };

/** A list, of the day that it is about. */
export interface DatedTickers extends Omit<TickersReport, 'observedOn'> {
  readonly observedOn: IsoDate;
}

export const scopeOf = ({ cik }: Pick<TickersReport, 'cik'>): string => cik ?? ALL_COMPANIES;

/**
 * Whether a list is to be added. It is about the day of its download, which it says or is told; else about that of the load,
 * unless the same bytes were read on an earlier one.
 *
 * @throws {InvalidInput} if its day cannot be.
 */
export async function dueTickers(client: PoolClient, request: LoadRequest, report: TickersReport, sha256: string): Promise<DueVersion<DatedTickers>> {
  const scope = scopeOf(report);
  const said = report.observedOn ?? request.told.knownOn;
  const observedOn = said ?? (await dayOfSameBytes(client, request, scope, sha256)) ?? dayInNewYork(request.now);
  return dueVersion(client, LISTS, request, scope, { ...report, observedOn }, sha256);
}

async function dayOfSameBytes(client: PoolClient, { source }: LoadRequest, scope: string, sha256: string): Promise<IsoDate | undefined> {
  const { rows } = await client.query<{ day: IsoDate }>(
    `SELECT l.observed_on::text AS day FROM ticker_list l JOIN source_document d ON d.id = l.document_id
     WHERE l.scope = $1 AND d.source = $2 AND d.sha256 = $3 ORDER BY l.observed_on LIMIT 1`,
    [scope, source.key, sha256],
  );
  return rows[0]?.day;
}
