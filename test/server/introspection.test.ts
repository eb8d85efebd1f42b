import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../../src/graph/schema';
import { useServer } from './useServer';

const server = useServer();

describe('introspection over HTTP', () => {
  it('describes the schema that is served, whole', async () => {
    const { status, body } = await server().ask(getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true }));
    const described = buildClientSchema(body.data as unknown as IntrospectionQuery);

    expect(status).toBe(200);
    expect(printSchema(lexicographicSortSchema(described))).toBe(printSchema(lexicographicSortSchema(createSchema())));
  });

  it('stands beside data in one operation, in the order asked and under the names asked', async () => {
    const { text } = await server().ask(`query Mixed($type: String!, $symbol: String!) {
      last: __type(name: $type) { name }
      etf(symbol: $symbol) { symbol }
      ...Schema
      __typename
      first: __type(name: "Etf") { kind }
    }
    fragment Schema on Query { __schema { queryType { name } } }`, { type: 'Holding', symbol: 'IWM' });

    expect(text.slice(0, text.indexOf(',"extensions"'))).toBe(
      '{"data":{' +
        '"last":{"name":"Holding"},' +
        '"etf":{"symbol":"IWM"},' +
        '"__schema":{"queryType":{"name":"Query"}},' +
        '"__typename":"Query",' +
        '"first":{"kind":"OBJECT"}}',
    );
  });

  it('takes variables of every kind that the data beside it take', async () => {
    const { body } = await server().ask(
      `query ($asOf: Date, $knowledge: Knowledge!, $order: HoldingOrder!, $filter: EtfFilter, $name: String = "Etf", $with: Boolean!) {
        etfs(asOf: $asOf, knowledge: $knowledge, filter: $filter) { nodes { symbol holdings(orderBy: $order) { totalCount } } }
        __type(name: $name) @include(if: $with) { name }
      }`,
      { asOf: '2024-06-28', knowledge: 'PROVEN', order: 'LINE', filter: { symbols: ['IWM'] }, with: true },
    );

    expect(body.errors).toBeUndefined();
    expect(body.data).toEqual({ etfs: { nodes: [{ symbol: 'IWM', holdings: null }] }, __type: { name: 'Etf' } });
  });

  it('says null for a type that is not there', async () => {
    const { body } = await server().ask('{ __type(name: "Nothing") { name } }');

    expect(body.data).toEqual({ __type: null });
  });

  it('describes only what the chosen operation asks', async () => {
    const { body } = await server().request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query A { __schema { queryType { name } } } query B { __type(name: "Etf") { name } }', operationName: 'B' }),
    });

    expect(body.data).toEqual({ __type: { name: 'Etf' } });
  });
});
