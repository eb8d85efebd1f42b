import { Client } from 'pg';
import { createDataSource } from '../../src/store/dataSource';
import { migrate } from '../../src/store/migrate';
import { withDatabaseName } from '../support/serverOfTests';
import { dataOf } from '../support/ask';
import { useDatabase } from '../support/database';
import { aFund, aSnapshot } from '../support/rows';

const database = useDatabase();

describe('a published number', () => {
  const NUMBERS = [
    ['0.1234567890123456789012345', 0.12345678901234568],
    ['9007199254740993', 9007199254740992],
    ['98765432109876543210.5', 98765432109876540000],
    ['0.10', 0.1],
    ['1e-20', 1e-20],
    ['-0.00', 0],
    ['2.2250738585072011e-308', 2.2250738585072011e-308],
  ] as const;

  it('comes as the double that is nearest to it', async () => {
    const { db } = database();
    const lines = NUMBERS.map(([shares], i) => ({ security: `EQUITY ${i}`, weight: '0', shares, price: shares }));
    await aSnapshot(db, { fund: 'IWM', observedOn: '2024-06-28', sharesOutstanding: '123456789.123456789123', lines });
    const data = await dataOf(db, '{ etf(symbol: "IWM") { snapshot { sharesOutstanding } holdings(orderBy: LINE) { nodes { shares price } } } }');
    const nodes = NUMBERS.map(([, value]) => ({ shares: value, price: value }));
    expect(data).toEqual({ etf: { snapshot: { sharesOutstanding: 123456789.12345679 }, holdings: { nodes } } });
  });

  it('adds up to the same in whatever order the rows stand', async () => {
    const { db } = database();
    const weights = ['1e17', '0.1', '0.2', '-1e17', '0.3'];
    const totals: unknown[] = [];
    for (const [symbol, ordered] of Object.entries({ UP: weights, DOWN: [...weights].reverse() })) {
      await aFund(db, { symbol });
      const lines = ordered.map((weight, i) => ({ security: `EQUITY ${i}`, weight, marketValue: weight }));
      await aSnapshot(db, { fund: symbol, observedOn: '2024-06-28', lines });
      totals.push(await dataOf(db, `{ etf(symbol: "${symbol}") { holdings(first: 0) { totalWeight totalMarketValue } } }`));
    }
    const exact = { etf: { holdings: { totalWeight: 0.6, totalMarketValue: 0.6 } } };
    expect(totals).toEqual([exact, exact]);
  });
});

describe('on a server that sorts text by language', () => {
  it('all order is still by bytes, and cursors go on where they stood', async () => {
    const name = `${process.env.TEST_RUN ?? ''}_icu_${process.pid}`;
    const admin = new Client({ connectionString: database().url });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'`);
    const db = await createDataSource(withDatabaseName(database().url, name), { poolSize: 2, statementTimeoutMs: 0 }).initialize();
    try {
      await migrate(db);
      const symbols = ['Z', '_', 'a', 'b-1', 'b1', 'é'];
      for (const symbol of [...symbols].reverse()) {
        await aFund(db, { symbol, issuer: 'Bytes' });
        await aSnapshot(db, { fund: symbol, observedOn: '2024-06-28', source: symbol, lines: [{ security: 'EQUITY X', symbol: 'X', weight: '1' }] });
      }
      expect(await db.query(`SELECT 'a' < 'Z' AS "isByLanguage"`)).toEqual([{ isByLanguage: true }]);

      interface Funds {
        readonly etfs: { readonly nodes: readonly { readonly symbol: string }[]; readonly pageInfo: { readonly endCursor: string | null } };
      }
      const found: string[] = [];
      for (let after: string | null = null, i = 0; i < symbols.length; i += 1) {
        const query = 'query ($after: String) { etfs(filter: { issuers: ["Bytes"] }, first: 1, after: $after) { nodes { symbol } pageInfo { endCursor } } }';
        const { etfs }: Funds = await dataOf<Funds>(db, query, { after });
        found.push(...etfs.nodes.map(({ symbol }) => symbol));
        after = etfs.pageInfo.endCursor;
      }
      expect(found).toEqual(symbols);
      const data = await dataOf(db, '{ security(symbol: "X") { heldBy { nodes { snapshot { etf { symbol } } } } } dataStatus { source } }');
      expect(data).toEqual({
        security: { heldBy: { nodes: symbols.map((symbol) => ({ snapshot: { etf: { symbol } } })) } },
        dataStatus: symbols.map((source) => ({ source })),
      });
    } finally {
      await db.destroy();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    }
  });
});
