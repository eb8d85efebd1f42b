import { ESTIMATES_HEADER, companyEstimates } from './companyEstimates';
import { companyFiles } from './companyFiles';
import { ACTIONS_HEADER, CLOSES_HEADER, companyPrices } from './companyPrices';
import { companyQuarters } from './companyQuarters';
import { fundFiles } from './fundFiles';
import { LineFiles } from './LineFiles';
import { macroFiles } from './macroFiles';
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
  yield* macroFiles(path);
  yield* tickerFiles(universe, path);
  yield* fundFiles(universe, path);
  yield* filesOfCompanies(universe, path);
}

/** What there is of each company: its filings by themselves, prices and estimates with those of others. */
function* filesOfCompanies(universe: Universe, path: MarketPath): Generator<SimulatedFile> {
  const closes = new LineFiles('csv-prices', 'prices', CLOSES_HEADER);
  const actions = new LineFiles('csv-corporate-actions', 'corporate-actions', ACTIONS_HEADER);
  const estimates = new LineFiles('csv-estimates', 'estimates', ESTIMATES_HEADER);
  for (const company of universe.companies()) {
    const quarters = companyQuarters(company, path);
    yield* companyFiles(company, quarters, path);
    const prices = companyPrices(company, path);
    yield* closes.add(prices.closes);
    yield* actions.add(prices.actions);
    yield* estimates.add(companyEstimates(company, quarters, path));
  }
  for (const files of [closes, actions, estimates]) yield* files.end();
}
