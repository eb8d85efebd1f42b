import { MissingReason } from '../../domain/MissingReason';
import { refuseUnordered } from '../../graph/fields/refuseUnordered';
import { companyMatch } from '../../store/reads/companyMatches';
import { etfBySymbol } from '../../store/reads/etfs';
import { holdingsOf } from '../../store/reads/holdings';
import { securityById } from '../../store/reads/securities';
import { snapshotAt, snapshotById, snapshotDays } from '../../store/reads/snapshots';
import { etfsNear } from '../../store/reads/near';
import { raw, sql } from '../../store/sql';
import { KNOWN, MISSING, date, double, integer, text } from '../columns';
import { defineExport } from '../defineExport';
import { day, names } from '../parameters';
import { refuseUnknown } from '../refuseUnknown';

export default defineExport({
  key: 'holdings',
  meaning: 'Positions of funds, as `Snapshot.holdings` gives them: by fund in the order asked, then by day, then as the document lists them. The newest snapshot of each fund where neither `from` nor `to` is given.',
  parameters: {
    funds: names('Tickers of funds, upper case: `IWM`.', 100),
    from: day('Only snapshots about this day or later.'),
    to: day('Only snapshots about this day or before.'),
  },
  columns: {
    fund: text('The fund.'),
    observedOn: date('The day the holdings are about.'),
    line: integer('The place in the document, from 1.'),
    symbol: text("The security's ticker, as known at the knowledge date."),
    name: text('Its name, as known at the knowledge date.'),
    security: text('Its key, as `Security.key`.'),
    cik: text("Its company's Central Index Key; null where no company was found."),
    assetClass: text('What kind of thing it is.'),
    sector: text('Its sector, as known at the knowledge date.'),
    country: text('Where it is domiciled or listed, as known at the knowledge date.'),
    weight: double('As `Holding.weight`, a fraction.'),
    publishedWeight: double("The document's own weight, a fraction."),
    shares: double('Units held.'),
    marketValue: double('In `currency`.'),
    notionalValue: double('In `currency`.'),
    price: double('Per unit, in `currency`, as the document quotes it; null where it does not.'),
    currency: text('ISO 4217 code; null where the document does not say.'),
    ...KNOWN,
    ...MISSING,
  },
  async *rows({ funds, from, to }, at, { read, batches }) {
    refuseUnordered(from, to, 'a day not before');
    await refuseUnknown(read, 'ETF', funds, (symbol) => etfBySymbol(symbol), etfsNear);
    for (const fund of funds) {
      const isNewest = from === null && to === null;
      const served = isNewest
        ? snapshotAt(fund, at)
        : sql`SELECT s.* FROM (${snapshotDays(fund, from, to, at)}) d CROSS JOIN LATERAL (${snapshotAt(fund, at, raw('d.observed_on'))}) s`;
      const serials: number[] = [];
      for await (const rows of batches(sql`SELECT id::text FROM (${served}) s ORDER BY observed_on`)) serials.push(...rows.map(([id]) => Number(id)));
      if (serials.length === 0) yield [[fund, ...Array.from({ length: 19 }, () => null), MissingReason.NOT_KNOWN_YET]];
      for (const serial of serials) {
        yield* batches(sql`
          SELECT t.fund_symbol, t.observed_on::text, h.line::text, s.symbol, s.name, s.key,
            (SELECT m.cik FROM (${companyMatch(raw('h.description_id'), raw('h.observed_on'))}) m), s.asset_class, s.sector, s.country,
            h.weight::float8::text, h.published_weight::float8::text, h.shares::float8::text, h.market_value::float8::text, h.notional_value::float8::text,
            h.price::float8::text, h.currency, t.known_on::text, t.known_on_basis, t.proven_on::text, NULL
          FROM (${snapshotById(serial)}) t
          CROSS JOIN LATERAL (${holdingsOf(raw('t.id'), {}, at)}) h
          LEFT JOIN LATERAL (${securityById(raw('h.security_id'), at)}) s ON TRUE
          ORDER BY h.line`);
      }
    }
  },
});
