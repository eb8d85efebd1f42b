import { KnownOnBasis } from '../../src/domain/knowledge';
import { dataOf } from '../support/ask';
import { useDatabase } from '../support/database';
import { aSnapshot } from '../support/rows';

const database = useDatabase();

const ACME = { security: 'EQUITY OLD', symbol: 'OLD', sector: 'Energy', weight: '0.6' };

/** IWM on two days, the second one corrected later; IVV on the second. What ACME is called changes between the days. */
beforeAll(async () => {
  const { db } = database();
  await aSnapshot(db, { fund: 'IWM', observedOn: '2024-03-28', knownOn: '2024-04-01', lines: [ACME] });
  const renamed = { ...ACME, symbol: 'NEW', sector: 'Utilities' };
  const june = { observedOn: '2024-06-28', knownOn: '2024-07-01', basis: KnownOnBasis.LAG_ASSUMED };
  await aSnapshot(db, { fund: 'IWM', ...june, provenOn: '2024-12-02', lines: [{ ...renamed, weight: '0.7' }] });
  await aSnapshot(db, { fund: 'IWM', observedOn: '2024-06-28', knownOn: '2024-08-15', lines: [{ ...renamed, weight: '0.8' }] });
  await aSnapshot(db, { fund: 'IVV', ...june, knownOn: '2024-07-02', provenOn: '2024-12-02', lines: [{ ...renamed, weight: '0.1' }] });
});

const LEVELS = `
  id symbol
  snapshot {
    id observedOn knownOn
    etf { id snapshot { knownOn } }
    holdings {
      totalWeight
      nodes { id weight snapshot { id } security { id symbol sector heldBy { edges { cursor node { id weight snapshot { knownOn etf { id } } } } } } }
    }
  }
  holdings { edges { cursor node { id weight } } }
  missing { field reason }`;

describe('a fact', () => {
  const knownOn = (asOf: string, knowledge: string) =>
    dataOf(database().db, `{ etf(symbol: "IWM", asOf: "${asOf}", knowledge: ${knowledge}) { snapshot { observedOn knownOn } } }`);

  it.each([
    ['2024-03-31', 'ANY', null],
    ['2024-04-01', 'ANY', '2024-04-01'],
    ['2024-06-30', 'ANY', '2024-04-01'],
    ['2024-07-01', 'ANY', '2024-07-01'],
    ['2024-08-14', 'ANY', '2024-07-01'],
    ['2024-08-15', 'ANY', '2024-08-15'],
    ['2024-12-02', 'ANY', '2024-08-15'],
    ['2024-04-01', 'PROVEN', '2024-04-01'],
    ['2024-08-14', 'PROVEN', '2024-04-01'],
    ['2024-08-15', 'PROVEN', '2024-08-15'],
    ['2024-12-01', 'PROVEN', '2024-08-15'],
    ['2024-12-02', 'PROVEN', '2024-07-01'],
  ])('on %s under %s is the version known on %s', async (asOf, knowledge, version) => {
    const data = await knownOn(asOf, knowledge);
    const observedOn = version === '2024-04-01' ? '2024-03-28' : '2024-06-28';
    expect(data).toEqual({ etf: { snapshot: version === null ? null : { observedOn, knownOn: version } } });
  });

  it('of an earlier day is asked for with `on`, and only that day', async () => {
    const data = await dataOf(
      database().db,
      `{ etf(symbol: "IWM") { march: snapshot(on: "2024-03-28") { knownOn } none: snapshot(on: "2024-03-29") { knownOn } } }`,
    );
    expect(data).toEqual({ etf: { march: { knownOn: '2024-04-01' }, none: null } });
  });
});

describe('the date of a root field', () => {
  const days = ['2024-03-01', '2024-04-01', '2024-07-01', '2024-07-02', '2024-08-15', '2024-12-02'];
  const stands = days.flatMap((asOf) => ['ANY', 'PROVEN'].map((knowledge) => `asOf: "${asOf}", knowledge: ${knowledge}`));

  it('holds on every level below it, whatever other dates the operation asks for', async () => {
    const { db } = database();
    const together = stands.map((stand, i) => `r${i}: etf(symbol: "IWM", ${stand}) { ${LEVELS} }`);
    const data = await dataOf(db, `{ ${together.join(' ')} }`);
    for (const [i, stand] of stands.entries()) {
      expect({ stand, etf: data[`r${i}`] }).toEqual({ stand, ...(await dataOf(db, `{ etf(symbol: "IWM", ${stand}) { ${LEVELS} } }`)) });
    }
  });

  it('stands in every id below it', async () => {
    const data = await dataOf(database().db, `{ etf(symbol: "IWM", asOf: "2024-07-02", knowledge: PROVEN) { ${LEVELS} } }`);
    const ids = [...JSON.stringify(data).matchAll(/"id":"(.*?)"/g)].map(([, id = '']) => Buffer.from(id, 'base64url').toString());
    expect(ids.length).toBeGreaterThan(5);
    expect(ids.filter((id) => !/^\["\w+", "2024-07-02", "PROVEN", /.test(id))).toEqual([]);
  });

  it('decides what a security is called, and who holds it', async () => {
    const ask = (asOf: string) => `security(symbol: "${asOf < '2024-07' ? 'OLD' : 'NEW'}", asOf: "${asOf}") {
      symbol sector heldBy { nodes { weight snapshot { etf { symbol } } } } }`;
    const held = (weight: number, symbol: string) => ({ weight, snapshot: { etf: { symbol } } });
    expect(await dataOf(database().db, `{ a: ${ask('2024-04-01')} b: ${ask('2024-07-01')} c: ${ask('2024-08-15')} }`)).toEqual({
      a: { symbol: 'OLD', sector: 'Energy', heldBy: { nodes: [held(0.6, 'IWM')] } },
      b: { symbol: 'NEW', sector: 'Utilities', heldBy: { nodes: [held(0.7, 'IWM')] } },
      c: { symbol: 'NEW', sector: 'Utilities', heldBy: { nodes: [held(0.8, 'IWM'), held(0.1, 'IVV')] } },
    });
  });

  it('is today where it is left out', async () => {
    const data = await dataOf(database().db, '{ etf(symbol: "IWM") { snapshot { knownOn } } }', {}, { today: '2024-07-01' as never });
    expect(data).toEqual({ etf: { snapshot: { knownOn: '2024-07-01' } } });
  });

  it('narrows a filter by what was known then', async () => {
    const holdings = (asOf: string) => `etf(symbol: "IWM", asOf: "${asOf}") { holdings(filter: { symbols: ["NEW"] }) { totalCount } }`;
    expect(await dataOf(database().db, `{ a: ${holdings('2024-04-01')} b: ${holdings('2024-07-01')} }`)).toEqual({
      a: { holdings: { totalCount: 0 } },
      b: { holdings: { totalCount: 1 } },
    });
  });
});
