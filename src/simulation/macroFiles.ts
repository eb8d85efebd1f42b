import { macroSeries } from './macroSeries';
import type { MarketPath } from './MarketPath';
import type { SimulatedFile } from './SimulatedFile';

/** Series that are not revised, or of which only what they came to be is kept: their files are of one vintage, that of the last day. */
const UNREVISED = ['DFEDTARU', 'DFEDTARL', 'DFF', 'DGS2', 'NFCI'];

/** Macro series as FRED's API answers, each in all of its vintages. */
export function* macroFiles(path: MarketPath): Generator<SimulatedFile> {
  for (const history of macroSeries(path)) {
    const isRevised = !UNREVISED.includes(history.code);
    yield { source: 'fred-api', name: `${history.code}.json`, text: isRevised ? history.toJson() : history.toJsonOfLastDay() };
  }
}
