import { type ConstDirectiveNode, type DocumentNode, type GraphQLSchema, Kind, lexicographicSortSchema, parse, parseConstValue, print, printSchema, visit } from 'graphql';
import { nodeTypes } from '../nodes/nodeTypes';

/** What the directives below mean. 2.3 is the oldest that every router of today reads. */
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])';

/** The fields by which a router may name a node, one text each: by its id; by its natural key and where the reader stands, never by the key alone. */
export const keysOf = (type: string): readonly string[] => {
  const identity = nodeTypes.get(type);
  if (identity === undefined) return [];
  return ['id', ...(identity.keyField === undefined ? [] : [`${identity.keyField} asOf knowledge`])];
};

/**
 * A schema as a Federation 2 subgraph, for a router to compose with others. `PageInfo` is shareable, as every Relay schema has one. `Query.node` and
 * `Query.nodes` answer this schema's ids alone.
 */
export function subgraphSdl(schema: GraphQLSchema): string {
  const document = parse(printSchema(lexicographicSortSchema(schema)));
  const marked: DocumentNode = visit(document, {
    ObjectTypeDefinition: (type) => {
      const keys = keysOf(type.name.value).map((fields) => directive('key', { fields }));
      const marks = type.name.value === 'PageInfo' ? [directive('shareable')] : keys;
      return marks.length === 0 ? undefined : { ...type, directives: [...(type.directives ?? []), ...marks] };
    },
  });
  return `${LINK}\n\n${print(marked)}\n`;
}

const directive = (name: string, args: Readonly<Record<string, string>> = {}): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: name },
  arguments: Object.entries(args).map(([key, value]) => ({ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: key }, value: parseConstValue(JSON.stringify(value)) })),
});
