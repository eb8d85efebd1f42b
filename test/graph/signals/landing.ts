import type { DataSource } from 'typeorm';
import { addDays, isoDate } from '../../../src/domain/isoDate';
import { monthly } from '../../signals/factsOf';
import { type Says, aVintage, loadSeries } from '../../store/load/inventedSeries';

/** The day on which all of it became known. */
export const KNOWN = '2024-10-01';

const said = (values: readonly (readonly [string, number])[]): Says => Object.fromEntries(values.map(([day, value]) => [day, value.toFixed(4)]));

const days = (from: string, count: number, value: (day: string) => number): Says =>
  said(Array.from({ length: count }, (_, i) => addDays(isoDate(from), i)).map((day) => [day, value(day)]));

const grown = (months: number, rate: number): readonly number[] => Array.from({ length: months }, (_, i) => 100 * (1 + rate) ** i);

/** A landing that is soft by all but unemployment, which vetoes it: easing +1, growth +1, inflation 0, labor -1/3 without claims, conditions +1. */
export async function fillLanding(db: DataSource): Promise<void> {
  const series: Readonly<Record<string, Says>> = {
    DFEDTARU: days('2024-01-01', 275, (day) => (day >= '2024-09-19' ? 5 : 5.5)),
    DFF: days('2024-09-20', 12, () => 4.83),
    DGS2: days('2024-09-20', 12, () => 3.6),
    GDPC1: said(monthly('2021-07-01', grown(34, 0.0033)).filter(([day]) => ['01', '04', '07', '10'].includes(day.slice(5, 7)))),
    CPILFESL: said(monthly('2021-09-01', grown(36, 0.002))),
    UNRATE: said(monthly('2022-09-01', [...Array.from({ length: 21 }, () => 3.5), 4.2, 4.2, 4.2])),
    PAYEMS: said(monthly('2023-09-01', Array.from({ length: 12 }, (_, i) => 150_000 + 200 * i))),
    NFCI: { '2024-09-20': '-0.5', '2024-09-27': '-0.5' },
  };
  for (const [code, says] of Object.entries(series)) await loadSeries(db, [aVintage(code, KNOWN, says)]);
}
