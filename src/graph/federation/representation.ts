import { InvalidInput } from '../../domain/errors';
import { type IsoDate, parseIsoDate } from '../../domain/isoDate';
import { Knowledge } from '../../domain/knowledge';
import { refuseFuture } from '../../domain/refuseFuture';
import { type NodeKey, readNodeId } from '../nodes/nodeId';
import { nodeTypes } from '../nodes/nodeTypes';
import { keysOf } from './subgraphSdl';

/**
 * What a router means by a representation: `{ __typename, id }`, or the natural key with `asOf` and `knowledge`. Null for an id that is none of its type's.
 * @throws {InvalidInput} for one that lacks a part of its key or has one that it cannot be, such as a day after `today`.
 */
export function readRepresentation(said: unknown, today: IsoDate): NodeKey | null {
  const fields = typeof said === 'object' && said !== null ? new Map(Object.entries(said)) : new Map<string, unknown>();
  const type: unknown = fields.get('__typename');
  const identity = typeof type === 'string' ? nodeTypes.get(type) : undefined;
  if (typeof type !== 'string' || identity === undefined) throw wrong(said, `a __typename of ${[...nodeTypes.keys()].join(', ')}`);

  const id: unknown = fields.get('id');
  if (typeof id === 'string') {
    const key = readNodeId(id);
    return key?.type === type ? key : null;
  }
  const key: unknown = identity.keyField === undefined ? undefined : fields.get(identity.keyField);
  const asOf = parseIsoDate(String(fields.get('asOf')));
  const knowledge = Object.values(Knowledge).find((kind) => kind === fields.get('knowledge'));
  if (typeof key !== 'string' || asOf === undefined || knowledge === undefined) throw wrong(said, keysOf(type).map((fields) => `'${fields}'`).join(' or '));
  refuseFuture(asOf, today);
  return { type, key: [key], asOf, knowledge };
}

const wrong = (said: unknown, expected: string): InvalidInput => new InvalidInput(`The representation ${JSON.stringify(said).slice(0, 200)} names nothing: expected ${expected}.`);
