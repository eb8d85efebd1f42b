import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One's own sets of companies, with who belongs to them from when to when. */
export class Baskets1795660200000 implements MigrationInterface {
  name = 'Baskets1795660200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE basket (
        key   text COLLATE "C" PRIMARY KEY,
        title text COLLATE "C" NOT NULL,
        CONSTRAINT basket_key CHECK (key ~ '^[a-z0-9][a-z0-9-]*$')
      );

      CREATE TABLE basket_member (
        id             integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        basket_key     text COLLATE "C" NOT NULL CONSTRAINT basket_member_basket REFERENCES basket (key),
        listing        text COLLATE "C" NOT NULL,
        symbol         text COLLATE "C" NOT NULL,
        stands_for     text COLLATE "C",
        member_from    date,
        member_until   date,
        observed_on    date NOT NULL,
        known_on       date NOT NULL,
        known_on_basis text NOT NULL,
        proven_on      date NOT NULL,
        precedence     smallint NOT NULL,
        document_id    integer NOT NULL CONSTRAINT basket_member_document REFERENCES source_document (id),
        load_id        bigint NOT NULL CONSTRAINT basket_member_load REFERENCES load (id),
        CONSTRAINT basket_member_known_after_observed CHECK (known_on >= observed_on),
        CONSTRAINT basket_member_proven_after_known CHECK (proven_on >= known_on),
        CONSTRAINT basket_member_known_on_basis CHECK (known_on_basis IN
          ('ACCEPTED_BY_SEC', 'VINTAGE', 'FIRST_SEEN', 'MARKET_CLOSE', 'RELEASE_CALENDAR', 'LAG_ASSUMED')),
        CONSTRAINT basket_member_ordered CHECK (member_until >= member_from)
      );
      CREATE INDEX basket_member_stay ON basket_member (basket_key, listing, member_from, observed_on);
      CREATE INDEX basket_member_listing ON basket_member (listing);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE basket_member, basket;');
  }
}
