import type { DataSource } from 'typeorm';
import { isoDate } from '../../../src/domain/isoDate';
import { type Reports, type Source, defineSource } from '../../../src/sources/defineSource';
import type { ConstituentsReport } from '../../../src/sources/ConstituentsReport';
import type { ValuationsReport } from '../../../src/sources/ValuationsReport';
import { loadFile } from '../../../src/store/load/loadFile';
import type { LoadReport } from '../../../src/store/load/LoadRequest';
import { decimal, noonOf } from './invented';

/** A publisher whose files are reports of any kinds as JSON. */
export const publisher: Source = defineSource({
  key: 'invented-publisher',
  title: 'Invented',
  publisher: 'An invented publisher',
  documentation: '-',
  terms: '-',
  files: /\.json$/,
  precedence: 20,
  usualKnownOn: 'NEXT_SESSION',
  read: (bytes) => ({ rowsRead: 1, reports: JSON.parse(bytes.toString('utf8')) as Reports }),
});

/** The same, for whom each day is known since it was seen. */
export const seen: Source = { ...publisher, key: 'invented-seen', usualKnownOn: 'FIRST_SEEN' };

interface Circumstances {
  readonly source?: Source;
  /** The day of the load. */
  readonly on?: string;
  /** What `--known-on` says. */
  readonly knownOn?: string;
}

export function loadReports(db: DataSource, reports: Reports, { source = publisher, on = '2026-11-02', knownOn }: Circumstances = {}): Promise<LoadReport> {
  const told = knownOn === undefined ? {} : { knownOn: isoDate(knownOn) };
  return loadFile(db, { source, fileName: 'reports.json', bytes: Buffer.from(JSON.stringify(reports)), told, now: noonOf(on) });
}

/** The history of a fund: of each day its NAV, and the shares outstanding, 100 where nothing else is said. */
export const history = (fund: string, days: Readonly<Record<string, string | readonly [string | null, string | null]>>): { readonly valuations: ValuationsReport[] } => ({
  valuations: [
    {
      fund,
      fundName: null,
      days: Object.entries(days).map(([observedOn, value]) => {
        const [nav, shares] = typeof value === 'string' ? [value, '100'] : value;
        return { observedOn: isoDate(observedOn), knownOn: null, nav: nav === null ? null : decimal(nav), sharesOutstanding: shares === null ? null : decimal(shares) };
      }),
    },
  ],
});

/** A list of the members of an index, by their tickers. */
export const listOf = (index: string, observedOn: string, ...tickers: readonly string[]): { readonly constituents: ConstituentsReport[] } => ({
  constituents: [
    {
      ...{ index, observedOn: isoDate(observedOn), knownOn: null },
      lines: tickers.map((ticker) => ({ ticker, name: `${ticker} INC`, sector: null, country: null, exchange: null, cik: null })),
    },
  ],
});

/** Facts and identities of the tables that came later, told by natural keys: alike in two databases that hold the same. */
const NATURAL: Readonly<Record<string, string>> = {
  valuation: `SELECT v.fund_symbol, v.observed_on, v.known_on, v.known_on_basis, v.proven_on, v.precedence, v.nav, v.shares_outstanding, d.source, d.sha256
    FROM valuation v JOIN source_document d ON d.id = v.document_id`,
  constituent: `SELECT n.key AS list, n.index_code, n.observed_on, n.known_on, n.known_on_basis, n.proven_on, n.members, c.line, s.key, d.listing, d.symbol, d.cik
    FROM constituent_list n JOIN constituent c ON c.list_id = n.id JOIN security s ON s.id = c.security_id JOIN security_description d ON d.id = c.description_id`,
  description: `SELECT s.key, s.asset_class, d.listing, d.matched_by, d.symbol, d.name, d.cusip, d.isin, d.lei, d.cik
    FROM security_description d JOIN security s ON s.id = d.security_id`,
  holding: `SELECT n.key AS snapshot, h.line, s.key, d.listing, d.matched_by, h.weight
    FROM holding h JOIN snapshot n ON n.id = h.snapshot_id JOIN security s ON s.id = h.security_id JOIN security_description d ON d.id = h.description_id`,
  exposure: `SELECT n.key AS snapshot, e.dimension, e.rank, e.key, e.weight, e.positions, e.market_value
    FROM snapshot_exposure e JOIN snapshot n ON n.id = e.snapshot_id`,
  security: 'SELECT key, asset_class FROM security',
  fund: 'SELECT symbol, name FROM fund',
};

export async function facts(db: DataSource): Promise<Readonly<Record<string, readonly string[]>>> {
  const all: Record<string, readonly string[]> = {};
  for (const [table, rows] of Object.entries(NATURAL)) {
    all[table] = (await db.query<{ text: string }[]>(`SELECT r::text AS text FROM (${rows}) r ORDER BY r::text COLLATE "C"`)).map(({ text }) => text);
  }
  return all;
}

/** Takes all out that was loaded; the shipped funds and indices stay. */
export const emptied = (db: DataSource): Promise<unknown> =>
  db.query(`TRUNCATE load, source_document, security, company CASCADE;
    DELETE FROM fund WHERE issuer IS NULL`);
