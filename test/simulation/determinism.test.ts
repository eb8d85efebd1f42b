import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSimulation } from '../../src/simulation/options';
import { MarketPath } from '../../src/simulation/MarketPath';
import type { DatedPhase } from '../../src/simulation/regimes';
import { simulatedFiles } from '../../src/simulation/simulatedFiles';
import type { SimulatedFile } from '../../src/simulation/SimulatedFile';
import { useFolder } from '../cli/catalyst';
import { runCatalyst } from '../cli/runCatalyst';

const options = { ...defaultSimulation, companies: 40, years: 2 };

/** One hash of all files, each with its source and name, in the order of these. */
function hashOf(files: Iterable<SimulatedFile>): string {
  const hash = createHash('sha256');
  const lines = [...files].map(({ source, name, text }) => `${source}/${name} ${createHash('sha256').update(text).digest('hex')}\n`);
  for (const line of lines.sort()) hash.update(line);
  return hash.digest('hex');
}

function* filesIn(folder: string): Generator<SimulatedFile> {
  for (const source of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (const name of readdirSync(join(folder, source.name))) yield { source: source.name, name, text: readFileSync(join(folder, source.name, name), 'utf8') };
  }
}

describe('a simulated market', () => {
  const folder = useFolder();

  it('is the same to the byte in another process, which writes what this one yields', async () => {
    const out = folder('market');
    const { code, stdout } = await runCatalyst('', ['simulate', '--companies', '40', '--years', '2', '--out', out]);
    const files = [...simulatedFiles(options)];
    expect([code, stdout]).toEqual([0, `wrote ${files.length} simulated files to ${out}\n`]);
    expect(hashOf(filesIn(out))).toBe(hashOf(files));
    expect(readFileSync(join(out, 'SIMULATED.txt'), 'utf8')).toMatch(/^Every number in this folder is invented/);
  });

  it('is another for another seed', () => {
    expect(hashOf(simulatedFiles({ ...options, seed: 2 }))).not.toBe(hashOf(simulatedFiles(options)));
  });

  it('keeps the newest phases where it is longer', () => {
    const [short, long] = [2, 25].map((years) => new MarketPath({ ...options, years }).phases) as [readonly DatedPhase[], readonly DatedPhase[]];
    expect(short.length).toBeGreaterThan(2);
    expect(long.slice(-short.length)).toEqual(short);
  });

  it.each([
    ['seed', -1], ['companies', 39], ['years', 0], ['years', 36], ['funds', 1.5],
  ])('refuses a %s of %d', (name, value) => {
    expect(() => [...simulatedFiles({ ...options, [name]: value })]).toThrow(`'${name}' is ${value}: expected a whole number from`);
  });
});

describe('what a simulated market is made of', () => {
  it('is nobody’s: all but the seven have names, tickers and numbers that no real company has', () => {
    const lists = [...simulatedFiles(options)].filter(({ source }) => source === 'edgar-tickers');
    const rows = lists.flatMap(({ text }) => Object.values(JSON.parse(text) as Record<string, { cik_str: number; ticker: string; title: string }>));
    const real = ['AAPL', 'AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA'];
    const invented = rows.filter(({ ticker }) => !real.includes(ticker));
    expect([...new Set(rows.filter((row) => !invented.includes(row)).map(({ ticker }) => ticker))].sort()).toEqual(real);
    expect(invented.length).toBeGreaterThan(60);
    expect(invented.filter(({ cik_str: cik, ticker, title }) => cik < 9_900_000_000 || !/^ZZ\d{3,}X?$/.test(ticker) || !/ SIMULATED INC$/.test(title))).toEqual([]);
  });
});
