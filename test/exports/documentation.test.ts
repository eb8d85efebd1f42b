import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportsTable } from '../../src/exports/exportsTable';
import { expectSection } from '../support/sections';

describe('docs/export.md', () => {
  it('has every kind of export with its parameters and columns', () => {
    expectSection(readFileSync(join(__dirname, '../../docs/export.md'), 'utf8'), 'exports', exportsTable());
  });
});
