import { AssetClass } from '../../../src/domain/assetClass';
import { isoDate } from '../../../src/domain/isoDate';
import type { HoldingLine } from '../../../src/sources/HoldingsReport';
import { ask } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { aLine, aReport, load } from './invented';

const database = useDatabase();

interface Security {
  readonly key: string;
  readonly symbol: string | null;
  readonly name: string;
  readonly sector: string | null;
}

/** What IWM held on a day, as it was called then. */
async function heldOn(asOf: string): Promise<readonly Security[]> {
  const question = 'query ($asOf: Date) { etf(symbol: "IWM", asOf: $asOf) { holdings(orderBy: LINE) { nodes { security { key symbol name sector } } } } }';
  const { result } = await ask(database().db, question, { asOf });
  const { etf } = result.data as { readonly etf: { readonly holdings: { readonly nodes: readonly { readonly security: Security }[] } } };
  return etf.holdings.nodes.map(({ security }) => security);
}

const holding = (observedOn: string, ...lines: readonly HoldingLine[]) => aReport({ observedOn: isoDate(observedOn), lines });

describe('what a fund holds', () => {
  beforeAll(async () => {
    const { db } = database();
    await load(db, [
      holding(
        '2025-02-03',
        aLine({ ticker: 'HTBI', name: 'MOUNTAIN BANK', sector: 'Financials' }),
        aLine({ ticker: 'XTSLA', name: 'A CASH FUND', assetClass: AssetClass.MONEY_MARKET }),
        aLine({ ticker: 'TSLA', name: 'A CAR MAKER' }),
      ),
    ]);
    await load(db, [
      holding(
        '2025-03-03',
        aLine({ ticker: 'HTB', name: 'MOUNTAIN BANK OF THE SOUTH', sector: 'Banks' }),
        aLine({ ticker: 'ADRO', name: 'NORTHERN BIRD' }),
        aLine({ ticker: 'ADRO', name: 'NORTHERN BIRD CVR' }),
      ),
    ]);
  });

  it('stays one security over a change of ticker, name and sector, each as of the date', async () => {
    const [before] = await heldOn('2025-02-28');
    const [after] = await heldOn('2025-03-31');
    expect(before).toMatchObject({ symbol: 'HTBI', name: 'MOUNTAIN BANK', sector: 'Financials' });
    expect(after).toMatchObject({ symbol: 'HTB', name: 'MOUNTAIN BANK OF THE SOUTH', sector: 'Banks' });
    expect(after?.key).toBe(before?.key);
  });

  it('is found by the ticker of the date, and by no other', async () => {
    const question = `{
      old: security(symbol: "HTBI", asOf: "2025-02-28") { key } older: security(symbol: "HTB", asOf: "2025-02-28") { key }
      new: security(symbol: "HTB", asOf: "2025-03-31") { key } newer: security(symbol: "HTBI", asOf: "2025-03-31") { key }
    }`;
    const { result } = await ask(database().db, question);
    const key = { key: 'EQUITY:HTBI' };
    expect(result.data).toEqual({ old: key, older: null, new: key, newer: null });
  });

  it('tells a money-market fund from the company whose ticker its own resembles', async () => {
    const keys = (await heldOn('2025-02-28')).map(({ key }) => key);
    expect(keys).toEqual(['EQUITY:HTBI', 'MONEY_MARKET:XTSLA', 'EQUITY:TSLA']);
  });

  it('keeps two lines under one ticker apart by their names', async () => {
    const keys = (await heldOn('2025-03-31')).map(({ key }) => key);
    expect(keys).toEqual(['EQUITY:HTBI', 'EQUITY:ADRO:NORTHERN BIRD', 'EQUITY:ADRO:NORTHERN BIRD CVR']);
  });

  it.each([
    ['symbol', { ticker: 'NYCB' }, { ticker: 'FLG' }],
    ['name', { name: 'BEFORE' }, { name: 'AFTER' }],
    ['sector', { sector: 'Industrials' }, { sector: 'Energy' }],
    ['country', { country: null }, { country: 'Canada' }],
    ['exchange', { exchange: 'NYSE' }, { exchange: 'NASDAQ' }],
  ])('shows on each date its %s of then, even where all else stays', async (field, before, after) => {
    const { db } = database();
    const fund = `BY${field.toUpperCase()}`;
    const same = { ticker: `OF${field.toUpperCase()}` };
    await load(db, [{ ...holding('2025-02-03', aLine({ ...same, ...before })), fund }]);
    await load(db, [{ ...holding('2025-06-02', aLine({ ...same, ...after })), fund }]);
    const at = (asOf: string) => `etf(symbol: "${fund}", asOf: "${asOf}") { holdings { nodes { line security { ${field} } } } }`;
    const { result } = await ask(db, `{ before: ${at('2025-03-31')} after: ${at('2025-07-01')} }`);
    const shown = (cells: object) => ({ holdings: { nodes: [{ line: 1, security: { [field]: Object.values(cells)[0] as unknown } }] } });
    expect(result.data).toEqual({ before: shown(before), after: shown(after) });
  });

  it('keeps the sector that was said last, where a newer document says none', async () => {
    const { db } = database();
    const told = { fund: 'SAID' };
    await load(db, [{ ...holding('2025-02-03', aLine({ ticker: 'SAID', sector: 'Energy' })), ...told }]);
    await load(db, [{ ...holding('2025-06-02', aLine({ ticker: 'SAID', sector: null, name: 'NEWER' })), ...told }]);
    const { result } = await ask(db, '{ etf(symbol: "SAID", asOf: "2025-07-01") { holdings { nodes { security { name sector } } } } }');
    expect(result.data).toEqual({ etf: { holdings: { nodes: [{ security: { name: 'NEWER', sector: 'Energy' } }] } } });
  });

  it('keeps each wording of a security once, however many documents use it', async () => {
    const { db } = database();
    const count = async () => (await db.query<unknown[]>('SELECT FROM security_description')).length;
    const before = await count();
    await load(db, [holding('2025-04-01', aLine({ ticker: 'TSLA', name: 'A CAR MAKER' })), { ...holding('2025-04-02', aLine({ ticker: 'TSLA', name: 'A CAR MAKER' })), fund: 'IVV' }]);
    expect(await count()).toBe(before);
  });
});
