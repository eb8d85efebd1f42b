import { symlinkSync, truncateSync } from 'node:fs';
import { COLUMNS, aShare, isharesFile } from '../sources/isharesFile';
import { useDatabase } from '../support/database';
import { runs } from '../store/load/tables';
import { catalyst, ownCsv, useFolder } from './catalyst';

const database = useDatabase();
const file = useFolder();

const load = (...args: readonly string[]) => catalyst(database().url, 'load', ...args);

/** What a file is refused for, as it is printed below its name. */
async function reasons(...args: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await load(...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringMatching(/^refused {3}\S+: nothing of it is loaded\n$/) as string });
  return stderr.trimEnd().split('\n').map((line) => line.trim());
}

describe('a file that is refused', () => {
  it('is told with every place that is wrong: its name, line, column and what was expected', async () => {
    const rows = [aShare({ Price: '1.2.3' }), aShare({ Ticker: 'B', 'Weight (%)': 'half' }), aShare({ Ticker: 'C', Name: '' })];
    const told = await reasons('ishares-holdings', file('wrong.csv', isharesFile({ rows })));
    expect(told.slice(0, 3)).toEqual([
      'wrong.csv: line 11, column Price: expected a number, found "1.2.3"',
      'wrong.csv: line 12, column Weight (%): expected a number, found "half"',
      'wrong.csv: line 13, column Name: expected a name, found nothing',
    ]);
  });

  it('is told with what would mend it', async () => {
    const stripped = file('stripped.csv', isharesFile({ preamble: [] }));
    expect(await reasons('ishares-holdings', stripped)).toEqual([
      'stripped.csv: the file does not say which fund nor which day: tell it, as in --fund IWM --observed-on 2024-09-27',
    ]);
    expect(await load('ishares-holdings', stripped, '--fund', 'IWM', '--observed-on', '2024-09-27')).toMatchObject({ code: 0 });
  });

  it('is told with its days, where these cannot be', async () => {
    const path = file('days.csv', ownCsv('DAYS', '2025-03-03'));
    expect(await reasons('csv-holdings', path, '--known-on', '2025-03-02')).toEqual([
      'days.csv: DAYS on 2025-03-03: it cannot have been known on 2025-03-02, before the day it is about',
    ]);
    expect(await reasons('csv-holdings', file('tomorrow.csv', ownCsv('DAYS', '2034-03-03')))).toEqual([
      expect.stringMatching(/^tomorrow\.csv: DAYS on 2034-03-03: the day it is about lies after today, \d{4}-\d\d-\d\d$/),
    ]);
  });

  it.each([
    ['is empty', Buffer.from(''), 'the file is empty'],
    ['holds a header alone', Buffer.from(`${COLUMNS.join(',')}\n`), 'there is no row below the header'],
    ['is a web page', Buffer.from('<!DOCTYPE html><p>Consent'), 'expected CSV, found a web page or XML'],
    ['is in another encoding', Buffer.from([0xff, 0xfe, 0x41, 0x00]), 'expected text in UTF-8, found other bytes'],
  ])('is refused whole when it %s', async (_, bytes, reason) => {
    const told = await reasons('ishares-holdings', file('whole.csv', bytes), '--fund', 'IWM', '--observed-on', '2025-03-03');
    expect(told.join('\n')).toContain(reason);
  });

  it('is refused unread when it is too large to be held in memory', async () => {
    const path = file('huge.csv', '');
    truncateSync(path, 3 * 1024 ** 3);
    expect(await reasons('csv-holdings', path)).toEqual(['huge.csv: it is 3072 MB, and at most 64 MB are read at once: split it by fund or by day']);
  });

  it('is refused and recorded when it cannot be read, and the rest of its directory is loaded', async () => {
    file('broken/2.csv', ownCsv('BROKEN'));
    symlinkSync('nowhere', file('broken/1.csv'));
    const { code, stdout, stderr } = await load('csv-holdings', file('broken'));
    expect(stderr).toBe('          1.csv: it cannot be read: no such file or directory\n');
    expect(stdout).toContain('2 files: 1 added (2 rows), 0 unchanged, 1 refused\n');
    expect(code).toBe(1);
    expect(await runs(database().db)).toContainEqual(
      expect.objectContaining({ fileName: '1.csv', outcome: 'REFUSED', reason: 'it cannot be read: no such file or directory' }),
    );
  });

  it('is told by `status` until the next run of its source', async () => {
    await load('csv-holdings', file('bad.csv', 'fund,observed_on,name,weight\nIWM,2025-03-03,ALL OF IT,0.5\n'));
    const { stdout } = await catalyst(database().url, 'status');
    expect(stdout).toMatch(/csv-holdings: .*REFUSED, .*the weights sum to 50\.00 %, outside 99 to 101 %/);
    await load('csv-holdings', file('good.csv', ownCsv('GOOD')));
    expect((await catalyst(database().url, 'status')).stdout).toMatch(/csv-holdings: .*ADDED/);
  });
});
