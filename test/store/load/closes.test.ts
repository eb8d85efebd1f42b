import { Knowledge } from '../../../src/domain/knowledge';
import { Adjustment } from '../../../src/domain/closes';
import { closesOfSeries, servingSeries } from '../../../src/store/reads/closes';
import { listingOfFund } from '../../../src/store/reads/listings';
import { raw } from '../../../src/store/sql';
import { useDatabase } from '../../support/database';
import { rowsOf, standing } from '../reads/asking';
import { loadActions, loadCloses } from './priceFile';

const database = useDatabase();

let symbols = 0;
let symbol = '';
beforeEach(() => {
  symbols += 1;
  symbol = `P${symbols}`;
});

const load = (closes: string, days: Readonly<Record<string, number | string>>, loading: { on?: string; knownOn?: string } = {}) =>
  loadCloses(database().db, symbol, closes, days, loading);

/** All versions there are, one text each: `2025-03-03 10 known 2025-03-03 MARKET_CLOSE proven 2025-03-03`. */
async function versions(): Promise<readonly string[]> {
  const rows = await database().db.query<{ text: string }[]>(
    `SELECT concat_ws(' ', c.observed_on, c.close, 'known', c.known_on, c.known_on_basis, 'proven', c.proven_on) AS text
     FROM close c JOIN price_series s ON s.id = c.series_id WHERE s.listing = $1 ORDER BY s.id, c.observed_on, c.known_on, c.load_id`,
    [symbol],
  );
  return rows.map(({ text }) => text);
}

/** What answers as of a day: `{ day: close }`. */
async function closesAt(asOf: string, adjust: Adjustment, knowledge = Knowledge.ANY): Promise<Readonly<Record<string, number>>> {
  const at = standing(asOf, knowledge);
  const [series] = await rowsOf<{ id: number }>(database().db, servingSeries(listingOfFund(symbol), { adjust, from: null, to: null }, at));
  if (series === undefined) return {};
  const rows = await rowsOf<{ observed_on: string; close: number }>(database().db, closesOfSeries(raw(String(series.id)), null, null, at));
  return Object.fromEntries(rows.map(({ observed_on, close }) => [observed_on, close]));
}

describe('raw closes', () => {
  it('are known on their own day, by the market itself', async () => {
    expect(await load('RAW', { '2025-03-03': 10 })).toMatchObject({ outcome: 'ADDED', rowsAdded: 1, facts: [{ kind: 'closes', about: `${symbol} (RAW)` }] });
    expect(await versions()).toEqual(['2025-03-03 10 known 2025-03-03 MARKET_CLOSE proven 2025-03-03']);
  });

  it('that were there already add nothing, in whatever file they come', async () => {
    await load('RAW', { '2025-03-03': 10, '2025-03-04': 11 });
    expect(await load('RAW', { '2025-03-03': 10, '2025-03-04': 11 })).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await load('RAW', { '2025-03-04': '11.00', '2025-03-05': 12 })).toMatchObject({ outcome: 'ADDED', rowsAdded: 1, rowsUnchanged: 1 });
    expect(await versions()).toHaveLength(3);
  });

  it('told otherwise later are a version known since then; before, the old one answers', async () => {
    await load('RAW', { '2025-03-03': 10, '2025-03-04': 11 });
    await load('RAW', { '2025-03-03': 10.5 }, { on: '2026-11-05' });
    expect(await versions()).toContain('2025-03-03 10.5 known 2026-11-05 FIRST_SEEN proven 2026-11-05');
    expect(await closesAt('2026-11-04', Adjustment.NONE)).toEqual({ '2025-03-03': 10, '2025-03-04': 11 });
    expect(await closesAt('2026-11-05', Adjustment.NONE)).toEqual({ '2025-03-03': 10.5, '2025-03-04': 11 });
  });

  it('and their dated correction end in the same versions, whichever is loaded first', async () => {
    const both = [{ closes: { '2025-03-03': 10 } }, { closes: { '2025-03-03': 10.5 }, knownOn: '2025-03-20' }];
    const ends: unknown[] = [];
    for (const order of [both, [...both].reverse()]) {
      symbols += 1;
      symbol = `P${symbols}`;
      for (const { closes, knownOn } of order) await load('RAW', closes, knownOn === undefined ? {} : { knownOn });
      ends.push([await versions(), await closesAt('2025-03-19', Adjustment.NONE), await closesAt('2025-03-20', Adjustment.NONE)]);
    }
    expect(ends[0]).toEqual([
      ['2025-03-03 10 known 2025-03-03 MARKET_CLOSE proven 2025-03-03', '2025-03-03 10.5 known 2025-03-20 VINTAGE proven 2025-03-20'],
      { '2025-03-03': 10 },
      { '2025-03-03': 10.5 },
    ]);
    expect(ends[1]).toEqual(ends[0]);
  });

  it('about a day to come are refused', async () => {
    expect(await load('RAW', { '2026-11-03': 10 })).toMatchObject({ outcome: 'REFUSED', refusals: [{ reason: `${symbol} on 2026-11-03: the day it is about lies after today, 2026-11-02` }] });
  });
});

