import { mean, standardDeviation } from '../../src/signals/statistics/moments';
import { type MarketStatistics, marketStatistics } from './marketStatistics';
import { defaultSimulation } from '../../src/simulation/options';

/** What docs/simulation.md tells of the default market is held here within bounds: a change that leaves them changes what is simulated. */
describe('the default simulated market', () => {
  let market: MarketStatistics;
  beforeAll(() => {
    market = marketStatistics(defaultSimulation);
  }, 120_000);

  const returns = (symbol: string): readonly number[] => [...(market.returns.get(symbol)?.values() ?? [])];
  const volatility = (symbol: string): number => standardDeviation(returns(symbol)) * Math.sqrt(252);

  it.each([
    ['SPY', 0.13, 0.21],
    ['IWM', 0.17, 0.27],
    ['QQQ', 0.14, 0.25],
  ])('lets %s vary by %d to %d a year', (symbol, low, high) => {
    expect(volatility(symbol)).toBeGreaterThan(low);
    expect(volatility(symbol)).toBeLessThan(high);
  });

  it('moves small and large companies together, and two funds of one index as one', () => {
    expect(correlation(returns('IWM'), returns('SPY'))).toBeGreaterThan(0.7);
    expect(correlation(returns('IWM'), returns('SPY'))).toBeLessThan(0.92);
    expect(correlation(returns('IWM'), returns('VTWO'))).toBeGreaterThan(0.99);
    expect(correlation(returns('SPY'), returns('IVV'))).toBeGreaterThan(0.99);
  });

  it('has two quarters in five in which a small company earned nothing', () => {
    const losses = market.smallIncomes.filter((income) => income < 0).length / market.smallIncomes.length;
    expect(losses).toBeGreaterThan(0.33);
    expect(losses).toBeLessThan(0.47);
  });

  it('files quarters after 26 to 85 days and years after 38 to 115, as a rule after five and eight weeks', () => {
    const [quarters, years] = [market.lags['10-Q'], market.lags['10-K']];
    expect([Math.min(...quarters) >= 26, Math.max(...quarters) <= 85, Math.min(...years) >= 38, Math.max(...years) <= 118]).toEqual([true, true, true, true]);
    expect(mean(quarters)).toBeGreaterThan(32);
    expect(mean(quarters)).toBeLessThan(42);
    expect(mean(years)).toBeGreaterThan(50);
    expect(mean(years)).toBeLessThan(70);
  });

  it('revises payrolls by tens of thousands and unemployment by a tenth of a point at most', () => {
    const revisions = (code: string): readonly number[] =>
      [...(market.prints.get(code)?.values() ?? [])].flatMap((prints) => (prints.length > 1 ? [(prints.at(-1) ?? 0) - (prints[0] ?? 0)] : []));
    const payrolls = mean(revisions('PAYEMS').map(Math.abs));
    expect(payrolls).toBeGreaterThan(20);
    expect(payrolls).toBeLessThan(50);
    expect(revisions('UNRATE').length).toBeGreaterThan(20);
    expect(Math.max(...revisions('UNRATE').map(Math.abs))).toBeLessThan(0.11);
    expect(mean(revisions('GDPC1').map(Math.abs))).toBeGreaterThan(5);
  });

  it('has one month without a survey', () => {
    for (const code of ['UNRATE', 'CPILFESL', 'CPIAUCSL']) {
      const missing = [...(market.prints.get(code) ?? [])].filter(([, prints]) => prints.includes(null));
      expect([code, missing]).toEqual([code, [['2025-10-01', [null]]]]);
    }
  });

  it('beats what was expected, as a rule', () => {
    expect(market.surprises.others.filter((surprise) => surprise > 0).length / market.surprises.others.length).toBeGreaterThan(0.6);
    expect(market.surprises.mega.length).toBeGreaterThan(100);
  });
});

/** Pearson's, of two series of one length. */
function correlation(xs: readonly number[], ys: readonly number[]): number {
  const [x, y] = [mean(xs), mean(ys)];
  const products = xs.map((one, i) => (one - x) * ((ys[i] ?? NaN) - y));
  return products.reduce((sum, one) => sum + one, 0) / ((xs.length - 1) * standardDeviation(xs) * standardDeviation(ys));
}
