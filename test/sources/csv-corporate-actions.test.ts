import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import actions, { ACTION_COLUMNS } from '../../src/sources/definitions/csv-corporate-actions';
import { refusalsOf } from './refusalsOf';

const HEADER = 'symbol,kind,observed_on,ratio,amount,currency,delisting_return';
const csv = (...lines: string[]) => Buffer.from(`${[HEADER, ...lines].join('\n')}\n`);
const refused = (...lines: string[]) => refusalsOf(() => actions.read(csv(...lines), {}));

const documentation = readFileSync(join(__dirname, '../../docs/csv-corporate-actions.md'), 'utf8');

describe("one's own corporate actions CSV", () => {
  it('is documented with every column', () => {
    expect([...documentation.matchAll(/^\| `(\w+)` \|/gm)].map(([, column]) => column)).toEqual([...ACTION_COLUMNS]);
  });

  it('reads the example of its documentation', () => {
    const [, example = ''] = /```csv\n([^`]*)```/.exec(documentation) ?? [];
    const said = { knownOn: null, ratio: null, amount: null, currency: null, delistingReturn: null };
    expect(actions.read(Buffer.from(example), {}).reports.corporateActions).toEqual([
      {
        symbol: 'NVDA',
        actions: [
          { ...said, kind: 'SPLIT', observedOn: '2024-06-10', ratio: '10' },
          { ...said, kind: 'DIVIDEND', observedOn: '2024-06-11', amount: '0.01', currency: 'USD' },
        ],
      },
      { symbol: 'GONE', actions: [{ ...said, kind: 'DELISTING', observedOn: '2024-06-12', delistingReturn: '-0.55' }] },
    ]);
  });

  it('is refused where a kind lacks its measure, or has that of another', () => {
    expect(refused('A,SPLIT,2024-06-10,,,,', 'A,DIVIDEND,2024-06-10,2,,,', 'A,DELISTING,2024-06-10,,,USD,-1.01')).toEqual([
      { line: 2, column: 'ratio', reason: 'expected a number above zero, found nothing' },
      { line: 3, column: 'ratio', reason: 'only a SPLIT has it, and this is a DIVIDEND' },
      { line: 3, column: 'amount', reason: 'expected a number above zero, found nothing' },
      { line: 4, column: 'currency', reason: 'only a DIVIDEND has it, and this is a DELISTING' },
      { line: 4, column: 'delisting_return', reason: 'expected a fraction not below -1, found "-1.01"' },
    ]);
  });

  it('is refused for a kind that nobody knows, and one that stands twice on a day', () => {
    expect(refused('A,MERGER,2024-06-10,,,,', 'A,,2024-06-10,,,,', 'A,SPLIT,2024-06-10,2,,,', 'a,split,2024-06-10,2,,,')).toEqual([
      { line: 2, column: 'kind', reason: 'expected one of SPLIT, DIVIDEND, DELISTING, found "MERGER"' },
      { line: 3, column: 'kind', reason: 'expected one of SPLIT, DIVIDEND, DELISTING, found nothing' },
      { line: 5, column: 'observed_on', reason: 'SPLIT of A on 2024-06-10 stands on line 4 already: add up what was paid on one day' },
    ]);
  });
});