describe('the rows that closes point to', () => {
  const POINTED_TO = [['series', 'price_series'], ['document', 'source_document'], ['load', 'load']] as const;

  async function refused(text: string, values: readonly unknown[] = []): Promise<string> {
    try {
      await database().db.query(text, [...values]);
      return 'done';
    } catch (error) {
      const { code, message } = (error as { driverError: { code: string; message: string } }).driverError;
      return `${code} ${message}`;
    }
  }

  it.each(POINTED_TO)('are there: one of no %s is refused with all of its statement', async (name, table) => {
    await load('RAW', { '2025-03-03': 10 });
    const before = await versions();
    const columns = POINTED_TO.map(([one]) => `${one}_id${one === name ? ' * 0 + 2000000000' : ''}`).join(', ');
    const insert = `INSERT INTO close (series_id, document_id, load_id, observed_on, known_on, known_on_basis, proven_on, close)
      SELECT ${columns}, observed_on + day, known_on + day, known_on_basis, proven_on + day, close
      FROM close CROSS JOIN generate_series(1, 3) day WHERE series_id IN (SELECT id FROM price_series WHERE listing = $1)`;
    expect(await refused(insert, [symbol])).toBe(`23503 closes point to what is not there: no ${table} 2000000000`);
    expect(await refused(`UPDATE close SET ${name}_id = 2000000000 WHERE series_id IN (SELECT id FROM price_series WHERE listing = $1)`, [symbol])).toMatch(`no ${table} 2000000000`);
    expect(await versions()).toEqual(before);
  });

  it.each(POINTED_TO)('stay: a %s to which closes point is not deleted', async (name, table) => {
    await load('RAW', { '2025-03-03': 10 });
    const before = await versions();
    const [{ id } = { id: 0 }] = await database().db.query<{ id: number }[]>(`SELECT ${name}_id AS id FROM close WHERE series_id IN (SELECT id FROM price_series WHERE listing = $1)`, [symbol]);
    expect(await refused(`DELETE FROM close_chunk; DELETE FROM ${table} WHERE id = ${id}`)).toBe(`23503 closes point to ${table} ${id}`);
    expect(await versions()).toEqual(before);
  });
});

describe('adjusted closes', () => {
  const may = { '2025-03-03': 9, '2025-05-30': 11 };
  const august = { '2025-03-03': 8.5, '2025-05-30': 10.5, '2025-08-29': 12 };

  it('are assumed to be known on their own day, and proven on that of the load', async () => {
    await load('TOTAL_RETURN', { '2025-03-03': 10 });
    expect(await versions()).toEqual(['2025-03-03 10 known 2025-03-03 LAG_ASSUMED proven 2026-11-02']);
  });

  it.each([[[may, august]], [[august, may]]])('of two files are never joined: the earlier one answers up to its end, whichever is loaded first', async (files) => {
    for (const file of files) expect(await load('TOTAL_RETURN', file)).toMatchObject({ outcome: 'ADDED', rowsUnchanged: 0 });
    expect(await closesAt('2025-06-30', Adjustment.TOTAL_RETURN)).toEqual(may);
    expect(await closesAt('2025-09-30', Adjustment.TOTAL_RETURN)).toEqual(august);
  });

  it('add nothing the second time, in whatever order and form', async () => {
    await load('TOTAL_RETURN', may);
    expect(await load('TOTAL_RETURN', { '2025-05-30': '11.0', '2025-03-03': '9.00' })).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await load('SPLIT_ADJUSTED', may)).toMatchObject({ outcome: 'ADDED' });
  });

  it('of a dated download are known since that day, and prove it', async () => {
    await load('TOTAL_RETURN', may, { knownOn: '2025-06-02' });
    expect(await closesAt('2025-06-01', Adjustment.TOTAL_RETURN)).toEqual({});
    expect(await closesAt('2025-06-02', Adjustment.TOTAL_RETURN, Knowledge.PROVEN)).toEqual(may);
    expect(await load('TOTAL_RETURN', may, { knownOn: '2025-07-01' })).toMatchObject({ outcome: 'UNCHANGED' });
  });
});

