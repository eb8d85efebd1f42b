import type { Told } from './defineSource';
import { checkHoldings } from './checkHoldings';
import type { HoldingsReport } from './HoldingsReport';
import { isharesIdentity } from './isharesIdentity';
import type { Label } from './isharesLayout';
import { holdingOf, sharesColumn } from './isharesLines';
import { parsePublishedDay } from './publishedDay';
import type { Sheet } from './readWorkbook';
import type { Refusals } from './Refusals';
import { SheetRefusals } from './SheetRefusals';
import { sheetTable } from './sheetTable';

const BLANK = '--';

/**
 * The sheet "Holdings" of an iShares workbook; null only where its fund or day was refused.
 *
 * @throws {SourceFormat} if its table has no header, or lacks a column without which nothing can be read.
 */
export function isharesHoldingsSheet(source: string, sheet: Sheet, told: Told, whole: Refusals): HoldingsReport | null {
  const refusals = new SheetRefusals(source, sheet.name, whole);
  const { preamble, columns, rows, headerLine } = sheetTable(sheet, { source, mark: 'Ticker', blank: BLANK }, refusals);
  const { fund, fundName, observedOn, sharesOutstanding } = isharesIdentity(preamble.flatMap(asInCsv), told, refusals);
  const shares = sharesColumn(source, columns, headerLine);

  const lines = rows.map((row) => ({ at: row.line, holding: holdingOf(row, shares) }));
  checkHoldings(`the sheet ${sheet.name}`, lines, refusals);
  if (fund === null || observedOn === null) return null;
  return { fund, fundName, observedOn, knownOn: null, sharesOutstanding, lines: lines.map(({ holding }) => holding) };
}

/** A line above the table as the issuer's CSV has it: without the day of the download that stands alone, and without blanks. */
function asInCsv({ line, name, value }: Label): readonly Label[] {
  const isDownloadDay = value === '' && parsePublishedDay(name) !== undefined;
  if (isDownloadDay || value === BLANK) return [];
  const day = parsePublishedDay(value);
  return [{ line, name, value: day === undefined ? value : issuerDay.format(new Date(day)) }];
}

/** Writes `Feb 04, 2025`. */
const issuerDay = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'short', day: '2-digit', timeZone: 'UTC' });
