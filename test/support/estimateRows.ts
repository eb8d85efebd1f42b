import type { DataSource } from 'typeorm';
import { fiscalMonth } from '../../src/domain/fiscalMonth';
import { addDays, isoDate } from '../../src/domain/isoDate';
import { KnownOnBasis } from '../../src/domain/knowledge';
import { Random } from './Random';
import { type KnownRow, aDocument, daysOf } from './rows';

interface EstimateRow extends KnownRow {
  readonly security: string;
  readonly symbol: string;
  readonly periodEnd: string;
  readonly reportOn?: string | null;
  readonly estimate?: string | null;
  readonly actual?: string | null;
  readonly currency?: string | null;
}

/** An estimate with its load and document; what its ticker names is added where it is not there. */
async function anEstimate(db: DataSource, row: EstimateRow): Promise<void> {
  const days = daysOf(row);
  const { load, document } = await aDocument(db, { retrievedOn: days[3] });
  await db.query(`INSERT INTO security (key, asset_class) VALUES ($1, 'EQUITY') ON CONFLICT DO NOTHING`, [row.security]);
  await db.query(
    `INSERT INTO security_description (security_id, listing, matched_by, symbol, name)
     SELECT id, key, 'TICKER', $2, '' FROM security WHERE key = $1 ON CONFLICT DO NOTHING`,
    [row.security, row.symbol],
  );
  await db.query(
    `INSERT INTO earnings_estimate (description_id, period_month, period_end, report_on, eps_estimate, eps_actual, currency,
       observed_on, known_on, known_on_basis, proven_on, precedence, document_id, load_id)
     SELECT id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
     FROM security_description WHERE listing = $1 AND symbol = $2 AND name = '' AND cik IS NULL`,
    [
      ...[row.security, row.symbol, fiscalMonth(isoDate(row.periodEnd)), row.periodEnd, row.reportOn ?? null, row.estimate ?? null, row.actual ?? null],
      ...[row.currency ?? null, ...days, row.precedence ?? 10, document, load],
    ],
  );
}

const TICKERS = [
  { security: 'EQUITY FB', symbol: 'FB' },
  { security: 'EQUITY FB', symbol: 'META' },
  { security: 'EQUITY B', symbol: 'B' },
  { security: 'EQUITY LATE', symbol: 'LATE' },
] as const;

/** Ends of the quarters that the market's companies report, dated as filings do and as vendors do. */
const PERIODS = ['2023-12-31', '2024-01-03', '2024-03-31', '2024-06-30', '2024-07-02', '2024-09-30', '2024-12-31'];

/** Fills in estimates and reports in versions, of sources that agree and do not. */
export async function fillEstimates(db: DataSource): Promise<void> {
  const random = new Random(13);
  for (let n = 0; n < 160; n += 1) {
    const periodEnd = random.pick(PERIODS);
    const reportOn = addDays(isoDate(periodEnd), random.pick([20, 20, 35, 95]));
    const isReported = random.chance(0.5);
    const observedOn = isReported ? reportOn : addDays(reportOn, -random.pick([1, 1, 30, 90]));
    const knownOn = addDays(observedOn, random.pick([0, 0, 1, 40]));
    const basis = random.pick([KnownOnBasis.LAG_ASSUMED, KnownOnBasis.VINTAGE, KnownOnBasis.FIRST_SEEN]);
    await anEstimate(db, {
      ...{ ...random.pick(TICKERS), periodEnd, reportOn, observedOn, knownOn, basis },
      provenOn: addDays(knownOn, basis === KnownOnBasis.LAG_ASSUMED ? random.pick([10, 300]) : 0),
      precedence: random.pick([10, 20, 30]),
      estimate: random.pick([null, '0.01', '0.5', '-0.25', '1.0000001', '0']),
      actual: isReported ? random.pick(['0.52', '-0.2', '1.1', '20']) : null,
      currency: random.pick([null, 'USD']),
    });
  }
}