describe('a symbol', () => {
  it('that was renamed is one listing before and after, and one that was reused is two', async () => {
    await loadCloses(database().db, 'CEIX', 'RAW', { '2025-01-10': 100 });
    await loadCloses(database().db, 'CNR', 'RAW', { '2025-01-15': 101 });
    await loadCloses(database().db, 'RNA', 'RAW', { '2026-02-20': 72 });
    await loadCloses(database().db, 'RNA', 'RAW', { '2026-03-02': 14 });
    const rows = await database().db.query<{ text: string }[]>(
      `SELECT s.listing || ' ' || c.observed_on AS text FROM close c JOIN price_series s ON s.id = c.series_id WHERE s.listing ~ '^(CEIX|CNR|RNA)' ORDER BY 1`,
    );
    expect(rows.map(({ text }) => text)).toEqual(['CEIX 2025-01-10', 'CEIX 2025-01-15', 'RNA 2026-02-20', 'RNA@2026-02-28 2026-03-02']);
  });
});

describe('a chunk', () => {
  it('holds what the rows of its year say in their newest versions, and so does what is derived anew', async () => {
    await load('RAW', { '2024-12-31': 9, '2025-01-02': 10, '2025-01-03': 11.25 });
    await load('RAW', { '2025-01-02': 10.125 }, { on: '2026-11-05' });
    const chunks = () =>
      database().db.query<unknown[]>(
        `SELECT k.year, k.first_on::text, k.last_on::text, k.known_on::text, k.proven_on::text, k.dates::text, k.closes::text
         FROM close_chunk k JOIN price_series s ON s.id = k.series_id WHERE s.listing = $1 ORDER BY year`,
        [symbol],
      );
    expect(await chunks()).toEqual([
      { year: 2024, first_on: '2024-12-31', last_on: '2024-12-31', known_on: '2024-12-31', proven_on: '2024-12-31', dates: '{2024-12-31}', closes: '{9}' },
      { year: 2025, first_on: '2025-01-02', last_on: '2025-01-03', known_on: '2026-11-05', proven_on: '2026-11-05', dates: '{2025-01-02,2025-01-03}', closes: '{10.125,11.25}' },
    ]);
  });
});

describe('a corporate action', () => {
  it('is known on its own day, and told otherwise later it is a version known since then', async () => {
    const actions = async () =>
      (await database().db.query<{ text: string }[]>(
        `SELECT concat_ws(' ', kind, observed_on, ratio, amount, known_on, known_on_basis, proven_on) AS text FROM corporate_action WHERE listing = $1 ORDER BY known_on, kind`,
        [symbol],
      )).map(({ text }) => text);
    await loadActions(database().db, [`${symbol},SPLIT,2025-03-03,4,,`, `${symbol},DIVIDEND,2025-03-03,,0.25,`]);
    expect(await loadActions(database().db, [`${symbol},SPLIT,2025-03-03,4.0,,`])).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await loadActions(database().db, [`${symbol},SPLIT,2025-03-03,5,,`], { on: '2026-11-05' })).toMatchObject({ outcome: 'ADDED', rowsAdded: 1 });
    expect(await actions()).toEqual([
      'DIVIDEND 2025-03-03 0.25 2025-03-03 MARKET_CLOSE 2025-03-03',
      'SPLIT 2025-03-03 4 2025-03-03 MARKET_CLOSE 2025-03-03',
      'SPLIT 2025-03-03 5 2026-11-05 FIRST_SEEN 2026-11-05',
    ]);
  });
});
