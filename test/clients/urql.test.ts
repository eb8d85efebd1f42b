import { Client, cacheExchange, fetchExchange, gql } from '@urql/core';
import { EARLIER, LATER, countingFetch, useBuiltServer } from './useBuiltServer';

const address = useBuiltServer();

const NAMES = gql<{ etf: { holdings: { nodes: readonly { security: { name: string } }[] } } }, { asOf: string }>`
  query Names($asOf: Date!) {
    etf(symbol: "IWM", asOf: $asOf) { id holdings(first: 2, orderBy: LINE) { nodes { id security { id name } } } }
  }
`;

/** A client that may ask in addresses, as urql does where they are short: the header says that no web form sends it. */
function aClient() {
  const { fetch, methods } = countingFetch();
  const fetchOptions = { headers: { 'apollo-require-preflight': '1' } };
  return { client: new Client({ url: address(), exchanges: [cacheExchange, fetchExchange], fetch, fetchOptions, preferGetMethod: 'within-url-limit' }), methods };
}

describe('urql', () => {
  it('asks two knowledge dates, and each again without asking the server', async () => {
    const { client, methods } = aClient();
    const names = async (asOf: string) => {
      const { data, error } = await client.query(NAMES, { asOf }).toPromise();
      expect(error).toBeUndefined();
      return data?.etf.holdings.nodes.map(({ security }) => security.name);
    };
    for (const round of [1, 2]) expect([round, await names(EARLIER), await names(LATER)]).toEqual([round, ['Alder', 'Birch'], ['Alder', 'Beech']]);

    expect(methods).toEqual(['GET', 'GET']);
  });

  it('is told what is wrong by a code, beside what is right', async () => {
    const { data, error } = await aClient().client.query(gql<Record<'none' | 'etf', object | null>, object>`{ none: etf(symbol: "NONE", asOf: "2024-10-01") { id } etf(symbol: "IWM", asOf: "2024-10-01") { symbol } }`, {}).toPromise();

    expect([data, error?.graphQLErrors.map(({ path, extensions }): readonly unknown[] => [path, extensions.code])]).toEqual([
      { none: null, etf: { symbol: 'IWM', __typename: 'Etf' } },
      [[['none'], 'NOT_FOUND']],
    ]);
  });
});
