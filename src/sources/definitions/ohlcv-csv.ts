import { Closes } from '../../domain/closes';
import { type Bar, dailyBars } from '../dailyBars';
import { defineSource } from '../defineSource';
import { fileSymbol } from '../fileSymbol';
import { toldCloses } from '../toldCloses';

const KEY = 'ohlcv-csv';
const ADJUSTED = 'Adj Close';

/**
 * Daily bars, one file a symbol: open, high, low, close, volume, as Alpaca's and other interfaces' answers are commonly saved. `Close` is
 * read. An adjusted close beside it must not contradict what the close is told to be.
 */
export default defineSource({
  key: KEY,
  title: 'A CSV of daily bars (open, high, low, close, volume)',
  publisher: 'own file',
  documentation: 'docs/prices.md#files-of-daily-prices',
  terms: 'Whatever the origin of your file allows.',
  files: /\.csv$/i,
  precedence: 40,
  usualKnownOn: 'OWN_DAY',

  read(bytes, told) {
    const symbol = fileSymbol({ source: KEY, pattern: /^([A-Z0-9][A-Z0-9.-]{0,19})\.csv$/, example: 'IWM.csv' }, told);
    const closes = toldCloses(KEY, told);
    const shape = { source: KEY, columns: ['Date', 'Open', 'High', 'Low', 'Close', 'Volume'], others: [ADJUSTED, 'Trade_Count', 'VWAP'] };
    const { bars, rowsRead, leftOut, refusals } = dailyBars(bytes, shape);
    if (closes === Closes.TOTAL_RETURN) refuseUnadjusted(bars);
    refusals.throwIfAny();
    const days = bars.map(({ observedOn, close }) => ({ observedOn, knownOn: null, close }));
    return { rowsRead, leftOut, reports: { closes: [{ symbol, closes, days }] } };
  },
});

/** Refuses the first close that differs from the adjusted one beside it: then it is not adjusted itself. */
function refuseUnadjusted(bars: readonly Bar[]): void {
  const adjusted = ({ row }: Bar): string | null => row.text(ADJUSTED);
  const other = bars.find((bar) => adjusted(bar) !== null && Number(adjusted(bar)) !== Number(bar.close));
  other?.row.refuse('Close', `expected ${adjusted(other)} as ${ADJUSTED} says, since these closes are told to be adjusted, found "${other.close}"`);
}
