import { type PreparedFacts, defineFactKind, factsOfEach } from '../defineFactKind';
import { type DatedEstimate, datedEstimates } from '../estimates/datedEstimates';
import { mergeEstimates } from '../estimates/mergeEstimates';

/** Each period of each day by itself is new, or was there already: so a file that grows by a quarter adds that quarter. */
export default defineFactKind({
  key: 'estimates',
  tables: ['earnings_estimate'],
  counted: 'earnings_estimate',

  async prepare(client, request, reports, sha256) {
    const all: (readonly DatedEstimate[])[] = [];
    for (const report of reports) all.push(await datedEstimates(client, request, report, sha256));
    return {
      facts: all.map(loaded),
      append: (provenance) => mergeEstimates(client, provenance, all.flat().filter(({ isNew }) => isNew)),
    };
  },
});

/** All that one file says together: a calendar is of a thousand companies. */
function loaded(estimates: readonly DatedEstimate[]): PreparedFacts {
  const tickers = [...new Set(estimates.map(({ line }) => line.ticker))];
  return factsOfEach('estimates', tickers.length === 1 ? tickers.join() : `${tickers.length} tickers`, estimates, tickers);
}
