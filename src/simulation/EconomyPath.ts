import { climates } from './climate';
import type { MarketPath } from './MarketPath';
import type { Month } from '../domain/months';
import { Random } from './Random';
import { type DatedPhase, phasesThrough } from './regimes';

/** The economy in one month, as it was: agencies see it a little wrong at first. */
export interface EconomyMonth {
  readonly month: Month;
  readonly phase: DatedPhase;
  /** Upper bound of the target range once this month's meeting has ended, per cent. */
  readonly target: number;
  readonly unemployment: number;
  /** Thousand. */
  readonly payrolls: number;
  readonly claims: number;
  readonly conditions: number;
  readonly twoYearSpread: number;
  /** Index of core consumer prices. */
  readonly prices: number;
  /** Real output of a quarter at the month's pace, billions a year. */
  readonly output: number;
}

/** Series begin so long before the market, so that what compares with years before has them. */
const MONTHS_BEFORE = 36;

/** The lowest that the target's upper bound goes, and where it is on the last day unless that would take it lower. */
const LOWEST_TARGET = 0.25;
const LAST_TARGET = 3.75;

/** How much of the way to where a regime draws them these go in a month. */
const INFLATION_SPEED = 0.25;
const GROWTH_SPEED = 0.5;
const CONDITIONS_SPEED = 0.35;
const SPREAD_SPEED = 0.5;
const CLAIMS_SPEED = 0.3;

/** Month by month what the regimes make of the economy: the same in both modes, since only markets may be blind to it. */
export function economyPath({ options, firstMonth, lastMonth }: MarketPath): readonly EconomyMonth[] {
  const random = new Random(options.seed, 'economy');
  const first = firstMonth - MONTHS_BEFORE;
  const phases = phasesThrough(first, lastMonth);
  const start = climates[(phases[0] as DatedPhase).regime];
  let { unemployment, claims, conditions, twoYearSpread, inflation, growth } = start;
  let [payrolls, prices, output, moved] = [140_000, 250, 17_500, 0];
  const months: EconomyMonth[] = [];
  for (const phase of phases) {
    const climate = climates[phase.regime];
    for (let month = Math.max(first, phase.from); month <= phase.to; month += 1) {
      const gap = climate.unemployment - unemployment;
      unemployment += Math.max(-climate.unemploymentStep, Math.min(climate.unemploymentStep, gap)) + 0.03 * random.normal();
      payrolls += climate.payrolls + 25 * random.normal();
      claims += CLAIMS_SPEED * (climate.claims - claims);
      conditions += CONDITIONS_SPEED * (climate.conditions - conditions) + 0.02 * random.normal();
      twoYearSpread += SPREAD_SPEED * (climate.twoYearSpread - twoYearSpread) + 0.03 * random.normal();
      inflation += INFLATION_SPEED * (climate.inflation - inflation);
      growth += GROWTH_SPEED * (climate.growth - growth);
      prices *= 1 + (inflation + 0.25 * random.normal()) / 1_200;
      output *= 1 + (growth + 0.6 * random.normal()) / 1_200;
      moved += climate.moves[month - phase.from] ?? 0;
      months.push({ month, phase, target: moved, unemployment, payrolls, claims, conditions, twoYearSpread, prices, output });
    }
  }
  const base = Math.max(LOWEST_TARGET - Math.min(...months.map(({ target }) => target)), LAST_TARGET - moved);
  return months.map((one) => ({ ...one, target: one.target + base }));
}
