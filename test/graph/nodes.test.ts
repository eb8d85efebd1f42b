import { TODAY, ask, dataOf } from '../support/ask';
import { useDatabase } from '../support/database';
import { aSnapshot } from '../support/rows';

const database = useDatabase();
let snapshot: string;

beforeAll(async () => {
  const { db } = database();
  const line = { security: 'EQUITY X', weight: '1' };
  await aSnapshot(db, { fund: 'IWM', observedOn: '2024-03-28', knownOn: '2024-04-01', lines: [{ ...line, symbol: 'OLD' }] });
  snapshot = await aSnapshot(db, { fund: 'IWM', observedOn: '2024-06-28', knownOn: '2024-07-01', provenOn: '2024-12-02', lines: [{ ...line, symbol: 'NEW' }] });
});

const id = (type: string, asOf: string, knowledge: string, ...key: readonly string[]): string =>
  Buffer.from(JSON.stringify([type, asOf, knowledge, ...key])).toString('base64url');

const NODES = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id
  ... on Etf { symbol snapshot { id } }
  ... on Index { code }
  ... on Security { ticker: symbol heldBy { nodes { id } } }
  ... on Snapshot { knownOn holdings { nodes { id security { symbol } } } }
  ... on Holding { line weight security { symbol } } } }`;

interface Found {
  readonly nodes: readonly ({ readonly id: string; readonly symbol?: string; readonly ticker?: string } | null)[];
}

const found = async (...ids: readonly string[]): Promise<Found['nodes']> => (await dataOf<Found>(database().db, NODES, { ids })).nodes;

describe('a node asked for by its id', () => {
  it('is the same object with the same id, of whatever type', async () => {
    const { db } = database();
    const fields = {
      Etf: 'id symbol issuer',
      Index: 'id code name',
      Snapshot: 'id knownOn positions age',
      Holding: 'id line weight security { id }',
      Security: 'id key symbol heldBy { totalCount }',
    };
    type Told = Readonly<Record<string, unknown>> & { readonly id: string };
    const { etf, ...below } = await dataOf<{ etf: Told & { index: Told; snapshot: Told & { all: { nodes: readonly (Told & { security: Told })[] } } } }>(
      db,
      `{ etf(symbol: "IWM", asOf: "2024-07-15") { ${fields.Etf} index { ${fields.Index} }
        snapshot { ${fields.Snapshot} all: holdings { nodes { ${fields.Holding} security { ${fields.Security} } } } } } }`,
    );
    expect(below).toEqual({});
    const holding = etf.snapshot.all.nodes[0] as Told & { security: Told };
    const whole = { Etf: etf, Index: etf.index, Snapshot: etf.snapshot, Holding: holding, Security: holding.security };
    for (const [type, fragment] of Object.entries(fields)) {
      const told = whole[type as keyof typeof whole];
      const { node } = await dataOf<{ node: Told }>(db, `query ($id: ID!) { node(id: $id) { __typename ... on ${type} { ${fragment} } } }`, { id: told.id });
      expect(told).toMatchObject({ id: node.id });
      expect({ __typename: type, ...told }).toMatchObject(node);
    }
  });

  it('stands where its id says, beside nodes of other dates and types', async () => {
    const nodes = await found(
      id('Security', '2024-07-01', 'ANY', 'EQUITY X'),
      id('Etf', '2024-05-01', 'ANY', 'IWM'),
      id('Security', '2024-05-01', 'ANY', 'EQUITY X'),
      id('Security', '2024-07-01', 'PROVEN', 'EQUITY X'),
      id('Security', '2024-12-02', 'PROVEN', 'EQUITY X'),
    );
    expect(nodes.map((node) => node?.ticker ?? node?.symbol)).toEqual(['NEW', 'IWM', 'OLD', 'OLD', 'NEW']);
    const dates = nodes.map((node) => [...JSON.stringify(node).matchAll(/"id":"(.*?)"/g)].map(([, text = '']) => Buffer.from(text, 'base64url').toString()));
    const stands = dates.map((ids) => [...new Set(ids.map((text) => /\d{4}-\d\d-\d\d", "\w+/.exec(text)?.[0]))]);
    expect(stands).toEqual([['2024-07-01", "ANY'], ['2024-05-01", "ANY'], ['2024-05-01", "ANY'], ['2024-07-01", "PROVEN'], ['2024-12-02", "PROVEN']]);
  });

  it('comes as often as it is asked for, in the order asked', async () => {
    const [iwm, rut] = [id('Etf', '2024-05-01', 'ANY', 'IWM'), id('Index', '2024-05-01', 'ANY', 'RUT')];
    expect((await found(iwm, rut, iwm)).map((node) => node && ('symbol' in node ? 'fund' : 'index'))).toEqual(['fund', 'index', 'fund']);
    expect(await found()).toEqual([]);
  });

  it('shows nothing that was not known on the date of its id, even a forged one', async () => {
    const forged = [
      id('Snapshot', '2024-06-30', 'ANY', snapshot),
      id('Snapshot', '2024-12-01', 'PROVEN', snapshot),
      id('Holding', '2024-06-30', 'ANY', snapshot, '1'),
      id('Holding', '2024-12-01', 'PROVEN', snapshot, '1'),
      id('Security', '2024-03-31', 'ANY', 'EQUITY X'),
    ];
    expect(await found(...forged)).toEqual(forged.map(() => null));
    expect(await found(id('Snapshot', '2024-07-01', 'ANY', snapshot))).toMatchObject([{ knownOn: '2024-07-01' }]);
  });

  it('is null for a day to come, which no id of ours is of', async () => {
    expect(await found(id('Etf', '2026-11-21', 'ANY', 'IWM'), id('Etf', TODAY, 'ANY', 'IWM'))).toMatchObject([null, { symbol: 'IWM' }]);
  });

  it.each([
    ['nothing', ''],
    ['garbage', '!"§$%&/()='],
    ['JSON of something else', Buffer.from('{"type":"Etf"}').toString('base64url')],
    ['no key', id('Etf', '2024-05-01', 'ANY')],
    ['no day', id('Etf', '2024-02-30', 'ANY', 'IWM')],
    ['no kind of knowledge', id('Etf', '2024-05-01', 'ALL', 'IWM')],
    ['no type', id('Nothing', '2024-05-01', 'ANY', 'IWM')],
    ['a type without ids', id('Missing', '2024-05-01', 'ANY', 'IWM')],
    ['half a key', id('Holding', '2024-05-01', 'ANY', 'x')],
    ['a line that is no number', id('Holding', '2024-05-01', 'ANY', 'x', "1' OR TRUE --")],
    ['U+0000', id('Etf', '2024-05-01', 'ANY', 'I\0WM')],
    ['half a surrogate pair', id('Etf', '2024-05-01', 'ANY', '\ud83d')],
    ['a quotation mark', id('Etf', '2024-05-01', 'ANY', `"\\'{}`)],
  ])('is null where the id holds %s, and the others come', async (_, unknown) => {
    expect(await found(unknown, id('Index', '2024-05-01', 'ANY', 'RUT'))).toMatchObject([null, { code: 'RUT' }]);
    expect(await dataOf(database().db, 'query ($id: ID!) { node(id: $id) { id } }', { id: unknown })).toEqual({ node: null });
  });

  it('is one of at most 100', async () => {
    const { result, statements } = await ask(database().db, NODES, { ids: Array.from({ length: 101 }, () => 'x') });
    expect(result.errors).toMatchObject([{ message: "'ids' holds 101 ids: expected at most 100.", path: ['nodes'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(statements).toEqual([]);
  });
});
