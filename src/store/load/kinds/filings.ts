import type { FilingsReport } from '../../../sources/FilingsReport';
import { addCompanies } from '../companies/addCompanies';
import { copyLine, copyLines } from '../copyLines';
import { type Provenance, defineFactKind, factsOfEach } from '../defineFactKind';
import { type DatedFiling, datedFilings } from '../filings/datedFilings';

/** Each filing by itself is new, or was there already: so a file that grows by a filing adds that filing. */
export default defineFactKind({
  key: 'filings',
  tables: ['filing'],
  counted: 'filing',

  async prepare(client, request, reports) {
    const all: { readonly report: FilingsReport; readonly filings: readonly DatedFiling[] }[] = [];
    for (const report of reports) all.push({ report, filings: await datedFilings(client, request, report) });
    return {
      facts: all.map(({ report, filings }) => factsOfEach('filings', report.cik, filings.map(({ filing, ...dated }) => ({ ...dated, observedOn: filing.filedOn })))),
      append: async (provenance) => {
        await addCompanies(client, reports.map(({ cik }) => cik));
        await copyLines(client, `filing (${COLUMNS})`, all.flatMap(({ report, filings }) => lines(report.cik, filings, provenance)));
      },
    };
  },
});

const COLUMNS = `cik, accession, form, observed_on, known_on, known_on_basis, proven_on, document_id, load_id,
  report_on, accepted_at, items, primary_document, is_xbrl`;

const lines = (cik: string, filings: readonly DatedFiling[], { documentId, loadId }: Provenance): readonly string[] =>
  filings.flatMap(({ filing, knownOn, knownOnBasis, provenOn, isNew }) => {
    const { accession, form, filedOn, reportOn, acceptedAt, items, primaryDocument, isXbrl } = filing;
    if (!isNew) return [];
    return copyLine([
      ...[cik, accession, form, filedOn, knownOn, knownOnBasis, provenOn, documentId, loadId],
      ...[reportOn, acceptedAt, arrayText(items), primaryDocument, isXbrl === null ? null : String(isXbrl)],
    ]);
  });

/** Texts as Postgres writes an array of them. */
const arrayText = (items: readonly string[]): string => `{${items.map((item) => `"${item.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;
