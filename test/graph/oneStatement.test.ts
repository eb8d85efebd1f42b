import { ask } from '../support/ask';
import { useDatabase } from '../support/database';
import { CIKS, fillEarnings } from '../support/marketCompanies';
import { aFund, aSnapshot } from '../support/rows';

const database = useDatabase();

const FUNDS = 100;

const QUERY = `{
  etfs(first: ${FUNDS}, filter: { issuers: ["Many"] }) {
    totalCount
    nodes { id symbol holdings(first: 10) { nodes { id weight security { id company { id cik earnings(first: 4) { nodes { id periodEnd epsDiluted revenue } } } } } } }
  }
}`;

interface Answer {
  readonly etfs: { readonly totalCount: number; readonly nodes: readonly { readonly holdings: { readonly nodes: readonly { readonly security: { readonly company: { readonly earnings: { readonly nodes: readonly object[] } } | null } }[] } }[] };
}

describe('a question about a hundred funds and what the companies earn that they hold', () => {
  beforeAll(async () => {
    const { db } = database();
    await fillEarnings(db);
    for (let n = 0; n < FUNDS; n += 1) {
      await aFund(db, { symbol: `MANY${n}`, issuer: 'Many' });
      await aSnapshot(db, { fund: `MANY${n}`, observedOn: '2024-12-31', lines: ['EQUITY FB', 'EQUITY B'].map((security) => ({ security, symbol: security.slice(7), name: security, weight: '0.5' })) });
    }
    await db.query(`INSERT INTO company_match (description_id, observed_from, cik, matched_by) SELECT id, '-infinity'::date, $1, 'NAME' FROM security_description`, [CIKS[0]]);
  });

  it('is one statement', async () => {
    const { result, statements } = await ask(database().db, QUERY);
    expect(result.errors).toBeUndefined();
    const { etfs } = result.data as unknown as Answer;
    expect([etfs.totalCount, etfs.nodes.length, statements.length]).toEqual([FUNDS, FUNDS, 1]);
    const earned = etfs.nodes.map(({ holdings }) => holdings.nodes.flatMap(({ security }) => security.company?.earnings.nodes ?? []).length);
    expect(new Set(earned)).toEqual(new Set([8]));
  });
});
