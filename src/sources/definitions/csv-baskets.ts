import { SourceFormat, ofTheFile } from '../../domain/errors';
import { parseIsoDate } from '../../domain/isoDate';
import type { BasketLine } from '../BasketsReport';
import { defineSource } from '../defineSource';
import { ownCsv } from '../ownCsv';
import { theOne } from '../ownRows';
import { readCsv } from '../readCsv';
import { readText } from '../readText';
import { Refusals } from '../Refusals';
import { symbolIn } from '../symbolIn';
import type { TableRow } from '../TableRow';
import { tellable } from '../tellable';
import { refuseUnknownColumns } from '../unknownColumns';

const KEY = 'csv-baskets';

/** The columns of one's own baskets, as docs/csv-baskets.md describes them. */
export const BASKET_COLUMNS = ['basket', 'symbol', 'from', 'until', 'known_on', 'stands_for', 'title'] as const;

/** One's own baskets: which shares belong to them from when to when, and since when one could know. */
export default defineSource({
  ...ownCsv(KEY),
  title: 'Your own baskets CSV',
  precedence: 30,
  usualKnownOn: 'FIRST_SEEN',

  read(bytes) {
    const refusals = new Refusals(KEY);
    const { columns, rows } = readCsv(readText(KEY, bytes), { source: KEY, firstLine: 1, blank: '' }, refusals);
    refuseUnknownColumns(KEY, columns, BASKET_COLUMNS);
    const lacking = ['basket', 'symbol'].filter((column) => !columns.includes(column));
    if (lacking.length > 0) throw SourceFormat.whole(KEY, `these columns are lacking: ${lacking.join(', ')}`);
    if (rows.length === 0) refusals.add(ofTheFile('there is no row below the header'));
    const lines = rows.flatMap((row) => lineOf(row) ?? []);
    refuseTwice(rows);
    const titled = lines.map((line) => ({ ...line, title: titleOf(rows, line.basket) }));
    refusals.throwIfAny();
    return { rowsRead: rows.length, reports: { baskets: [{ lines: titled }] } };
  },
});

const DAY = 'a day written YYYY-MM-DD';

const basketIn = (row: TableRow): string | null => {
  if (row.text('basket') === null) row.refuse('basket', 'expected a value, found nothing');
  return row.read('basket', 'a key of letters, digits and dashes, such as my-seven', (text) => (/^[a-z0-9][a-z0-9-]{0,39}$/i.test(text) ? text.toLowerCase() : undefined));
};

/** Null only where something was refused. */
function lineOf(row: TableRow): BasketLine | null {
  const [basket, symbol] = [basketIn(row), symbolIn(row, undefined)];
  const from = row.read('from', DAY, parseIsoDate);
  const until = row.read('until', `${DAY}, not before ${from ?? 'its beginning'}`, (text) => {
    const day = parseIsoDate(text);
    return day !== undefined && (from === null || day >= from) ? day : undefined;
  });
  const standsFor = row.read('stands_for', tellable.symbol.expected, tellable.symbol.parse);
  if (basket === null || symbol === null) return null;
  return { basket, title: null, symbol, standsFor, from, until, knownOn: row.read('known_on', DAY, parseIsoDate) };
}

const titleOf = (rows: readonly TableRow[], basket: string): string | null =>
  theOne(rows.filter((row) => row.text('basket')?.toLowerCase() === basket), 'title', (row) => row.text('title'));

function refuseTwice(rows: readonly TableRow[]): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const stay = ['basket', 'symbol', 'from', 'known_on'].map((column) => row.text(column)?.toLowerCase() ?? '').join(' ');
    const line = seen.get(stay);
    if (line === undefined) seen.set(stay, row.line);
    else row.refuse('symbol', `the same stay stands on line ${line} already`);
  }
}
