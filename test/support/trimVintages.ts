import type { PoolClient } from 'pg';
import { Knowledge } from '../../src/domain/knowledge';
import type { Stand } from './trimmedDatabases';

/**
 * Takes out the vintages known after a day. What is assumed of the time before a series' vintages is known too, by its lag, though the
 * vintage that it is read from came later: of that one the values stay that count as known by the day.
 */
export async function trimVintages(client: PoolClient, { asOf, knowledge }: Stand): Promise<void> {
  await client.query(
    `CREATE TEMPORARY TABLE kept ON COMMIT DROP AS
     SELECT id, known_on FROM vintage WHERE known_on <= $1::date
     UNION SELECT v.id, v.known_on FROM assumed_vintage a JOIN vintage v ON v.id = a.vintage_id WHERE $2`,
    [asOf, knowledge === Knowledge.ANY],
  );
  await client.query(
    `DELETE FROM vintage_value v USING kept k
     WHERE k.id = v.first_vintage AND k.known_on > $1::date
       AND NOT EXISTS (SELECT FROM observation_interval o WHERE o.series_code = v.series_code AND o.observed_on = v.observed_on AND o.assumed_on <= $1::date)`,
    [asOf],
  );
  await client.query(`DELETE FROM vintage_value WHERE first_vintage NOT IN (SELECT id FROM kept)`);
  await client.query(`UPDATE vintage_value v SET last_vintage = (SELECT max(id) FROM kept k WHERE k.id BETWEEN v.first_vintage AND v.last_vintage)`);
  for (const table of ['observation_interval', 'unserved_vintage', 'assumed_vintage']) await client.query(`DELETE FROM ${table}`);
  await client.query(`DELETE FROM vintage WHERE id NOT IN (SELECT id FROM kept)`);
}
