import ishares from '../../src/sources/definitions/ishares-holdings';
import { loadFile } from '../../src/store/load/loadFile';
import { DAYS, realIsharesFile, STRIPPED } from '../sources/realIsharesFiles';
import { ask } from '../support/ask';
import { useDatabase } from '../support/database';
import { describeRealFiles } from '../support/realFiles';

interface Held {
  readonly line: number;
  readonly shares: number | null;
  readonly security: { readonly key: string; readonly name: string; readonly assetClass: string; readonly symbol: string | null };
}

/** Looked up in the files by eye. */
describeRealFiles('what IWM held, by its own files,', () => {
  const database = useDatabase();

  beforeAll(async () => {
    const now = new Date('2026-11-02T17:00:00Z');
    for (const day of DAYS) {
      const told = day === STRIPPED ? { fund: 'IWM', observedOn: day } : {};
      await loadFile(database().db, { source: ishares, fileName: `${day}.csv`, bytes: realIsharesFile(day), told, now });
    }
  });

  async function data<Answer>(question: string): Promise<Answer> {
    return (await ask(database().db, question)).result.data as Answer;
  }

  /** The positions under a ticker as it was written then. */
  async function held(symbol: string, asOf: string): Promise<readonly Held[]> {
    const question = `{ etf(symbol: "IWM", asOf: "${asOf}") { holdings(filter: { symbols: ["${symbol}"] }, orderBy: LINE) {
      nodes { line shares security { key name assetClass symbol } }
    } } }`;
    const { etf } = await data<{ readonly etf: { readonly holdings: { readonly nodes: readonly Held[] } } }>(question);
    return etf.holdings.nodes;
  }

  it('was worth 69346552517.37 on 2024-09-27, of it 69.222 bn in 1,982 lines of shares', async () => {
    const question = `{ etf(symbol: "IWM", asOf: "2024-10-15") {
      snapshot { observedOn totalMarketValue }
      all: holdings { totalCount totalMarketValue totalWeight }
      shares: holdings(filter: { assetClasses: [EQUITY] }) { totalCount totalMarketValue }
      cash: holdings(filter: { assetClasses: [CASH] }, orderBy: WEIGHT_ASC, first: 1) { nodes { marketValue publishedWeight weight } }
    } }`;
    const { etf } = await data<{ readonly etf: { readonly shares: { readonly totalMarketValue: number } } }>(question);
    expect(etf).toMatchObject({
      snapshot: { observedOn: '2024-09-27', totalMarketValue: 69346552517.37 },
      all: { totalCount: 1987, totalMarketValue: 69346552517.37, totalWeight: expect.closeTo(1, 12) as number },
      shares: { totalCount: 1982 },
      cash: { nodes: [{ marketValue: -151604687.06, publishedWeight: -0.0022, weight: expect.closeTo(-151604687.06 / 69346552517.37, 15) as number }] },
    });
    expect((etf.shares.totalMarketValue / 1e9).toFixed(3)).toBe('69.222');
  });

  it.each(['2024-10-15', '2025-12-01', '2026-05-01'])('had on %s a money-market fund, XTSLA, and not Tesla', async (asOf) => {
    expect((await held('XTSLA', asOf)).map(({ security }) => security)).toMatchObject([{ assetClass: 'MONEY_MARKET', key: 'MONEY_MARKET:XTSLA' }]);
    expect(await held('TSLA', asOf)).toEqual([]);
  });

  it.each(['2024-10-15', '2025-06-01', '2025-12-01', '2026-02-01', '2026-05-01'])('had on %s two lines under ADRO, of two securities', async (asOf) => {
    const lines = await held('ADRO', asOf);
    expect(lines).toHaveLength(2);
    expect(new Set(lines.map(({ security }) => security.key)).size).toBe(2);
  });

  it('was under RNA one company until February 2026, and another since', async () => {
    const [[before], [after]] = [await held('RNA', '2025-12-01'), await held('RNA', '2026-05-01')];
    expect([before?.security.name, after?.security.name]).toEqual([expect.stringContaining('AVIDITY'), expect.stringContaining('ATRIUM')]);
    expect(before?.security.key).not.toBe(after?.security.key);
  });

  it('was under KAR and then under OPLN one company', async () => {
    const [[before], [after]] = [await held('KAR', '2025-12-01'), await held('OPLN', '2026-05-01')];
    expect(before?.security.key).toBe('EQUITY:KAR');
    expect(after?.security).toMatchObject({ key: 'EQUITY:KAR', symbol: 'OPLN' });
    expect([await held('OPLN', '2025-12-01'), await held('KAR', '2026-05-01')]).toEqual([[], []]);
  });
});
