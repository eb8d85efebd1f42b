import { MarketPath } from '../../src/simulation/MarketPath';
import { defaultSimulation, SimulationMode } from '../../src/simulation/options';
import { mean } from '../../src/signals/statistics/moments';

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

/** What small companies returned more than large ones a year, by whether a rotation is planted then; over many seeds. */
function sizeReturns(mode: SimulationMode): { readonly rotating: number; readonly otherwise: number } {
  const [rotating, otherwise]: [number[], number[]] = [[], []];
  for (const seed of SEEDS) {
    const planted = new MarketPath({ ...defaultSimulation, years: 35, seed });
    const path = new MarketPath({ ...defaultSimulation, years: 35, seed, mode });
    for (const session of path.sessions.keys()) (planted.isRotating(session) ? rotating : otherwise).push(path.at(session).size);
  }
  return { rotating: 252 * mean(rotating), otherwise: 252 * mean(otherwise) };
}

describe('a rotation', () => {
  it('is planted at its stated strength, 21 sessions after both catalysts stand', () => {
    const { rotating, otherwise } = sizeReturns(SimulationMode.PLANTED);
    expect(rotating).toBeGreaterThan(0.15);
    expect(rotating).toBeLessThan(0.21);
    expect(Math.abs(otherwise)).toBeLessThan(0.05);

    const path = new MarketPath(defaultSimulation);
    const first = path.sessions.findIndex((_, session) => path.isRotating(session) && path.dayAt(session) > '2025-01-01');
    expect([path.dayAt(first - 21), path.dayAt(first)]).toEqual(['2025-05-01', '2025-06-02']);
  });

  it('is not there on the same days of a market in which nothing predicts anything', () => {
    const { rotating, otherwise } = sizeReturns(SimulationMode.NULL);
    expect(Math.abs(rotating)).toBeLessThan(0.03);
    expect(Math.abs(otherwise)).toBeLessThan(0.02);
    const path = new MarketPath({ ...defaultSimulation, mode: SimulationMode.NULL });
    expect([...path.sessions.keys()].filter((session) => path.isRotating(session))).toEqual([]);
  });
});
