import 'reflect-metadata';
import { parse } from 'graphql';
import { cost } from '../../src/graph/planner/cost';
import { readOperation } from '../../src/graph/planner/operation';
import { schema } from '../support/ask';

function costOf(source: string, variableValues: Readonly<Record<string, unknown>> = {}): number {
  const operation = readOperation({ schema, document: parse(source), variableValues });
  if (!('fields' in operation)) throw new Error(operation.map(String).join('\n'));
  return cost(operation);
}

describe('the cost of an operation', () => {
  it.each([
    ['a field', '{ etf(symbol: "A") { name } }', 2],
    ['another name for it', '{ a: etf(symbol: "A") { b: name c: name } }', 3],
    ['what is left out', '{ etf(symbol: "A") { name @skip(if: true) symbol @include(if: false) } }', 1],
    ['a page', '{ etf(symbol: "A") { holdings(first: 10) { nodes { weight line } } } }', 1 + 1 + (1 + 10 * 2)],
    ['a page without a size', '{ etf(symbol: "A") { holdings { nodes { line } } } }', 1 + 1 + (1 + 100)],
    ['an empty page', '{ etf(symbol: "A") { holdings(first: 0) { totalCount nodes { line } } } }', 1 + 1 + (1 + 1 + 0)],
    ['pages within pages', '{ etfs(first: 5) { nodes { holdings(first: 3) { edges { node { line } } } } } }', 1 + 1 + 5 * (1 + 1 + 3 * 2)],
    ['an object within a page', '{ etfs(first: 5) { nodes { index { code } snapshot { age } } } }', 1 + 1 + 5 * 4],
    ['a list that comes whole', '{ etf(symbol: "A") { missing { field reason } } }', 1 + (1 + 7 * 2)],
    ['a node: its dearest type', '{ node(id: "x") { id ... on Etf { name symbol } ... on Index { code } } }', 1 + 3],
    ['nodes: as many as are asked for', '{ nodes(ids: ["x", "y", "z"]) { id __typename } }', 1 + 3 * 2],
    ['no nodes', '{ nodes(ids: []) { id } }', 1],
  ])('of %s is the most values that it may return', (_, source, expected) => {
    expect(costOf(source)).toBe(expected);
  });

  it('is the same however the operation is written', () => {
    const fragments = `query ($first: Int = 7, $more: Boolean!) { etfs(first: $first) { ...F nodes { name @include(if: $more) } } }
      fragment F on EtfConnection { nodes { ...G } nodes { ...G symbol } }
      fragment G on Etf { symbol }`;
    expect(costOf(fragments, { more: true })).toBe(costOf('{ etfs(first: 7) { nodes { symbol name } } }'));
    expect(costOf(fragments, { more: false, first: 3 })).toBe(costOf('{ etfs(first: 3) { nodes { symbol } } }'));
  });

  it('does not depend on what is asked about, nor on what there is', () => {
    expect(costOf('{ etf(symbol: "IWM", asOf: "2024-01-02", knowledge: PROVEN) { name } }')).toBe(costOf('{ etf(symbol: "") { name } }'));
  });
});
