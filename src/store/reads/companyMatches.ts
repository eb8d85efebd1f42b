import { type Sql, sql } from '../sql';

/**
 * Whose the security of a wording is, in a document about the day `on`: at most one row of `cik, matched_by, observed_from`. It is identity
 * and has no date of knowledge: a list of today gives the shares of an older document to their company.
 */
export const companyMatch = (descriptionId: unknown, on: unknown): Sql => sql`
  SELECT cik, matched_by, observed_from FROM company_match
  WHERE description_id = ${descriptionId} AND observed_from <= ${on}::date
  ORDER BY observed_from DESC LIMIT 1`;

export const companyOfWording = (descriptionId: unknown, on: unknown): Sql =>
  sql`SELECT c.* FROM (${companyMatch(descriptionId, on)}) m JOIN company c ON c.cik = m.cik`;

export const companyMatchedBy = (descriptionId: unknown, on: unknown): Sql =>
  sql`coalesce((SELECT m.matched_by FROM (${companyMatch(descriptionId, on)}) m), 'NONE')`;

/** The numbers of all securities that ever were the company's: `security_id`. */
export const securityIdsOf = (cik: unknown): Sql => sql`
  SELECT d.security_id FROM company_match m JOIN security_description d ON d.id = m.description_id WHERE m.cik = ${cik}`;
