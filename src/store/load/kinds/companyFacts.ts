import { appendFacts } from '../companyFacts/appendFacts';
import { type DatedFacts, datedFacts, storedFacts } from '../companyFacts/datedFacts';
import { deriveEarnings } from '../companyFacts/deriveEarnings';
import { type PreparedFacts, defineFactKind, newSince } from '../defineFactKind';

/** Each figure by itself is new, or was there already: so a file that grows by a filing adds that filing. */
export default defineFactKind({
  key: 'companyFacts',
  tables: ['share_count', 'share_split', 'earnings', 'company_fact'],
  counted: 'company_fact',

  async prepare(client, request, reports) {
    const all: DatedFacts[] = [];
    for (const report of reports) all.push(await datedFacts(client, request, report));
    return {
      facts: all.flatMap(loaded),
      append: async (provenance) => {
        for (const dated of all) await deriveEarnings(client, dated.report.cik, await appendFacts(client, dated, provenance));
      },
    };
  },

  async rebuild(client) {
    const { rows } = await client.query<{ cik: string }>('SELECT cik FROM company ORDER BY cik');
    for (const { cik } of rows) await deriveEarnings(client, cik, await storedFacts(client, cik));
  },
});

/** None for a company of which nothing is kept. */
function loaded({ report, stored, added }: DatedFacts): readonly PreparedFacts[] {
  const inOrder = [...report.facts].sort((a, b) => (a.endOn < b.endOn ? -1 : Number(a.endOn > b.endOn)));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { knownOn, knownOnBasis, provenOn } = [...added, ...stored].find(({ endOn }) => endOn === last.endOn) ?? refuse();
  const days = { from: first.endOn, to: last.endOn, knownOn, knownOnBasis, provenOn };
  return [{ kind: 'companyFacts', about: report.cik, ...days, rows: report.facts.length, rowsAdded: added.length, subjects: [report.cik], newSince: newSince(added) }];
}

function refuse(): never {
  throw new TypeError('A figure is neither stored nor new.');
}
