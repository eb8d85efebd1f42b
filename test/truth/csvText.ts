import { type IsoDate } from '../../src/domain/isoDate';
import { realIsharesFile } from '../sources/realIsharesFiles';

/** One row of an issuer's file, read here by a few lines of their own: nothing of the project's readers. */
export interface Row {
  /** Asset class and ticker; with the name where the ticker is none, or stands twice. */
  readonly key: string;
  readonly ticker: string;
  readonly name: string;
  readonly sector: string | null;
  readonly country: string | null;
  readonly assetClass: string;
  readonly marketValue: number;
  readonly weight: number;
}

/** The cells of a line of CSV; no cell of these files holds a quote or a line break. */
const cellsOf = (line: string): readonly string[] => (line.match(/"[^"]*"|[^,]+|(?<=,)(?=,)/g) ?? []).map((cell) => cell.replaceAll('"', '').trim());

const CLASSES: Readonly<Record<string, string>> = {
  Equity: 'EQUITY', Cash: 'CASH', 'Money Market': 'MONEY_MARKET', Futures: 'FUTURE', 'Cash Collateral and Margins': 'CASH_COLLATERAL',
};

const orNull = (text = ''): string | null => (text === '-' || text === '' ? null : text);

export function rowsOf(day: IsoDate): readonly Row[] {
  const lines = realIsharesFile(day).toString('utf8').replace(/^\uFEFF/, '').split(/\r?\n/);
  const start = lines.findIndex((line) => line.startsWith('Ticker,'));
  const columns = cellsOf(lines[start] ?? '');
  const end = lines.findIndex((line, i) => i > start && cellsOf(line).length !== columns.length);
  const cells = lines.slice(start + 1, end < 0 ? undefined : end).map((line) => {
    const values = cellsOf(line);
    return (column: string): string => values[columns.indexOf(column)] ?? '';
  });
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell('Ticker'), (counts.get(cell('Ticker')) ?? 0) + 1);
  const valueOf = (cell: (column: string) => string): number => Number(cell('Market Value').replaceAll(',', ''));
  const total = cells.reduce((sum, cell) => sum + valueOf(cell), 0);
  return cells.map((cell) => {
    const [ticker, name, assetClass] = [cell('Ticker'), cell('Name'), CLASSES[cell('Asset Class')] ?? cell('Asset Class')];
    const marketValue = valueOf(cell);
    const key = [assetClass, ticker, ...(ticker === '-' || counts.get(ticker) !== 1 ? [name] : [])].join(':');
    return { key, ticker, name, assetClass, sector: orNull(cell('Sector')), country: orNull(cell('Location')), marketValue, weight: marketValue / total };
  });
}
