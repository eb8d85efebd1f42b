import type { PoolClient } from 'pg';
import type { IsoDate } from '../../domain/isoDate';
import type { ReportKind, ReportTypes } from '../../sources/defineSource';
import type { Touched } from './companies/matchCompanies';
import type { DatedReport, DueVersion } from './dueVersion';
import type { LoadRequest, LoadedFacts } from './LoadRequest';
import type { DatedVersion } from './versionOfDay';

/** What all that a load adds has in common. */
export interface Provenance {
  readonly loadId: string;
  readonly documentId: string;
  readonly precedence: number;
  /** To be told what may be another company's by what was said: whose it is now is found once all that is loaded stands. */
  readonly onTouched: (touched: Touched) => void;
}

/** What a file holds, as it is told of, and whom and which days its new rows are about. */
export interface PreparedFacts extends LoadedFacts {
  /** As `FactsAbout` has it. */
  readonly subjects: readonly string[];
  /** The first days on which anything new of it counts as known; null where all of it was there. */
  readonly newSince: NewSince | null;
}

/** Under each of the two kinds of knowledge. */
export type NewSince = Pick<LoadedFacts, 'knownOn' | 'provenOn'>;

/** Reports that were held against what is there: what is new among them, and how to append that. */
export interface Prepared {
  readonly facts: readonly PreparedFacts[];
  /** Called where there is anything new. */
  append(provenance: Provenance): Promise<void>;
}

/** A kind of fact: what a file reports of it, held against what is there and appended. */
export interface FactKind<Kind extends ReportKind = ReportKind> {
  /** The file's name, and the kind's among a file's reports. */
  readonly key: Kind;
  /** Every table that holds nothing but this kind, those that point to others before these. */
  readonly tables: readonly string[];
  /** The one of them whose rows are facts of their own, each with its document and its days. */
  readonly counted: string;
  /**
   * Holds a file's reports of this kind against what is there, within the caller's transaction.
   * @throws {InvalidInput} for what cannot be a fact: then nothing of the file is.
   */
  prepare(client: PoolClient, request: LoadRequest, reports: readonly ReportTypes[Kind][], sha256: string): Promise<Prepared>;
  /** Empties the tables that are derived from this kind's facts and derives them again, within the caller's transaction. */
  rebuild?(client: PoolClient): Promise<void>;
}

export const defineFactKind = <Kind extends ReportKind>(kind: FactKind<Kind>): FactKind<Kind> => kind;

/** A version as it is told of: all of its rows are new, or none. */
export function factsOf(kind: ReportKind, about: string, version: DueVersion<DatedReport>): PreparedFacts {
  const { report, knownOn, knownOnBasis, provenOn, isNew } = version;
  const rows = report.lines.length;
  const { observedOn } = report;
  return {
    ...{ kind, about, from: observedOn, to: observedOn, knownOn, knownOnBasis, provenOn, rows, rowsAdded: isNew ? rows : 0 },
    ...{ subjects: [about], newSince: newSince(isNew ? [version] : []) },
  };
}

/** Rows each of a day of its own, as they are told of: each by itself is new, or was there already. */
export function factsOfEach(kind: ReportKind, about: string, rows: readonly DatedRow[], subjects: readonly string[] = [about]): PreparedFacts {
  const inOrder = [...rows].sort((a, b) => (a.observedOn < b.observedOn ? -1 : Number(a.observedOn > b.observedOn)));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined) throw new TypeError(`A report of ${about} holds nothing.`);
  const { observedOn: to, knownOn, knownOnBasis, provenOn } = last;
  const added = rows.filter(({ isNew }) => isNew);
  return { kind, about, subjects, from: first.observedOn, to, knownOn, knownOnBasis, provenOn, rows: rows.length, rowsAdded: added.length, newSince: newSince(added) };
}

/** The first days on which any of some rows counts as known; null for none. */
export function newSince(rows: readonly NewSince[]): NewSince | null {
  const earliest = (day: (row: NewSince) => IsoDate): IsoDate | undefined => rows.reduce<IsoDate | undefined>((first, row) => (first === undefined || day(row) < first ? day(row) : first), undefined);
  const [knownOn, provenOn] = [earliest((row) => row.knownOn), earliest((row) => row.provenOn)];
  return knownOn === undefined || provenOn === undefined ? null : { knownOn, provenOn };
}

interface DatedRow extends DatedVersion {
  readonly observedOn: IsoDate;
}
