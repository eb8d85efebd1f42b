import { execFileSync } from 'node:child_process';
import { ProgressBar } from '../../src/cli/ProgressBar';
import { useDatabase } from '../support/database';
import { prepareCatalyst } from '../server/catalystProcess';
import { catalyst, ownCsv, useFolder } from './catalyst';
import { runCatalyst } from './runCatalyst';

const database = useDatabase();
const file = useFolder();

/** The program that gives a command a terminal, where a system has it. */
const TERMINAL_PROGRAM = 'script';

const CONTROLS = /[\p{Cc}]/u;

describe('the progress of a load', () => {
  const bar = (isInteractive: boolean) => {
    const told: string[] = [];
    return { told, progress: new ProgressBar({ isInteractive, tell: (text) => void told.push(text) }, 4) };
  };

  it('is drawn over itself on a terminal, as full as files are done, and wiped before a line of text', () => {
    const { told, progress } = bar(true);
    progress.show('a.csv');
    progress.clear();
    progress.step();
    progress.show('b.csv');
    expect(told).toEqual([`\r\u001b[2K${'░'.repeat(30)} 0/4 a.csv`, '\r\u001b[2K', `\r\u001b[2K${'█'.repeat(8)}${'░'.repeat(22)} 1/4 b.csv`]);
  });

  it('stays within one line of 80 columns, whatever a file is called', () => {
    const { told, progress } = bar(true);
    progress.show(`${'long'.repeat(50)}\u001b[31m.csv`);
    progress.show('\u001b[31m\r\n');
    for (const text of told) {
      const shown = text.replace('\r\u001b[2K', '');
      expect(shown.length).toBeLessThan(80);
      expect(shown).not.toMatch(CONTROLS);
    }
  });

  it('is silent where nobody looks on', () => {
    const { told, progress } = bar(false);
    progress.show('a.csv');
    progress.step();
    progress.clear();
    expect(told).toEqual([]);
  });
});

describe('what a load prints', () => {
  it('obeys no control characters of a file or its name', async () => {
    file('odd/\u001b[31mred.csv', 'fund,observed_on,name,market_value\nODD,2025-03-03,NAME,"\u001b[2J\n\u0007"\n');
    const { stdout, stderr } = await catalyst(database().url, 'load', 'csv-holdings', file('odd'));
    expect(stdout).toBe('refused   \\u{1b}[31mred.csv: nothing of it is loaded\n');
    expect(stderr.split('\n').filter((line) => CONTROLS.test(line))).toEqual([]);
    expect(stderr).toContain('found "\\u{1b}[2J\\u{a}\\u{7}"');
  });
});

describe('the command `load` as a process', () => {
  beforeAll(prepareCatalyst);

  it('reads standard input for `-`', async () => {
    const said = await runCatalyst(database().url, ['load', 'csv-holdings', '-'], ownCsv('PIPED'));
    expect(said).toMatchObject({ code: 0, stderr: '' });
    expect(said.stdout).toMatch(/^added {5}standard input: 2 rows read, 2 added, 0 unchanged, 0 refused\n {10}holdings of PIPED on 2025-03-03, known on /);
  });

  it('refuses standard input that is empty', async () => {
    const said = await runCatalyst(database().url, ['load', 'csv-holdings', '-']);
    expect(said).toMatchObject({ code: 1, stderr: '          standard input: the file is empty\n' });
  });

  it('prints plain lines where it is not on a terminal', async () => {
    file('plain/1.csv', ownCsv('PLAIN', '2025-03-03'));
    file('plain/2.csv', ownCsv('PLAIN', '2025-03-04'));
    const { stdout, stderr } = await runCatalyst(database().url, ['load', 'csv-holdings', file('plain')]);
    expect(stdout.split('\n').filter((line) => CONTROLS.test(line))).toEqual([]);
    expect(stderr).toBe('');
  });

  it('ends with the same codes as in this process', async () => {
    const codes = [
      await runCatalyst(database().url, ['load', 'csv-holdings', file('refused.csv', 'x')]),
      await runCatalyst(database().url, ['load', 'csv-holdings']),
      await runCatalyst('postgres://127.0.0.1:1/nowhere', ['load', 'csv-holdings', file('fine.csv', ownCsv('FINE'))]),
    ];
    expect(codes.map(({ code }) => code)).toEqual([1, 2, 3]);
  });

  const onTerminal = hasTerminal() ? it : it.skip;
  onTerminal('draws its progress on a terminal, and leaves only its lines (needs the program `script`)', () => {
    file('drawn/1.csv', ownCsv('DRAWN', '2025-03-03'));
    file('drawn/2.csv', ownCsv('DRAWN', '2025-03-04'));
    const command = `'${process.execPath}' bin/catalyst.mjs load csv-holdings '${file('drawn')}'`;
    const environment = { ...process.env, DATABASE_URL: database().url };
    const seen = execFileSync(TERMINAL_PROGRAM, ['-qec', command, '/dev/null'], { encoding: 'utf8', env: environment });
    expect(seen).toContain(`\r\u001b[2K${'░'.repeat(30)} 0/2 1.csv`);
    expect(seen).toContain(`\r\u001b[2K${'█'.repeat(15)}${'░'.repeat(15)} 1/2 2.csv`);
    const left = seen.split('\n').map((line) => line.slice(line.lastIndexOf('\u001b[2K') + 1).replace(/^\[2K/, '').trimEnd());
    expect(left.filter((line) => line.startsWith('added') || line.startsWith('2 files'))).toHaveLength(3);
    expect(left.join('\n')).not.toMatch(/[█░]/);
  });
});

function hasTerminal(): boolean {
  try {
    return execFileSync(TERMINAL_PROGRAM, ['-qec', 'true', '/dev/null'], { encoding: 'utf8' }) === '';
  } catch {
    return false;
  }
}
