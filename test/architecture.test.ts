import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const src = join(__dirname, '../src');

/** Each layer, and the layers it may import. Data flows one way; so do imports. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  sources: ['domain'],
  store: ['domain', 'sources'],
  signals: ['domain'],
  simulation: ['domain'],
  evaluation: ['domain', 'store', 'signals'],
  graph: ['domain', 'store', 'signals', 'evaluation'],
  exports: ['domain', 'store', 'signals', 'evaluation', 'graph'],
  server: ['domain', 'store', 'graph', 'exports'],
  cli: ['domain', 'sources', 'store', 'signals', 'simulation', 'evaluation', 'graph', 'server'],
};

/** Packages that only some places may know of. */
const onlyIn: Readonly<Record<string, readonly string[]>> = {
  typeorm: ['store/', 'graph/planner/typeTable.ts', 'server/migratedDatabase.ts', 'server/startServer.ts'],
  pg: ['store/'],
  'pg-copy-streams': ['store/load/'],
  'csv-parse/sync': ['sources/'],
  '@e965/xlsx': ['sources/'],
  sax: ['sources/'],
  yauzl: ['cli/zipEntries.ts'],
  dataloader: ['graph/'],
  '@apollo/server': ['server/'],
  express: ['server/'],
  ws: ['server/live/'],
  'graphql-ws': ['server/live/'],
  'apache-arrow': ['exports/formats/'],
  'hyparquet-writer': ['exports/formats/'],
  pino: ['server/', 'cli/serving.ts'],
};

/** Where a clock may be read: nothing below the server and the command line knows what day it is. */
const mayReadTheClock = ['server/', 'cli/'];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

describe.each(files)('src/%s', (file) => {
  const layer = file.split('/')[0] ?? '';
  const text = readFileSync(join(src, file), 'utf8');
  const imports = [...text.matchAll(/(?:from |import |import\()'([^']+)'/g)].map((match) => match[1] ?? '');

  it('imports only layers that stand before its own', () => {
    const layers = imports
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(src, resolve(dirname(join(src, file)), name)).split('/')[0] ?? '');
    expect(layers.filter((other) => other !== layer && mayImport[layer]?.includes(other) !== true)).toEqual([]);
  });

  it('imports only packages that its place may know of', () => {
    const strangers = imports.filter((name) => onlyIn[name]?.every((place) => !file.startsWith(place)) === true);
    expect(strangers).toEqual([]);
  });

  it('reads no clock unless it stands at the edge', () => {
    const reads = /new Date\(\)|Date\.now\(\)/.test(text);
    expect(reads && !mayReadTheClock.some((place) => file.startsWith(place))).toBe(false);
  });
});

describe('the tests of what is pure', () => {
  const tests = join(__dirname);
  const pure = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((file) => /^(?:domain|signals|sources)\/.*\.ts$/.test(file));

  it.each(pure)('see no database: %s', (file) => {
    expect(readFileSync(join(tests, file), 'utf8')).not.toMatch(/support\/(?:database|serverOfTests|redis)'|server\/(?:catalystProcess|useServer|startTestServer)'|src\/store\//);
  });
});
