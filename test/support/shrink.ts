import { type ASTNode, type DefinitionNode, type DocumentNode, type GraphQLSchema, Kind, parse, print, validate, visit } from 'graphql';

/** The smallest operation found that is still valid and still fails, by leaving out one selection after another. */
export async function shrink(schema: GraphQLSchema, document: DocumentNode, fails: (document: DocumentNode) => Promise<boolean>): Promise<DocumentNode> {
  let smallest = document;
  for (let i = 0; ; i += 1) {
    const smaller = without(smallest, i);
    if (smaller === undefined) return smallest;
    if (!isValid(schema, smaller) || !(await fails(smaller))) continue;
    smallest = smaller;
    i = -1;
  }
}

/** Where the reader stands, which stays. */
const isStanding = (node: ASTNode): boolean => node.kind === Kind.ARGUMENT && ['asOf', 'asOfs', 'knowledge'].includes(node.name.value);

const LEFT_OUT: readonly string[] = [Kind.FIELD, Kind.INLINE_FRAGMENT, Kind.FRAGMENT_SPREAD, Kind.DIRECTIVE, Kind.ARGUMENT];

/** The document without its part number `index`, or undefined if it has not so many. */
function without(document: DocumentNode, index: number): DocumentNode | undefined {
  let count = -1;
  const enter = (node: ASTNode): null | undefined => {
    if (!LEFT_OUT.includes(node.kind) || isStanding(node)) return undefined;
    count += 1;
    return count === index ? null : undefined;
  };
  const left = visit(document, { enter });
  return count < index ? undefined : withoutUnused(left);
}

/** Fragments and variables that nothing uses are not valid. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(`$${name.value}`),
    FragmentSpread: ({ name }) => void used.add(name.value),
  });
  const definitions = document.definitions
    .filter((definition) => definition.kind !== Kind.FRAGMENT_DEFINITION || used.has(definition.name.value))
    .map((definition): DefinitionNode => {
      if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
      const variables = definition.variableDefinitions ?? [];
      return { ...definition, variableDefinitions: variables.filter(({ variable }) => used.has(`$${variable.name.value}`)) };
    });
  const pruned = { ...document, definitions };
  return definitions.length < document.definitions.length ? withoutUnused(pruned) : pruned;
}

function isValid(schema: GraphQLSchema, document: DocumentNode): boolean {
  try {
    return validate(schema, parse(print(document))).length === 0;
  } catch {
    return false;
  }
}
