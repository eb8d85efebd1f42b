import { dailyBars } from '../dailyBars';
import { defineSource } from '../defineSource';
import { fileSymbol } from '../fileSymbol';
import { toldCloses } from '../toldCloses';

const KEY = 'close-csv';

/** Days and closes (an index's values), two columns and nothing more, as charting tools and notebooks save them: one file a symbol. */
export default defineSource({
  key: KEY,
  title: 'A CSV of days and closes',
  publisher: 'own file',
  documentation: 'docs/prices.md#files-of-daily-prices',
  terms: 'Whatever the origin of your file allows.',
  files: /\.csv$/i,
  precedence: 30,
  usualKnownOn: 'OWN_DAY',

  read(bytes, told) {
    const symbol = fileSymbol({ source: KEY, pattern: /^([A-Z0-9][A-Z0-9.-]{0,19})\.csv$/, example: 'IWM.csv' }, told);
    const closes = toldCloses(KEY, told);
    const { bars, rowsRead, leftOut, refusals } = dailyBars(bytes, { source: KEY, columns: ['Date', 'Close'], closeIs: 'Value', others: [] });
    refusals.throwIfAny();
    const days = bars.map(({ observedOn, close }) => ({ observedOn, knownOn: null, close }));
    return { rowsRead, leftOut, reports: { closes: [{ symbol, closes, days }] } };
  },
});
