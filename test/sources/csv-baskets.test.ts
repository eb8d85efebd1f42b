import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import source, { BASKET_COLUMNS } from '../../src/sources/definitions/csv-baskets';
import type { BasketLine } from '../../src/sources/BasketsReport';
import { fixture } from './fixtures';
import { refusalsOf } from './refusalsOf';

const csv = (...rows: readonly string[]): Buffer => Buffer.from(`${rows.join('\n')}\n`);
const lines = (bytes: Buffer): readonly BasketLine[] => source.read(bytes, {}).reports.baskets?.flatMap((report) => report.lines) ?? [];
const refused = (bytes: Buffer) => refusalsOf(() => source.read(bytes, {}));

const docs = join(__dirname, '../../docs');
const documentation = readFileSync(join(docs, 'csv-baskets.md'), 'utf8');

describe("one's own baskets CSV", () => {
  it('gives the stays of each basket, under one key and title however they are written', () => {
    const { bytes } = fixture('csv-baskets', 'two-baskets');
    const stay = { basket: 'my-seven', title: 'My seven', standsFor: null, from: '2020-01-02', until: '2024-06-28', knownOn: '2024-06-28' };
    expect(lines(bytes)).toEqual([
      { ...stay, symbol: 'AAAA', until: null, knownOn: '2020-01-02' },
      { ...stay, symbol: 'BRK.B' },
      { ...stay, symbol: 'BRK.A', standsFor: 'BRK.B' },
      { basket: 'other', title: 'Others, and more', symbol: 'CCCC', standsFor: null, from: null, until: null, knownOn: null },
    ]);
  });

  it('is documented with every column', () => {
    expect([...documentation.matchAll(/^\| `(\w+)` \|/gm)].map(([, column]) => column)).toEqual([...BASKET_COLUMNS]);
  });

  it('reads the example of its documentation, and the file beside it', () => {
    const [, example = ''] = /```csv\n([^`]*)```/.exec(documentation) ?? [];
    expect(lines(Buffer.from(example)).map(({ symbol }) => symbol)).toEqual(['AAPL', 'GOOGL', 'GOOG', 'TSLA']);
    expect(lines(readFileSync(join(docs, 'my-baskets.csv'))).map(({ symbol, title }) => [symbol, title])).toEqual(['AAPL', 'MSFT', 'NVDA'].map((symbol) => [symbol, 'My three']));
  });

  it.each([
    ['a column nobody knows', csv('basket,ticker', 'a,A'), `unknown columns: ticker. Known: ${BASKET_COLUMNS.join(', ')}`],
    ['the columns that it lacks', csv('title', 'A'), 'these columns are lacking: basket, symbol'],
    ['a key that is none', csv('basket,symbol', 'my basket,A'), 'expected a key of letters, digits and dashes, such as my-seven, found "my basket"'],
    ['a stay that ends before it begins', csv('basket,symbol,from,until', 'a,A,2024-01-02,2024-01-01'), 'expected a day written YYYY-MM-DD, not before 2024-01-02, found "2024-01-01"'],
    ['a stay that stands twice', csv('basket,symbol', 'a,A', 'A,a'), 'the same stay stands on line 2 already'],
    ['two titles', csv('basket,symbol,title', 'a,A,One', 'a,B,Two'), 'expected "One" as above, found "Two"'],
    ['no row', csv('basket,symbol'), 'there is no row below the header'],
  ])('is refused for %s', (_, bytes, reason) => {
    expect(refused(bytes)[0]?.reason).toBe(reason);
  });
});
