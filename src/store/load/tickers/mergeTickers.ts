import type { PoolClient } from 'pg';
import { AssetClass } from '../../../domain/assetClass';
import { NO_IDENTIFIERS } from '../../../domain/identifiers';
import { tickerMoves } from '../../../domain/tickerChanges';
import type { TickerLine } from '../../../sources/TickersReport';
import type { Provenance } from '../defineFactKind';
import type { DueVersion } from '../dueVersion';
import { mergeIdentities } from '../identities/mergeIdentities';
import { type WordedLine, Wordings } from '../identities/Wordings';
import { type DatedTickers, scopeOf } from './dueTickers';

/** Appends a list with its lines. What the caller's transaction does not commit never was. */
export async function mergeTickers(client: PoolClient, { documentId, loadId, precedence, onTouched }: Provenance, due: DueVersion<DatedTickers>): Promise<void> {
  const { report, key, knownOn, knownOnBasis, provenOn } = due;
  const wordings = new Wordings();
  const worded = wordings.numbersOf(report.observedOn, report.lines.map(wordedLine), tickerMoves);
  onTouched(await mergeIdentities(client, wordings));
  const about = [key, scopeOf(report), report.observedOn, knownOn, knownOnBasis, provenOn];
  const { rows } = await client.query<{ id: number }>(LIST, [...about, precedence, documentId, loadId, report.lines.length]);
  await client.query(LINES, [rows[0]?.id, worded]);
}

/** A ticker as a holding of its shares would be worded. */
const wordedLine = ({ cik, ticker, name, exchange }: TickerLine): WordedLine => ({
  ...{ cik, ticker, name, exchange, sector: null, country: null },
  assetClass: AssetClass.EQUITY,
  identifiers: NO_IDENTIFIERS,
});

const LIST = `
  INSERT INTO ticker_list (key, scope, observed_on, known_on, known_on_basis, proven_on, precedence, document_id, load_id, tickers)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`;

const LINES = `
  INSERT INTO ticker_line (list_id, line, security_id, description_id, observed_on, known_on, proven_on)
  SELECT l.id, w.line, s.security_id, s.description_id, l.observed_on, l.known_on, l.proven_on
  FROM ticker_list l CROSS JOIN unnest($2::int[]) WITH ORDINALITY w(wording, line) JOIN staged_security s USING (wording)
  WHERE l.id = $1 ORDER BY w.line`;
