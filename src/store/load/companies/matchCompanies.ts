import type { PoolClient } from 'pg';
import { countStaged, stageTable } from '../stageTable';

/** What a load said anew, by which whose securities are may be told otherwise than before. */
export interface Touched {
  /** Securities with new wordings, or with wordings that were another's. */
  readonly securities: readonly number[];
  /** Companies with new names, or new tickers. */
  readonly ciks: readonly string[];
}

/**
 * Finds again whose the securities are that a load may have shed light on, by every wording of theirs. Call it when all that the
 * load says stands: a list's days count too.
 *
 * A wording with a CIK is of that company; before the first day on which a list gives it that ticker, the ticker is that of whoever had it then.
 * Any other is of the company to which a list gives its security, if their names
 * agree; else of the only company that bears its name, where EDGAR does not tell that name from another company's; else of
 * the company to which a list gives it though the names have nothing in common. Where lists give it to several, each counts
 * from the first day on which one does, the first of them before that as well. So it follows from what there is and not from its
 * order, and a list of a later day changes nothing about the days before it, unless they had no company or one by less.
 *
 * @param touched As it was told piece by piece.
 * @returns Whether a wording that was there, or a listing on some day, is another company's than before.
 */
export async function matchCompanies(client: PoolClient, touched: readonly Touched[]): Promise<boolean> {
  const securities = touched.flatMap((one) => one.securities);
  const ciks = touched.flatMap((one) => one.ciks);
  if (securities.length === 0 && ciks.length === 0) return false;
  await derive(client, `SELECT id, security_id, name, cik FROM security_description WHERE id IN (${AFFECTED})`, [securities, ciks]);
  const { rows } = await client.query<{ is_other: boolean }>(IS_OTHER);
  return rows[0]?.is_other === true;
}

/** Finds again whose all securities are. */
export async function rematchCompanies(client: PoolClient): Promise<void> {
  await derive(client, 'SELECT id, security_id, name, cik FROM security_description', []);
}

/** @param affected The wordings whose companies are found again, by `values`. */
async function derive(client: PoolClient, affected: string, values: readonly unknown[]): Promise<void> {
  await stageTable(client, 'affected_wording', 'id integer, security_id integer, name text COLLATE "C", cik text COLLATE "C"');
  const { rowCount } = await client.query(`INSERT INTO affected_wording ${affected}`, [...values]);
  await countStaged(client, 'affected_wording', rowCount ?? 0);
  await stageTable(client, 'match_before', 'description_id integer, observed_from date, cik text COLLATE "C"');
  await client.query(LEAVE);
  await client.query(MATCHES);
}

const LEAVE = `
  WITH gone AS (DELETE FROM company_match WHERE description_id IN (SELECT id FROM affected_wording) RETURNING description_id, observed_from, cik)
  INSERT INTO match_before SELECT * FROM gone`;

/** Whether one of the wordings is not its company's any more, or a listing is a company's that was not by any of them. */
const IS_OTHER = `
  WITH before AS (
    SELECT m.*, d.listing FROM match_before m JOIN security_description d ON d.id = m.description_id
  ), after AS (
    SELECT m.description_id, m.observed_from, m.cik, d.listing FROM affected_wording a
    JOIN company_match m ON m.description_id = a.id JOIN security_description d ON d.id = a.id
  )
  SELECT EXISTS (SELECT description_id, observed_from, cik FROM before EXCEPT SELECT description_id, observed_from, cik FROM after)
    OR EXISTS (SELECT listing, observed_from, cik FROM after EXCEPT SELECT listing, observed_from, cik FROM before) AS is_other`;

/** Every name that a company has in any document. */
const NAMES = `(SELECT cik, name FROM security_description WHERE cik IS NOT NULL UNION SELECT cik, name FROM company_name)`;

/** The wordings of what was touched: of these securities, and of those whose companies or names are these companies'. */
const AFFECTED = `
  SELECT id FROM security_description WHERE security_id = ANY ($1::int[])
  UNION SELECT d.id FROM security_description d JOIN security_description o USING (security_id) WHERE o.cik = ANY ($2::text[])
  UNION SELECT d.id FROM (SELECT DISTINCT plain_company_name(name) AS plain FROM ${NAMES} n WHERE cik = ANY ($2::text[])) named
    JOIN security_description d ON plain_company_name(d.name) = named.plain
  WHERE named.plain <> ''`;

