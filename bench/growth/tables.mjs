/**
 * What a history of so many times the length is, table by table: the rows that a simulated market has, again and again, each time further from its
 * days by a whole market, one half of the copies before and the other after. So what is asked of its own days stands in the middle
 * of a long history, and has one answer at every length.
 */

/** Days between two copies: a whole number of weeks, longer than the market. */
const STRIDE = 2_926;

/** Copy `k` of the days lies so many strides off: 1 before, 1 after, 2 before, ... */
const OFFSET = `(CASE WHEN k % 2 = 0 THEN k / 2 ELSE -(k + 1) / 2 END)`;
const YEARS = `(${OFFSET} * ${STRIDE} / 365.25)::int`;

/** A serial number of a copy's row, past all that there are. */
const serial = (column, table = null, of = column) => `b.${column} + k * (SELECT max(${of}) FROM ${table ?? 'base'})`;
const named = (column) => `b.${column} || '#' || k`;

/** Each kind of fact with its tables. A column that is not named is that of the original, moved if it is a day. */
export const growths = {
  closes: { tables: [{ table: 'close' }], derive: chunks },
  holdings: {
    tables: [
      { table: 'snapshot', columns: { id: serial('id'), key: named('key') } },
      { table: 'holding', columns: { snapshot_id: serial('snapshot_id', 'base_snapshot', 'id') } },
      { table: 'snapshot_exposure', columns: { snapshot_id: serial('snapshot_id', 'base_snapshot', 'id') } },
    ],
  },
  valuations: { tables: [{ table: 'valuation' }] },
  'corporate actions': { tables: [{ table: 'corporate_action' }] },
  'company facts and earnings': {
    tables: [
      { table: 'company_fact', columns: { id: serial('id'), accession: named('accession'), fiscal_year: `b.fiscal_year + ${YEARS}` } },
      { table: 'earnings', columns: { accession: named('accession'), fiscal_year: `b.fiscal_year + ${YEARS}` } },
      { table: 'share_count', columns: { fact_id: serial('fact_id', 'base_company_fact', 'id') } },
    ],
  },
  filings: { tables: [{ table: 'filing', columns: { accession: named('accession') } }] },
  estimates: { tables: [{ table: 'earnings_estimate', columns: { id: serial('id') } }] },
  constituents: {
    tables: [
      { table: 'constituent_list', columns: { id: serial('id'), key: named('key') } },
      { table: 'constituent', columns: { list_id: serial('list_id', 'base_constituent_list', 'id') } },
    ],
  },
  tickers: {
    tables: [
      { table: 'ticker_list', columns: { id: serial('id'), key: named('key') } },
      { table: 'ticker_line', columns: { list_id: serial('list_id', 'base_ticker_list', 'id') } },
    ],
  },
  'company names and profiles': { tables: [{ table: 'company_name' }, { table: 'company_profile' }] },
  'loads and documents': {
    tables: [
      { table: 'load', columns: { id: serial('id'), ran_on: 'b.ran_on' } },
      { table: 'source_document', columns: { id: serial('id'), sha256: named('sha256') } },
    ],
  },
};

/** Keeps what there is of a kind, for copies to be made of it. */
export async function keepOriginals(db, { tables }) {
  for (const { table } of tables) await db.query(`CREATE TABLE base_${table} AS SELECT * FROM ${table}`);
}

/** Adds the copies from `first` to `last`. Nothing is checked, and indices are made when all rows are there. */
export async function grow(db, { tables, derive }, first, last) {
  await db.query(`SET session_replication_role = replica; SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'`);
  for (const { table, columns = {} } of tables) {
    const all = await db.query(`SELECT attname AS name, atttypid = 'date'::regtype AS is_day FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`, [table]);
    const values = all.map(({ name, is_day: isDay }) => columns[name] ?? (isDay ? `b.${name} + ${OFFSET} * ${STRIDE}` : `b.${name}`)).map((value) => value.replace('FROM base)', `FROM base_${table})`));
    const indices = await withoutIndices(db, table);
    await countsToo(db, table);
    await db.query(`INSERT INTO ${table} (${all.map(({ name }) => name).join(', ')}) OVERRIDING SYSTEM VALUE
      SELECT ${values.join(', ')} FROM generate_series(${first}, ${last}) k CROSS JOIN base_${table} b`);
    for (const index of indices) await db.query(index);
  }
  await derive?.(db);
  await db.query(`SET session_replication_role = origin`);
  for (const { table } of tables) await db.query(`VACUUM (ANALYZE) ${table}`);
}

/** Facts are counted as they come, also where nothing is checked. */
async function countsToo(db, table) {
  const [counter] = await db.query(`SELECT FROM pg_trigger WHERE tgrelid = $1::regclass AND tgname = 'count_facts'`, [table]);
  if (counter !== undefined) await db.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER count_facts`);
}

/** Drops the indices of a table that no other table leans on. @returns How to make them again. */
async function withoutIndices(db, table) {
  const indices = await db.query(
    `SELECT i.indexrelid::regclass::text AS name, c.conname AS constraint_name, pg_get_indexdef(i.indexrelid) AS index_definition, pg_get_constraintdef(c.oid) AS constraint_definition
     FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u') AND c.conrelid = i.indrelid
     WHERE i.indrelid = $1::regclass AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = i.indexrelid)`,
    [table],
  );
  for (const { name, constraint_name: constraint } of indices) await db.query(constraint === null ? `DROP INDEX ${name}` : `ALTER TABLE ${table} DROP CONSTRAINT ${constraint}`);
  return indices.map(({ constraint_name: constraint, index_definition: index, constraint_definition: definition }) =>
    constraint === null ? index : `ALTER TABLE ${table} ADD CONSTRAINT ${constraint} ${definition}`,
  );
}

/** Chunks of the years that have none yet. */
async function chunks(db) {
  await db.query('DELETE FROM close_chunk');
  await db.query(`
    INSERT INTO close_chunk (series_id, year, first_on, last_on, known_on, proven_on, dates, closes)
    SELECT series_id, extract(year FROM observed_on), min(observed_on), max(observed_on), max(known_on), max(proven_on), array_agg(observed_on ORDER BY observed_on), array_agg(close::float8 ORDER BY observed_on)
    FROM close GROUP BY 1, 2`);
  await db.query('VACUUM (ANALYZE) close_chunk');
}
