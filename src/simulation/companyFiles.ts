import { addDays, type IsoDate } from '../domain/isoDate';
import type { Company } from './Company';
import { type FiledFact, type Filing, companyFilings } from './companyFilings';
import type { ReportedQuarter } from './companyQuarters';
import type { MarketPath } from './MarketPath';
import type { SimulatedFile } from './SimulatedFile';

/** What EDGAR has of a company, in its own formats; nothing of one that has not filed yet. */
export function companyFiles(company: Company, quarters: readonly ReportedQuarter[], path: MarketPath): readonly SimulatedFile[] {
  const filings = companyFilings(company, quarters, path);
  if (filings.length === 0) return [];
  const name = `CIK${company.cik}.json`;
  return [
    { source: 'edgar-submissions', name, text: JSON.stringify(submissionsOf(company, filings, path)) },
    { source: 'edgar-company-facts', name, text: JSON.stringify(companyFactsOf(company, filings)) },
  ];
}

/** @source `data.sec.gov/submissions/CIK##########.json`, as `sources/definitions/edgar-submissions` reads it. */
function submissionsOf(company: Company, filings: readonly Filing[], path: MarketPath): unknown {
  const { called, exchange, sector, fiscalYearEndsIn } = company;
  const newestFirst = [...filings].reverse();
  const column = (value: (filing: Filing) => unknown): readonly unknown[] => newestFirst.map(value);
  const current = called.at(-1);
  const isListed = company.ending === null;
  const formerNames = called.slice(0, -1).map(({ name, from }, i) => ({
    name,
    from: `${path.dayAt(from)}T00:00:00.000Z`,
    to: `${addDays(path.dayAt(called[i + 1]?.from ?? from), -1)}T00:00:00.000Z`,
  }));
  return {
    cik: company.cik,
    name: current?.name,
    tickers: isListed ? [current?.ticker] : [],
    exchanges: isListed ? [exchange] : [],
    sic: sector.sic,
    sicDescription: sector.industry,
    fiscalYearEnd: `${String(fiscalYearEndsIn).padStart(2, '0')}${[6, 9].includes(fiscalYearEndsIn) ? '30' : '31'}`,
    stateOfIncorporation: 'DE',
    formerNames,
    filings: {
      recent: {
        accessionNumber: column(({ accession }) => accession),
        filingDate: column(({ filedOn }) => filedOn),
        reportDate: column(({ reportOn }) => reportOn),
        acceptanceDateTime: column(({ filedOn }) => `${filedOn}T21:05:00.000Z`),
        form: column(({ form }) => form),
        items: column(({ items }) => items),
        isXBRL: column(({ facts }) => (facts.length > 0 ? 1 : 0)),
        primaryDocument: column(({ accession, form }) => `simulated-${form.toLowerCase().replaceAll('/', '')}-${accession.slice(11)}.htm`),
      },
      files: [],
    },
  };
}

/** @source `data.sec.gov/api/xbrl/companyfacts/CIK##########.json`, as `sources/definitions/edgar-company-facts` reads it. */
function companyFactsOf(company: Company, filings: readonly Filing[]): unknown {
  const facts: Record<string, Record<string, { units: Record<string, unknown[]> }>> = {};
  for (const filing of filings) {
    for (const fact of filing.facts) {
      const [taxonomy = '', concept = ''] = fact.concept.split(':');
      const body = ((facts[taxonomy] ??= {})[concept] ??= { units: {} });
      (body.units[fact.unit] ??= []).push(rowOf(fact, filing));
    }
  }
  return { cik: Number(company.cik), entityName: company.called.at(-1)?.name, facts };
}

function rowOf({ startOn, endOn, value }: FiledFact, { accession, fiscalYear, fiscalPeriod, form, filedOn }: Filing): Readonly<Record<string, IsoDate | string | number>> {
  const span = startOn === null ? { end: endOn } : { start: startOn, end: endOn };
  return { ...span, val: value, accn: accession, fy: fiscalYear, fp: fiscalPeriod, form, filed: filedOn };
}