/** The first day of which a list gives a security to the company of a wording `o`. */
const FIRST_LISTED = `(
  SELECT min(day) FROM (
    SELECT min(observed_on) AS day FROM ticker_line WHERE description_id = o.id
    UNION ALL SELECT min(observed_on) FROM constituent WHERE security_id = o.security_id AND description_id = o.id
  ) listed)`;

const MATCHES = `
  WITH share AS (
    SELECT a.* FROM affected_wording a JOIN security_description d USING (id) WHERE split_part(d.listing, ':', 1) = 'EQUITY'
  ), candidate AS (
    SELECT share.id, share.name, o.cik, min(${FIRST_LISTED}) AS first_on
    FROM share JOIN security_description o USING (security_id)
    WHERE share.cik IS NULL AND o.cik IS NOT NULL
    GROUP BY share.id, share.name, o.cik
  ), contested AS (
    SELECT share.id, share.cik AS own, o.cik, min(${FIRST_LISTED}) AS first_on
    FROM share JOIN security_description o USING (security_id)
    WHERE o.cik IS NOT NULL AND EXISTS (SELECT FROM security_description other WHERE other.security_id = share.security_id AND other.cik <> share.cik)
    GROUP BY share.id, share.cik, o.cik
  ), own AS (
    SELECT share.id, share.cik, c.first_on FROM share LEFT JOIN contested c ON c.id = share.id AND c.cik = share.cik WHERE share.cik IS NOT NULL
  ), listed AS (
    SELECT id, cik, first_on,
      EXISTS (SELECT FROM security_description n WHERE n.cik = c.cik AND company_names_agree(n.name, c.name))
      OR EXISTS (SELECT FROM company_name n WHERE n.cik = c.cik AND company_names_agree(n.name, c.name)) AS agrees
    FROM candidate c
  ), unlisted AS (
    SELECT id, plain_company_name(name) AS plain FROM share
    WHERE cik IS NULL AND NOT EXISTS (SELECT FROM listed WHERE listed.id = share.id AND agrees)
  ), bearer AS (
    SELECT u.id, n.cik, n.name FROM unlisted u JOIN security_description n ON plain_company_name(n.name) = u.plain WHERE n.cik IS NOT NULL
    UNION SELECT u.id, n.cik, n.name FROM unlisted u JOIN company_name n ON plain_company_name(n.name) = u.plain
  ), named AS (
    SELECT u.id, min(b.cik) AS cik FROM unlisted u JOIN bearer b USING (id) WHERE u.plain <> ''
    GROUP BY u.id HAVING count(DISTINCT b.cik) = 1 AND bool_and(b.name !~ '[/\\\\]')
  ), found AS (
    SELECT id, cik, first_on, 'TICKER_AND_NAME' AS matched_by FROM own
    UNION ALL SELECT c.id, c.cik, c.first_on, 'TICKER' FROM contested c JOIN own USING (id) WHERE c.first_on < own.first_on
    UNION ALL SELECT id, cik, first_on, 'TICKER_AND_NAME' FROM listed WHERE agrees
    UNION ALL SELECT id, cik, NULL, 'NAME' FROM named
    UNION ALL SELECT l.id, l.cik, l.first_on, 'TICKER' FROM listed l JOIN unlisted USING (id) WHERE NOT EXISTS (SELECT FROM named WHERE named.id = l.id)
  ), ordered AS (
    SELECT *, row_number() OVER (PARTITION BY id ORDER BY first_on NULLS LAST, cik) AS n FROM found
  ), dated AS (
    SELECT id, CASE WHEN n = 1 THEN '-infinity' ELSE first_on END AS observed_from, cik, matched_by, n FROM ordered WHERE n = 1 OR first_on IS NOT NULL
  )
  INSERT INTO company_match (description_id, observed_from, cik, matched_by)
  SELECT DISTINCT ON (id, observed_from) id, observed_from, cik, matched_by FROM dated ORDER BY id, observed_from, n`;
