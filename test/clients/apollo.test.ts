import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, type TypedDocumentNode, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { createHash } from 'node:crypto';
import { filter, firstValueFrom } from 'rxjs';
import { EARLIER, LATER, countingFetch, useBuiltServer } from './useBuiltServer';

const address = useBuiltServer();

interface Page {
  readonly etf: {
    readonly holdings: {
      readonly edges: readonly { readonly node: { readonly weight: number; readonly security: { readonly name: string } } }[];
      readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
    };
  };
}

const NAMES: TypedDocumentNode<{ etf: object }, { asOf: string }> = gql`
  query Names($asOf: Date!) {
    etf(symbol: "IWM", asOf: $asOf) { id holdings(orderBy: LINE) { nodes { id weight security { id symbol name } } } }
  }
`;

const BOTH: TypedDocumentNode<Record<'earlier' | 'later', object>, Record<'earlier' | 'later', string>> = gql`
  query Both($earlier: Date!, $later: Date!) {
    earlier: etf(symbol: "IWM", asOf: $earlier) { ...Names }
    later: etf(symbol: "IWM", asOf: $later) { ...Names }
  }
  fragment Names on Etf { id holdings(orderBy: LINE) { nodes { id weight security { id symbol name } } } }
`;

const PAGES: TypedDocumentNode<Page, { asOf: string; after?: string }> = gql`
  query Pages($asOf: Date!, $after: String) {
    etf(symbol: "IWM", asOf: $asOf) { id holdings(first: 2, after: $after) { edges { cursor node { id weight security { id name } } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }
  }
`;

function aClient() {
  const { fetch, methods } = countingFetch();
  const sha256 = (document: string): string => createHash('sha256').update(document).digest('hex');
  const link = new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(new HttpLink({ uri: address(), fetch }));
  const cache = new InMemoryCache({ typePolicies: { Etf: { fields: { holdings: relayStylePagination(['orderBy', 'filter']) } } } });
  return { client: new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri: address(), fetch }) }), paging: new ApolloClient({ cache, link }), methods };
}

describe('Apollo Client', () => {
  it('shows two knowledge dates on one page, and its normalised cache mixes nothing up', async () => {
    const { client, methods } = aClient();
    const { data } = await client.query({ query: BOTH, variables: { earlier: EARLIER, later: LATER } });
    const asked = async (asOf: string) => (await client.query({ query: NAMES, variables: { asOf }, fetchPolicy: 'no-cache' })).data?.etf;

    expect([data?.earlier, data?.later]).toEqual([await asked(EARLIER), await asked(LATER)]);
    expect(JSON.stringify(data?.earlier)).toContain('Birch');
    expect(JSON.stringify(data?.later)).toContain('Beech');
    expect(client.readQuery({ query: BOTH, variables: { earlier: EARLIER, later: LATER } })).toEqual(data);
    const held = Object.keys(client.cache.extract() as object);
    expect(['Etf', 'Holding', 'Security'].map((type) => held.filter((key) => key.startsWith(`${type}:`)).length)).toEqual([2, 10, 10]);
    expect(methods).toHaveLength(3);
  });

  it('pages through a connection, asking by hashes that it sends in addresses', async () => {
    const { paging, methods } = aClient();
    const query = paging.watchQuery({ query: PAGES, variables: { asOf: LATER } });
    const subscription = query.subscribe(() => undefined);
    const { error } = await firstValueFrom(query.pipe(filter(({ loading }) => !loading)));
    expect(error).toBeUndefined();
    const shown = () => (paging.readQuery({ query: PAGES, variables: { asOf: LATER } }) as Page).etf.holdings;
    while (shown().pageInfo.hasNextPage) await query.fetchMore({ variables: { after: shown().pageInfo.endCursor } });
    subscription.unsubscribe();

    expect(shown().edges.map(({ node }) => [node.security.name, node.weight])).toEqual([['Beech', 0.35], ['Alder', 0.25], ['Cedar', 0.2], ['Elm', 0.15], ['Fir', 0.05]]);
    expect(methods).toEqual(['GET', 'POST', 'GET', 'GET']);
  });

  it('is told what is wrong by a code', async () => {
    const failure = await aClient().client.query({ query: gql`{ etf(symbol: "NONE", asOf: "2024-10-01") { id } }` }).catch((error: unknown) => error);

    expect(CombinedGraphQLErrors.is(failure) && failure.errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  });
});
