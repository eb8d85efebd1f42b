import type { PoolClient } from 'pg';
import { type Decimal, areEqual } from '../../../domain/decimal';
import { dayInNewYork, type IsoDate } from '../../../domain/isoDate';
import type { ValuationDay, ValuationsReport } from '../../../sources/ValuationsReport';
import { type Known, claimedDay, knownOn } from '../knownOn';
import type { LoadRequest } from '../LoadRequest';

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
 * The days of a history, held against what the same source gave before. A day is new if its values differ from
 * those known by then, or were readable earlier than was proven.
 *
 * @throws {InvalidInput} if a day cannot be, or file and caller say that it was known on different days.
 */
export async function datedValuations(
  client: PoolClient,
  request: LoadRequest,
  { fund, days }: ValuationsReport,
): Promise<readonly DatedValuation[]> {
  const versions = await versionsByDay(client, fund, request.source.key);
  return days.map((day) => dated(fund, day, versions.get(day.observedOn) ?? [], request));
}

function dated(fund: string, day: ValuationDay, versions: readonly Version[], { source, told, now }: LoadRequest): DatedValuation {
  const { observedOn } = day;
  const claimed = claimedDay(`${fund} on ${observedOn}`, day.knownOn, told.knownOn);
  const before = versions.filter((version) => claimed === null || version.knownOn <= claimed).at(-1);
  if (before !== undefined && isSame(before, day) && (claimed === null || before.provenOn <= claimed)) {
    const { knownOn: known, knownOnBasis, provenOn } = before;
    return { day, knownOn: known, knownOnBasis, provenOn, isNew: false };
  }
  const othersKnownOn = versions.filter((version) => !isSame(version, day)).map((version) => version.knownOn);
  const today = dayInNewYork(now);
  return { day, ...knownOn({ about: fund, observedOn, claimed, today, othersKnownOn, usual: source.usualKnownOn }), isNew: true };
}

const isSame = (version: Version, day: ValuationDay): boolean =>
  areEqual(version.nav, day.nav) && areEqual(version.sharesOutstanding, day.sharesOutstanding);

/** What is there of a fund from one source, by day, first known first. */
async function versionsByDay(client: PoolClient, fund: string, source: string): Promise<ReadonlyMap<IsoDate, readonly Version[]>> {
  const { rows } = await client.query<Version>(
    `SELECT v.observed_on::text AS "observedOn", v.known_on::text AS "knownOn", v.known_on_basis AS "knownOnBasis", v.proven_on::text AS "provenOn",
       v.nav, v.shares_outstanding AS "sharesOutstanding"
     FROM valuation v JOIN source_document d ON d.id = v.document_id
     WHERE v.fund_symbol = $1 AND d.source = $2
     ORDER BY v.known_on, v.load_id`,
    [fund, source],
  );
  const byDay = new Map<IsoDate, Version[]>();
  for (const version of rows) byDay.set(version.observedOn, [...(byDay.get(version.observedOn) ?? []), version]);
  return byDay;
}
