import { type Company, CompanyClass } from './Company';
import type { MarketPath } from './MarketPath';
import type { SimulatedFile } from './SimulatedFile';
import type { Universe } from './Universe';

/** The SEC's list of tickers on the last session of each year and on the last day: who bore which then. */
export function* tickerFiles(universe: Universe, path: MarketPath): Generator<SimulatedFile> {
  for (let session = 0; session < path.sessions.length; session += 1) {
    const next = path.sessions[session + 1];
    const day = path.dayAt(session);
    if (next !== undefined && next.slice(0, 4) === day.slice(0, 4)) continue;
    const rows = [...universe.companies()].filter((company) => isListed(company, session)).map((company, i) => [String(i), row(company, session)]);
    yield { source: 'edgar-tickers', name: `company_tickers_${day}.json`, text: JSON.stringify(Object.fromEntries(rows)) };
  }
}

/** On the last session of the market those that leave it have not gone yet. */
const isListed = ({ listed, delisted, class: kind }: Company, session: number): boolean =>
  kind !== CompanyClass.SMALL || (listed <= session && session <= delisted);

function row({ cik, called }: Company, session: number): unknown {
  const then = called.filter(({ from }) => from <= session).at(-1);
  return { cik_str: Number(cik), ticker: then?.ticker, title: then?.name };
}
