import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runs } from '../store/load/tables';
import { useDatabase } from '../support/database';
import { catalyst, ownCsv, useFolder } from './catalyst';
import { type ZippedFile, zipOf } from './zipOf';

const database = useDatabase();
const file = useFolder();

const load = (...args: readonly string[]) => catalyst(database().url, 'load', ...args);

const days = (fund: string, count: number): readonly ZippedFile[] =>
  Array.from({ length: count }, (_, i) => ({ name: `${i + 1}.csv`, text: ownCsv(fund, `2025-03-${String(i + 1).padStart(2, '0')}`) }));

const told = (stdout: string): readonly string[] => stdout.split('\n').filter((line) => line !== '' && !line.startsWith(' '));

describe('a zip archive', () => {
  it('is read like a directory: each file of the kind in it is a document of its own, in the order of the archive', async () => {
    const [one, two] = days('ZIPPED', 2);
    const archive = zipOf([two, { name: 'notes.txt', text: 'nothing to load' }, { name: 'in/', text: '' }, { ...one, name: 'in/a folder/1.csv', isStored: true }] as ZippedFile[]);
    const { code, stdout, stderr } = await load('csv-holdings', file('all.zip', archive));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(told(stdout)).toEqual([
      'added     2.csv: 2 rows read, 2 added, 0 unchanged, 0 refused',
      'added     1.csv: 2 rows read, 2 added, 0 unchanged, 0 refused',
      '2 files: 2 added (4 rows), 0 unchanged, 0 refused',
    ]);
    const rows = await database().db.query<{ sha256: string }[]>(`SELECT DISTINCT sha256 FROM source_document WHERE file_name IN ('1.csv', '2.csv')`);
    expect(rows).toHaveLength(2);
    expect(await load('csv-holdings', file('1.csv', String(one?.text)))).toMatchObject({ code: 0, stdout: 'unchanged 1.csv: 2 rows read, 0 added, 2 unchanged, 0 refused\n' });
  });

  it('may have the directory of a large one, be called anything, and stand in a manifest', async () => {
    file('far.download', zipOf(days('FAR', 3), { isZip64: true }));
    const { stdout } = await load('--manifest', file('far.csv', 'source,path,known_on\ncsv-holdings,far.download,2025-04-01\n'));
    expect(told(stdout).at(-1)).toBe('3 files: 3 added (6 rows), 0 unchanged, 0 refused');
    expect(stdout).toContain('holdings of FAR on 2025-03-03, known on 2025-04-01 (VINTAGE)\n');
  });

  it('writes nothing to the disk, whatever its files are called', async () => {
    const [one] = days('HOSTILE', 1);
    const names = ['../../escaped.csv', '/tmp/absolute.csv', 'C:\\drive.csv', '..\\..\\back.csv', '\u001b[31mred.csv'];
    const archive = zipOf(names.map((name, i) => ({ ...one, name, text: ownCsv('HOSTILE', `2025-03-0${i + 1}`) })));
    const path = file('hostile/hostile.zip', archive);
    const { code, stdout } = await load('csv-holdings', path);
    expect(code).toBe(0);
    expect(told(stdout).map((line) => line.split(': ')[0])).toEqual([
      ...['added     escaped.csv', 'added     absolute.csv', 'added     drive.csv', 'added     back.csv', 'added     \\u{1b}[31mred.csv'],
      '5 files',
    ]);
    expect([readdirSync(dirname(path)), readFileSync(path).equals(archive)]).toEqual([['hostile.zip'], true]);
  });

  it('leaves out what a Mac adds beside each file', async () => {
    const archive = zipOf([...days('MAC', 1), { name: '__MACOSX/._1.csv', text: 'x' }]);
    expect(told((await load('csv-holdings', file('mac.zip', archive))).stdout)).toHaveLength(1);
  });

  it('loads what is fine of it, and refuses each file that is not by its name, recorded as any other', async () => {
    const [one, two, three] = days('DAMAGED', 3).map((whole) => ({ ...whole, isStored: true })) as [ZippedFile, ZippedFile, ZippedFile];
    const archive = zipOf([
      { ...one, name: 'sum.csv', sum: 1 },
      { ...two, name: 'short.csv', size: 7 },
      { ...two, name: 'long.csv', size: 7000 },
      { ...two, name: 'secret.csv', isEncrypted: true },
      { ...two, name: 'method.csv', method: 99 },
      { name: 'broken.csv', text: 'not deflated at all', method: 8, size: 5 },
      { ...two, name: 'huge.csv', size: 65 * 1024 * 1024 },
      three,
    ]);
    const offset = archive.indexOf('broken.csv') + 'broken.csv'.length;
    archive.fill(0xff, offset, offset + 8);
    const { code, stdout, stderr } = await load('csv-holdings', file('damaged.zip', archive));
    expect({ code, summary: told(stdout).at(-1) }).toEqual({ code: 1, summary: '8 files: 1 added (2 rows), 0 unchanged, 7 refused' });
    const changed = 'it is damaged: its bytes are not those that the archive took in';
    const reasons = stderr.trimEnd().split('\n').map((line) => line.trim());
    expect(reasons).toEqual([
      `sum.csv: ${changed}`,
      `short.csv: ${changed}`,
      `long.csv: ${changed}`,
      'secret.csv: it is encrypted',
      'method.csv: it is compressed by a method that is not read here, number 99',
      expect.stringMatching(/^broken\.csv: it is damaged: /),
      'huge.csv: it is 65 MB, and at most 64 MB are read at once: split it by fund or by day',
    ]);
    expect(await runs(database().db)).toContainEqual(expect.objectContaining({ fileName: 'sum.csv', outcome: 'REFUSED', reason: changed }));
  });

  it.each([
    ['cut off', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['without a word of its directory', (whole: Buffer) => Buffer.from(whole).fill(0, whole.lastIndexOf('PK\u0001\u0002'), whole.lastIndexOf('PK\u0001\u0002') + 4)],
  ])('is refused whole by its name where it is %s, and nothing of it is loaded', async (_, damage) => {
    const before = await runs(database().db);
    const { code, stdout, stderr } = await load('csv-holdings', file('cut.zip', damage(zipOf(days('CUT', 3)))));
    expect({ code, stdout }).toEqual({ code: 1, stdout: 'refused   cut.zip: nothing of it is loaded\n' });
    expect(stderr).toMatch(/^ {10}cut\.zip: the zip archive is damaged: .*\n$/);
    expect(await runs(database().db)).toHaveLength(before.length + 1);
  });

  it('that is a workbook is one file, whatever it is called', async () => {
    const workbook = readFileSync(join(__dirname, '../fixtures/ssga-holdings/whole/answer.xlsx'));
    const { code, stdout } = await load('ssga-holdings', file('spy.download', workbook));
    expect({ code, line: told(stdout)[0] }).toMatchObject({ code: 0, line: expect.stringContaining('added     spy.download: ') as string });
  });

  it('of workbooks is an archive', async () => {
    const workbook = readFileSync(join(__dirname, '../fixtures/ssga-holdings/whole/answer.xlsx'));
    const { stdout } = await load('ssga-holdings', file('workbooks.zip', zipOf([{ name: 'spy.xlsx', text: workbook, isStored: true }])));
    expect(told(stdout)[0]).toMatch(/^unchanged spy\.xlsx: /);
  });

  it('tells why the first hundred of its files were refused, counts the rest, and records them all', async () => {
    const before = (await runs(database().db)).length;
    const archive = zipOf(Array.from({ length: 150 }, (_, i) => ({ name: `${i}.csv`, text: 'x' })));
    const { code, stdout, stderr } = await load('csv-holdings', file('bad.zip', archive));
    expect(code).toBe(1);
    expect(stderr.trimEnd().split('\n')).toHaveLength(100);
    expect(told(stdout).slice(99)).toEqual([
      'refused   99.csv: nothing of it is loaded',
      'refused   more than 100 files: further ones are counted, and recorded in the table load',
      '150 files: 0 added (0 rows), 0 unchanged, 150 refused',
    ]);
    expect(await runs(database().db)).toHaveLength(before + 150);
  });
});
