import type { PoolClient } from 'pg';
import { type Decimal, areEqual } from '../../../domain/decimal';
import { grouped } from '../../../domain/grouped';
import type { IsoDate } from '../../../domain/isoDate';
import type { ValuationDay, ValuationsReport } from '../../../sources/ValuationsReport';
import { type Known, claimedDay } from '../knownOn';
import type { LoadRequest } from '../LoadRequest';
import { type DatedVersion, fileRead, versionOfDay } from '../versionOfDay';

/** A day of a fund's history, when it counts as known, and whether it has yet to be added. */
export interface DatedValuation extends DatedVersion {
  readonly day: ValuationDay;
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
  const file = await fileRead(client, request, sha256);
  const stored = grouped(await versionsOf(client, fund, request.source.key), ({ observedOn }) => observedOn);
  return days.map((day) => {
    const { observedOn } = day;
    const claimed = claimedDay(`${fund} on ${observedOn}`, day.knownOn, request.told.knownOn);
    const isSame = ({ nav, sharesOutstanding }: Version) => areEqual(nav, day.nav) && areEqual(sharesOutstanding, day.sharesOutstanding);
    return { day, ...versionOfDay({ ...file, about: fund, observedOn, claimed, versions: stored.get(observedOn) ?? [], isSame }) };
  });
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
