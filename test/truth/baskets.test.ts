import { basename } from 'node:path';
import { Closes } from '../../src/domain/closes';
import { sourceByKey } from '../../src/sources/sources';
import { loadFile } from '../../src/store/load/loadFile';
import { dataOf } from '../support/ask';
import { useDatabase } from '../support/database';
import { describeRealFiles, realFile } from '../support/realFiles';

const database = useDatabase();

const now = new Date('2026-11-20T12:00:00Z');
const load = (source: string, path: string, told = {}) =>
  loadFile(database().db, { source: sourceByKey(source), fileName: basename(path), bytes: realFile(path), told, now });

interface Held {
  readonly totalReturn: number;
  readonly weighting: string;
  readonly priced: number;
  readonly members: readonly { readonly symbol: string; readonly weight: number; readonly totalReturn: number }[];
}

describeRealFiles('the Magnificent 7 by real closes', () => {
  beforeAll(async () => {
    for (const symbol of ['AAPL', 'MSFT', 'GOOGL', 'AMZN', 'NVDA', 'META', 'TSLA']) {
      expect(await load('close-csv', `prices/close/${symbol}.csv`, { closes: Closes.TOTAL_RETURN })).toMatchObject({ outcome: 'ADDED' });
    }
    await load('ssga-holdings', 'holdings/ssga/holdings-daily-us-en-spy_2024-03.xlsx');
  });

  const held = async (from: string, to: string): Promise<Held> => {
    const query = `{ basket(key: "mag7", asOf: "2025-06-30") { returns(from: "${from}", to: "${to}") { totalReturn weighting priced members { symbol weight totalReturn } } } }`;
    return (await dataOf<{ basket: { returns: Held } }>(database().db, query)).basket.returns;
  };

  /** The closes of a file by day. */
  function closesOf(path: string, column: number): ReadonlyMap<string, number> {
    const rows = realFile(path).toString('utf8').trim().split('\n').map((line) => line.split(','));
    return new Map(rows.slice(1).map((cells) => [(cells[0] ?? '').slice(0, 10), Number(cells[column])]));
  }

  const returnOf = (closes: ReadonlyMap<string, number>, from: string, to: string): number => (closes.get(to) ?? NaN) / (closes.get(from) ?? NaN) - 1;

  it('returned over a stretch what their files say, each bought once', async () => {
    const { totalReturn, weighting, priced, members } = await held('2024-06-28', '2024-08-30');
    const returns = members.map(({ symbol }) => returnOf(closesOf(`prices/close/${symbol}.csv`, 1), '2024-06-28', '2024-08-30'));
    expect([weighting, priced]).toEqual(['EQUAL', 7]);
    expect(totalReturn).toBeCloseTo(returns.reduce((sum, one) => sum + one, 0) / 7, 9);
  });

  it.each([
    ['2023-12-29', '2024-03-28'],
    ['2024-06-28', '2024-08-30'],
    ['2024-09-30', '2024-12-31'],
    ['2024-12-31', '2025-03-31'],
  ])('held equally moved from %s to %s as the fund did that holds them equally, to 0.4 percentage points', async (from, to) => {
    const { totalReturn, weighting } = await held(from, to);
    expect(weighting).toBe('EQUAL');
    expect(Math.abs(totalReturn - returnOf(closesOf('prices/ohlcv/MAGS.csv', 4), from, to))).toBeLessThan(0.004);
  });

  it("stand at their weights in the S&P 500 of 2024-03-19, drifted, while that is at most 100 days old", async () => {
    const { weighting, members } = await held('2024-04-01', '2024-05-01');
    expect(weighting).toBe('SNAPSHOT');
    expect(members.map(({ symbol }) => symbol).sort()).toEqual(['AAPL', 'AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA']);
    expect([...members].sort((a, b) => b.weight - a.weight).slice(0, 3).map(({ symbol }) => symbol)).toEqual(['MSFT', 'AAPL', 'NVDA']);
  });
});
