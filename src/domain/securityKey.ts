import { AssetClass } from './assetClass';
import { addDays, type IsoDate } from './isoDate';
import { type TickerChange, tickerChanges } from './tickerChanges';

export interface NamedLine {
  readonly ticker: string | null;
  readonly name: string;
  readonly assetClass: AssetClass;
}

/**
 * Which security each line of a report is, where it gives neither CUSIP nor ISIN: one key a line, in order.
 * It is the asset class and the ticker, or the name too where that leaves doubt; `changes` carry it
 * over a change of ticker. Lines share a key only if they are alike in asset class, ticker and name.
 * A key follows from its report and `changes` alone, so reports may come in any order.
 */
export function securityKeys(
  observedOn: IsoDate,
  lines: readonly NamedLine[],
  changes: readonly TickerChange[] = tickerChanges,
): string[] {
  const keys = lines.map((line) => `${line.assetClass}:${lastingTicker(line, observedOn, changes)}`);
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return lines.map(({ ticker, name }, i) => {
    const key = keys[i] ?? '';
    return ticker === null || counts.get(key) !== 1 ? `${key}:${name}` : key;
  });
}

/** Only shares are renamed: a future or a currency may be written like some company's ticker. */
function lastingTicker({ ticker, assetClass }: NamedLine, on: IsoDate, changes: readonly TickerChange[]): string {
  if (ticker === null) return '-';
  return assetClass === AssetClass.EQUITY ? firstTicker(ticker, on, changes) : ticker;
}

/** The first ticker of what `written` means on that day; with the day behind it, if it was another's before. */
function firstTicker(written: string, on: IsoDate, changes: readonly TickerChange[]): string {
  const slips = changes.flatMap((change) => (change.kind === 'MISWRITTEN' && change.written === written ? change.meant : []));
  const ticker = slips[0] ?? written;
  const arrivals = changes.flatMap((change) => {
    if (change.kind === 'MISWRITTEN' || change.on > on) return [];
    return (change.kind === 'RENAMED' ? change.to : change.ticker) === ticker ? change : [];
  });
  const last = arrivals.sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  if (last === undefined) return ticker;
  return last.kind === 'REUSED' ? `${ticker}@${last.on}` : firstTicker(last.from, addDays(last.on, -1), changes);
}
