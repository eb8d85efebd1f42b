import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstDayOf } from '../../src/domain/months';
import { MarketPath } from '../../src/simulation/MarketPath';
import { defaultSimulation } from '../../src/simulation/options';
import { expectSection } from '../support/sections';

const document = readFileSync(join(__dirname, '../../docs/simulation.md'), 'utf8');

describe('docs/simulation.md', () => {
  it('tells each phase with its first month', () => {
    const { phases } = new MarketPath({ ...defaultSimulation, years: 11 });
    const rows = phases.map(({ from, regime, megaCaps, months }) => `| ${firstDayOf(from).slice(0, 7)} | ${months} | \`${regime}\` | \`${megaCaps}\` |`);
    expectSection(document, 'cycle', ['| from | months | economy | mega-caps |', '|---|---|---|---|', ...rows].join('\n'));
  });

  it('tells the defaults', () => {
    const { seed, companies, years, funds, lastOn, mode } = defaultSimulation;
    const said = [...document.matchAll(/^\| `--([a-z-]+)` \| ([^ |]*)/gm)].map(([, option, value]) => [option, value]);
    expect(said).toEqual([
      ['seed', String(seed)], ['companies', String(companies)], ['years', String(years)], ['funds', String(funds)],
      ['last-on', lastOn], ['mode', mode], ['out', ''],
    ]);
  });
});
