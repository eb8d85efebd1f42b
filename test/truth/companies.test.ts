import type { DataSource } from 'typeorm';
import { sourceByKey } from '../../src/sources/sources';
import { isoDate } from '../../src/domain/isoDate';
import { loadFile } from '../../src/store/load/loadFile';
import type { LoadReport } from '../../src/store/load/LoadRequest';
import { DAYS, STRIPPED, realIsharesFile } from '../sources/realIsharesFiles';
import { dataOf } from '../support/ask';
import { useDatabase } from '../support/database';
import { describeRealFiles, realFile } from '../support/realFiles';

const now = new Date('2026-11-02T17:00:00Z');

function loadList(db: DataSource): Promise<LoadReport> {
  const name = 'company_tickers_2026-07.json';
  return loadFile(db, { source: sourceByKey('edgar-tickers'), fileName: name, bytes: realFile(`edgar/${name}`), told: { knownOn: isoDate('2026-07-01') }, now });
}

async function loadIwm(db: DataSource): Promise<void> {
  for (const day of DAYS) {
    const told = day === STRIPPED ? { fund: 'IWM', observedOn: day } : {};
    await loadFile(db, { source: sourceByKey('ishares-holdings'), fileName: `${day}.csv`, bytes: realIsharesFile(day), told, now });
  }
}

interface Matched {
  readonly nodes: readonly { readonly companyMatchedBy: string; readonly security: { readonly symbol: string | null }; readonly company: { readonly cik: string } | null }[];
}

/** Counts by our rule; each NAME and TICKER, and each TICKER_AND_NAME whose names differ behind their first word, was read against the list and is right. */
describeRealFiles("IWM's holdings and the SEC's list of July 2026", () => {
  const database = useDatabase();

  beforeAll(async () => {
    await loadIwm(database().db);
    expect(await loadList(database().db)).toMatchObject({ outcome: 'ADDED', rowsAdded: 10_433, refusals: [] });
    await loadFile(database().db, { source: sourceByKey('edgar-submissions'), fileName: 'CIK0001652044.json', bytes: realFile('edgar/submissions/CIK0001652044.json'), told: { knownOn: isoDate('2026-08-01') }, now });
  }, 120_000);

  async function matched(on: string): Promise<Matched['nodes']> {
    const query = '{ etf(symbol: "IWM") { snapshot(on: "$ON") { holdings(first: 3000, filter: { assetClasses: [EQUITY] }) { nodes { companyMatchedBy security { symbol } company { cik } } } } } }';
    const { etf } = await dataOf<{ etf: { snapshot: { holdings: Matched } } }>(database().db, query.replace('$ON', on));
    return etf.snapshot.holdings.nodes;
  }

  it.each([
    ['2024-09-27', { TICKER_AND_NAME: 1692, NAME: 5, TICKER: 52, NONE: 233 }],
    ['2026-04-10', { TICKER_AND_NAME: 1876, NAME: 2, TICKER: 11, NONE: 47 }],
  ])('of %s match so many by each ground', async (on, expected) => {
    const counts: Record<string, number> = {};
    for (const { companyMatchedBy } of await matched(on)) counts[companyMatchedBy] = (counts[companyMatchedBy] ?? 0) + 1;
    expect(counts).toEqual(expected);
  });

  it('match none where the ticker is now another company’s, and say where only the ticker leads to it', async () => {
    const lines = await matched('2024-09-27');
    const of = (symbol: string) => lines.flatMap(({ security, companyMatchedBy, company }) => (security.symbol === symbol ? [`${companyMatchedBy} ${company?.cik ?? '-'}`] : []));
    expect({ NRC: of('NRC'), MOGA: of('MOGA') }).toEqual({ NRC: ['TICKER 0000070487'], MOGA: ['TICKER_AND_NAME 0000067887'] });
    for (const [symbol, asOf, cik] of [['B', '2024-12-01', null], ['B', '2026-07-01', '0000756894'], ['RNA', '2025-06-01', null], ['RNA', '2026-07-01', '0002093101']] as const) {
      const { companies } = await dataOf<{ companies: { nodes: readonly { readonly cik: string }[] } }>(database().db, `{ companies(filter: { symbols: ["${symbol}"] }, asOf: "${asOf}") { nodes { cik } } }`);
      expect({ symbol, asOf, found: companies.nodes.map((one) => one.cik) }).toEqual({ symbol, asOf, found: cik === null ? [] : [cik] });
    }
  });

  it('leave Alphabet one company behind both classes, and Apple to be found before the list was known', async () => {
    const query = '{ a: company(symbol: "GOOGL") { cik securities { nodes { symbol } } } c: company(symbol: "GOOG") { cik filings { totalCount } } old: company(symbol: "AAPL", asOf: "2019-06-01") { cik name tickers { symbol } } }';
    expect(await dataOf(database().db, query)).toEqual({
      a: { cik: '0001652044', securities: { nodes: ['GOOG', 'GOOGL', 'GOOGM', 'GOOGN'].map((symbol) => ({ symbol })) } },
      c: { cik: '0001652044', filings: { totalCount: 1023 } },
      old: { cik: '0000320193', name: null, tickers: [] },
    });
  });

  it("lead from Alphabet's earnings to the filings that gave them", async () => {
    await loadFile(database().db, { source: sourceByKey('edgar-company-facts'), fileName: 'CIK0001652044.json', bytes: realFile('edgar/companyfacts/CIK0001652044.json'), told: {}, now });
    const query = '{ company(symbol: "GOOGL") { filings(last: 1) { nodes { filedOn } } earnings(period: YEAR, first: 100) { nodes { knownOn form accession filing { filedOn form accession } missing { field } } } } }';
    type Reported = { readonly knownOn: string; readonly form: string; readonly accession: string; readonly filing: object | null; readonly missing: readonly { readonly field: string }[] };
    const { company } = await dataOf<{ company: { filings: { nodes: readonly { readonly filedOn: string }[] }; earnings: { nodes: readonly Reported[] } } }>(database().db, query);
    const firstListed = company.filings.nodes[0]?.filedOn ?? '';
    const told = company.earnings.nodes.map(({ knownOn, filing, missing }) => [knownOn > firstListed, filing !== null, !missing.some(({ field }) => field === 'filing')]);
    expect(new Set(told.map(String))).toEqual(new Set(['false,false,false', 'true,true,true']));
    for (const { knownOn: filedOn, form, accession, filing } of company.earnings.nodes.filter((one) => one.filing !== null)) expect(filing).toEqual({ filedOn, form, accession });
  });
});
