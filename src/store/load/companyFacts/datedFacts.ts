import type { PoolClient } from 'pg';
import type { KnownFact } from '../../../domain/earnings/KnownFact';
import type { ReportedFact } from '../../../domain/earnings/ReportedFact';
import { InvalidInput } from '../../../domain/errors';
import { dayInNewYork, type IsoDate } from '../../../domain/isoDate';
import { KnownOnBasis } from '../../../domain/knowledge';
import type { CompanyFactsReport } from '../../../sources/CompanyFactsReport';
import type { Known } from '../knownOn';
import type { LoadRequest } from '../LoadRequest';

/** A figure in the store, with what it came from. */
export interface StoredFact extends KnownFact {
  readonly knownOnBasis: KnownOnBasis;
  readonly provenOn: IsoDate;
  readonly documentId: string;
  readonly loadId: string;
}

/** A figure that has yet to be added, and since when it counts as known. */
type NewFact = ReportedFact & Known;

/** What a file says of a company, held against what is there of it. */
export interface DatedFacts {
  readonly report: CompanyFactsReport;
  readonly stored: readonly StoredFact[];
  readonly added: readonly NewFact[];
}

/**
 * The figures of a file that are not there yet. Each is known since its filing; but one that a filing was read to give otherwise
 * before, and which the SEC's file no longer gives so, is known since it was seen, or since the day the file is dated.
 *
 * @throws {InvalidInput} if a figure was filed on a day to come.
 */
export async function datedFacts(client: PoolClient, { told, now }: LoadRequest, report: CompanyFactsReport): Promise<DatedFacts> {
  const today = dayInNewYork(now);
  const late = report.facts.find(({ filedOn }) => filedOn > today);
  if (late !== undefined) throw new InvalidInput(`CIK ${report.cik}: ${late.accession} was filed on ${late.filedOn}, which lies after today, ${today}`);

  const stored = await storedFacts(client, report.cik);
  const given = new Map(report.facts.map((fact) => [keyOf(fact), fact]));
  const there = new Set(stored.map(keyOf));
  const gone = new Set(stored.filter((fact) => !given.has(keyOf(fact))).map(placeOf));
  const seen: Known = told.knownOn === undefined ? { ...sinceDay(today), knownOnBasis: KnownOnBasis.FIRST_SEEN } : { ...sinceDay(told.knownOn), knownOnBasis: KnownOnBasis.VINTAGE };
  const added = [...given].flatMap(([key, fact]): NewFact[] => {
    if (there.has(key)) return [];
    const filed = { ...sinceDay(fact.filedOn), knownOnBasis: KnownOnBasis.ACCEPTED_BY_SEC };
    return [{ ...fact, ...(gone.has(placeOf(fact)) ? seen : filed) }];
  });
  return { report, stored, added };
}

const sinceDay = (day: IsoDate): Pick<Known, 'knownOn' | 'provenOn'> => ({ knownOn: day, provenOn: day });

/** What one filing says of one span: the same figure is there once. */
const placeOf = ({ concept, unit, startOn, endOn, accession }: ReportedFact): string => [concept, unit, startOn, endOn, accession].join(' ');

const keyOf = (fact: ReportedFact): string => `${placeOf(fact)} ${Number(fact.value)}`;

/** Every figure of a company in the store. */
export async function storedFacts(client: PoolClient, cik: string): Promise<readonly StoredFact[]> {
  const { rows } = await client.query<StoredFact>(
    `SELECT id, concept, unit, start_on::text AS "startOn", observed_on::text AS "endOn", value, known_on::text AS "filedOn",
       known_on::text AS "knownOn", known_on_basis AS "knownOnBasis", proven_on::text AS "provenOn", form, accession, fiscal_year AS "fiscalYear", fiscal_period AS "fiscalPeriod",
       document_id AS "documentId", load_id AS "loadId"
     FROM company_fact WHERE cik = $1`,
    [cik],
  );
  return rows;
}
