import type { PoolClient } from 'pg';
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

interface Version {
  readonly sha256: string;
  readonly provenOn: IsoDate;
}

/**
 * Whether a report is to be added. The same bytes are there already, unless they are now said to have
 * been readable on an earlier day than was proven: then that is a fact of its own.
 */
export async function dueSnapshot(
  client: PoolClient,
  { source, told, now }: LoadRequest,
  report: HoldingsReport,
  sha256: string,
): Promise<DueSnapshot> {
  const { fund, observedOn } = report;
  const versions = await versionsOf(client, fund, observedOn, source.key);
  const claimed = told.knownOn ?? report.knownOn;
  const known = knownOn({
    observedOn,
    claimed,
    today: dayInNewYork(now),
    isCorrection: versions.some((version) => version.sha256 !== sha256),
    usual: source.usualKnownOn,
  });
  const same = versions.filter((version) => version.sha256 === sha256);
  const isNew = same.length === 0 || (claimed !== null && same.every(({ provenOn }) => claimed < provenOn));
  const key = [fund, observedOn, source.key, sha256.slice(0, 16), known.knownOn, known.knownOnBasis].join(':');
  return { ...known, report, key, isNew };
}

async function versionsOf(client: PoolClient, fund: string, observedOn: IsoDate, source: string): Promise<readonly Version[]> {
  const { rows } = await client.query<Version>(
    `SELECT d.sha256, s.proven_on::text AS "provenOn"
     FROM snapshot s JOIN source_document d ON d.id = s.document_id
     WHERE s.fund_symbol = $1 AND s.observed_on = $2 AND d.source = $3`,
    [fund, observedOn, source],
  );
  return rows;
}
