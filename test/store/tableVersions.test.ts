import { Reader } from '../../src/store/Reader';
import { migrate } from '../../src/store/migrate';
import { tableVersions, tablesOf } from '../../src/store/tableVersions';
import { ask } from '../support/ask';
import { useDatabase } from '../support/database';
import { aLoad, aSnapshot, aValuation } from '../support/rows';

const database = useDatabase();
const versions = async () => {
  const reader = new Reader(database().db);
  return tableVersions((statement) => reader.read(statement));
};

/** The tables that a piece of work changed, as far as their versions say. */
async function changedBy(work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = await versions();
  await work();
  const after = await versions();
  return Object.keys(after.of).filter((table) => after.of[table] !== before.of[table]).sort();
}

describe('the version of a table', () => {
  it('is there for every table but those that say nothing of facts', async () => {
    const tables = await database().db.query<{ name: string }[]>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename COLLATE "C"`);
    const all = tables.map(({ name }) => name).filter((name) => !['migrations', 'table_version'].includes(name));
    expect(Object.keys((await versions()).of).sort()).toEqual(all);
  });

  it.each([
    ['adds a row', `INSERT INTO benchmark_index (code, name, provider) VALUES ('T', 'T', 'T')`],
    ['changes one', `UPDATE benchmark_index SET name = 'U' WHERE code = 'T'`],
    ['takes one out', `DELETE FROM benchmark_index WHERE code = 'T'`],
  ])('changes with a statement that %s, and no other does', async (_, text) => {
    expect(await changedBy(() => database().db.query(text))).toEqual(['benchmark_index']);
  });

  it('changes where a table is emptied', async () => {
    expect(await changedBy(() => database().db.query('TRUNCATE holding'))).toEqual(['holding']);
  });

  it('stays where a transaction comes to nothing', async () => {
    const { db } = database();
    const undone = () => db.transaction((manager) => manager.query('DELETE FROM expense_ratio').then(() => Promise.reject(new Error('undone'))));
    expect(await changedBy(() => undone().catch(() => undefined))).toEqual([]);
  });

  it('changes for each table that a fact is added to', async () => {
    const { db } = database();
    expect(await changedBy(() => aValuation(db, { fund: 'IWM', observedOn: '2024-01-02', nav: '1', sharesOutstanding: null }))).toEqual(['day_tally', 'load', 'source_document', 'valuation', 'year_tally']);
  });

  it('is watched for a table that comes later, from the next migration on', async () => {
    const { db } = database();
    await db.query('CREATE TABLE comes_later (a int)');
    await migrate(db);
    expect(await changedBy(() => db.query('INSERT INTO comes_later VALUES (1)'))).toEqual(['comes_later']);
    await db.query('DROP TABLE comes_later');
  });

  it('comes with the data version', async () => {
    const load = await aLoad(database().db);
    expect((await versions()).data).toBe(load);
  });
});

describe('the tables that a statement names', () => {
  beforeAll(() => aSnapshot(database().db, { fund: 'IWM', observedOn: '2024-06-28', lines: [{ security: 'EQUITY A', symbol: 'A', weight: '1' }] }));

  it.each([
    '{ etf(symbol: "IWM") { name snapshot { source { publisher } holdings { nodes { security { name company { cik name earnings { totalCount } } } } } } } }',
    '{ etfs { nodes { symbol index { membership { count } } flows(from: "2024-01-01", to: "2024-02-01") { total } } } }',
    '{ companies { nodes { name filings { totalCount } sharesOutstanding { shares } } } search(text: "a") { __typename } dataStatus { source } }',
    '{ security(symbol: "A") { name heldBy { totalCount } } indices: index(code: "RUT") { name } }',
  ])('are all that Postgres reads for it: %s', async (query) => {
    const { db } = database();
    const { result, statements } = await ask(db, query);
    expect(result.errors?.filter(({ extensions }) => extensions.code !== 'NOT_FOUND') ?? []).toEqual([]);
    const all = await versions();
    for (const text of statements) {
      const read = await relationsOf(text);
      expect(read.length).toBeGreaterThan(0);
      expect(tablesOf(text, all)).toEqual(expect.arrayContaining([...read]));
    }
  });

  /** Every table in a statement's plan. */
  async function relationsOf(text: string): Promise<readonly string[]> {
    const parameters = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));
    const names = parameters === 0 ? '' : `(${Array.from({ length: parameters }, () => 'unknown').join(', ')})`;
    const values = parameters === 0 ? '' : `(${Array.from({ length: parameters }, () => 'NULL').join(', ')})`;
    const runner = database().db.createQueryRunner();
    try {
      await runner.query(`PREPARE asked${names} AS SELECT (${text})`);
      const [plan] = (await runner.query(`EXPLAIN (FORMAT JSON) EXECUTE asked${values}`)) as { 'QUERY PLAN': unknown }[];
      await runner.query('DEALLOCATE asked');
      return [...new Set([...JSON.stringify(plan?.['QUERY PLAN']).matchAll(/"Relation Name":"(\w+)"/g)].map(([, name = '']) => name))];
    } finally {
      await runner.release();
    }
  }
});
