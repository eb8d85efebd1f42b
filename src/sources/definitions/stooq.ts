import { Closes } from '../../domain/closes';
import { dailyBars } from '../dailyBars';
import { defineSource } from '../defineSource';
import { fileSymbol } from '../fileSymbol';

const KEY = 'stooq';

/**
 * Stooq's daily prices. What stooq gives unless asked otherwise is adjusted for splits, and for the dividends of some years and not
 * of others; so it is neither a price nor a return, unless the caller says how it was asked for.
 *
 * @source https://stooq.com/q/d/?s=iwm.us, "Download data in csv file": `iwm_us_d.csv`, lines ended by CR LF.
 */
export default defineSource({
  key: KEY,
  title: 'Daily prices of Stooq',
  publisher: 'Stooq',
  documentation: 'https://stooq.com/db/h/',
  terms: 'Stooq restricts redistribution of its data; they may be downloaded for own use.',
  files: /_d\.csv$/i,
  precedence: 50,
  usualKnownOn: 'OWN_DAY',

  read(bytes, told) {
    const symbol = fileSymbol({ source: KEY, pattern: /^(\^?[a-z0-9.-]+?)(?:_us)?_d\.csv$/i, example: 'iwm_us_d.csv' }, told);
    const { bars, rowsRead, leftOut, refusals } = dailyBars(bytes, { source: KEY, columns: ['Date', 'Open', 'High', 'Low', 'Close'], others: ['Volume', 'OpenInt'] });
    refusals.throwIfAny();
    const days = bars.map(({ observedOn, close }) => ({ observedOn, knownOn: null, close }));
    return { rowsRead, leftOut, reports: { closes: [{ symbol, closes: told.closes ?? Closes.MIXED, days }] } };
  },
});
