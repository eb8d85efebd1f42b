import type { PoolClient } from 'pg';
import { securityKeys } from '../../domain/securityKey';
import { copyLine, copyLines } from './copyLines';
import type { DueSnapshot } from './dueSnapshot';

/**
 * Sends snapshots into three temporary tables, gone when the transaction ends: the reports, their lines, and
 * each wording of a security once, to which the lines point by number. So a line is small, and what it names
 * is looked up once however many lines name it.
 */
export async function stageHoldings(client: PoolClient, due: readonly DueSnapshot[]): Promise<void> {
  await client.query(TABLES);
  const wordings = new Map<string, number>();
  await copyLines(client, 'staged_report', due.map(reportLine));
  await copyLines(client, 'staged_line', holdingLines(due, wordings));
  await copyLines(client, 'staged_wording', wordingLines(wordings));
  await client.query('ANALYZE staged_wording');
}

const TABLES = `
  CREATE TEMPORARY TABLE staged_report (
    report integer, key text COLLATE "C", fund text COLLATE "C", fund_name text COLLATE "C", observed_on date,
    known_on date, known_on_basis text, proven_on date, shares_outstanding numeric
  ) ON COMMIT DROP;

  CREATE TEMPORARY TABLE staged_line (
    report integer, line integer, wording integer, currency text,
    shares numeric, price numeric, market_value numeric, notional_value numeric, published_weight numeric
  ) ON COMMIT DROP;

  CREATE TEMPORARY TABLE staged_wording (
    wording integer, security_key text COLLATE "C", asset_class text,
    symbol text COLLATE "C", name text COLLATE "C", sector text COLLATE "C", country text COLLATE "C", exchange text COLLATE "C"
  ) ON COMMIT DROP`;

const reportLine = ({ report, key, knownOn, knownOnBasis, provenOn }: DueSnapshot, number: number): string =>
  copyLine([
    ...[number, key, report.fund, report.fundName, report.observedOn],
    ...[knownOn, knownOnBasis, provenOn, report.sharesOutstanding],
  ]);

/** Numbers each new wording as it comes by. */
function* holdingLines(due: readonly DueSnapshot[], wordings: Map<string, number>): Generator<string> {
  for (const [number, { report }] of due.entries()) {
    const securities = securityKeys(report.observedOn, report.lines);
    for (const [i, line] of report.lines.entries()) {
      const wording = copyLine([
        ...[securities[i] ?? null, line.assetClass],
        ...[line.ticker, line.name, line.sector, line.country, line.exchange],
      ]);
      const known = wordings.get(wording) ?? wordings.size;
      wordings.set(wording, known);
      const { currency, shares, price, marketValue, notionalValue, publishedWeight } = line;
      yield copyLine([number, i + 1, known, currency, shares, price, marketValue, notionalValue, publishedWeight]);
    }
  }
}

function* wordingLines(wordings: ReadonlyMap<string, number>): Generator<string> {
  for (const [wording, number] of wordings) yield `${number}\t${wording}`;
}
