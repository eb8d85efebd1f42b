import type { DataSource } from 'typeorm';
import { sourceByKey } from '../../../src/sources/sources';
import { loadFile } from '../../../src/store/load/loadFile';
import type { LoadReport } from '../../../src/store/load/LoadRequest';
import type { KnownFact } from '../../../src/domain/earnings/KnownFact';
import { isoDate } from '../../../src/domain/isoDate';
import { type Circumstances, noonOf } from './invented';

/** A company's figures as the SEC's file gives them. */
function companyFile(cik: string, facts: readonly KnownFact[]): string {
  const taxonomies: Record<string, Record<string, { units: Record<string, unknown[]> }>> = {};
  for (const { concept, unit, startOn, endOn, value, accession, fiscalYear, fiscalPeriod, form, filedOn } of facts) {
    const [taxonomy = '', tag = ''] = concept.split(':');
    const units = ((taxonomies[taxonomy] ??= {})[tag] ??= { units: {} }).units;
    const start = startOn === null ? {} : { start: startOn };
    (units[unit] ??= []).push({ ...start, end: endOn, val: Number(value), accn: accession, fy: fiscalYear, fp: fiscalPeriod, form, filed: filedOn });
  }
  return JSON.stringify({ cik: Number(cik), entityName: `INVENTED ${cik}`, facts: taxonomies });
}

/** Loads a company's file, on 2026-11-02 where nothing else is said. */
export function loadCompany(db: DataSource, cik: string, facts: readonly KnownFact[], circumstances: Circumstances = {}): Promise<LoadReport> {
  const { on = '2026-11-02', knownOn, fileName = `CIK${cik}.json`, isSimulated = false } = circumstances;
  const told = knownOn === undefined ? {} : { knownOn: isoDate(knownOn) };
  const bytes = Buffer.from(companyFile(cik, facts));
  return loadFile(db, { source: sourceByKey('edgar-company-facts'), fileName, bytes, told, now: noonOf(on), isSimulated });
}
