import type { PoolClient } from 'pg';
import { AssetClass } from '../../../domain/assetClass';
import { NO_IDENTIFIERS } from '../../../domain/identifiers';
import { tickerMoves } from '../../../domain/tickerChanges';
import type { EstimateLine } from '../../../sources/EstimatesReport';
import { copyLine, copyLines } from '../copyLines';
import type { Provenance } from '../defineFactKind';
import { mergeIdentities } from '../identities/mergeIdentities';
import { type WordedLine, Wordings } from '../identities/Wordings';
import { stageTable } from '../stageTable';
import type { DatedEstimate } from './datedEstimates';

/** Appends estimates, each pointing to what its ticker named on the day of the document. What the caller's transaction does not commit never was. */
export async function mergeEstimates(client: PoolClient, { documentId, loadId, precedence, onTouched }: Provenance, estimates: readonly DatedEstimate[]): Promise<void> {
  const wordings = new Wordings();
  const lines = estimates.map(({ line, periodMonth, observedOn, knownOn, knownOnBasis, provenOn }) => {
    const [wording = null] = wordings.numbersOf(provenOn, [worded(line)], tickerMoves);
    return copyLine([wording, periodMonth, line.periodEnd, line.reportOn, line.estimate, line.actual, line.currency, observedOn, knownOn, knownOnBasis, provenOn]);
  });
  onTouched(await mergeIdentities(client, wordings));
  await stageTable(client, 'staged_estimate', STAGED);
  await copyLines(client, 'staged_estimate', lines);
  await client.query(ESTIMATES, [precedence, documentId, loadId]);
}

/** A ticker as a holding of its shares would be worded. Without a name there is none to agree with a company's: the ticker alone tells whose it is. */
const worded = ({ ticker, name, cik }: EstimateLine): WordedLine => ({
  ...{ ticker, cik, name: name ?? '', sector: null, country: null, exchange: null },
  assetClass: AssetClass.EQUITY,
  identifiers: NO_IDENTIFIERS,
});

const SAID = 'period_month, period_end, report_on, eps_estimate, eps_actual, currency, observed_on, known_on, known_on_basis, proven_on';

const STAGED = `
  wording integer, period_month date, period_end date, report_on date, eps_estimate numeric, eps_actual numeric, currency text,
  observed_on date, known_on date, known_on_basis text, proven_on date`;

const ESTIMATES = `
  INSERT INTO earnings_estimate (description_id, ${SAID}, precedence, document_id, load_id)
  SELECT s.description_id, ${SAID}, $1, $2, $3 FROM staged_estimate e JOIN staged_security s USING (wording)`;
