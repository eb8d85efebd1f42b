import { ClientError, GraphQLClient, gql } from 'graphql-request';
import { EARLIER, LATER, countingFetch, useBuiltServer } from './useBuiltServer';

const address = useBuiltServer();

const WEIGHTS = gql`
  query Weights($asOf: Date!, $before: String) {
    etf(symbol: "IWM", asOf: $asOf) { holdings(last: 2, before: $before) { nodes { weight } pageInfo { startCursor hasPreviousPage } } }
  }
`;

interface Weights {
  readonly etf: { readonly holdings: { readonly nodes: readonly { readonly weight: number }[]; readonly pageInfo: { readonly startCursor: string; readonly hasPreviousPage: boolean } } };
}

describe('graphql-request', () => {
  it.each([['POST', {}], ['GET', { 'apollo-require-preflight': '1' }]] as const)('pages back from the end by %s', async (method, headers) => {
    const { fetch, methods } = countingFetch();
    const client = new GraphQLClient(address(), { method, headers, fetch });
    const seen: number[][] = [];
    for (let before: string | null = null; ; ) {
      const { etf }: Weights = await client.request(WEIGHTS, { asOf: LATER, before });
      seen.push(etf.holdings.nodes.map(({ weight }) => weight));
      before = etf.holdings.pageInfo.startCursor;
      if (!etf.holdings.pageInfo.hasPreviousPage) break;
    }

    expect([seen, methods]).toEqual([[[0.15, 0.05], [0.25, 0.2], [0.35]], [method, method, method]]);
  });

  it('throws what is wrong, with its code and what is right beside it', async () => {
    const client = new GraphQLClient(address());
    const failure: unknown = await client.request(`{ none: etf(symbol: "NONE", asOf: "${EARLIER}") { id } etf(symbol: "IWM", asOf: "${EARLIER}") { symbol } }`).catch((error: unknown) => error);
    const { response } = failure as ClientError;

    expect(failure).toBeInstanceOf(ClientError);
    expect([response.status, response.data, response.errors?.map(({ extensions }): unknown => extensions.code)]).toEqual([200, { none: null, etf: { symbol: 'IWM' } }, ['NOT_FOUND']]);
  });
});
