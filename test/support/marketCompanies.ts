import type { DataSource } from 'typeorm';
import { addDays, isoDate } from '../../src/domain/isoDate';
import { KnownOnBasis } from '../../src/domain/knowledge';
import { aYear, filed, quartersOf } from '../domain/earnings/companyFile';
import { loadCompany } from '../store/load/companyFile';
import { aCompany, aCompanyName, aCompanyProfile, aFiling, aTickerList } from './companyRows';
import { Random } from './Random';

/** Two that report earnings, one that lists alone name, one of which nothing is known. */
export const CIKS = ['0001999001', '0001999002', '0000000042', '0000000043'] as const;

/** What the first of them has filed: three years, the last over twice the shares, and a quarter restated. */
export const FILED = [
  ...aYear(2022),
  ...aYear(2023, { perShare: [1, -1, 1, 2] }),
  ...aYear(2024, { shares: 20, perShare: [0.5, 0.6, 0.7, 0.8] }),
  ...filed({ on: '2024-10-07', says: { [quartersOf(2023)[1]]: { eps: 0.5, income: 10, shares: 20 } } }),
];

/** What companies earned. A file that is read takes simulated facts out, so this comes first. */
export async function fillEarnings(db: DataSource): Promise<void> {
  const on = '2026-11-02';
  await loadCompany(db, CIKS[0], FILED, { on });
  await loadCompany(db, CIKS[1], aYear(2023), { on });
}

/** Fills in names, profiles, lists of tickers and filings, and gives the market's securities to companies. */
export async function fillCompanies(db: DataSource, days: readonly string[]): Promise<void> {
  const random = new Random(11);
  for (const cik of CIKS) await aCompany(db, cik);
  const known = (observedOn: string) => {
    const knownOn = addDays(isoDate(observedOn), random.pick([0, 0, 1, 30]));
    const basis = random.pick([KnownOnBasis.LAG_ASSUMED, KnownOnBasis.FIRST_SEEN]);
    return { observedOn, knownOn, basis, provenOn: addDays(knownOn, basis === KnownOnBasis.LAG_ASSUMED ? 60 : 0) };
  };
  for (const observedOn of days.slice(1)) {
    for (const cik of CIKS.slice(0, 3)) {
      if (random.chance(0.5)) await aCompanyName(db, { cik, name: random.pick(['Face and Book Inc', 'Meta Inc.', 'équité "B"\\']), ...known(observedOn) });
      if (random.chance(0.7)) {
        await aCompanyProfile(db, { cik, sic: random.pick([null, '7370', '0100']), sicDescription: random.pick([null, 'Services']), fiscalYearEnd: random.pick([null, '12-31']), ...known(observedOn) });
      }
      for (let n = random.below(4); n > 0; n -= 1) await filingsOf(db, random, cik, observedOn, known);
    }
    await aTickerList(db, { ...known(observedOn), lines: LISTED.filter(() => random.chance(0.7)) });
  }
  await aTickerList(db, { observedOn: '2026-11-02', lines: [{ security: 'EQUITY LATE', symbol: 'LATE', name: 'Late Corp', cik: CIKS[2] }] });
  await db.query(MATCHES, [CIKS.slice(0, 3)]);
}

const LISTED = [
  { security: 'EQUITY:WRTA', symbol: 'WRTA', name: 'Face & Book Inc', cik: CIKS[0] },
  { security: 'EQUITY:WRTB', symbol: 'WRT-B', name: 'Face & Book Inc', cik: CIKS[0] },
  { security: 'EQUITY:BEE', symbol: 'BEE', name: 'EQUITY B INC', cik: CIKS[1] },
  { security: 'EQUITY FB', symbol: 'FB', name: 'Face & Book Inc', cik: CIKS[0], exchange: 'Nasdaq' },
  { security: 'EQUITY FB', symbol: 'META', name: 'Meta Inc.', cik: CIKS[0], exchange: null },
  { security: 'EQUITY B-A', symbol: 'B-A', name: 'EQUITY B INC', cik: CIKS[1], exchange: 'NYSE' },
  { security: 'EQUITY B', symbol: 'B', name: 'EQUITY B INC', cik: CIKS[1] },
  { security: 'EQUITY B', symbol: 'B', name: 'Other Corp', cik: CIKS[2] },
];

async function filingsOf(db: DataSource, random: Random, cik: string, filedOn: string, known: (day: string) => object): Promise<void> {
  const accession = `0000000000-24-00000${random.below(6)}`;
  const items = random.pick([[], ['2.02'], ['2.02', '9.01']]);
  await aFiling(db, { ...{ cik, accession, filedOn, items }, form: random.pick(['10-K', '8-K', '10-Q/A']), reportOn: random.pick([null, '2024-01-01']), ...known(filedOn) });
}

/** Wordings of shares, some of them with one company before a day and with another after it. */
const MATCHES = `
  WITH share AS (
    SELECT d.id, row_number() OVER (ORDER BY d.listing, d.symbol, d.name, d.sector, d.country, d.exchange, d.cik) AS n, d.cik
    FROM security_description d JOIN security s ON s.id = d.security_id WHERE s.asset_class = 'EQUITY'
  )
  INSERT INTO company_match (description_id, observed_from, cik, matched_by)
  SELECT id, '-infinity'::date, coalesce(cik, ($1::text[])[1 + n % 3]), CASE WHEN cik IS NULL THEN (ARRAY['NAME', 'TICKER'])[1 + n % 2] ELSE 'TICKER_AND_NAME' END
  FROM share WHERE n % 4 <> 0 OR cik IS NOT NULL
  UNION ALL SELECT id, '2024-07-01'::date, ($1::text[])[1 + (n + 1) % 3], 'TICKER' FROM share WHERE n % 5 = 0 AND cik IS NULL`;
