import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConcreteRequest, Environment, Network, RecordSource, Store, createOperationDescriptor, fetchQuery, getSelector } from 'relay-runtime';
import { JSON_BODY } from '../server/startTestServer';
import { EARLIER, LATER, useBuiltServer } from './useBuiltServer';

const address = useBuiltServer();

const project = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'catalyst-relay-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SOURCE = `
graphql\`
  fragment Forward_etf on Etf @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) @refetchable(queryName: "ForwardPageQuery") {
    holdings(first: $count, after: $cursor) @connection(key: "Forward_etf_holdings") { edges { node { weight security { name } } } }
  }
\`;
graphql\`
  fragment Backward_etf on Etf @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) @refetchable(queryName: "BackwardPageQuery") {
    holdings(last: $count, before: $cursor) @connection(key: "Backward_etf_holdings") { edges { node { weight security { name } } } }
  }
\`;
graphql\`query TwoDatesQuery($earlier: Date!, $later: Date!) {
  earlier: etf(symbol: "IWM", asOf: $earlier) { id ...Forward_etf }
  later: etf(symbol: "IWM", asOf: $later) { id ...Forward_etf }
  fromItsEnd: etf(symbol: "IWM", asOf: $later) { ...Backward_etf }
}\`;
`;

type Root = 'earlier' | 'later' | 'fromItsEnd';

interface Ids {
  readonly earlier: { readonly id: string };
  readonly later: { readonly id: string };
}

interface Shown {
  readonly holdings: {
    readonly edges: readonly { readonly node: { readonly weight: number; readonly security: { readonly name: string } } }[];
    readonly pageInfo: { readonly startCursor: string; readonly endCursor: string; readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  };
}

/** What the compiler made of an operation or fragment. */
const artifact = (name: string): ConcreteRequest => jest.requireActual<ConcreteRequest>(join(folder, 'src/__generated__', `${name}.graphql.js`));

function compile(): void {
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/Questions.js'), SOURCE);
  const config = { src: 'src', schema: 'schema.graphql', language: 'javascript', eagerEsModules: false, noFutureProofEnums: true };
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'package.json'), '{}');
  execFileSync('cp', [join(project, 'schema.graphql'), folder]);
  execFileSync(process.execPath, [require.resolve('relay-compiler/cli.js'), 'relay.config.json'], { cwd: folder, stdio: 'pipe' });
}

function anEnvironment(): Environment {
  const network = Network.create(async ({ text }, variables) => {
    const answer = await fetch(address(), { method: 'POST', headers: JSON_BODY, body: JSON.stringify({ query: text, variables }) });
    return (await answer.json()) as never;
  });
  return new Environment({ network, store: new Store(new RecordSource()) });
}

describe("Relay's compiler and store", () => {
  it('page forward and backward through what was known on two days, told apart by their ids', async () => {
    compile();
    const environment = anEnvironment();
    const asked = artifact('TwoDatesQuery');
    const variables = { earlier: EARLIER, later: LATER };
    const ids = (await fetchQuery(environment, asked, variables).toPromise()) as Ids;
    const operation = createOperationDescriptor(asked, variables);
    const root = environment.lookup(operation.fragment).data as Record<Root, object>;

    const shown = (at: Root): Shown['holdings'] => {
      const fragment = artifact(at === 'fromItsEnd' ? 'Backward_etf' : 'Forward_etf');
      return (environment.lookup(getSelector(fragment as never, root[at]) as never).data as unknown as Shown).holdings;
    };
    const names = (at: Root): readonly string[] => shown(at).edges.map(({ node }) => node.security.name);
    const more = (query: string, cursor: string) => fetchQuery(environment, artifact(query), { id: ids.later.id, count: 2, cursor }).toPromise();

    while (shown('later').pageInfo.hasNextPage) await more('ForwardPageQuery', shown('later').pageInfo.endCursor);
    while (shown('fromItsEnd').pageInfo.hasPreviousPage) await more('BackwardPageQuery', shown('fromItsEnd').pageInfo.startCursor);

    const all = ['Beech', 'Alder', 'Cedar', 'Elm', 'Fir'];
    expect([names('later'), names('fromItsEnd')]).toEqual([all, all]);
    expect(names('earlier')).toEqual(['Alder', 'Birch']);
    expect(ids.earlier.id).not.toBe(ids.later.id);
  });
});
