import type { PoolClient } from 'pg';
import type { CorporateActionKind } from '../../../domain/corporateActions';
import { type Decimal, areEqual } from '../../../domain/decimal';
import type { IsoDate } from '../../../domain/isoDate';
import { listingOf } from '../../../domain/securityKey';
import type { ActionReport, CorporateActionsReport } from '../../../sources/CorporateActionsReport';
import { type Known, claimedDay } from '../knownOn';
import type { LoadRequest } from '../LoadRequest';
import { type DatedVersion, fileRead, versionOfDay } from '../versionOfDay';

/** The actions of a file, held against what is there of the listing. */
export interface DatedActions {
  readonly report: CorporateActionsReport;
  readonly listing: string;
  readonly actions: readonly DatedAction[];
}

interface DatedAction extends DatedVersion {
  readonly action: ActionReport;
}

interface Version extends Known {
  readonly kind: CorporateActionKind;
  readonly observedOn: IsoDate;
  readonly ratio: Decimal | null;
  readonly amount: Decimal | null;
  readonly delistingReturn: Decimal | null;
}

/**
 * Each action is known since its own day, on which the market trades without it; told otherwise than before, it is a later version.
 *
 * @throws {InvalidInput} if a day cannot be, or file and caller say that it was known on different days.
 */
export async function datedActions(client: PoolClient, request: LoadRequest, report: CorporateActionsReport, sha256: string): Promise<DatedActions> {
  const { symbol, actions } = report;
  const last = actions.map(({ observedOn }) => observedOn).sort().at(-1);
  if (last === undefined) throw new TypeError(`There is no action of ${symbol}.`);
  const listing = listingOf(symbol, last);
  const file = { ...(await fileRead(client, request, sha256)), usual: 'MARKET_CLOSE' } as const;
  const stored = await versionsOf(client, listing, request.source.key);
  const dated = (action: ActionReport): DatedAction => {
    const { kind, observedOn } = action;
    const about = `${kind} of ${symbol}`;
    const versions = stored.filter((version) => version.kind === kind && version.observedOn === observedOn);
    const claimed = claimedDay(`${about} on ${observedOn}`, action.knownOn, request.told.knownOn);
    const isSame = (version: Version) =>
      areEqual(version.ratio, action.ratio) && areEqual(version.amount, action.amount) && areEqual(version.delistingReturn, action.delistingReturn);
    return { action, ...versionOfDay({ ...file, about, observedOn, claimed, versions, isSame }) };
  };
  return { report, listing, actions: actions.map(dated) };
}

/** What is there of a listing from one source, first known first. */
async function versionsOf(client: PoolClient, listing: string, source: string): Promise<readonly Version[]> {
  const { rows } = await client.query<Version>(
    `SELECT a.kind, a.observed_on::text AS "observedOn", a.known_on::text AS "knownOn", a.known_on_basis AS "knownOnBasis", a.proven_on::text AS "provenOn",
       a.ratio, a.amount, a.delisting_return AS "delistingReturn"
     FROM corporate_action a JOIN source_document d ON d.id = a.document_id
     WHERE a.listing = $1 AND d.source = $2
     ORDER BY a.known_on, a.load_id`,
    [listing, source],
  );
  return rows;
}
