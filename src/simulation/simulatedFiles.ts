import { companyFiles } from './companyFiles';
import { fundFiles } from './fundFiles';
import { MarketPath } from './MarketPath';
import { type SimulationOptions, checkOptions } from './options';
import type { SimulatedFile } from './SimulatedFile';
import { tickerFiles } from './tickerFiles';
import { Universe } from './Universe';

/**
 * Every file of a simulated market, one after another: none is held once the next is asked for, so that a longer or larger
 * market needs no more memory but for what each company and fund is on one day.
 *
 * @throws {InvalidInput} for options out of bounds.
 */
export function* simulatedFiles(options: SimulationOptions): Generator<SimulatedFile> {
  checkOptions(options);
  const path = new MarketPath(options);
  const universe = new Universe(path);
  yield* tickerFiles(universe, path);
  yield* fundFiles(universe, path);
  for (const company of universe.companies()) yield* companyFiles(company, path);
}
