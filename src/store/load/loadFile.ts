import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { Refusal } from '../../domain/errors';
import type { HoldingsReport } from '../../sources/HoldingsReport';
import type { Reading } from '../../sources/defineSource';
import { LoadOutcome } from '../entities/Load';
import { type DueSnapshot, dueSnapshot } from './dueSnapshot';
import { inLoad } from './inLoad';
import type { LoadReport, LoadRequest } from './LoadRequest';
import { mergeHoldings } from './mergeHoldings';
import { addDocument, recordLoad } from './recordLoad';
import { refusalsOf } from './refusalsOf';
import { refuseBesideReal, removeSimulated } from './simulated';

/**
 * Reads a file and appends what is new in it, in one transaction: all of it or nothing. The same file
 * again adds nothing. A file that cannot be read is refused with every place that was wrong: the run is
 * recorded, nothing else changes.
 *
 * @throws {DatabaseUnavailable} if the connection cannot be had or is lost.
 */
export async function loadFile(db: DataSource, request: LoadRequest): Promise<LoadReport> {
  try {
    const reading = request.source.read(request.bytes, request.told);
    return await inLoad(db, (client) => appendFile(client, request, reading));
  } catch (error) {
    return refuseFile(db, request, refusalsOf(error));
  }
}

/** Records that a file was refused, which changes nothing else; also for one whose bytes could not even be had. */
export async function refuseFile(db: DataSource, request: Omit<LoadRequest, 'bytes'>, refusals: readonly Refusal[]): Promise<LoadReport> {
  const report = { ...emptyReport(request), refusals };
  await inLoad(db, (client) => recordLoad(client, report, request.now));
  return report;
}

/** Appends what is new in a file that was read, and records the run. For callers within `inLoad`. */
export async function appendFile(client: PoolClient, request: LoadRequest, { rowsRead, reports }: Reading): Promise<LoadReport> {
  if (request.isSimulated === true) await refuseBesideReal(client);
  else await removeSimulated(client);
  const sha256 = createHash('sha256').update(request.bytes).digest('hex');
  const all: DueSnapshot[] = [];
  for (const report of reports.holdings ?? []) all.push(await dueSnapshot(client, request, report, sha256));

  const due = all.filter(({ isNew }) => isNew);
  const report: LoadReport = {
    ...emptyReport(request),
    outcome: due.length > 0 ? LoadOutcome.ADDED : LoadOutcome.UNCHANGED,
    rowsRead,
    rowsAdded: countRows(due),
    rowsUnchanged: countRows(all) - countRows(due),
    snapshots: all.map(({ key: _, report: { fund, observedOn, lines }, ...rest }) => ({ fund, observedOn, rows: lines.length, ...rest })),
  };
  const loadId = await recordLoad(client, report, request.now);
  if (due.length > 0) {
    const documentId = await addDocument(client, request, sha256);
    await mergeHoldings(client, { loadId, documentId, precedence: request.source.precedence }, due);
  }
  return report;
}

const countRows = (snapshots: readonly { readonly report: HoldingsReport }[]): number =>
  snapshots.reduce((sum, { report }) => sum + report.lines.length, 0);

const emptyReport = ({ source, fileName }: Pick<LoadRequest, 'source' | 'fileName'>): LoadReport => ({
  source: source.key,
  fileName,
  outcome: LoadOutcome.REFUSED,
  rowsRead: 0,
  rowsAdded: 0,
  rowsUnchanged: 0,
  snapshots: [],
  refusals: [],
});
