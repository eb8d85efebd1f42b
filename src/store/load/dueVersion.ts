import type { PoolClient } from 'pg';
import { dayInNewYork, type IsoDate } from '../../domain/isoDate';
import { type Known, claimedDay, knownOn } from './knownOn';
import type { LoadRequest } from './LoadRequest';

/** A report of all there is about one thing on one day, of which every file with other bytes is another version. */
export interface DatedReport {
  readonly observedOn: IsoDate;
  readonly knownOn: IsoDate | null;
  readonly lines: readonly unknown[];
}

/** A report of a file, the day it counts as known, and whether it has yet to be added. */
export interface DueVersion<Report extends DatedReport> extends Known {
  readonly report: Report;
  /** The natural key of the version. */
  readonly key: string;
  readonly isNew: boolean;
}

/** Where versions of a kind stand. */
export interface VersionTable {
  readonly table: 'snapshot' | 'constituent_list' | 'ticker_list';
  /** The column that says what a version is about. */
  readonly subject: 'fund_symbol' | 'index_code' | 'scope';
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
export async function dueVersion<Report extends DatedReport>(
  client: PoolClient,
  place: VersionTable,
  { source, told, now }: LoadRequest,
  about: string,
  report: Report,
  sha256: string,
): Promise<DueVersion<Report>> {
  const { observedOn } = report;
  const versions = await versionsOf(client, place, about, observedOn, source.key);
  const same = versions.filter((version) => version.sha256 === sha256);
  const others = versions.filter((version) => version.sha256 !== sha256);
  const claimed = claimedDay(`${about} on ${observedOn}`, report.knownOn, told.knownOn);
  const today = dayInNewYork(now);
  const othersKnownOn = others.map((version) => version.knownOn);
  const known = knownOn({ about, observedOn, claimed, today, othersKnownOn, usual: source.usualKnownOn });

  const [first] = same;
  if (first !== undefined && (claimed === null || same.some(({ provenOn }) => provenOn <= claimed))) {
    const { key, knownOn: day, knownOnBasis, provenOn } = first;
    return { report, key, knownOn: day, knownOnBasis, provenOn, isNew: false };
  }
  const key = [about, observedOn, source.key, sha256.slice(0, 16), known.knownOn, known.knownOnBasis].join(':');
  return { ...known, report, key, isNew: true };
}

/** What is there about one thing and day from one source, first known first. */
async function versionsOf(
  client: PoolClient,
  { table, subject }: VersionTable,
  about: string,
  observedOn: IsoDate,
  source: string,
): Promise<readonly Version[]> {
  const { rows } = await client.query<Version>(
    `SELECT s.key, d.sha256, s.known_on::text AS "knownOn", s.known_on_basis AS "knownOnBasis", s.proven_on::text AS "provenOn"
     FROM ${table} s JOIN source_document d ON d.id = s.document_id
     WHERE s.${subject} = $1 AND s.observed_on = $2 AND d.source = $3
     ORDER BY s.known_on, s.proven_on`,
    [about, observedOn, source],
  );
  return rows;
}
