import { ofTheFile } from '../domain/errors';
import type { IsoDate } from '../domain/isoDate';
import { parsePublishedDay } from './publishedDay';
import type { Sheet } from './readWorkbook';
import type { Refusals } from './Refusals';
import { SheetRefusals } from './SheetRefusals';
import { sheetTable } from './sheetTable';
import { refuseLacking } from './Table';
import type { ValuationDay } from './ValuationsReport';

const DAY = 'As Of';
const NAV = 'NAV per Share';
const SHARES = 'Shares Outstanding';

interface History {
  readonly rowsRead: number;
  /** In the order of the sheet, newest first; a day of which it says nothing is left out. */
  readonly days: readonly ValuationDay[];
}

/**
 * The sheet "Historical" of an iShares workbook. Its values are adjusted for the fund's splits up to the day of the file.
 *
 * @throws {SourceFormat} if a column is lacking. A day twice, or one that cannot be read, is refused.
 */
export function isharesHistory(source: string, sheet: Sheet, whole: Refusals): History {
  const refusals = new SheetRefusals(source, sheet.name, whole);
  const shape = { source, blank: '--', header: `the column ${DAY}`, isHeader: (cells: readonly string[]) => cells.includes(DAY) };
  const table = sheetTable(sheet, shape, refusals);
  refuseLacking(source, [DAY, NAV, SHARES].filter((column) => !table.columns.includes(column)), table, sheet.name);

  const lines = new Map<IsoDate, number>();
  const days = table.rows.flatMap((row): ValuationDay[] => {
    const day = row.read(DAY, 'a day such as "Feb 04, 2025"', parsePublishedDay);
    const values = { nav: row.positive(NAV), sharesOutstanding: row.positive(SHARES) };
    if (day === null) {
      if (row.text(DAY) === null) row.refuse(DAY, 'expected a day, found nothing');
      return [];
    }
    const before = lines.get(day);
    if (before !== undefined) row.refuse(DAY, `the day ${day} stands on row ${before} too`);
    lines.set(day, row.line);
    return values.nav === null && values.sharesOutstanding === null ? [] : [{ observedOn: day, knownOn: null, ...values }];
  });
  if (days.length === 0) refusals.add(ofTheFile(`the sheet ${sheet.name}: there is no day with a value`));
  return { rowsRead: table.rows.length, days };
}
