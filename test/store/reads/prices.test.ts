import { Adjustment } from '../../../src/domain/closes';
import { isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import { closesOf, pricesOf, totalReturnOf, totalReturns } from '../../../src/store/reads/prices';
import { hasOnlyAdjusted, rawCloseAt } from '../../../src/store/reads/closes';
import { listingOfFund, listingsOfSecurity, namedListings } from '../../../src/store/reads/listings';
import { sql } from '../../../src/store/sql';
import { useDatabase } from '../../support/database';
import { aSnapshot } from '../../support/rows';
import { loadActions, loadCloses } from '../load/priceFile';
import { rowsOf, standing } from './asking';

const database = useDatabase();

interface Prices {
  readonly symbol: string;
  readonly closes: string | null;
  readonly dates: readonly string[] | null;
  readonly values: readonly number[] | null;
}

interface Return {
  readonly from_on: string;
  readonly to_on: string;
  readonly total_return: number | null;
}

const TODAY = '2026-11-20';

/** What a symbol's closes are as of a day: `{ day: value }`. */
async function valuesOf(symbol: string, adjust: Adjustment, asOf = TODAY, knowledge = Knowledge.ANY): Promise<Readonly<Record<string, number>>> {
  const read = closesOf(namedListings([symbol], isoDate(asOf)), { adjust, from: null, to: null }, standing(asOf, knowledge));
  const [prices] = await rowsOf<Prices>(database().db, read);
  return Object.fromEntries((prices?.dates ?? []).map((day, i) => [day, prices?.values?.[i] ?? NaN]));
}

async function returnOf(symbol: string, from: string, to: string, asOf = TODAY): Promise<Return | undefined> {
  const [row] = await rowsOf<Return>(database().db, totalReturns(namedListings([symbol], isoDate(asOf)), from, to, standing(asOf)));
  return row;
}

/** Around the split of 10 for 1 on 2024-06-10, as it was traded. */
const NVDA = { '2024-06-06': 1209.98, '2024-06-07': 1208.88, '2024-06-10': 121.79, '2024-06-11': 120.91, '2024-06-12': 125.2 };

beforeAll(async () => {
  const { db } = database();
  await loadCloses(db, 'NVDA', 'RAW', NVDA);
  await loadActions(db, ['NVDA,SPLIT,2024-06-10,10,,', 'NVDA,DIVIDEND,2024-06-11,,0.01,']);
  await loadCloses(db, 'ADJ', 'TOTAL_RETURN', { '2024-06-06': 10, '2024-06-07': 11 });
  await loadCloses(db, 'MIX', 'MIXED', { '2024-06-06': 10, '2024-06-07': 11 });
  await loadCloses(db, 'GONE', 'RAW', { '2024-06-06': 4, '2024-06-07': 2 });
  await loadActions(db, ['GONE,DELISTING,2024-06-10,,,-0.5']);
});

describe('the closes of a share that was split', () => {
  it('stand as they were traded where no adjustment is asked', async () => {
    expect(await valuesOf('NVDA', Adjustment.NONE)).toEqual(NVDA);
  });

  it('stand on the shares of the knowledge date where it is, and a split changes no return', async () => {
    const split = await valuesOf('NVDA', Adjustment.SPLITS);
    expect(split).toEqual({ '2024-06-06': 120.998, '2024-06-07': 120.888, '2024-06-10': 121.79, '2024-06-11': 120.91, '2024-06-12': 125.2 });
    expect((await returnOf('NVDA', '2024-06-07', '2024-06-10'))?.total_return).toBeCloseTo(121.79 * 10 / 1208.88 - 1, 12);
  });

  it('are not touched as of the day before, whatever is asked', async () => {
    for (const adjust of Object.values(Adjustment)) {
      expect({ adjust, ...(await valuesOf('NVDA', adjust, '2024-06-07')) }).toEqual({ adjust, '2024-06-06': 1209.98, '2024-06-07': 1208.88 });
    }
  });

  it('add what was paid, reinvested at the close of its day', async () => {
    const held = await returnOf('NVDA', '2024-06-10', '2024-06-11');
    expect(held).toMatchObject({ from_on: '2024-06-10', to_on: '2024-06-11' });
    expect(held?.total_return).toBeCloseTo((120.91 + 0.01) / 121.79 - 1, 12);
  });
});

describe('a dividend on a day without a close', () => {
  it('buys at the next one, as shares were on its day', async () => {
    const { db } = database();
    await loadCloses(db, 'HALT', 'RAW', { '2024-06-06': 100, '2024-06-11': 24 });
    await loadActions(db, ['HALT,DIVIDEND,2024-06-07,,4,', 'HALT,SPLIT,2024-06-10,4,,']);
    expect((await returnOf('HALT', '2024-06-06', '2024-06-11'))?.total_return).toBeCloseTo((24 * 4 + 4) / 100 - 1, 12);
  });
});

describe('adjusted closes', () => {
  it('serve returns, and never as a price', async () => {
    expect((await returnOf('ADJ', '2024-06-06', '2024-06-07'))?.total_return).toBeCloseTo(0.1, 12);
    for (const adjust of [Adjustment.NONE, Adjustment.SPLITS]) expect(await valuesOf('ADJ', adjust)).toEqual({});
    const at = standing(TODAY);
    expect(await rowsOf(database().db, rawCloseAt(listingOfFund('ADJ'), '2024-06-07', at))).toEqual([]);
    const only = async (symbol: string) => (await rowsOf<{ only: boolean }>(database().db, sql`SELECT ${hasOnlyAdjusted(listingOfFund(symbol), at)} AS only`))[0]?.only;
    expect([await only('ADJ'), await only('NVDA'), await only('NONE')]).toEqual([true, false, false]);
  });

  it('are proven by the day they were read, raw ones by their own', async () => {
    expect(await valuesOf('ADJ', Adjustment.TOTAL_RETURN, '2024-06-30')).toEqual({ '2024-06-06': 10, '2024-06-07': 11 });
    expect(await valuesOf('ADJ', Adjustment.TOTAL_RETURN, '2024-06-30', Knowledge.PROVEN)).toEqual({});
    expect(await valuesOf('NVDA', Adjustment.NONE, '2024-06-06', Knowledge.PROVEN)).toEqual({ '2024-06-06': 1209.98 });
  });

  it('of which some are adjusted and others not serve nothing', async () => {
    for (const adjust of Object.values(Adjustment)) expect(await valuesOf('MIX', adjust)).toEqual({});
  });
});

describe('a share that was delisted', () => {
  it('is worth what was got for it, from then on', async () => {
    expect(await returnOf('GONE', '2024-06-07', '2024-06-07')).toMatchObject({ total_return: 0 });
    expect(await returnOf('GONE', '2024-06-07', '2024-09-30')).toMatchObject({ total_return: -0.5, to_on: '2024-06-10' });
  });

  it('that left nothing has no return from then on', async () => {
    await loadCloses(database().db, 'LOST', 'RAW', { '2024-06-06': 4, '2024-06-07': 2 });
    await loadActions(database().db, ['LOST,DELISTING,2024-06-10,,,-1']);
    expect(await returnOf('LOST', '2024-06-07', '2024-09-30')).toMatchObject({ total_return: -1 });
    expect(await returnOf('LOST', '2024-06-12', '2024-09-30')).toMatchObject({ total_return: null });
  });

  it('keeps its last price until that is known', async () => {
    expect(await returnOf('GONE', '2024-06-06', '2024-06-09', '2024-06-09')).toMatchObject({ total_return: -0.5, to_on: '2024-06-07' });
  });
});

describe('a raw close for a day', () => {
  it('is the last one by then, as it was traded', async () => {
    const [close] = await rowsOf<{ observed_on: string; close: number }>(database().db, rawCloseAt(listingOfFund('NVDA'), '2024-06-09', standing(TODAY)));
    expect(close).toMatchObject({ observed_on: '2024-06-07', close: 1208.88, known_on: '2024-06-07', known_on_basis: 'MARKET_CLOSE', source: 'csv-prices' });
  });
});

describe('the closes of a security', () => {
  it('are those of its listings, whatever it was called; none of what has no ticker of its own', async () => {
    const { db } = database();
    await aSnapshot(db, {
      ...{ fund: 'IWM', observedOn: '2024-06-28' },
      lines: [{ security: 'EQUITY:NVDA', symbol: 'NVDA', weight: '1' }, { security: 'EQUITY:-:NVDA', weight: '0' }, { security: 'FUTURE:NVDA', assetClass: 'FUTURE', symbol: 'NVDA', weight: '0' }],
    });
    const countOf = async (key: string): Promise<readonly [number | undefined, number | null | undefined]> => {
      const listings = listingsOfSecurity(sql`(SELECT id FROM security WHERE key = ${key})`);
      const [prices] = await rowsOf<{ count: number }>(db, pricesOf(sql`'-'`, listings, { adjust: Adjustment.NONE, from: '2024-06-07', to: '2024-06-11' }, standing(TODAY)));
      const [held] = await rowsOf<{ total_return: number | null }>(db, totalReturnOf(sql`'-'`, listings, '2024-06-10', '2024-06-10', standing(TODAY)));
      return [prices?.count, held?.total_return];
    };
    expect([await countOf('EQUITY:NVDA'), await countOf('EQUITY:-:NVDA'), await countOf('FUTURE:NVDA')]).toEqual([[3, 0], [0, null], [0, null]]);
  });
});
