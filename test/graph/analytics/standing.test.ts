import { ask } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { aConstituentList, aValuation, anExpenseRatio } from '../../support/rows';
import { answerOf } from './asking';
import { hold, told } from './invented';

const database = useDatabase();

const FIELDS = [
  'flows(from: "2025-03-03") { from to baseOn count total coverage days { dates values } missing { field } }',
  'relativeTo(other: "IVV", from: "2025-03-03") { firstOn lastOn relativeReturn coverage ratio { dates values } other { id } }',
  'valuations { totalCount edges { cursor node { id nav } } }',
  'netAssets',
  'expenseRatio { ratio }',
  `holdingChanges(from: "2025-03-03") { from { id } to { id } turnover coverage summary { kind drift }
    changes { edges { cursor node { id drift security { id symbol } } } } }`,
  'overlap(with: "IVV") { other { id } weight coverage shared { edges { cursor node { id commonWeight security { id } } } } }',
  'exposure(by: SECTOR) { coverage groups { key weight } snapshot { id } }',
  'concentration { topWeight effectiveNumber coverage snapshot { id } }',
  `index { id membership { basis count members { edges { cursor node { id } } } }
    membershipChanges(from: "2025-03-03", to: "2025-03-05") { additions { nodes { id } } } }`,
];

const STANDS = ['2025-03-04', '2025-03-05', '2025-03-10', '2025-03-20'].flatMap((asOf) =>
  ['ANY', 'PROVEN'].map((knowledge) => `asOf: "${asOf}", knowledge: ${knowledge}`));

/** Two days of two funds, the later one corrected twice; of the index, its list of the earlier day. */
beforeAll(async () => {
  const { db } = database();
  const late = { knownOn: '2025-03-10', provenOn: '2025-03-20' };
  for (const [i, fund] of ['IWM', 'IVV'].entries()) {
    const lines = (units: number) => [told('EQUITY:AAA', 0.5, 100, 10 + i), told('EQUITY:BBB', 0.3, units, 5), told('CASH:USD', 0.2, units, 1)];
    await hold(db, fund, '2025-03-03', lines(100));
    await hold(db, fund, '2025-03-05', lines(200));
    await hold(db, fund, '2025-03-05', [...lines(300), told('EQUITY:CCC', 0.1, 7, 1)], late);
    await aValuation(db, { fund, observedOn: '2025-03-03', nav: '10', sharesOutstanding: '100' });
    await aValuation(db, { fund, observedOn: '2025-03-05', nav: `${11 + i}`, sharesOutstanding: '120' });
    await aValuation(db, { fund, observedOn: '2025-03-05', nav: `${13 + i}`, sharesOutstanding: '130', ...late });
    await anExpenseRatio(db, { fund, observedOn: '2025-03-05', ratio: '0.0001', ...late });
  }
  await aConstituentList(db, { index: 'RUT', observedOn: '2025-03-03', members: [{ security: 'EQUITY:AAA', symbol: 'AAA' }], ...late });
});

describe('where the reader stands', () => {
  it.each(FIELDS)('holds for a fund by its id as for a fund by its ticker: %s', async (field) => {
    const { db } = database();
    const answers: unknown[] = [];
    const ids: string[] = [];
    for (const stand of STANDS) {
      const { result } = await ask(db, `{ etf(symbol: "IWM", ${stand}) { id } }`);
      ids.push((result.data as { etf: { id: string } }).etf.id);
      answers.push(await answerOf(db, 'IWM', field, stand));
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(1);
    const { result, statements } = await ask(db, `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Etf { answer: ${field} } } }`, { ids });
    expect(statements).toHaveLength(1);
    expect(result).toMatchObject({ data: { nodes: answers.map((answer) => ({ answer })) } });
    expect(result.errors).toBeUndefined();
  });

  it.each([
    ['HoldingChange', 'holdingChanges(from: "2025-03-03") { page: changes { nodes { id } } }'],
    ['SharedHolding', 'overlap(with: "IVV") { page: shared { nodes { id } } }'],
  ])('is in the id of a %s, which gives nothing on a day before its facts were known', async (_, field) => {
    const { db } = database();
    const { page } = await answerOf<{ page: { nodes: readonly { id: string }[] } }>(db, 'IWM', field, 'asOf: "2025-03-10"');
    const parts = JSON.parse(Buffer.from(page.nodes[0]?.id ?? '', 'base64url').toString()) as string[];
    const at = (asOf: string, knowledge: string) => Buffer.from(JSON.stringify([parts[0], asOf, knowledge, ...parts.slice(3)])).toString('base64url');
    const ids = [at('2025-03-10', 'ANY'), at('2025-03-09', 'ANY'), at('2025-03-19', 'PROVEN'), at('2025-03-20', 'PROVEN')];
    const { result } = await ask(db, 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }', { ids });
    expect(result.errors).toBeUndefined();
    expect((result.data as { nodes: readonly unknown[] }).nodes.map((node) => node !== null)).toEqual([true, false, false, true]);
  });
});
