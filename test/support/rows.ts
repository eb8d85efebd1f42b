import type { DataSource } from 'typeorm';
import { KnownOnBasis } from '../../src/domain/knowledge';
import { exposuresFromHoldings } from '../../src/store/reads/exposures';

/** One line of a snapshot; what is left out is null, and the name is the key. */
export interface Line {
  /** The security's natural key. It and its wording are added where they are not there. */
  readonly security: string;
  readonly assetClass?: string;
  readonly symbol?: string | null;
  readonly name?: string;
  readonly sector?: string | null;
  readonly country?: string | null;
  readonly exchange?: string | null;
  readonly weight: string;
  readonly publishedWeight?: string | null;
  readonly shares?: string | null;
  readonly marketValue?: string | null;
  readonly notionalValue?: string | null;
  readonly price?: string | null;
  readonly currency?: string | null;
}

/** Only `fund` and `observedOn` must be said: the rest is a plain file, proven on its own day. */
export interface SnapshotRow {
  readonly fund: string;
  readonly observedOn: string;
  readonly knownOn?: string;
  readonly provenOn?: string;
  readonly basis?: KnownOnBasis;
  readonly precedence?: number;
  readonly source?: string;
  readonly isSimulated?: boolean;
  readonly sharesOutstanding?: string | null;
  readonly totalMarketValue?: string | null;
  readonly lines?: readonly Line[];
}

export interface LoadRow {
  readonly source?: string;
  readonly outcome?: 'ADDED' | 'UNCHANGED' | 'REFUSED';
  readonly ranOn?: string;
  readonly ranAt?: string;
  readonly reason?: string | null;
  readonly kinds?: readonly string[];
  readonly rowsAdded?: number;
}

export interface FundRow {
  readonly symbol: string;
  readonly name?: string;
  readonly issuer?: string | null;
  readonly indexCode?: string | null;
}

export const rowId = async (db: DataSource, text: string, values: readonly unknown[]): Promise<string> => {
  const [row] = await db.query<{ id: string }[]>(text, [...values]);
  return String(row?.id);
};

export async function aFund(db: DataSource, { symbol, name = symbol, issuer = null, indexCode = null }: FundRow): Promise<void> {
  await db.query('INSERT INTO fund (symbol, name, issuer, index_code) VALUES ($1, $2, $3, $4)', [symbol, name, issuer, indexCode]);
}

/** @returns Its id, which is the data version if it added something. */
export function aLoad(db: DataSource, row: LoadRow = {}): Promise<string> {
  const { source = 'test', outcome = 'ADDED', ranOn = '2024-01-02', ranAt = `${ranOn}T12:00:00Z`, reason = null, kinds = [], rowsAdded = 0 } = row;
  return rowId(
    db,
    `INSERT INTO load (source, file_name, outcome, ran_on, ran_at, rows_read, rows_added, rows_unchanged, rows_refused, reason, kinds)
     VALUES ($1, 'file.csv', $2, $3, $4, 0, $7, 0, 0, $5, $6) RETURNING id`,
    [source, outcome, ranOn, ranAt, reason, kinds, rowsAdded],
  );
}

let documents = 0;

interface DocumentRow {
  readonly source?: string;
  readonly fileName?: string;
  readonly retrievedOn: string;
  readonly isSimulated?: boolean;
}

/** A document that nothing else was read from, and its load. */
export async function aDocument(db: DataSource, { source = 'test', fileName = 'file.csv', retrievedOn, isSimulated = false }: DocumentRow) {
  const load = await aLoad(db, { source, ranOn: retrievedOn });
  documents += 1;
  const sha256 = documents.toString(16).padStart(64, '0');
  const document = await rowId(
    db,
    `INSERT INTO source_document (source, publisher, file_name, retrieved_at, sha256, is_simulated)
     VALUES ($1, 'Publisher', $2, $3::timestamptz + interval '1.234567 s', $4, $5) RETURNING id`,
    [source, fileName, `${retrievedOn}T21:15:00Z`, sha256, isSimulated],
  );
  return { load, document, sha256 };
}

export interface KnownRow {
  readonly observedOn: string;
  readonly knownOn?: string;
  readonly provenOn?: string;
  readonly basis?: KnownOnBasis;
  readonly precedence?: number;
}

export const daysOf = ({ observedOn, knownOn = observedOn, provenOn = knownOn, basis = KnownOnBasis.FIRST_SEEN }: KnownRow) =>
  [observedOn, knownOn, basis, provenOn] as const;

export interface ValuationRow extends KnownRow {
  readonly fund: string;
  readonly nav: string | null;
  readonly sharesOutstanding: string | null;
}

