import { type FieldNode, type GraphQLObjectType, getNamedType, getNullableType, isCompositeType, isListType, isObjectType } from 'graphql';
import { getArgumentValues } from 'graphql/execution/values';
import { InvalidInput } from '../../domain/errors';
import type { Declared } from './declare';
import type { Operation } from './operation';
import { type Sized, isFromEnd, pageSize } from './Page';

/**
 * The most values that an operation may return, from the operation and its arguments alone: each field
 * counts 1, each list as many times as it may have items.
 *
 * @throws {InvalidInput} if a page is larger than its field allows.
 */
export function cost(operation: Operation): number {
  return costOf(operation, operation.root, operation.fields, 1, []);
}

function costOf(
  operation: Operation,
  type: GraphQLObjectType,
  fields: ReadonlyMap<string, readonly FieldNode[]>,
  page: number,
  path: readonly string[],
): number {
  let total = 0;
  for (const [key, nodes] of fields) {
    const [node] = nodes as readonly [FieldNode, ...FieldNode[]];
    const field = type.getFields()[node.name.value];
    if (field === undefined) {
      total += 1;
      continue;
    }
    const here = [...path, key];
    const { cap, size }: Declared = field.extensions;
    const args = getArgumentValues(field, node, operation.variableValues);
    const inside = cap === undefined ? page : allowedSize(args, cap, here);
    const items = isListType(getNullableType(field.type)) ? (size ?? listed(args) ?? page) : 1;
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) {
      total += items;
      continue;
    }
    const possible = isObjectType(named) ? [named] : operation.schema.getPossibleTypes(named);
    const each = possible.map((object) => costOf(operation, object, operation.subfields(object, nodes), inside, here));
    total += 1 + items * Math.max(0, ...each);
  }
  return total;
}

/** A list that an argument lists the items of has no more than these. */
const listed = (args: Readonly<Record<string, unknown>>): number | undefined =>
  Object.values(args).find((value) => Array.isArray(value))?.length;

function allowedSize(page: Sized, cap: number, path: readonly string[]): number {
  const place = path.join('.');
  if (page.first != null && page.last != null) throw new InvalidInput(`${place} is asked for both 'first' and 'last': expected one of them.`);
  const size = pageSize(page, { cap });
  if (size < 0 || size > cap) throw new InvalidInput(`'${isFromEnd(page) ? 'last' : 'first'}' of ${place} is ${size}: expected 0 to ${cap}.`);
  return size;
}
