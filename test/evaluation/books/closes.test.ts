import { Adjustment } from '../../../src/domain/closes';
import { addDays, type IsoDate, isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import { closes } from '../../../src/evaluation/books/closes';
import type { NeedOf } from '../../../src/signals/inputs/Input';
import { closesOf, totalReturnOf } from '../../../src/store/reads/prices';
import { Reader } from '../../../src/store/Reader';
import { sql } from '../../../src/store/sql';
import { useDatabase } from '../../support/database';
import { PRICED_LISTINGS, fillPrices } from '../../support/marketPrices';
import { loadActions, loadCloses } from '../../store/load/priceFile';
import { rowsOf } from '../../store/reads/asking';

const database = useDatabase();

/** About and between the days that have closes, and long after them. */
const DAYS = ['2024-03-28', '2024-06-27', '2024-06-28', '2024-06-30', '2024-07-01', '2024-07-02', '2024-07-20', '2024-09-27', '2024-10-01', '2024-12-31', '2025-01-02', '2025-01-20', '2025-04-01', '2025-09-01'].map(isoDate);
const REACHES = [10, 200, 14_000];

/** Those of random markets, and one whose split lies between a dividend and the close that it is reinvested at. */
const LISTINGS = [...PRICED_LISTINGS, 'HALT'];

beforeAll(async () => {
  const { db } = database();
  await fillPrices(db);
  await loadCloses(db, 'HALT', 'RAW', { '2024-06-06': 100, '2024-06-12': 24, '2024-06-27': 25 });
  await loadActions(db, ['HALT,DIVIDEND,2024-06-07,,4,', 'HALT,SPLIT,2024-06-10,4,,', 'HALT,DIVIDEND,2024-06-28,,1,']);
});

const needs = LISTINGS.flatMap((listing) => REACHES.map((days): NeedOf<'closes'> => ({ kind: 'closes', of: { listing }, days })));

const opened = (knowledge: Knowledge, days: readonly IsoDate[] = DAYS) => {
  const reader = new Reader(database().db);
  return closes.open((statement) => reader.read(statement), needs, days, knowledge);
};

interface Prices {
  readonly closes: string | null;
  readonly dates: readonly IsoDate[];
  readonly values: readonly number[];
}

describe('the closes that signals see', () => {
  it.each(Object.values(Knowledge))('are under %s on each day what the graph tells of it, to the bit', async (knowledge) => {
    const on = await opened(knowledge);
    const kinds = new Set<string | null>();
    for (const asOf of DAYS) {
      for (const reach of REACHES) {
        const window = { adjust: Adjustment.TOTAL_RETURN, from: addDays(asOf, -reach), to: asOf };
        const asked = await rowsOf<Prices>(database().db, closesOf(LISTINGS.map((listing) => ({ symbol: listing, listing })), window, { asOf, knowledge }));
        LISTINGS.forEach((listing, n) => {
          const { dates = [], values = [], closes: kind = null } = asked[n] ?? {};
          const seen = on(asOf).closes(listing, reach);
          expect({ listing, asOf, reach, kind: seen?.series[1] ?? null }).toEqual({ listing, asOf, reach, kind });
          expect({ listing, asOf, reach, values: dates.map((day) => seen?.on(day)?.value) }).toEqual({ listing, asOf, reach, values });
          expect(dates.map((day) => seen?.on(day)?.observedOn)).toEqual(dates);
          kinds.add(kind);
        });
      }
    }
    expect(kinds).toEqual(new Set(['RAW', 'TOTAL_RETURN', null]));
  });

  it('say like the graph where nothing is traded any more', async () => {
    const on = await opened(Knowledge.ANY);
    const told = new Set<boolean>();
    for (const asOf of DAYS) {
      for (const listing of LISTINGS) {
        const [row] = await rowsOf<{ closes: string | null; is_delisted: boolean }>(database().db, totalReturnOf(sql`'-'`, sql`SELECT ${listing}::text`, sql`(${asOf}::date - 190)`, asOf, { asOf, knowledge: Knowledge.ANY }));
        expect(on(asOf).closes(listing, 200)?.isDelisted ?? false).toBe(row?.is_delisted);
        told.add(row?.is_delisted ?? false);
      }
    }
    expect(told).toEqual(new Set([true, false]));
  });

  it('of one day are the same whether it is asked alone or among others', async () => {
    const together = await opened(Knowledge.ANY);
    for (const asOf of DAYS) {
      const alone = await opened(Knowledge.ANY, [asOf]);
      for (const listing of LISTINGS) expect(alone(asOf).closes(listing, 200)?.on(asOf)).toEqual(together(asOf).closes(listing, 200)?.on(asOf));
    }
  });
});
