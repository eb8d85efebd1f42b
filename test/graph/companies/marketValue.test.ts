import { isoDate } from '../../../src/domain/isoDate';
import { sourceByKey } from '../../../src/sources/sources';
import { loadFile } from '../../../src/store/load/loadFile';
import { filed, quartersOf } from '../../domain/earnings/companyFile';
import { dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { loadCompany } from '../../store/load/companyFile';
import { noonOf } from '../../store/load/invented';
import { loadActions, loadCloses } from '../../store/load/priceFile';

const database = useDatabase();

const [SPLIT, BALANCE, CLASSES, UNLIKE, BARE] = ['0001999001', '0001999002', '0001999003', '0001999004', '0001999005'] as const;

const TICKERS = { SPLT: SPLIT, BLNC: BALANCE, 'CLS-A': CLASSES, 'CLS-B': CLASSES, 'CLS-PC': CLASSES, UNLA: UNLIKE, UNLB: UNLIKE, BARE };

beforeAll(async () => {
  const { db } = database();
  const list = Object.entries(TICKERS).map(([ticker, cik], i) => [String(i), { cik_str: Number(cik), ticker, title: `INVENTED ${cik} INC` }] as const);
  await loadFile(db, { source: sourceByKey('edgar-tickers'), fileName: 'company_tickers_2026-11-01.json', bytes: Buffer.from(JSON.stringify(Object.fromEntries(list))), told: {}, now: noonOf('2026-11-02') });

  const [q1, q2] = quartersOf(2024);
  const before = { [q1]: { eps: 1, income: 100, shares: 100 }, '/2024-05-24': { cover: 100 } };
  const after = { [q2]: { eps: 0.1, income: 100, shares: 1000 }, [q1]: { eps: 0.1, income: 100, shares: 1000 }, '/2024-08-23': { cover: 1010 } };
  await loadCompany(db, SPLIT, [...filed({ on: '2024-05-29', says: before }), ...filed({ on: '2024-08-28', says: after })]);
  await loadCloses(db, 'SPLT', 'RAW', { '2024-06-07': 1208.88, '2024-06-10': 121.79, '2024-08-27': 128.3, '2024-08-28': 125.61 });
  await loadActions(db, ['SPLT,SPLIT,2024-06-10,10,,']);

  await loadCompany(db, BALANCE, filed({ on: '2024-05-05', says: { [q1]: { eps: 1, income: 100, shares: 90 }, '/2024-03-31': { outstanding: 80 } } }));
  await loadCloses(db, 'BLNC', 'RAW', { '2024-05-03': 5, '2024-05-06': 6 });
  await loadCloses(db, 'BLNC', 'RAW', { '2024-05-06': 6.5 }, { knownOn: '2024-06-03' });
  for (const cik of [CLASSES, UNLIKE]) await loadCompany(db, cik, filed({ on: '2024-05-05', says: { [q1]: { eps: 1, income: 100, shares: 50 } } }));
  await loadCloses(db, 'CLS-A', 'RAW', { '2024-05-06': 20 });
  await loadCloses(db, 'CLS-B', 'RAW', { '2024-05-06': 21, '2024-05-07': 22 });
  await loadCloses(db, 'CLS-PC', 'RAW', { '2024-05-08': 25 });
  await loadCloses(db, 'UNLA', 'RAW', { '2024-05-06': 600_000 });
  await loadCloses(db, 'UNLB', 'RAW', { '2024-05-06': 400 });
  await loadCompany(db, BARE, filed({ on: '2024-05-05', says: { [q1]: { eps: 1, income: 100, shares: 50 } } }));
  await loadCloses(db, 'BARE', 'TOTAL_RETURN', { '2024-05-06': 7 });

  await loadCloses(db, 'IWM', 'TOTAL_RETURN', { '2024-05-06': 150 });
  await loadCloses(db, 'IVV', 'RAW', { '2024-05-03': 500, '2024-05-06': 510, '2024-06-10': 255 });
  const worth = ['fund,observed_on,known_on,nav,shares_outstanding', 'IWM,2024-05-06,2024-05-06,151,10', 'IVV,2024-05-03,2024-05-03,501,7', 'IVV,2024-06-10,2024-06-10,510,7'];
  await loadFile(db, { source: sourceByKey('csv-fund-history'), fileName: 'own.csv', bytes: Buffer.from(worth.join('\n')), told: {}, now: noonOf('2026-11-02') });
});

type Answer = Readonly<Record<string, unknown>>;

const VALUE = 'marketValue { value close observedOn shares basis countedOn splitFactor listing } missing { field reason }';

/** The value, and where there is none why. */
async function worth(of: string, asOf: string): Promise<unknown> {
  const [, field = ''] = /^(\w+)/.exec(of) ?? [];
  const data = await dataOf<Readonly<Record<string, Answer>>>(database().db, `{ ${of.replace(')', `, asOf: "${isoDate(asOf)}")`)} { ${VALUE} } }`);
  const { marketValue, missing } = data[field] as { readonly marketValue: Answer | null; readonly missing: readonly { readonly field: string; readonly reason: string }[] };
  return marketValue ?? missing.find((one) => one.field === 'marketValue')?.reason;
}

