import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The newest figure of a concept that was known on the day `change.known_on`. */
const newest = (rank: number, basis: string, concept: string): string => `
        (SELECT ${rank} AS rank, '${basis}' AS basis, f.id, f.observed_on, f.known_on FROM company_fact f
        WHERE f.cik = change.cik AND f.concept = '${concept}' AND f.known_on <= change.known_on
        ORDER BY f.observed_on DESC, f.start_on DESC NULLS LAST, f.known_on DESC, f.accession DESC LIMIT 1)`;

const factorOn = (day: string): string => `
        coalesce((SELECT split.factor FROM share_split split WHERE split.cik = change.cik AND split.known_on <= ${day} ORDER BY split.known_on DESC LIMIT 1), 1)`;

/**
 * Which figure tells how many shares a company has is kept for all days, as its earnings are: who asks for ten years of market values need not look for the newest
 * figure of three kinds and for splits on each day on which one of them may have changed.
 */
export class ShareCounts1796515200000 implements MigrationInterface {
  name = 'ShareCounts1796515200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE share_count (
        cik          text COLLATE "C" NOT NULL CONSTRAINT share_count_company REFERENCES company (cik),
        known_on     date NOT NULL,
        basis        text NOT NULL,
        split_factor numeric NOT NULL,
        fact_id      bigint NOT NULL CONSTRAINT share_count_fact REFERENCES company_fact (id),
        PRIMARY KEY (cik, known_on),
        CONSTRAINT share_count_basis CHECK (basis IN ('COVER_PAGE', 'BALANCE_SHEET', 'DILUTED_AVERAGE')),
        CONSTRAINT share_count_split_factor CHECK (split_factor > 0 AND split_factor < 'Infinity')
      );

      INSERT INTO share_count (cik, known_on, basis, split_factor, fact_id)
      SELECT cik, known_on, basis, split_factor, id FROM (
        SELECT change.cik, change.known_on, counted.basis, counted.split_factor, counted.id,
          lag(counted.id) OVER of_company AS id_before, lag(counted.split_factor) OVER of_company AS factor_before
        FROM (
          SELECT f.cik, f.known_on FROM company_fact f
          WHERE f.concept IN ('dei:EntityCommonStockSharesOutstanding', 'us-gaap:CommonStockSharesOutstanding', 'us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding')
          UNION SELECT split.cik, split.known_on FROM share_split split
        ) change
        CROSS JOIN LATERAL (
          SELECT found.basis, found.id, trim_scale(${factorOn('change.known_on')} / ${factorOn('found.known_on')}) AS split_factor
          FROM (
            SELECT kinds.*, max(kinds.observed_on) OVER () AS newest_on FROM (${[
              newest(1, 'COVER_PAGE', 'dei:EntityCommonStockSharesOutstanding'),
              newest(2, 'BALANCE_SHEET', 'us-gaap:CommonStockSharesOutstanding'),
              newest(3, 'DILUTED_AVERAGE', 'us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding'),
            ].join(`
        UNION ALL`)}
            ) kinds
          ) found
          WHERE found.observed_on >= found.newest_on - 200
          ORDER BY found.rank LIMIT 1
        ) counted
        WINDOW of_company AS (PARTITION BY change.cik ORDER BY change.known_on)
      ) version
      WHERE (id, split_factor) IS DISTINCT FROM (id_before, factor_before);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE share_count;');
  }
}
