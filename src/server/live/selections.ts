import { GraphQLError, Kind, type SelectionSetNode, type ValidationRule } from 'graphql';
import { MAX_SELECTIONS } from '../limits';

/**
 * Bounds the selections of an operation with its fragments written out, as Apollo does over HTTP. Each fragment is counted once, however often it
 * is spread: so counting costs no more than reading the document. It comes after GraphQL's own rules, which let no fragment spread itself.
 */
export const selections: ValidationRule = (context) => {
  const counted = new Map<string, number>();
  const countOf = ({ selections: nodes }: SelectionSetNode): number =>
    nodes.reduce((sum, node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return sum + 1 + countOfFragment(node.name.value);
      return sum + 1 + (node.selectionSet === undefined ? 0 : countOf(node.selectionSet));
    }, 0);
  const countOfFragment = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    const fragment = context.getFragment(name);
    const count = fragment == null ? 0 : countOf(fragment.selectionSet);
    counted.set(name, count);
    return count;
  };
  return {
    OperationDefinition({ selectionSet }) {
      if (countOf(selectionSet) <= MAX_SELECTIONS) return;
      context.reportError(new GraphQLError(`The document has more than ${MAX_SELECTIONS} selections.`, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }));
    },
  };
};
