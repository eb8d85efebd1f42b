import { basename } from 'node:path';
import { Closes } from '../../src/domain/closes';
import { sourceByKey } from '../../src/sources/sources';
import type { Told } from '../../src/sources/tellable';
import { loadFile } from '../../src/store/load/loadFile';
import { dataOf } from '../support/ask';
import { useDatabase } from '../support/database';
import { describeRealFiles, realFile } from '../support/realFiles';
import { loadActions, loadCloses } from '../store/load/priceFile';

const database = useDatabase();

const now = new Date('2026-11-20T12:00:00Z');
const load = (source: string, path: string, told: Told = {}) =>
  loadFile(database().db, { source: sourceByKey(source), fileName: basename(path), bytes: realFile(path), told, now });

type Answer = Readonly<Record<string, unknown>>;

describeRealFiles('market values from real filings', () => {
  beforeAll(async () => {
    await load('edgar-tickers', 'edgar/company_tickers_2026-07.json');
    for (const cik of ['0001045810', '0001652044', '0000320193']) await load('edgar-company-facts', `edgar/companyfacts/CIK${cik}.json`);
    const adjusted = { closes: Closes.TOTAL_RETURN };
    await load('close-csv', 'prices/close/NVDA.csv', adjusted);
    await load('close-csv', 'prices/close/IWM.csv', adjusted);
    await load('stooq', 'prices/stooq/iwm_us_d.csv', { symbol: 'IWM' });
    await load('ishares-workbook', 'holdings/ishares/iShares-Russell-2000-ETF_fund_2025-02-04.xls');
  });

  const company = async (symbol: string, asOf: string): Promise<Answer> =>
    (await dataOf<{ company: Answer }>(database().db, `{ company(symbol: "${symbol}", asOf: "${asOf}") { marketValue { value shares basis splitFactor } missing { field reason } } }`)).company;

  const reason = ({ missing }: Answer) => (missing as readonly { field: string; reason: string }[]).find(({ field }) => field === 'marketValue')?.reason;

  it('are none from adjusted closes: neither of NVIDIA, nor of IWM, whose net assets come from NAV times shares', async () => {
    expect(reason(await company('NVDA', '2024-06-10'))).toBe('ADJUSTED_PRICE_ONLY');
    const { etf } = await dataOf<{ etf: Answer }>(database().db, '{ etf(symbol: "IWM", asOf: "2024-09-30") { marketValue { value } netAssets missing { field reason } } }');
    expect([etf.marketValue, reason(etf)]).toEqual([null, 'ADJUSTED_PRICE_ONLY']);
    expect(Number(etf.netAssets) / 1e9).toBeCloseTo(69.23, 2);
  });

  it("are told from one's own raw closes: NVIDIA's was 2.97 trillion before its split and 3.00 on its day, by the same filing", async () => {
    await loadCloses(database().db, 'NVDA', 'RAW', { '2024-06-07': 1208.88, '2024-06-10': 121.79 });
    await loadActions(database().db, ['NVDA,SPLIT,2024-06-10,10,,']);
    const [before, after] = [await company('NVDA', '2024-06-07'), await company('NVDA', '2024-06-10')];
    expect(before.marketValue).toMatchObject({ value: expect.closeTo(2.974e12, -9.5) as number, basis: 'COVER_PAGE', splitFactor: 1 });
    expect(after.marketValue).toMatchObject({ value: expect.closeTo(2.996e12, -9.5) as number, splitFactor: 10 });
  });

  it('say from what shares are counted: Alphabet, which gives no cover page here, by its balance sheet', async () => {
    await loadCloses(database().db, 'GOOGL', 'RAW', { '2024-06-07': 174.46 });
    await loadCloses(database().db, 'GOOG', 'RAW', { '2024-06-07': 175.95 });
    expect((await company('GOOGL', '2024-06-07')).marketValue).toMatchObject({ value: expect.closeTo(2.17e12, -10.5) as number, basis: 'BALANCE_SHEET' });
  });

  it("become a number of IWM with one's own raw closes: near its net assets of that day", async () => {
    await loadCloses(database().db, 'IWM', 'RAW', { '2024-09-27': 220.33 });
    const { etf } = await dataOf<{ etf: Answer }>(database().db, '{ etf(symbol: "IWM", asOf: "2024-09-30") { marketValue { value observedOn basis } missing { field } } }');
    expect(etf.marketValue).toMatchObject({ value: expect.closeTo(69.23e9, -8.5) as number, observedOn: '2024-09-27', basis: 'FUND' });
  });
});
