import { defineFactKind } from '../defineFactKind';
import { type DatedEstimate, datedEstimates } from '../estimates/datedEstimates';
import { mergeEstimates } from '../estimates/mergeEstimates';
import type { LoadedFacts } from '../LoadRequest';

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

/** All that one file says: a calendar is of a thousand companies. */
function loaded(estimates: readonly DatedEstimate[]): LoadedFacts {
  const inOrder = [...estimates].sort((a, b) => (a.observedOn < b.observedOn ? -1 : Number(a.observedOn > b.observedOn)));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined) throw new TypeError('The estimates hold no line.');
  const tickers = new Set(estimates.map(({ line }) => line.ticker));
  const { observedOn: to, knownOn, knownOnBasis, provenOn } = last;
  return {
    ...{ kind: 'estimates', from: first.observedOn, to, knownOn, knownOnBasis, provenOn },
    about: tickers.size === 1 ? first.line.ticker : `${tickers.size} tickers`,
    rows: estimates.length,
    rowsAdded: estimates.filter(({ isNew }) => isNew).length,
  };
}
