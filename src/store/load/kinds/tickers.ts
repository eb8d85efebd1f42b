import type { DueVersion } from '../dueVersion';
import { defineFactKind, factsOf } from '../defineFactKind';
import { type DatedTickers, dueTickers, scopeOf } from '../tickers/dueTickers';
import { mergeTickers } from '../tickers/mergeTickers';

/** Each report is a list of tickers: all of it is new, or was there already. */
export default defineFactKind({
  key: 'tickers',
  tables: ['ticker_line', 'ticker_list'],
  counted: 'ticker_list',

  async prepare(client, request, reports, sha256) {
    const all: DueVersion<DatedTickers>[] = [];
    for (const report of reports) all.push(await dueTickers(client, request, report, sha256));
    const due = all.filter(({ isNew }) => isNew);
    return {
      facts: all.map((version) => factsOf('tickers', scopeOf(version.report), version)),
      append: async (provenance) => {
        for (const version of due) await mergeTickers(client, provenance, version);
      },
    };
  },
});
