import { SourceFormat } from '../../../src/domain/errors';
import type { Source } from '../../../src/sources/defineSource';
import csvHoldings from '../../../src/sources/definitions/csv-holdings';
import type { HoldingsReport } from '../../../src/sources/HoldingsReport';
import { loadFile } from '../../../src/store/load/loadFile';
import { useDatabase } from '../../support/database';
import { dataVersion } from './answers';
import { aLine, aReport, decimal, issuer, load, noonOf, worth } from './invented';
import { physicalRows, runs } from './tables';

const database = useDatabase();

/** What the second report of a file may hold that only the database finds out. */
const unacceptable: readonly (readonly [string, Partial<HoldingsReport>, string])[] = [
  ['a number without end', { lines: [aLine({ price: decimal('Infinity') })] }, 'violates check constraint "holding_finite"'],
  ['no number', { sharesOutstanding: decimal('1.2.3') }, 'invalid input syntax for type numeric'],
  ['a number too long', { lines: [aLine({ shares: decimal('9'.repeat(140_000)) })] }, 'overflows numeric format'],
  ['a character that is none', { lines: [aLine({ name: 'NUL\0' })] }, 'invalid byte sequence for encoding "UTF8": 0x00'],
  ['a name too long to be indexed', { lines: [aLine({ name: noise(20_000) })] }, 'index row requires'],
  ['the same fund and day again', { fund: 'IWM' }, 'duplicate key value violates unique constraint "snapshot_key"'],
];

describe('a file whose second report the database refuses', () => {
  it.each(unacceptable)('leaves nothing of the first: %s', async (_, cells, reason) => {
    const { db } = database();
    await load(db, [worth('1.00', { fund: 'IVV' })], { knownOn: '2025-03-04' });
    const [rows, version, before] = [await physicalRows(db), await dataVersion(db), await runs(db)];

    const report = await load(db, [aReport(), aReport({ fund: 'IWB', ...cells })]);

    expect(report).toMatchObject({ outcome: 'REFUSED', rowsAdded: 0, facts: [], refusals: [{ line: null, column: null }] });
    expect(report.refusals[0]?.reason).toContain(`the database cannot hold what it says: `);
    expect(report.refusals[0]?.reason).toContain(reason);
    expect(await physicalRows(db)).toEqual(rows);
    expect(await dataVersion(db)).toBe(version);
    expect((await runs(db)).slice(before.length)).toMatchObject([{ outcome: 'REFUSED', added: 0, reason: report.refusals[0]?.reason }]);
  });
});

describe('a file that cannot be read', () => {
  const strange: Source = {
    ...issuer,
    read: () => {
      throw new SourceFormat('invented-issuer', [
        { line: 12, column: 'Price', reason: 'expected a number, found "1.2.3"' },
        { line: 13, column: null, reason: 'expected 15 columns, found 3' },
      ]);
    },
  };

  it('is refused with every place, its run says the first, and all else stays as it was', async () => {
    const { db } = database();
    const [rows, version, before] = [await physicalRows(db), await dataVersion(db), await runs(db)];
    const { outcome, refusals } = await load(db, [aReport()], { source: strange, fileName: 'cut.csv' });
    expect({ outcome, refusals: refusals.length }).toEqual({ outcome: 'REFUSED', refusals: 2 });
    expect(await physicalRows(db)).toEqual(rows);
    expect(await dataVersion(db)).toBe(version);
    expect((await runs(db)).slice(before.length)).toEqual([
      {
        ...{ source: 'invented-issuer', fileName: 'cut.csv', outcome: 'REFUSED', read: 0, added: 0, unchanged: 0, refused: 2 },
        reason: 'line 12, column Price: expected a number, found "1.2.3"',
      },
    ]);
  });

  it('may be loaded once it is mended', async () => {
    const { db } = database();
    const cut = Buffer.from('fund,observed_on,name,weight\nIWN,2025-03-03,ALL OF IT,0.5\n');
    const request = { source: csvHoldings, fileName: 'own.csv', told: {}, now: noonOf('2025-03-05') };
    expect(await loadFile(db, { ...request, bytes: cut })).toMatchObject({ outcome: 'REFUSED' });
    const whole = Buffer.from(cut.toString().replace('0.5', '1'));
    expect(await loadFile(db, { ...request, bytes: whole })).toMatchObject({ outcome: 'ADDED', rowsAdded: 1 });
  });
});

describe('a fault of the program', () => {
  it('is thrown on, and nothing is recorded as if the file were at fault', async () => {
    const { db } = database();
    const before = await runs(db);
    const faulty: Source = {
      ...issuer,
      read: () => {
        throw new RangeError('a fault');
      },
    };
    await expect(load(db, [aReport()], { source: faulty })).rejects.toThrow(RangeError);
    expect(await runs(db)).toEqual(before);
  });
});

/** Text that does not compress: an index holds some 2,700 bytes of it. */
function noise(length: number): string {
  let seed = 1;
  const letter = (): string => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (seed % 90));
  };
  return Array.from({ length }, letter).join('');
}
