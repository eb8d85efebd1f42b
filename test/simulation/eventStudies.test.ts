import { monthOf } from '../../src/domain/months';
import { eventStudy } from '../../src/signals/eventStudy';
import { State, statesOf } from '../../src/signals/State';
import { ROTATION_STRENGTH, climates } from '../../src/simulation/climate';
import { MarketPath } from '../../src/simulation/MarketPath';
import { defaultSimulation, SimulationMode } from '../../src/simulation/options';
import { Random } from '../../src/simulation/Random';
import { MegaCaps, Regime } from '../../src/simulation/regimes';

/** What large and small companies come to, whose prices go with the market alone. */
function closesOf(path: MarketPath): { readonly small: readonly number[]; readonly large: readonly number[] } {
  let [small, large] = [100, 100];
  const days = path.sessions.map((_, session) => {
    const { market, size } = path.at(session);
    return { small: (small *= 1 + market + size), large: (large *= 1 + market) };
  });
  return { small: days.map((day) => day.small), large: days.map((day) => day.large) };
}

/** A score that wanders about 0, and comes back half of the way in a month. */
function wandering(seed: number, length: number): readonly number[] {
  const random = new Random(seed, 'score');
  let score = 0;
  return Array.from({ length }, () => (score = 0.967 * score + 0.1 * random.normal()));
}

describe('in a market in which nothing predicts anything', () => {
  it('the test of an event study at 5 % rejects about 5 % of a thousand signals', () => {
    const options = { ...defaultSimulation, years: 4, mode: SimulationMode.NULL };
    const pValues = Array.from({ length: 1_000 }, (_, i) => i + 1).flatMap((seed) => {
      const path = new MarketPath({ ...options, seed });
      const states = statesOf(wandering(seed, path.sessions.length));
      return eventStudy({ states, ...closesOf(path) }, 21).pValue ?? [];
    });
    expect(pValues.length).toBeGreaterThan(900);
    const rejected = pValues.filter((pValue) => pValue < 0.05).length / pValues.length;
    expect(rejected).toBeGreaterThan(0.03);
    expect(rejected).toBeLessThan(0.07);
  });
});

describe('where a rotation is planted', () => {
  const HORIZON = 126;

  /** Both catalysts stand from the third month of a phase of both until its end. */
  const truthOf = (path: MarketPath): readonly State[] =>
    path.sessions.map((day) => {
      const phase = path.phaseIn(monthOf(day));
      const isBoth = phase.regime === Regime.SOFT_LANDING && phase.megaCaps === MegaCaps.UNWIND;
      return isBoth && monthOf(day) >= phase.from + 2 ? State.FOR : State.NEUTRAL;
    });

  /** One market after another, as if they were one: a market has too few rotations to tell anything of them. */
  function inARow(markets: readonly MarketPath[]) {
    const all = { states: [] as State[], small: [] as number[], large: [] as number[] };
    for (const path of markets) {
      const [closes, upTo] = [closesOf(path), { small: all.small.at(-1) ?? 100, large: all.large.at(-1) ?? 100 }];
      all.states.push(...truthOf(path));
      for (const side of ['small', 'large'] as const) for (const close of closes[side]) all[side].push((upTo[side] * close) / 100);
    }
    return all;
  }

  it('an event study of the truth finds its strength within two standard errors, and that it is no chance', () => {
    const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
    const found = eventStudy(inARow(seeds.map((seed) => new MarketPath({ ...defaultSimulation, years: 35, seed }))), HORIZON);
    const { marketDrift } = climates[Regime.SOFT_LANDING];
    const over = (aYear: number): number => (1 + aYear / 252) ** HORIZON;
    const planted = over(marketDrift + ROTATION_STRENGTH) - over(marketDrift);
    expect(found.events).toBeGreaterThan(30);
    expect(Math.abs((found.mean ?? NaN) - planted)).toBeLessThan(2 * (found.standardError ?? NaN));
    expect(found.pValue).toBeLessThan(0.01);
  });
});
