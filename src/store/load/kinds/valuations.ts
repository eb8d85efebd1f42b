import type { ValuationsReport } from '../../../sources/ValuationsReport';
import { copyLine, copyLines } from '../copyLines';
import { mergeFunds } from '../mergeFunds';
import { type Provenance, defineFactKind, factsOfEach } from '../defineFactKind';
import { type DatedValuation, datedValuations } from '../valuations/datedValuations';

/** Each day by itself is new, or was there already: so a file that grows by a day adds that day. */
export default defineFactKind({
  key: 'valuations',
  tables: ['valuation'],
  counted: 'valuation',

  async prepare(client, request, reports, sha256) {
    const all: { readonly report: ValuationsReport; readonly days: readonly DatedValuation[] }[] = [];
    for (const report of reports) all.push({ report, days: await datedValuations(client, request, report, sha256) });
    return {
      facts: all.map(({ report, days }) => factsOfEach('valuations', report.fund, days.map(({ day, ...dated }) => ({ ...dated, observedOn: day.observedOn })))),
      append: async (provenance) => {
        await mergeFunds(client, reports);
        await copyLines(client, `valuation (${COLUMNS})`, all.flatMap(({ report, days }) => lines(report.fund, days, provenance)));
      },
    };
  },
});

const COLUMNS = 'fund_symbol, observed_on, known_on, known_on_basis, proven_on, load_id, document_id, precedence, nav, shares_outstanding';

const lines = (fund: string, days: readonly DatedValuation[], { loadId, documentId, precedence }: Provenance): readonly string[] =>
  days.flatMap(({ day, knownOn, knownOnBasis, provenOn, isNew }) =>
    isNew
      ? copyLine([
          ...[fund, day.observedOn, knownOn, knownOnBasis, provenOn],
          ...[loadId, documentId, precedence, day.nav, day.sharesOutstanding],
        ])
      : [],
  );
