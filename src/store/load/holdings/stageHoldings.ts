import type { PoolClient } from 'pg';
import type { HoldingsReport } from '../../../sources/HoldingsReport';
import { copyLine, copyLines } from '../copyLines';
import type { DueVersion } from '../dueVersion';
import { Wordings } from '../identities/Wordings';
import { stageTable } from '../stageTable';

/**
 * Sends snapshots into temporary tables, gone when the transaction ends: the reports, and their lines, which point
 * to their wordings by number.
 */
export async function stageHoldings(client: PoolClient, due: readonly DueVersion<HoldingsReport>[]): Promise<Wordings> {
  const wordings = new Wordings();
  await stageTable(client, 'staged_report', REPORT);
  await stageTable(client, 'staged_line', LINE);
  await copyLines(client, 'staged_report', due.map(reportLine));
  await copyLines(client, 'staged_line', holdingLines(due, wordings));
  return wordings;
}

const REPORT = `
  report integer, key text COLLATE "C", fund text COLLATE "C", observed_on date,
  known_on date, known_on_basis text, proven_on date, shares_outstanding numeric`;

const LINE = `
  report integer, line integer, wording integer, currency text,
  shares numeric, price numeric, market_value numeric, notional_value numeric, published_weight numeric`;

const reportLine = ({ report, key, knownOn, knownOnBasis, provenOn }: DueVersion<HoldingsReport>, number: number): string =>
  copyLine([number, key, report.fund, report.observedOn, knownOn, knownOnBasis, provenOn, report.sharesOutstanding]);

function* holdingLines(due: readonly DueVersion<HoldingsReport>[], wordings: Wordings): Generator<string> {
  for (const [number, { report }] of due.entries()) {
    const worded = wordings.numbersOf(report.observedOn, report.lines.map((line) => ({ ...line, cik: null })));
    for (const [i, line] of report.lines.entries()) {
      const { currency, shares, price, marketValue, notionalValue, publishedWeight } = line;
      yield copyLine([number, i + 1, worded[i] ?? null, currency, shares, price, marketValue, notionalValue, publishedWeight]);
    }
  }
}
