import { type IsoDate, isoDate } from '../../src/domain/isoDate';
import ishares from '../../src/sources/definitions/ishares-holdings';
import type { HoldingsReport } from '../../src/sources/HoldingsReport';
import { realFile } from '../support/realFiles';

export const DAYS = ['2024-09-27', '2025-05-13', '2025-11-05', '2026-01-21', '2026-04-10'].map(isoDate);

/** The first of the five files has lost its preamble, and with it its day. */
export const STRIPPED = isoDate('2024-09-27');

export const realIsharesFile = (day: IsoDate): Buffer =>
  realFile(`holdings/ishares/IWM_holdings_${day}${day === STRIPPED ? '_inferred_no_preamble' : ''}.csv`);

export function realIsharesReport(day: IsoDate): HoldingsReport {
  const [report] = ishares.read(realIsharesFile(day), day === STRIPPED ? { fund: 'IWM', observedOn: day } : {}).reports.holdings ?? [];
  if (report === undefined) throw new Error(`The file of ${day} has no report.`);
  return report;
}
