import { dirname } from 'node:path';
import { sources } from '../../src/sources/sources';
import { isharesFile } from '../sources/isharesFile';
import { useDatabase } from '../support/database';
import { runs } from '../store/load/tables';
import { catalyst, ownCsv, useFolder } from './catalyst';

const database = useDatabase();
const file = useFolder();

const load = (manifest: string, ...args: readonly string[]) => catalyst(database().url, 'load', '--manifest', manifest, ...args);

describe('a manifest', () => {
  beforeAll(() => {
    file('data/iwm.csv', isharesFile({ preamble: [] }));
    file('data/own/1.csv', ownCsv('OWN', '2025-03-03'));
    file('data/own/2.csv', ownCsv('OWN', '2025-03-04'));
  });

  it('loads its files and directories, their paths relative to it, with what it says of each', async () => {
    const text = '\ufeffpath,source,known_on,observed_on,fund\r\ndata/iwm.csv,ishares-holdings,2024-10-02,2024-09-27,iwm\r\n\r\ndata/own,csv-holdings,,,\r\n';
    const { code, stdout, stderr } = await load(file('manifest.csv', text));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('IWM on 2024-09-27, known on 2024-10-02 (VINTAGE)\n');
    expect(stdout).toContain('OWN on 2025-03-04, known on ');
    expect(stdout).toContain('3 files: 3 added (6 rows), 0 unchanged, 0 refused\n');
  });

  it('may leave out the columns that it does not need, and be read as JSON', async () => {
    const { code, stdout } = await load(file('short.csv', 'source,path\ncsv-holdings,data/own/1.csv\n'), '--json');
    expect({ code, outcome: (JSON.parse(stdout) as { outcome: string }).outcome }).toEqual({ code: 0, outcome: 'UNCHANGED' });
  });

  it('is refused with every wrong line before anything is loaded', async () => {
    const before = await runs(database().db);
    const lines = [
      'source,path,fund,observed_on,known_on',
      'csv-holdings,data/own/1.csv,,,',
      'yshares,data/iwm.csv,,,',
      'ishares-holdings,data/none.csv,,,',
      ',data/iwm.csv,,,',
      'ishares-holdings,,,,',
      'ishares-holdings,data/iwm.csv,IWM,2024-09-31,',
      'ishares-holdings,data/iwm.csv,I W M,,',
      'ishares-holdings,data/iwm.csv',
    ];
    const manifest = file('wrong.csv', lines.join('\n'));
    const { code, stdout, stderr } = await load(manifest);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const [first, ...others] = stderr.trimEnd().split('\n').map((line) => line.replace(`${manifest}: `, '').replaceAll(dirname(manifest), '.'));
    expect(first).toBe('Nothing was loaded: the manifest is wrong.');
    expect([...others].sort()).toEqual([
      `line 3, column source: There is no source 'yshares'. Known: ${[...sources.keys()].join(', ')}.`,
      "line 4: There is no file or directory './data/none.csv'.",
      'line 5, column source: expected a source, found nothing',
      'line 6, column path: expected a path, found nothing',
      "line 7: --observed-on: expected a day written YYYY-MM-DD, found '2024-09-31'.",
      "line 8: --fund: expected a ticker such as IWM, found 'I W M'.",
      'line 9: expected 5 columns, found 2',
    ]);
    expect(await runs(database().db)).toEqual(before);
  });

  it.each([
    ['lacks a column', 'path\na.csv\n', 'these columns are lacking: source'],
    ['has a column that is misspelt', 'source,path,knownon\ncsv-holdings,a.csv,\n', 'unknown columns: knownon. Known: source, path, fund, observed_on, known_on, series, symbol, closes'],
    ['lists nothing', 'source,path\n', 'there is no line below the header'],
    ['is empty', '', 'the file is empty'],
    ['is cut off', 'source,path\ncsv-holdings,"a.csv', 'line 2: the file ends within a quoted field: it was cut off'],
  ])('is refused when it %s', async (_, text, reason) => {
    const manifest = file('bad.csv', text);
    expect(await load(manifest)).toEqual({ code: 2, stdout: '', stderr: `Nothing was loaded: the manifest is wrong.\n${manifest}: ${reason}\n` });
  });
});
