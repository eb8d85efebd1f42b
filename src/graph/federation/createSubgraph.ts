import { type GraphQLObjectType, type GraphQLScalarType, type GraphQLSchema, extendSchema, parse, valueFromASTUntyped } from 'graphql';
import { InvalidInput } from '../../domain/errors';
import type { IsoDate } from '../../domain/isoDate';
import { nodeTypes } from '../nodes/nodeTypes';
import { NodeSet } from '../planner/answers';
import { readRepresentation } from './representation';
import { subgraphSdl } from './subgraphSdl';

/** Most representations that `_entities` takes. */
const MOST = 1_000;

const FEDERATION = `
  """What a router names a node by: \`__typename\` and the fields of one of its keys."""
  scalar _Any @specifiedBy(url: "https://www.apollographql.com/docs/graphos/reference/federation/subgraph-specific-fields")
  """What a router can ask for by a key."""
  union _Entity = ${[...nodeTypes.keys()].join(' | ')}
  """What a router composes by."""
  type _Service {
    """This schema as a Federation 2 subgraph."""
    sdl: String!
  }
  extend type Query {
    """What each representation names, at the date that it carries, in their order; null where there is none. At most ${MOST}."""
    _entities(
      """What is asked for."""
      representations: [_Any!]!
    ): [_Entity]!
    """For a router: what it composes by."""
    _service: _Service!
  }
`;

/** A schema that answers a router too: as a subgraph of Federation 2, whose entities are the nodes. All that a router names at once is one statement. */
export function createSubgraph(schema: GraphQLSchema): GraphQLSchema {
  const sdl = subgraphSdl(schema);
  const extended = extendSchema(schema, parse(FEDERATION));
  const any = extended.getType('_Any') as GraphQLScalarType;
  any.parseLiteral = (node, variables) => valueFromASTUntyped(node, variables);
  const { _entities, _service } = (extended.getQueryType() as GraphQLObjectType).getFields();
  if (_entities === undefined || _service === undefined) throw new TypeError('The schema could not be extended.');
  _entities.resolve = (_, { representations }, { at }: Root) => entities(representations as readonly unknown[], at.asOf);
  _service.resolve = () => ({ sdl });
  return extended;
}

/** At the root the reader stands on today. */
interface Root {
  readonly at: { readonly asOf: IsoDate };
}

function entities(representations: readonly unknown[], today: IsoDate): NodeSet {
  if (representations.length > MOST) throw new InvalidInput(`'representations' holds ${representations.length}: expected at most ${MOST}.`);
  return new NodeSet(representations.map((said) => readRepresentation(said, today)));
}
