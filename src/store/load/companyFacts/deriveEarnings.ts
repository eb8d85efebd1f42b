import type { PoolClient } from 'pg';
import { type EarningsVersion, earningsHistory } from '../../../domain/earnings/earningsHistory';
import { type ShareCount, shareCounts } from '../../../domain/earnings/shareCounts';
import type { Split } from '../../../domain/earnings/splits';
import { copyLine, copyLines } from '../copyLines';
import type { StoredFact } from './datedFacts';
import { toldQuarter } from './toldQuarter';

/** Derives a company's earnings, splits and counts of shares anew from all of its figures: whichever order their files came in leaves no trace. */
export async function deriveEarnings(client: PoolClient, cik: string, facts: readonly StoredFact[]): Promise<void> {
  for (const table of ['share_count', 'earnings', 'share_split']) await client.query(`DELETE FROM ${table} WHERE cik = $1`, [cik]);
  const { versions, splits } = earningsHistory(facts);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  await copyLines(client, `earnings (${COLUMNS})`, lines(cik, versions, byId));
  let factor = 1;
  const splitLine = ({ shownOn, ratio }: Split): string => copyLine([cik, shownOn, ratio, (factor *= ratio)]);
  await copyLines(client, 'share_split (cik, known_on, ratio, factor)', splits.map(splitLine));
  const countLine = ({ knownOn, basis, splitFactor, fact }: ShareCount): string => copyLine([cik, knownOn, basis, splitFactor, fact.id]);
  await copyLines(client, 'share_count (cik, known_on, basis, split_factor, fact_id)', shareCounts(facts, splits).map(countLine));
}

const COLUMNS = `cik, period, observed_on, known_on, known_until, known_on_basis, proven_on, start_on, fiscal_year, fiscal_quarter,
  eps_diluted, eps_ground, eps_reported, split_factor, net_income, net_income_ground, revenue, revenue_ground, revenue_concept,
  diluted_shares, shares_ground, flags, change, form, accession, fact_ids, told, document_id, load_id`;

function* lines(cik: string, versions: readonly EarningsVersion[], byId: ReadonlyMap<string, StoredFact>): Generator<string> {
  for (const version of versions) {
    const { period, startOn, endOn, knownOn, knownUntil, fiscalYear, fiscalQuarter, eps, netIncome, revenue, shares, broughtBy } = version;
    const facts = [...new Set([eps, netIncome, revenue, shares].flatMap((figure) => figure?.facts ?? []))];
    const stored = byId.get(broughtBy.id);
    if (stored === undefined) throw new TypeError(`No figure ${broughtBy.id} is stored.`);
    yield copyLine([
      ...[cik, period, endOn, knownOn, knownUntil ?? 'infinity', stored.knownOnBasis, knownOn, startOn, fiscalYear, fiscalQuarter],
      ...[eps?.value ?? null, eps?.ground ?? null, version.epsReported, version.splitFactor, netIncome?.value ?? null, netIncome?.ground ?? null],
      ...[revenue?.value ?? null, revenue?.ground ?? null, revenue?.facts[0]?.concept ?? null, shares?.value ?? null, shares?.ground ?? null],
      ...[listed(version.flags), version.change, broughtBy.form, broughtBy.accession, listed(facts.map(({ id }) => id)), toldQuarter(version, stored.knownOnBasis)],
      ...[stored.documentId, stored.loadId],
    ]);
  }
}

/** An array in Postgres' text. */
const listed = (items: readonly string[]): string => `{${items.join(',')}}`;
