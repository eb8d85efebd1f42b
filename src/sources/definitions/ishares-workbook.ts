import { SourceFormat, ofTheFile } from '../../domain/errors';
import { checkHoldings, readLines } from '../checkHoldings';
import { defineSource } from '../defineSource';
import type { Told } from '../tellable';
import { holdingsReport } from '../holdingsReading';
import type { HoldingsReport } from '../HoldingsReport';
import { isharesHistory } from '../isharesHistory';
import { isharesIdentity } from '../isharesIdentity';
import { isharesHeader, isharesHolding, refuseLackingIn } from '../isharesLines';
import { readWorkbook, type Sheet } from '../readWorkbook';
import { Refusals } from '../Refusals';
import { SheetRefusals } from '../SheetRefusals';
import { sheetTable } from '../sheetTable';
import type { ValuationDay } from '../ValuationsReport';

const KEY = 'ishares-workbook';
const HOLDINGS = 'Holdings';
const HISTORY = 'Historical';

/**
 * The workbook behind "Data Download" on an iShares fund's page: its holdings on one day, and its NAV and shares
 * outstanding on every day since it began, adjusted for splits. The issuer serves XML under the name of `.xls`.
 */
export default defineSource({
  key: KEY,
  title: 'Workbook of an iShares fund: holdings, NAV and shares outstanding',
  publisher: 'BlackRock (iShares)',
  documentation: 'https://www.ishares.com/us/products/239710/ishares-russell-2000-etf',
  terms: 'BlackRock restricts redistribution of the files and their contents; they may be downloaded for own use.',
  files: /\.xlsx?$/i,
  precedence: 20,
  usualKnownOn: 'NEXT_SESSION',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const sheets = readWorkbook(KEY, bytes);
    const [holdingsSheet, historySheet] = [HOLDINGS, HISTORY].map((wanted) => sheets.find(({ name }) => name === wanted));
    if (holdingsSheet === undefined && historySheet === undefined) {
      const found = sheets.map(({ name }) => name).join(', ');
      throw SourceFormat.whole(KEY, `expected a sheet ${HOLDINGS} or ${HISTORY}, found ${found}`);
    }

    const holdings = holdingsSheet && holdingsOf(holdingsSheet, told, refusals);
    const history = historySheet && isharesHistory(KEY, historySheet, refusals);
    if (holdings === undefined && history !== undefined) refuseAnotherHistory(history.days, told, refusals);
    refusals.throwIfAny();

    const fund = holdings?.fund ?? told.fund?.toUpperCase();
    if (fund === undefined) throw SourceFormat.whole(KEY, 'the file does not say which fund');
    return {
      rowsRead: (holdings?.lines.length ?? 0) + (history?.rowsRead ?? 0),
      reports: {
        ...(holdings && { holdings: [holdings] }),
        ...(history && { valuations: [{ fund, fundName: holdings?.fundName ?? null, days: history.days }] }),
      },
    };
  },
});

/** Null only where its fund or day was refused. */
function holdingsOf(sheet: Sheet, told: Told, whole: Refusals): HoldingsReport | null {
  const refusals = new SheetRefusals(KEY, sheet.name, whole);
  const table = sheetTable(sheet, { source: KEY, ...isharesHeader, blank: '--' }, refusals);
  refuseLackingIn(KEY, table);
  const identity = isharesIdentity(table.preamble, told, refusals);
  const lines = readLines(table.rows, isharesHolding);
  checkHoldings(`the sheet ${sheet.name}`, lines, refusals);
  return holdingsReport(identity, lines);
}

/** A history alone names no fund; of the day told, it should say something. */
function refuseAnotherHistory(days: readonly ValuationDay[], { fund, observedOn }: Told, refusals: Refusals): void {
  if (fund === undefined) {
    refusals.add(ofTheFile(`without the sheet ${HOLDINGS} the file does not say which fund: tell it, as in --fund IWM`));
  }
  if (observedOn !== undefined && days.every((day) => day.observedOn !== observedOn)) {
    refusals.add(ofTheFile(`the sheet ${HISTORY} says nothing of ${observedOn}, which was told`));
  }
}
