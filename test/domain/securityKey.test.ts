import { AssetClass } from '../../src/domain/assetClass';
import { type Identifiers, NO_IDENTIFIERS } from '../../src/domain/identifiers';
import { isoDate } from '../../src/domain/isoDate';
import { type NamedLine, securityKeys } from '../../src/domain/securityKey';
import { type TickerChange, tickerChanges, tickerMoves } from '../../src/domain/tickerChanges';

const on = isoDate;
const source = 'invented';
const aLine = (ticker: string | null, name = 'ANY INC', assetClass = AssetClass.EQUITY): NamedLine => ({
  ...{ ticker, name, assetClass },
  identifiers: NO_IDENTIFIERS,
});
const keyOn = (day: string, ticker: string, changes?: readonly TickerChange[]) => securityKeys(on(day), [aLine(ticker)], changes)[0];

describe('the key of a security', () => {
  it('is its asset class and ticker', () => {
    const lines = [aLine('CASH'), aLine('USD', 'USD CASH', AssetClass.CASH), aLine('USD', 'PROSHARES'), aLine('BRK.B'), aLine('RTYZ4.X', 'A FUTURE', AssetClass.FUTURE)];
    expect(securityKeys(on('2025-01-02'), lines)).toEqual(['EQUITY:CASH', 'CASH:USD', 'EQUITY:USD', 'EQUITY:BRKB', 'FUTURE:RTYZ4.X']);
  });

  it('sets no classes apart by how their ticker is punctuated', () => {
    expect(['MOG-A', 'MOG.A', 'MOG/A', 'MOGA'].map((ticker) => keyOn('2025-01-02', ticker))).toEqual(Array(4).fill('EQUITY:MOGA'));
  });

  it('of a preferred share, a warrant or a unit is not that of the share whose ticker has the same letters', () => {
    const tickers = ['BCPC', 'BC-PC', 'NEWT', 'NE-WT', 'TPC', 'T-PC', 'KCAC-UN'];
    expect(tickers.map((ticker) => keyOn('2025-01-02', ticker))).toEqual(tickers.map((ticker) => `EQUITY:${ticker}`));
  });

  it('is the CUSIP where there is no ticker, else the ISIN', () => {
    const aBond = (identifiers: Partial<Identifiers>): NamedLine => ({ ...aLine(null, 'A BOND'), identifiers: { ...NO_IDENTIFIERS, ...identifiers } });
    const lines = [aBond({ cusip: '037833100', isin: 'US0378331005' }), aBond({ isin: 'GB0002634946' }), aBond({ lei: 'HWUPKR0MPOU8FGXBT394' })];
    expect(securityKeys(on('2025-01-02'), lines)).toEqual(['EQUITY:CUSIP:037833100', 'EQUITY:ISIN:GB0002634946', 'EQUITY:-:A BOND']);
  });

  it('has the name too where the ticker is lacking or doubled', () => {
    const lines = [aLine(null, 'A WARRANTS'), aLine('ADRO', 'BIRD INC'), aLine('ADRO', 'BIRD INC CVR'), aLine(null, 'A WARRANTS'), aLine(null, 'A NOTE', AssetClass.OTHER)];
    expect(securityKeys(on('2025-01-02'), lines)).toEqual([
      'EQUITY:-:A WARRANTS',
      'EQUITY:ADRO:BIRD INC',
      'EQUITY:ADRO:BIRD INC CVR',
      'EQUITY:-:A WARRANTS',
      'OTHER:-:A NOTE',
    ]);
  });

  it('is the same wherever its line stands', () => {
    const lines = [aLine('ADRO', 'X'), aLine('KAR'), aLine('ADRO', 'Y'), aLine(null, 'Z')];
    expect(securityKeys(on('2025-01-02'), [...lines].reverse())).toEqual(securityKeys(on('2025-01-02'), lines).reverse());
  });
});

