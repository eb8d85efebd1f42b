import { InvalidInput } from '../domain/errors';
import { type IsoDate, isoDate } from '../domain/isoDate';

/** Whether what goes before tells of what comes, as planted, or nothing does. */
export enum SimulationMode {
  PLANTED = 'PLANTED',
  NULL = 'NULL',
}

/** All that a simulated market follows from. The same options give the same bytes. */
export interface SimulationOptions {
  readonly seed: number;
  /** Companies listed at any one time; one in five is large. */
  readonly companies: number;
  readonly years: number;
  readonly funds: number;
  /** Its last day, which is its today. */
  readonly lastOn: IsoDate;
  readonly mode: SimulationMode;
}

/** What `npm start` shows: small enough to be loaded while somebody waits. */
export const defaultSimulation: SimulationOptions = {
  seed: 1,
  companies: 100,
  years: 8,
  funds: 6,
  lastOn: isoDate('2025-12-31'),
  mode: SimulationMode.PLANTED,
};

/** The bounds of each number; the trading calendar begins in 1990. */
const BOUNDS = { seed: [0, 4_294_967_295], companies: [40, 1_000_000], years: [1, 35], funds: [1, 1_000] } as const;

/** @throws {InvalidInput} naming the option and what it may be. */
export function checkOptions(options: SimulationOptions): void {
  for (const [name, [least, most]] of Object.entries(BOUNDS)) {
    const value = options[name as keyof typeof BOUNDS];
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new InvalidInput(`'${name}' is ${value}: expected a whole number from ${least} to ${most}.`);
    }
  }
}
