import type { PoolClient } from 'pg';
import { InvalidInput } from '../../domain/errors';
import { dayInNewYork, type IsoDate } from '../../domain/isoDate';
import type { HoldingsReport } from '../../sources/HoldingsReport';
import { type Known, knownOn } from './knownOn';
import type { LoadRequest } from './LoadRequest';

/** A report of a file, the day it counts as known, and whether it has yet to be added. */
export interface DueSnapshot extends Known {
  readonly report: HoldingsReport;
  /** The natural key of the snapshot. */
  readonly key: string;
  readonly isNew: boolean;
}

interface Version extends Known {
  readonly key: string;
  readonly sha256: string;
}

/**
 * Whether a report is to be added. The same bytes are there already, unless they are now said to have
 * been readable on an earlier day than was proven: then that is a fact of its own.
 *
 * @throws {InvalidInput} if its days cannot be, or file and caller say different days.
 */
export async function dueSnapshot(
  client: PoolClient,
  { source, told, now }: LoadRequest,
  report: HoldingsReport,
  sha256: string,
): Promise<DueSnapshot> {
  const { fund, observedOn } = report;
  const versions = await versionsOf(client, fund, observedOn, source.key);
  const same = versions.filter((version) => version.sha256 === sha256);
  const others = versions.filter((version) => version.sha256 !== sha256);
  const claimed = claimedDay(report, told.knownOn);
  const today = dayInNewYork(now);
  const othersKnownOn = others.map((version) => version.knownOn);
  const known = knownOn({ fund, observedOn, claimed, today, othersKnownOn, usual: source.usualKnownOn });

  const [first] = same;
  if (first !== undefined && (claimed === null || same.some(({ provenOn }) => provenOn <= claimed))) {
    const { key, knownOn: day, knownOnBasis, provenOn } = first;
    return { report, key, knownOn: day, knownOnBasis, provenOn, isNew: false };
  }
  const key = [fund, observedOn, source.key, sha256.slice(0, 16), known.knownOn, known.knownOnBasis].join(':');
  return { ...known, report, key, isNew: true };
}

function claimedDay({ fund, observedOn, knownOn: said }: HoldingsReport, told: IsoDate | undefined): IsoDate | null {
  if (said !== null && told !== undefined && said !== told) {
    throw new InvalidInput(`${fund} on ${observedOn}: the file says that it was known on ${said}, not on ${told} as was told`);
  }
  return told ?? said;
}

/** What is there of a fund's day from one source, first known first. */
async function versionsOf(client: PoolClient, fund: string, observedOn: IsoDate, source: string): Promise<readonly Version[]> {
  const { rows } = await client.query<Version>(
    `SELECT s.key, d.sha256, s.known_on::text AS "knownOn", s.known_on_basis AS "knownOnBasis", s.proven_on::text AS "provenOn"
     FROM snapshot s JOIN source_document d ON d.id = s.document_id
     WHERE s.fund_symbol = $1 AND s.observed_on = $2 AND d.source = $3
     ORDER BY s.known_on, s.proven_on`,
    [fund, observedOn, source],
  );
  return rows;
}