describe("a company's market value", () => {
  it('is the raw close times the shares of the cover page, carried over a split by its ex-date until a filing counts anew', async () => {
    const company = `company(cik: "${SPLIT}")`;
    expect(await worth(company, '2024-06-07')).toMatchObject({ value: 120_888, close: 1208.88, shares: 100, splitFactor: 1, basis: 'COVER_PAGE', countedOn: '2024-05-24', listing: 'SPLT' });
    expect(await worth(company, '2024-06-10')).toMatchObject({ value: 121_790, close: 121.79, shares: 1000, splitFactor: 10 });
    expect(await worth(company, '2024-08-27')).toMatchObject({ shares: 1000, splitFactor: 10 });
    expect(await worth(company, '2024-08-28')).toMatchObject({ shares: 1010, splitFactor: 1, countedOn: '2024-08-23' });
  });

  it('is of the newest day of which a close is known, with the shares known on that day', async () => {
    expect(await worth(`company(cik: "${SPLIT}")`, '2024-08-26')).toMatchObject({ observedOn: '2024-06-10', shares: 1000 });
    expect(await worth(`company(cik: "${BALANCE}")`, '2024-05-07')).toMatchObject({ value: 480, basis: 'BALANCE_SHEET' });
    expect(await worth(`company(cik: "${BALANCE}")`, '2024-06-03')).toMatchObject({ value: 520, close: 6.5, observedOn: '2024-05-06' });
    expect(await worth(`company(cik: "${BALANCE}")`, '2024-05-03')).toBe('NOT_REPORTED');
  });

  it('counts all classes at the close of one that was traded last, and no preferred share', async () => {
    expect(await worth(`company(cik: "${CLASSES}")`, '2024-05-06')).toMatchObject({ value: 1000, listing: 'CLSA', basis: 'DILUTED_AVERAGE' });
    expect(await worth(`company(cik: "${CLASSES}")`, '2024-05-08')).toMatchObject({ value: 1100, listing: 'CLSB' });
  });

  it('is null, and says why, where classes are worth unlike sums, closes are adjusted, or there are none', async () => {
    expect(await worth(`company(cik: "${UNLIKE}")`, '2024-05-06')).toBe('SHARE_CLASSES_DIFFER');
    expect(await worth(`company(cik: "${BARE}")`, '2024-05-06')).toBe('ADJUSTED_PRICE_ONLY');
    expect(await worth(`company(cik: "${BARE}")`, '2024-05-05')).toBe('NOT_KNOWN_YET');
  });

  it('is that of its shares too', async () => {
    expect(await worth('security(symbol: "SPLT")', '2026-11-02')).toMatchObject({ value: expect.closeTo(125.61 * 1010, 6) as number });
    expect(await worth('security(symbol: "BARE")', '2026-11-02')).toBe('ADJUSTED_PRICE_ONLY');
  });

  it('leads to the figure and the document that it is told from', async () => {
    const query = `{ company(cik: "${SPLIT}", asOf: "2024-06-10") { marketValue { fact { concept value } source { fileName } knownOnBasis } } }`;
    expect(await dataOf(database().db, query)).toEqual({
      company: { marketValue: { fact: { concept: 'dei:EntityCommonStockSharesOutstanding', value: 100 }, source: { fileName: 'own.csv' }, knownOnBasis: 'MARKET_CLOSE' } },
    });
  });
});

describe("a fund's market value", () => {
  it('is its raw close times its own shares of that day, or some days before', async () => {
    expect(await worth('etf(symbol: "IVV")', '2024-05-03')).toMatchObject({ value: 3500, basis: 'FUND', countedOn: '2024-05-03' });
    expect(await worth('etf(symbol: "IVV")', '2024-05-07')).toMatchObject({ value: 3570, observedOn: '2024-05-06', countedOn: '2024-05-03' });
  });

  it('is null where its closes are adjusted, and where close and NAV are of one split apart', async () => {
    expect(await worth('etf(symbol: "IWM")', '2024-05-06')).toBe('ADJUSTED_PRICE_ONLY');
    expect(await worth('etf(symbol: "IWM")', '2024-05-05')).toBe('NOT_KNOWN_YET');
    expect(await worth('etf(symbol: "IVV")', '2024-06-10')).toBe('SPLIT_SUSPECTED');
  });
});
