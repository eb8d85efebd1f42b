import { addCompanies } from '../companies/addCompanies';
import { type DatedCompany, datedCompany } from '../companies/datedCompany';
import { copyLine, copyLines } from '../copyLines';
import { type Provenance, defineFactKind, factsOfEach } from '../defineFactKind';

/** Each name and each day's profile by itself is new, or was there already. */
export default defineFactKind({
  key: 'companies',
  tables: ['company_name', 'company_profile'],
  counted: 'company_profile',

  async prepare(client, request, reports, sha256) {
    const all: DatedCompany[] = [];
    for (const report of reports) all.push(await datedCompany(client, request, report, sha256));
    return {
      facts: all.map(({ report, names, profile }) => factsOfEach('companies', report.cik, [...names, profile])),
      append: async (provenance) => {
        await addCompanies(client, all.map(({ report }) => report.cik));
        await copyLines(client, `company_name (${NAME_COLUMNS})`, all.flatMap((company) => nameLines(company, provenance)));
        await copyLines(client, `company_profile (${PROFILE_COLUMNS})`, all.flatMap((company) => profileLines(company, provenance)));
        const renamed = all.filter(({ names }) => names.some(({ isNew }) => isNew));
        provenance.onTouched({ securities: [], ciks: renamed.map(({ report }) => report.cik) });
      },
    };
  },
});

const KNOWN_COLUMNS = 'observed_on, known_on, known_on_basis, proven_on, document_id, load_id';
const NAME_COLUMNS = `cik, name, ${KNOWN_COLUMNS}`;
const PROFILE_COLUMNS = `cik, ${KNOWN_COLUMNS}, sic, sic_description, fiscal_year_end, state_of_incorporation`;

/** A name that a file gives twice from one day is one. */
const nameLines = ({ report, names }: DatedCompany, { documentId, loadId }: Provenance): readonly string[] => [
  ...new Set(
    names.flatMap(({ name, observedOn, knownOn, knownOnBasis, provenOn, isNew }) =>
      isNew ? copyLine([report.cik, name, observedOn, knownOn, knownOnBasis, provenOn, documentId, loadId]) : [],
    ),
  ),
];

function profileLines({ report, profile }: DatedCompany, { documentId, loadId }: Provenance): readonly string[] {
  const { observedOn, knownOn, knownOnBasis, provenOn, sic, sicDescription, fiscalYearEnd, stateOfIncorporation, isNew } = profile;
  const known = [observedOn, knownOn, knownOnBasis, provenOn, documentId, loadId];
  return isNew ? [copyLine([report.cik, ...known, sic, sicDescription, fiscalYearEnd, stateOfIncorporation])] : [];
}
