import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parquetMetadata } from 'hyparquet';
import { catalyst, useFolder } from '../cli/catalyst';
import { endAll, prepareCatalyst, serve } from '../server/catalystProcess';
import { useDatabase } from '../support/database';
import { type Block, blocksIn, commandsIn } from './blocks';

const fixtures = join(__dirname, '../fixtures');
const commands = commandsIn(blocksIn('sh'));
const starting = (words: string): readonly Block[] => commands.filter(({ text }) => text.startsWith(words));
const argsOf = ({ text }: Block): readonly string[] => text.split(' ').slice(2);

/** Simulating markets takes a while. */
const A_WHILE_MS = 300_000;

describe('the commands in the documentation', () => {
  it('are all of those that are run here', () => {
    const kinds = ['npx catalyst load ', 'npx catalyst simulate ', 'curl -o ', 'curl -N '];
    expect(commands.filter(({ text }) => !kinds.some((kind) => text.startsWith(kind)))).toEqual([]);
    expect(kinds.filter((kind) => starting(kind).length === 0)).toEqual([]);
  });
});

describe('a file of one’s own in the documentation', () => {
  const database = useDatabase();
  const file = useFolder();

  it.each(blocksIn('csv'))('can be loaded as it stands: docs/$name', async ({ name, text }) => {
    const said = await catalyst(database().url, 'load', name.replace('.md', ''), file(name.replace('.md', '.csv'), text));
    expect(said).toMatchObject({ code: 0, stderr: '' });
    expect(said.stdout).toMatch(/, [1-9]\d* added/);
  });

  it.each(starting('npx catalyst load '))('is loaded by: $text', async (command) => {
    const [verb = '', source = '', name = ''] = argsOf(command);
    const [kept = ''] = readdirSync(join(fixtures, source));
    const example = readdirSync(join(fixtures, source, kept)).find((one) => one.startsWith('answer')) ?? '';
    expect(await catalyst(database().url, verb, source, file(name, readFileSync(join(fixtures, source, kept, example))))).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('a simulated market of the documentation', () => {
  const database = useDatabase();
  const folder = useFolder();
  const children: ChildProcess[] = [];
  let address: string;

  beforeAll(async () => {
    mkdirSync(folder(''), { recursive: true });
    for (const command of starting('npx catalyst simulate ')) {
      const args = argsOf(command).map((word) => word.replace(/^\/tmp(?=\/)/, folder('')));
      expect(await catalyst(database().url, ...args)).toMatchObject({ code: 0, stderr: '' });
    }
    prepareCatalyst();
    address = await serve({ DATABASE_URL: database().url }).address();
  }, A_WHILE_MS);
  afterAll(() => {
    for (const child of children) child.kill();
    endAll();
  });

  const typed = ({ text }: Block): string => text.replace('http://127.0.0.1:4000', address);

  it('is in the database, and in files where these were asked for', async () => {
    expect(await database().db.query('SELECT companies, years, funds FROM simulation')).toEqual([{ companies: 40, years: 2, funds: 3 }]);
    expect(readdirSync(folder('a-market'))).toContain('SIMULATED.txt');
  });

  it.each(starting('curl -o '))('is exported by: $text', async (command) => {
    await promisify(execFile)('bash', ['-c', typed(command)], { cwd: folder('') });
    const [, name = ''] = /^curl -o (\S+)/.exec(command.text) ?? [];
    const { buffer } = new Uint8Array(readFileSync(folder(name)));
    expect(Number(parquetMetadata(buffer).num_rows)).toBeGreaterThan(100);
  });

  it.each(starting('curl -N '))('is told of by: $text', async (command) => {
    const child = spawn('bash', ['-c', `exec ${typed(command)}`]);
    children.push(child);
    let told = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
    while (!told.includes('"dataLoaded"')) await once(child.stdout, 'data');
    expect(told).toMatch(/"dataLoaded":\{"version":"\d+","source":"[a-z-]+","rowsAdded":\d+\}/);
  });
});
