import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeAgainstPython } from '../signals/statistics/python';
import { EARLIER, LATER, useBuiltServer } from './useBuiltServer';

const address = useBuiltServer();

const project = join(__dirname, '../..');
const examples = join(project, 'examples');
/** Within the project, so that what is compiled there finds its packages. */
const folder = mkdtempSync(join(project, 'node_modules/.catalyst-examples-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = async (program: string, ...args: readonly string[]): Promise<string> => (await promisify(execFile)(program, [...args])).stdout;

describe('the example in TypeScript', () => {
  it('has the types that codegen writes of its questions and the schema', async () => {
    await run(process.execPath, join(examples, 'typescript/codegen.mjs'), join(folder, 'questions.ts'));
    const written = readFileSync(join(folder, 'questions.ts'), 'utf8');
    if (readFileSync(join(examples, 'typescript/questions.ts'), 'utf8') !== written) throw new Error('examples/typescript/questions.ts is not what codegen writes. Write it again: npm run schema');
  });

  it('compiles, and says what was held on each day or why it cannot', async () => {
    await run(process.execPath, require.resolve('typescript/bin/tsc'), '-p', join(examples, 'typescript'), '--outDir', folder);
    expect((await run(process.execPath, join(folder, 'heaviest.js'), address(), 'IWM', '2024-01-02', EARLIER, LATER)).split('\n')).toEqual([
      '2024-01-02 IWM: NOT_KNOWN_YET',
      `${EARLIER} iShares Russell 2000 ETF, 5 positions of 2024-06-28`,
      ...['  30.00 % Alder', '  25.00 % Birch', '  20.00 % Cedar'],
      `${LATER} iShares Russell 2000 ETF, 5 positions of 2024-09-30`,
      ...['  35.00 % Beech', '  25.00 % Alder', '  20.00 % Cedar', ''],
    ]);
  });
});

describeAgainstPython('the example in Python', () => {
  const python = (symbol: string, day: string) => run('/usr/bin/python3', join(examples, 'python/holdings.py'), symbol, day, address());

  it('writes all positions as CSV, nothing where nothing was published', async () => {
    const [head, first, ...others] = (await python('IWM', LATER)).trim().split('\n');
    expect(head).toBe('weight,shares,marketValue,security.symbol,security.name,security.sector');
    expect([first, others.length]).toEqual(['0.35,,,S1,Beech,', 4]);
  });

  it('says what is wrong, and why nothing is there', async () => {
    await expect(python('NONE', LATER)).rejects.toThrow('NOT_FOUND: There is no ETF');
    await expect(python('IWM', '2024-01-02')).rejects.toThrow('NOT_KNOWN_YET');
  });
});

describe('the example with curl', () => {
  it('asks by a hash, and again at no cost', async () => {
    const [answer, again] = (await run(join(examples, 'curl/holdings.sh'), 'IWM', EARLIER, address())).trim().split('\n');
    expect((JSON.parse(answer ?? '') as { data: unknown }).data).toEqual({ etf: { holdings: { nodes: [{ weight: 0.3, security: { name: 'Alder' } }, { weight: 0.25, security: { name: 'Birch' } }] } } });
    expect(again).toBe('304');
  });
});
