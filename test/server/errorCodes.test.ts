import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodes, errorCodesTable } from '../../src/server/errorCodes';
import { expectSection } from '../support/sections';

const project = join(__dirname, '../..');

/** Codes of failures that only the command line and loads tell of. */
const NOT_ASKED = ['INVALID_CONFIGURATION', 'SOURCE_FORMAT'];

describe('the codes of errors', () => {
  it('are all listed in docs/http.md', () => {
    expectSection(readFileSync(join(project, 'docs/http.md'), 'utf8'), 'errors', errorCodesTable());
  });

  it('are all that the sources give', () => {
    const files = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const given = files.flatMap((file) => {
      const text = readFileSync(join(project, 'src', file), 'utf8');
      return [...text.matchAll(/(?:readonly code =|extensions: \{ code:) '([A-Z_]+)'|refuse\(response, [^;]*?'([A-Z_]+)'/g)].flatMap(([, one, other]) => [one ?? other ?? '']);
    });
    expect(given.length).toBeGreaterThan(8);
    expect(given.filter((code) => !(code in errorCodes) && !NOT_ASKED.includes(code))).toEqual([]);
  });
});
