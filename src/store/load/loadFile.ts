import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { Refusal } from '../../domain/errors';
import type { Reading } from '../../sources/defineSource';
import { LoadOutcome } from '../entities/Load';
import { type Touched, matchCompanies } from './companies/matchCompanies';
import type { PreparedFacts } from './defineFactKind';
import { prepare } from './factKinds';
import { markStale } from '../history/markStale';
import { inLoad } from './inLoad';
import type { LoadReport, LoadRequest } from './LoadRequest';
import { addDocument, recordLoad } from './recordLoad';
import { refusalsOf } from './refusalsOf';
import { refuseBesideReal, refuseBesideSimulated, removeSimulated } from './simulated';

/**
 * Reads a file and appends what is new in it, in one transaction: all of it or nothing. The same file
 * again adds nothing. A file that cannot be read is refused with every place that was wrong: the run is
 * recorded, nothing else changes.
 *
 * @throws {DatabaseUnavailable} if the connection cannot be had or is lost.
 */
export async function loadFile(db: DataSource, request: LoadRequest, had: ReadFile = readFile(request)): Promise<LoadReport> {
  if ('refusals' in had) return refuseFile(db, request, had.refusals);
  try {
    return await inLoad(db, (client) => appendFile(client, request, had));
  } catch (error) {
    return refuseFile(db, request, refusalsOf(error));
  }
}

/** What a file holds, or every place that was wrong. */
type ReadFile = Reading | { readonly refusals: readonly Refusal[] };

/** Reads a file without a look at the database, so that it can be done while another one is being appended. */
export function readFile({ source, bytes, told, fileName }: LoadRequest): ReadFile {
  try {
    return source.read(bytes, { ...told, fileName });
  } catch (error) {
    return { refusals: refusalsOf(error) };
  }
}

/** Records that a file was refused, which changes nothing else; also for one whose bytes could not even be had. */
export async function refuseFile(db: DataSource, request: Omit<LoadRequest, 'bytes'>, refusals: readonly Refusal[]): Promise<LoadReport> {
  const report = { ...emptyReport(request), refusals };
  await inLoad(db, (client) => recordLoad(client, report, request.now));
  return report;
}

/** Appends what is new in a file that was read, records the run, and derives what follows from it. For callers within `inLoad`. */
export async function appendFile(client: PoolClient, request: LoadRequest, reading: Reading): Promise<LoadReport> {
  if (request.isSimulated === true) await refuseBesideReal(client);
  else if (request.replacesSimulated === true) await removeSimulated(client);
  else await refuseBesideSimulated(client);
  const { report, loadId, found, touched } = await appendFacts(client, request, reading);
  const isOtherOwner = await matchCompanies(client, touched);
  await markStale(client, loadId, found, isOtherOwner);
  return report;
}

/** What a file brought, for what follows from it to be derived. */
interface AppendedFacts {
  readonly report: LoadReport;
  readonly loadId: string;
  readonly found: readonly PreparedFacts[];
  /** By what was said anew, piece by piece. */
  readonly touched: readonly Touched[];
}

/** The same without what goes before and what follows: what may stand beside it, `matchCompanies` and `markStale` are left to the caller. */
export async function appendFacts(client: PoolClient, request: LoadRequest, { rowsRead, reports, leftOut = [] }: Reading): Promise<AppendedFacts> {
  const sha256 = createHash('sha256').update(request.bytes).digest('hex');
  const prepared = await prepare(client, request, reports, sha256);

  const found = prepared.flatMap((kind) => kind.facts);
  const facts = found.map(({ subjects: _, newSince: __, ...told }) => told);
  const rowsAdded = facts.reduce((sum, { rowsAdded: added }) => sum + added, 0);
  const report: LoadReport = {
    ...emptyReport(request),
    outcome: rowsAdded > 0 ? LoadOutcome.ADDED : LoadOutcome.UNCHANGED,
    rowsRead,
    rowsAdded,
    rowsUnchanged: facts.reduce((sum, { rows }) => sum + rows, 0) - rowsAdded,
    facts,
    leftOut,
  };
  const loadId = await recordLoad(client, report, request.now);
  const documentId = await addDocument(client, request, sha256);
  const due = prepared.filter((kind) => kind.facts.some((one) => one.rowsAdded > 0));
  const touched: Touched[] = [];
  const onTouched = (one: Touched): void => void touched.push(one);
  for (const kind of due) await kind.append({ loadId, documentId, precedence: request.source.precedence, onTouched });
  return { report, loadId, found, touched };
}

const emptyReport = ({ source, fileName }: Pick<LoadRequest, 'source' | 'fileName'>): LoadReport => ({
  source: source.key,
  fileName,
  outcome: LoadOutcome.REFUSED,
  rowsRead: 0,
  rowsAdded: 0,
  rowsUnchanged: 0,
  facts: [],
  leftOut: [],
  refusals: [],
});
