import type { PoolClient } from 'pg';
import { type Decimal, areEqual } from '../../../domain/decimal';
import { dayInNewYork, type IsoDate } from '../../../domain/isoDate';
import type { ValuationDay, ValuationsReport } from '../../../sources/ValuationsReport';
import { type Known, claimedDay, knownOn } from '../knownOn';
import type { LoadRequest } from '../LoadRequest';
import { byDay, versionOfDay } from '../versionOfDay';

/** A day of a fund's history, when it counts as known, and whether it has yet to be added. */
export interface DatedValuation extends Known {
  readonly day: ValuationDay;
  readonly isNew: boolean;
}

interface Version extends Known {
  readonly observedOn: IsoDate;
  readonly nav: Decimal | null;
  readonly sharesOutstanding: Decimal | null;
}

/**
 * The days of a history, held against what the same source gave before.
 *
 * @throws {InvalidInput} if a day cannot be, or file and caller say that it was known on different days.
 */
export async function datedValuations(
  client: PoolClient,
  request: LoadRequest,
  { fund, days }: ValuationsReport,
  sha256: string,
): Promise<readonly DatedValuation[]> {
  const { rowCount } = await client.query('SELECT FROM source_document WHERE source = $1 AND sha256 = $2', [request.source.key, sha256]);
  const versions = byDay(await versionsOf(client, fund, request.source.key));
  return days.map((day) => dated(fund, day, versions.get(day.observedOn) ?? [], rowCount !== 0, request));
}

function dated(
  fund: string,
  day: ValuationDay,
  versions: readonly Version[],
  isReadBefore: boolean,
  { source, told, now }: LoadRequest,
): DatedValuation {
  const { observedOn } = day;
  const claimed = claimedDay(`${fund} on ${observedOn}`, day.knownOn, told.knownOn);
  const othersKnownOn = versions.map((version) => version.knownOn);
  const known = knownOn({ about: fund, observedOn, claimed, today: dayInNewYork(now), othersKnownOn, usual: source.usualKnownOn });
  const isSame = (version: Version) => areEqual(version.nav, day.nav) && areEqual(version.sharesOutstanding, day.sharesOutstanding);
  return { day, ...versionOfDay({ known, claimed, isReadBefore, versions, isSame }) };
}

/** What is there of a fund from one source, first known first. */
async function versionsOf(client: PoolClient, fund: string, source: string): Promise<readonly Version[]> {
  const { rows } = await client.query<Version>(
    `SELECT v.observed_on::text AS "observedOn", v.known_on::text AS "knownOn", v.known_on_basis AS "knownOnBasis", v.proven_on::text AS "provenOn",
       v.nav, v.shares_outstanding AS "sharesOutstanding"
     FROM valuation v JOIN source_document d ON d.id = v.document_id
     WHERE v.fund_symbol = $1 AND d.source = $2
     ORDER BY v.known_on, v.load_id`,
    [fund, source],
  );
  return rows;
}
