import { Adjustment } from '../../domain/closes';
import { MissingReason } from '../../domain/MissingReason';
import { refuseUnordered } from '../../graph/fields/refuseUnordered';
import { namedListings } from '../../store/reads/listings';
import { pricesOf } from '../../store/reads/prices';
import { sql } from '../../store/sql';
import { MISSING, date, double, text } from '../columns';
import { defineExport } from '../defineExport';
import { day, names, oneOf } from '../parameters';

export default defineExport({
  key: 'prices',
  meaning: 'Closes of what bears each ticker at the knowledge date, as `prices` gives them: by symbol in the order asked, then by day.',
  parameters: {
    symbols: names('Tickers, upper case; an index has a caret: `^RUT`.', 5_000),
    from: day('The first day; the first known where left out.'),
    to: day('The last day; the last known where left out.'),
    adjust: oneOf(Adjustment, Adjustment.NONE, 'What to adjust the closes for.'),
  },
  columns: {
    symbol: text('The ticker, as it was asked.'),
    observedOn: date('The day.'),
    value: double('Of one share, in the currency of its exchange.'),
    closes: text('What the closes were before anything was adjusted here.'),
    knownOnBasis: text('On what ground the newest of the symbol counts as known when it does.'),
    ...MISSING,
  },
  async *rows({ symbols, from, to, adjust }, at, { batches }) {
    refuseUnordered(from, to, 'a day not before');
    for (const { symbol, listing } of namedListings(symbols, at.asOf)) {
      yield* batches(sql`
        SELECT p.symbol, d.observed_on::text, d.value::text, p.closes, p.known_on_basis,
          CASE WHEN p.count > 0 THEN NULL WHEN p.is_adjusted_only THEN ${MissingReason.ADJUSTED_PRICE_ONLY}::text ELSE ${MissingReason.NOT_KNOWN_YET}::text END
        FROM (${pricesOf(sql`${symbol}`, sql`SELECT ${listing}::text`, { from, to, adjust }, at)}) p
        LEFT JOIN LATERAL unnest(p.dates, p.values) d(observed_on, value) ON TRUE
        ORDER BY d.observed_on`);
    }
  },
});
