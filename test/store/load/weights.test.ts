import { AssetClass } from '../../../src/domain/assetClass';
import type { HoldingLine } from '../../../src/sources/HoldingsReport';
import { useDatabase } from '../../support/database';
import { physicalRows } from './tables';
import { aLine, aReport, decimal, load } from './invented';

const database = useDatabase();

let made = 0;

/** The exact weights and published weights of these lines, loaded as a fund of their own. */
async function weightsOf(...lines: readonly HoldingLine[]): Promise<readonly (readonly [string, string | null])[]> {
  const { db } = database();
  made += 1;
  const fund = `FUND${made}`;
  expect((await load(db, [aReport({ fund, lines })])).refusals).toEqual([]);
  const rows = await db.query<{ weight: string; published: string | null }[]>(
    `SELECT trim_scale(weight)::text AS weight, published_weight::text AS published
     FROM holding h JOIN snapshot s ON s.id = h.snapshot_id WHERE s.fund_symbol = $1 ORDER BY line`,
    [fund],
  );
  return rows.map(({ weight, published }) => [weight, published]);
}

const valued = (marketValue: string | null, publishedWeight: string | null, cells: Partial<HoldingLine> = {}): HoldingLine =>
  aLine({
    marketValue: marketValue === null ? null : decimal(marketValue),
    publishedWeight: publishedWeight === null ? null : decimal(publishedWeight),
    ...cells,
  });

describe('the weight of a line', () => {
  it('is its market value over the sum of all, whatever the file publishes, which stands beside it', async () => {
    expect(await weightsOf(valued('62.50', '0.6200'), valued('37.50', '0.3800', { ticker: 'B' }))).toEqual([
      ['0.625', '0.6200'],
      ['0.375', '0.3800'],
    ]);
  });

  it('counts a money-market fund, a future worth nothing and cash that is owed', async () => {
    const lines = [
      valued('900.00', null),
      valued('200.00', null, { ticker: 'XTSLA', name: 'A CASH FUND', assetClass: AssetClass.MONEY_MARKET }),
      valued('0.00', null, { ticker: 'RTYH5', name: 'AN INDEX FUTURE', assetClass: AssetClass.FUTURE, notionalValue: decimal('500') }),
      valued('-100.00', null, { ticker: 'USD', name: 'USD CASH', assetClass: AssetClass.CASH }),
    ];
    expect(await weightsOf(...lines)).toEqual([['0.9', null], ['0.2', null], ['0', null], ['-0.1', null]]);
  });

  it('is the published one over their sum where the file gives no market values', async () => {
    expect(await weightsOf(valued(null, '0.4975'), valued(null, '0.4975', { ticker: 'B' }))).toEqual([
      ['0.5', '0.4975'],
      ['0.5', '0.4975'],
    ]);
  });

  it('is the published one over their sum where one line lacks its market value', async () => {
    expect(await weightsOf(valued('10.00', '0.2500'), valued(null, '0.7500', { ticker: 'B' }))).toEqual([
      ['0.25', '0.2500'],
      ['0.75', '0.7500'],
    ]);
  });

  it('stands once for each of two equal lines', async () => {
    const twin = valued('25.00', null, { ticker: null, name: 'A WARRANT' });
    expect(await weightsOf(valued('50.00', null), twin, twin)).toEqual([['0.5', null], ['0.25', null], ['0.25', null]]);
  });

  it('sums to 1 over a thousand lines that do not divide evenly', async () => {
    const weights = await weightsOf(...Array.from({ length: 997 }, (_, i) => valued(`${i + 1}.37`, null, { ticker: `T${i}` })));
    expect(weights.reduce((sum, [weight]) => sum + Number(weight), 0)).toBeCloseTo(1, 12);
  });
});

describe('a report whose lines have no weights', () => {
  it.each([
    ['market values', [valued('5.00', '0.5'), valued('-5.00', '0.5', { ticker: 'B' })]],
    ['published weights', [valued(null, '0.5'), valued(null, '-0.5', { ticker: 'B' })]],
  ])('since its %s sum to 0 is refused', async (_, lines) => {
    const { db } = database();
    const rows = await physicalRows(db);
    expect(await load(db, [aReport({ fund: 'ZERO' }), aReport({ fund: 'NIL', lines })])).toMatchObject({
      outcome: 'REFUSED',
      refusals: [{ reason: 'NIL on 2025-03-03: the values of its lines sum to 0, so that none has a weight' }],
    });
    expect(await physicalRows(db)).toEqual(rows);
  });
});