export async function aValuation(db: DataSource, row: ValuationRow): Promise<void> {
  const days = daysOf(row);
  const { load, document } = await aDocument(db, { retrievedOn: days[3] });
  await db.query(
    `INSERT INTO valuation (fund_symbol, observed_on, known_on, known_on_basis, proven_on, load_id, document_id, precedence, nav, shares_outstanding)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [row.fund, ...days, load, document, row.precedence ?? 10, row.nav, row.sharesOutstanding],
  );
}

export interface ConstituentListRow extends KnownRow {
  readonly index: string;
  readonly members: readonly { readonly security: string; readonly symbol: string | null }[];
}

/** A list with its load and document; its securities and wordings are added where they are not there. */
export async function aConstituentList(db: DataSource, row: ConstituentListRow): Promise<void> {
  const days = daysOf(row);
  const { load, document, sha256 } = await aDocument(db, { retrievedOn: days[3] });
  const list = await rowId(
    db,
    `INSERT INTO constituent_list (key, index_code, observed_on, known_on, known_on_basis, proven_on, load_id, document_id, precedence, members)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [`${row.index}/${sha256.slice(-8)}`, row.index, ...days, load, document, row.precedence ?? 10, row.members.length],
  );
  const lines = row.members.map((member) => ({ ...member, weight: '0' }));
  await addDescriptions(db, lines);
  await db.query(
    `INSERT INTO constituent (list_id, line, security_id, description_id, observed_on, known_on, proven_on)
     SELECT n.id, l.ordinality, s.id, d.id, n.observed_on, n.known_on, n.proven_on
     FROM ${DESCRIBED_LINES} JOIN constituent_list n ON n.id = $2::int`,
    [JSON.stringify(lines), list],
  );
}

export interface ExpenseRatioRow extends KnownRow {
  readonly fund: string;
  readonly ratio: string;
}

export async function anExpenseRatio(db: DataSource, row: ExpenseRatioRow): Promise<void> {
  await db.query(
    `INSERT INTO expense_ratio (fund_symbol, observed_on, known_on, known_on_basis, proven_on, ratio, publisher, title, url)
     VALUES ($1, $2, $3, $4, $5, $6, 'Publisher', 'Prospectus', 'https://example.org/prospectus')`,
    [row.fund, ...daysOf(row), row.ratio],
  );
}

/** A snapshot with its load, document, lines, securities and wordings. @returns Its key. */
export async function aSnapshot(db: DataSource, row: SnapshotRow): Promise<string> {
  const { fund, observedOn, knownOn = observedOn, provenOn = knownOn, source = 'test', precedence = 10, lines = [] } = row;
  const isSimulated = row.isSimulated ?? false;
  const { load, document, sha256 } = await aDocument(db, { source, fileName: `${fund}.csv`, retrievedOn: provenOn, isSimulated });
  const key = `${fund}/${observedOn}/${knownOn}/${sha256.slice(-8)}`;
  const snapshot = await rowId(
    db,
    `INSERT INTO snapshot (key, fund_symbol, observed_on, known_on, known_on_basis, proven_on, precedence, document_id, load_id,
       positions, shares_outstanding, total_market_value)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
    [
      ...[key, fund, observedOn, knownOn, row.basis ?? KnownOnBasis.FIRST_SEEN, provenOn, precedence, document, load],
      ...[lines.length, row.sharesOutstanding ?? null, row.totalMarketValue ?? null],
    ],
  );
  await addLines(db, snapshot, lines);
  return key;
}

/** The lines in $1, each with its place. */
const LINES = `ROWS FROM (json_to_recordset($1::json) AS (
  security text, "assetClass" text, symbol text, name text, sector text, country text, exchange text, weight numeric,
  "publishedWeight" numeric, shares numeric, "marketValue" numeric, "notionalValue" numeric, price numeric, currency text
)) WITH ORDINALITY AS l`;

/** The same, each with its security and description. */
const DESCRIBED_LINES = `${LINES} JOIN security s ON s.key = l.security JOIN security_description d
  ON d.security_id = s.id AND (d.symbol, d.name, d.sector, d.country, d.exchange)
    IS NOT DISTINCT FROM (l.symbol, coalesce(l.name, l.security), l.sector, l.country, l.exchange)`;

async function addDescriptions(db: DataSource, lines: readonly Line[]): Promise<void> {
  const json = JSON.stringify(lines);
  await db.query(
    `INSERT INTO security (key, asset_class) SELECT DISTINCT security, coalesce("assetClass", 'EQUITY') FROM ${LINES}
     ON CONFLICT DO NOTHING`,
    [json],
  );
  await db.query(
    `INSERT INTO security_description (security_id, listing, matched_by, symbol, name, sector, country, exchange)
     SELECT DISTINCT s.id, s.key, CASE WHEN l.symbol IS NULL THEN 'NAME' ELSE 'TICKER' END, l.symbol, coalesce(l.name, security), sector, country, exchange FROM ${LINES}
     JOIN security s ON s.key = security ON CONFLICT DO NOTHING`,
    [json],
  );
}

async function addLines(db: DataSource, snapshot: string, lines: readonly Line[]): Promise<void> {
  await addDescriptions(db, lines);
  await db.query(
    `INSERT INTO holding (snapshot_id, line, security_id, description_id, observed_on, known_on, proven_on, weight,
       published_weight, shares, market_value, notional_value, price, currency)
     SELECT n.id, l.ordinality, s.id, d.id, n.observed_on, n.known_on, n.proven_on, l.weight,
       l."publishedWeight", l.shares, l."marketValue", l."notionalValue", l.price, l.currency
     FROM ${DESCRIBED_LINES} JOIN snapshot n ON n.id = $2::int`,
    [JSON.stringify(lines), snapshot],
  );
  await db.query(
    `INSERT INTO snapshot_exposure (snapshot_id, dimension, rank, key, weight, positions, market_value) ${exposuresFromHoldings('$1')}`,
    [snapshot],
  );
}
