import { isharesFile } from '../sources/isharesFile';
import { useDatabase } from '../support/database';
import { catalyst, ownCsv, useFolder } from './catalyst';

const database = useDatabase();
const file = useFolder();

const load = (...args: readonly string[]) => catalyst(database().url, 'load', ...args);

describe('catalyst load', () => {
  it('loads a file, and tells what was added and since when it counts as known', async () => {
    expect(await load('ishares-holdings', file('iwm.csv', isharesFile()))).toEqual({
      code: 0,
      stdout: 'added     iwm.csv: 2 rows read, 2 added, 0 unchanged, 0 refused\n          holdings of IWM on 2025-02-03, known on 2025-02-04 (LAG_ASSUMED)\n',
      stderr: '',
    });
  });

  it('tells that it was there already when it is loaded again, which is no failure', async () => {
    const path = file('again.csv', ownCsv('AGAIN'));
    await load('csv-holdings', path);
    expect(await load('csv-holdings', path)).toEqual({ code: 0, stdout: 'unchanged again.csv: 2 rows read, 0 added, 2 unchanged, 0 refused\n', stderr: '' });
  });

  it('takes what the file lacks from its options, in any case of letters', async () => {
    const path = file('bare.csv', 'ticker,name,weight\nQRRY,QUARRY HILL,1\n');
    const said = await load('csv-holdings', path, '--fund', 'bare', '--observed-on', '2024-09-27', '--known-on', '2024-09-30');
    expect(said).toMatchObject({ code: 0, stdout: expect.stringContaining('BARE on 2024-09-27, known on 2024-09-30 (VINTAGE)') as string });
  });

  it('loads the files of a directory in the order of their names, whatever else lies in it, and sums up', async () => {
    file('all/b.csv', ownCsv('ALL', '2025-03-04'));
    file('all/a.csv', ownCsv('ALL', '2025-03-03'));
    file('all/c.CSV', ownCsv('ALL', '2025-03-05'));
    file('all/notes.txt', 'nothing to load');
    file('all/older.csv/inside.csv', ownCsv('ALL', '2025-03-06'));
    const { code, stdout } = await load('csv-holdings', file('all'));
    expect(stdout.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
      'added     a.csv: 2 rows read, 2 added, 0 unchanged, 0 refused',
      'added     b.csv: 2 rows read, 2 added, 0 unchanged, 0 refused',
      'added     c.CSV: 2 rows read, 2 added, 0 unchanged, 0 refused',
      '3 files: 3 added (6 rows), 0 unchanged, 0 refused',
      '',
    ]);
    expect(code).toBe(0);
  });

  it('loads what is fine of a directory, refuses the rest, and ends with 1', async () => {
    file('mixed/1.csv', ownCsv('MIXED', '2025-03-03'));
    file('mixed/2.csv', 'fund,observed_on,name,market_value\nMIXED,2025-03-04,QUARRY HILL,1.2.3\n');
    file('mixed/3.csv', '');
    file('mixed/4.csv', ownCsv('MIXED', '2025-03-05'));
    const { code, stdout, stderr } = await load('csv-holdings', file('mixed'));
    expect(stdout.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
      'added     1.csv: 2 rows read, 2 added, 0 unchanged, 0 refused',
      'refused   2.csv: nothing of it is loaded',
      'refused   3.csv: nothing of it is loaded',
      'added     4.csv: 2 rows read, 2 added, 0 unchanged, 0 refused',
      '4 files: 2 added (4 rows), 0 unchanged, 2 refused',
      '',
    ]);
    expect(stderr).toContain('          2.csv: line 2, column market_value: expected a number, found "1.2.3"\n');
    expect(stderr).toContain('          3.csv: the file is empty\n');
    expect(code).toBe(1);
  });

  it('prints with --json one object a file, and nothing else', async () => {
    file('json/1.csv', ownCsv('JSON'));
    file('json/2.csv', 'name,market_value\nQUARRY HILL,x\n');
    const { code, stdout, stderr } = await load('csv-holdings', file('json'), '--fund', 'json', '--observed-on', '2025-03-03', '--json');
    const objects = stdout.trim().split('\n').map((line) => JSON.parse(line) as unknown);
    const today = expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string;
    expect(objects).toEqual([
      {
        ...{ source: 'csv-holdings', fileName: '1.csv', outcome: 'ADDED', rowsRead: 2, rowsAdded: 2, rowsUnchanged: 0, leftOut: [], refusals: [] },
        facts: [
          {
            ...{ kind: 'holdings', about: 'JSON', from: '2025-03-03', to: '2025-03-03' },
            ...{ knownOn: today, knownOnBasis: 'FIRST_SEEN', provenOn: today, rows: 2, rowsAdded: 2 },
          },
        ],
      },
      {
        ...{ source: 'csv-holdings', fileName: '2.csv', outcome: 'REFUSED', rowsRead: 0, rowsAdded: 0, rowsUnchanged: 0, facts: [], leftOut: [] },
        refusals: expect.arrayContaining([{ line: 2, column: 'market_value', reason: 'expected a number, found "x"' }]) as unknown,
      },
    ]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  it('leaves the planner its statistics', async () => {
    await load('csv-holdings', file('counted.csv', ownCsv('COUNTED')));
    const rows = await database().db.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class WHERE relname IN ('security', 'security_description', 'snapshot', 'holding') AND reltuples > 0 ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['holding', 'security', 'security_description', 'snapshot']);
  });
});
