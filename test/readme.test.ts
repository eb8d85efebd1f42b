import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signals } from '../src/signals/signals';
import { sources } from '../src/sources/sources';
import { configTable } from '../src/server/configTable';
import { ask } from './support/ask';
import { defaultSimulation } from '../src/simulation/options';
import { useDatabase } from './support/database';
import { loadMarket } from './support/simulatedMarket';
import { expectSection } from './support/sections';

const project = join(__dirname, '..');
const readme = readFileSync(join(project, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language = '', text = '']) => ({ language, text }));
const queries = blocks.flatMap(({ language, text }, i) => (language === 'graphql' ? [{ query: text, answer: blocks[i + 1]?.text ?? '' }] : []));
const commands = blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.trim().split('\n'));

const database = useDatabase();

/** Simulating what a fresh clone shows takes a while. */
const A_WHILE_MS = 300_000;

describe('the README', () => {
  beforeAll(() => loadMarket(database().db, defaultSimulation), A_WHILE_MS);

  it('shows at least one query, and an answer below each', () => {
    expect(queries.length).toBeGreaterThan(0);
  });

  it.each(queries)('shows the answer that the default simulation gives: $query', async ({ query, answer }) => {
    const { result } = await ask(database().db, query);
    expect({ errors: result.errors, data: JSON.parse(answer) as unknown }).toEqual({ errors: undefined, data: result.data });
  });

  it('lists every source', () => {
    expectSection(readme, 'sources', [HEADER, ...[...sources.values()].map(row)].join('\n'));
  });

  it('lists every signal', () => {
    const rows = [...signals.values()].map(({ key, title, formula, unit }) => `| \`${key}\` | ${title} | ${formula} | ${unit} |`);
    expectSection(readme, 'signals', ['| signal | what | value | unit |\n|---|---|---|---|', ...rows].join('\n'));
  });

  it('lists every environment variable', () => {
    expectSection(readme, 'config', configTable());
  });
});

const HEADER = '| source | reads | of | counts as known | terms |\n|---|---|---|---|---|';

const row = ({ key, title, documentation, publisher, usualKnownOn, terms }: NonNullable<ReturnType<typeof sources.get>>): string => {
  const words = { NEXT_SESSION: 'the next NYSE session, assumed', FIRST_SEEN: 'the day we read it', FILED: 'the day of filing', OWN_DAY: 'its own day' };
  const after = (days: number) => (days === 0 ? 'the day it is about, assumed' : `${days} days after, assumed`);
  const known = typeof usualKnownOn === 'string' ? words[usualKnownOn] : after(usualKnownOn.daysAfter);
  return `| \`${key}\` | [${title}](${documentation}) | ${publisher} | ${known} | ${terms} |`;
};

describe("the README's commands", () => {
  const catalyst = (...args: readonly string[]): string =>
    execFileSync(process.execPath, [join(project, 'bin/catalyst.mjs'), ...args], {
      cwd: project,
      env: { ...process.env, DATABASE_URL: database().url },
      encoding: 'utf8',
    });

  it('start the server, load a file and tell the status', () => {
    expect(commands.map((command) => command.replace(/ .*/, ''))).toEqual(['npm', 'npx', 'npx']);
  });

  it.each(commands.filter((command) => command.startsWith('npx catalyst ')))('run: %s', (command) => {
    expect(catalyst(...command.split(' ').slice(2))).not.toBe('');
  });

  it('are helped by what the command line says of itself', () => {
    expectSection(readme, 'help', ['```text', catalyst('help').trimEnd(), '```'].join('\n'));
  });
});
