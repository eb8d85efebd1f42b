import { AssetClass } from './assetClass';
import { type Identifiers, NO_IDENTIFIERS } from './identifiers';
import { addDays, type IsoDate } from './isoDate';
import { type TickerChange, tickerChanges, tickerMoves } from './tickerChanges';

export interface NamedLine {
  readonly ticker: string | null;
  readonly name: string;
  readonly assetClass: AssetClass;
  readonly identifiers: Identifiers;
}

/**
 * Which listing each line of a report is: one key a line, in order. It is the asset class and the ticker, or the
 * name too where that leaves doubt; `changes` carry it over a change of ticker. Without a ticker it is the CUSIP or
 * ISIN, else the name. A key follows from its report and `changes` alone, so reports may come in any order; that
 * two listings are one security is for `matchSecurities` to find.
 */
export function securityKeys(
  observedOn: IsoDate,
  lines: readonly NamedLine[],
  changes: readonly TickerChange[] = tickerChanges,
): string[] {
  const keys = lines.map((line) => `${line.assetClass}:${lastingTicker(line, observedOn, changes) ?? withoutTicker(line)}`);
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return lines.map(({ ticker, name }, i) => {
    const key = keys[i] ?? '';
    return ticker !== null && counts.get(key) !== 1 ? `${key}:${name}` : key;
  });
}

/**
 * Which listing of a share, a fund or an index a ticker means on a day: the first ticker it had, with the day on which it came
 * to that one if it was another's before: `RNA@2026-02-28`. In a security's key it stands behind the asset class.
 */
export const listingOf = (ticker: string, on: IsoDate): string =>
  lastingTicker({ ticker, name: '', assetClass: AssetClass.EQUITY, identifiers: NO_IDENTIFIERS }, on, tickerMoves) ?? ticker;

/**
 * Only shares are renamed: a future or a currency may be written like some company's ticker. And only shares have
 * classes, which one source sets apart by a point (`BRK.B`), another by a dash, and the next by nothing. A series of
 * preferred shares, a warrant or a unit (`BC-PC`, `NE-WT`, `ABC-UN`) has more letters behind its dash, and keeps it: `BCPC` and
 * `NEWT` are other companies' shares.
 */
function lastingTicker({ ticker, assetClass }: NamedLine, on: IsoDate, changes: readonly TickerChange[]): string | null {
  if (ticker === null || assetClass !== AssetClass.EQUITY) return ticker;
  return firstTicker(ticker.replace(/(?<=[A-Z])[./-](?=[A-Z]$)/, ''), on, changes);
}

function withoutTicker({ name, identifiers: { cusip, isin } }: NamedLine): string {
  if (cusip !== null) return `CUSIP:${cusip}`;
  return isin === null ? `-:${name}` : `ISIN:${isin}`;
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
