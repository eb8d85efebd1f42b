import type { SimulationOptions } from '../../src/simulation/options';
import { simulatedFiles } from '../../src/simulation/simulatedFiles';
import type { SimulatedFile } from '../../src/simulation/SimulatedFile';

/** What signals read closes of. */
const PRICED = new Set(['AAPL', 'AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA', 'IWM', 'SPY']);

/** Of a fund's files one in so many: what it holds may be a year old. */
const ONE_IN = 6;

/** Those files of a simulated market that signals are told from: no closes of other companies, no names, and what funds held twice a year. */
export function* leanMarket(options: SimulationOptions): Generator<SimulatedFile> {
  let months = 0;
  for (const file of simulatedFiles(options)) {
    if (file.source === 'edgar-submissions' || file.source === 'csv-fund-history') continue;
    if (file.source === 'ishares-holdings' && (months += 1) % ONE_IN !== 0) continue;
    if (file.source !== 'csv-prices' && file.source !== 'csv-corporate-actions') yield file;
    else yield* withRowsOf(file);
  }
}

function* withRowsOf(file: SimulatedFile): Generator<SimulatedFile> {
  const [header = '', ...rows] = file.text.split('\n');
  const kept = rows.filter((row) => PRICED.has(row.slice(0, row.indexOf(','))));
  if (kept.length > 0) yield { ...file, text: [header, ...kept, ''].join('\n') };
}