describe('a renamed ticker', () => {
  const changes: TickerChange[] = [
    { kind: 'RENAMED', from: 'B', to: 'C', on: on('2025-06-01'), source },
    { kind: 'RENAMED', from: 'A', to: 'B', on: on('2025-03-01'), source },
  ];

  it('keeps the key of its first ticker, over a chain of renames', () => {
    expect(['2025-02-28', '2025-03-01', '2025-06-01'].map((day, i) => keyOn(day, 'ABC'.charAt(i), changes))).toEqual(Array(3).fill('EQUITY:A'));
  });

  it('means another security before the day of the rename', () => {
    expect(keyOn('2025-02-28', 'B', changes)).toBe('EQUITY:B');
    expect(keyOn('2025-05-31', 'C', changes)).toBe('EQUITY:C');
  });

  it('still leads to its security where an issuer is late with the new one', () => {
    expect([keyOn('2025-12-31', 'A', changes), keyOn('2025-12-31', 'B', changes)]).toEqual(['EQUITY:A', 'EQUITY:A']);
  });

  it('may go back', () => {
    const back: TickerChange[] = [...changes, { kind: 'RENAMED', from: 'C', to: 'A', on: on('2025-09-01'), source }];
    expect(['A', 'B', 'C'].map((ticker) => keyOn('2025-10-01', ticker, back))).toEqual(Array(3).fill('EQUITY:A'));
  });

  it('carries over shares alone', () => {
    expect(securityKeys(on('2026-01-01'), [aLine('C', 'C CASH', AssetClass.CASH)], changes)).toEqual(['CASH:C']);
  });

  it('has its name in the key where the old and the new ticker stand in one report', () => {
    expect(securityKeys(on('2026-01-01'), [aLine('A', 'OLD'), aLine('C', 'NEW')], changes)).toEqual(['EQUITY:A:OLD', 'EQUITY:A:NEW']);
  });
});

describe('a ticker that passed to another security', () => {
  const changes: TickerChange[] = [
    { kind: 'REUSED', ticker: 'A', on: on('2025-03-01'), source },
    { kind: 'RENAMED', from: 'A', to: 'Z', on: on('2025-06-01'), source },
    { kind: 'REUSED', ticker: 'A', on: on('2025-09-01'), source },
  ];

  it('has a key of its own from each of those days', () => {
    expect(['2025-02-28', '2025-03-01', '2025-09-01'].map((day) => keyOn(day, 'A', changes))).toEqual([
      'EQUITY:A',
      'EQUITY:A@2025-03-01',
      'EQUITY:A@2025-09-01',
    ]);
  });

  it('keeps that key when the second security is renamed', () => {
    expect(keyOn('2025-12-01', 'Z', changes)).toBe('EQUITY:A@2025-03-01');
  });
});

describe('the shipped table of ticker changes', () => {
  it('knows OPENLANE under both its tickers, and Avidity from Atrium', () => {
    expect([keyOn('2025-11-05', 'KAR'), keyOn('2026-01-21', 'OPLN')]).toEqual(['EQUITY:KAR', 'EQUITY:KAR']);
    expect([keyOn('2026-02-27', 'RNA'), keyOn('2026-02-28', 'RNA')]).toEqual(['EQUITY:RNA', 'EQUITY:RNA@2026-02-28']);
    expect([keyOn('2025-09-01', 'MCHB'), keyOn('2025-09-02', 'MCHB')]).toEqual(['EQUITY:MCHB', 'EQUITY:HMST']);
  });

  it('takes a rename without a known day for one security in every file between the two that show it', () => {
    expect(['2024-09-28', '2025-01-15', '2025-05-13'].map((day) => keyOn(day, 'TBCH'))).toEqual(Array(3).fill('EQUITY:HEAR'));
    expect(keyOn('2024-09-27', 'TBCH')).toBe('EQUITY:TBCH');
  });

  it.each(['2020-01-02', '2025-05-13', '2026-04-10'])('reads CLSKW as CLSK on %s, as on any day', (day) => {
    expect([keyOn(day, 'CLSKW'), keyOn(day, 'CLSK')]).toEqual(['EQUITY:CLSK', 'EQUITY:CLSK']);
  });

  it('reads CLSKW as itself where tickers are listed, for there it is the warrant', () => {
    expect(keyOn('2026-07-15', 'CLSKW', tickerMoves)).toBe('EQUITY:CLSKW');
    expect(keyOn('2026-07-15', 'OPLN', tickerMoves)).toBe('EQUITY:KAR');
  });

  it('knows Barnes from Barrick under B, and Barrick under GOLD before it', () => {
    expect([keyOn('2024-09-27', 'B'), keyOn('2025-05-08', 'GOLD'), keyOn('2025-05-09', 'B')]).toEqual(['EQUITY:B', 'EQUITY:GOLD', 'EQUITY:GOLD']);
    expect(keyOn('2026-07-15', 'GOLD')).toBe('EQUITY:AMRK');
  });

  it('says where each change is from, and gives each ticker one change a day', () => {
    expect(tickerChanges.filter((change) => change.source.length < 10)).toEqual([]);
    const arrivals = tickerChanges.flatMap((change) => (change.kind === 'MISWRITTEN' ? [] : `${change.kind === 'RENAMED' ? change.to : change.ticker} ${change.on}`));
    expect(arrivals).toEqual([...new Set(arrivals)]);
  });
});
