import type { DataSource } from 'typeorm';
import { type KnownRow, aDocument, daysOf, rowId } from './rows';

export async function aCompany(db: DataSource, cik: string): Promise<void> {
  await db.query('INSERT INTO company (cik) VALUES ($1) ON CONFLICT DO NOTHING', [cik]);
}

/** `observedOn` is the first day on which it bore the name. */
export async function aCompanyName(db: DataSource, row: KnownRow & { readonly cik: string; readonly name: string }): Promise<void> {
  const days = daysOf(row);
  const { load, document } = await aDocument(db, { retrievedOn: days[3] });
  await aCompany(db, row.cik);
  await db.query(
    `INSERT INTO company_name (cik, name, observed_on, known_on, known_on_basis, proven_on, load_id, document_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.cik, row.name, ...days, load, document],
  );
}

export interface CompanyProfileRow extends KnownRow {
  readonly cik: string;
  readonly sic?: string | null;
  readonly sicDescription?: string | null;
  readonly fiscalYearEnd?: string | null;
}

export async function aCompanyProfile(db: DataSource, row: CompanyProfileRow): Promise<void> {
  const days = daysOf(row);
  const { load, document } = await aDocument(db, { retrievedOn: days[3] });
  await aCompany(db, row.cik);
  await db.query(
    `INSERT INTO company_profile (cik, observed_on, known_on, known_on_basis, proven_on, load_id, document_id, sic, sic_description, fiscal_year_end)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [row.cik, ...days, load, document, row.sic ?? null, row.sicDescription ?? null, row.fiscalYearEnd ?? null],
  );
}

export interface FilingRow extends Omit<KnownRow, 'observedOn'> {
  readonly cik: string;
  readonly accession: string;
  readonly filedOn: string;
  readonly form?: string;
  readonly reportOn?: string | null;
  readonly acceptedAt?: string | null;
  readonly items?: readonly string[];
}

export async function aFiling(db: DataSource, row: FilingRow): Promise<void> {
  const days = daysOf({ ...row, observedOn: row.filedOn });
  const { load, document } = await aDocument(db, { retrievedOn: days[3] });
  await aCompany(db, row.cik);
  await db.query(
    `INSERT INTO filing (cik, accession, form, observed_on, known_on, known_on_basis, proven_on, load_id, document_id, report_on, accepted_at, items)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [row.cik, row.accession, row.form ?? '8-K', ...days, load, document, row.reportOn ?? null, row.acceptedAt ?? null, row.items ?? []],
  );
}

export interface TickerListRow extends KnownRow {
  readonly lines: readonly { readonly security: string; readonly symbol: string; readonly name: string; readonly cik: string; readonly exchange?: string | null }[];
}

/** A list with its securities and wordings, which are added where they are not there; whose they are is derived from nothing here. */
export async function aTickerList(db: DataSource, row: TickerListRow): Promise<void> {
  const days = daysOf(row);
  const { load, document, sha256 } = await aDocument(db, { retrievedOn: days[3] });
  const list = await rowId(
    db,
    `INSERT INTO ticker_list (key, scope, observed_on, known_on, known_on_basis, proven_on, load_id, document_id, precedence, tickers)
     VALUES ($1, 'ALL', $2, $3, $4, $5, $6, $7, 10, $8) RETURNING id`,
    [`ALL/${sha256.slice(-8)}`, ...days, load, document, row.lines.length],
  );
  for (const [i, { security, symbol, name, cik, exchange = null }] of row.lines.entries()) {
    await aCompany(db, cik);
    await db.query(`INSERT INTO security (key, asset_class) VALUES ($1, 'EQUITY') ON CONFLICT DO NOTHING`, [security]);
    await db.query(
      `INSERT INTO security_description (security_id, listing, matched_by, symbol, name, exchange, cik)
       SELECT id, key, 'TICKER', $2, $3, $4, $5 FROM security WHERE key = $1 ON CONFLICT DO NOTHING`,
      [security, symbol, name, exchange, cik],
    );
    await db.query(
      `INSERT INTO ticker_line (list_id, line, security_id, description_id, observed_on, known_on, proven_on)
       SELECT n.id, $2, d.security_id, d.id, n.observed_on, n.known_on, n.proven_on FROM ticker_list n JOIN security_description d
         ON (d.listing, d.symbol, d.name, d.cik) = ($3, $4, $5, $6) AND d.exchange IS NOT DISTINCT FROM $7 WHERE n.id = $1::int`,
      [list, i + 1, security, symbol, name, cik, exchange],
    );
  }
}
