import { type ExecutionResult, type GraphQLError, type GraphQLResolveInfo, OperationTypeNode, locatedError } from 'graphql';
import { QueryTooComplex } from '../../domain/errors';
import type { LiveContext } from '../live/LiveContext';
import type { LiveEvent } from '../live/EventLog';
import { iteratorOf } from '../live/iteratorOf';
import { readArguments } from './arguments';
import { cost } from './cost';
import { type Execution, asGraphqlError, execute } from './execute';
import { type Operation, readOperation } from './operation';
import { type Field, plan } from './plan';
import { placesOf } from './place';

/** What `subscribe` is given, whatever the transport. */
interface Subscribing extends Execution {
  readonly contextValue: LiveContext;
}

/** Answers without end, one for each event; `extensions.cursor` is where one goes on after it. */
export type Answers = AsyncIterableIterator<ExecutionResult, void>;

/**
 * Begins a validated subscription. What is wrong with it is refused before anything is waited for, by the same rules and with the same errors as
 * a query; each event is answered as a query is, by one statement. It is asked for only when the answer before it was taken.
 */
export async function subscribe(args: Subscribing): Promise<Answers | { readonly errors: readonly GraphQLError[] }> {
  const { contextValue } = args;
  const operation = readOperation(args, OperationTypeNode.SUBSCRIPTION);
  if (!('fields' in operation)) return { errors: operation.map(contextValue.publish) };
  try {
    const total = cost(operation);
    if (total > contextValue.maxCost) throw new QueryTooComplex(total, contextValue.maxCost);
    await plan(operation, contextValue.reader.simulatedUntil ?? contextValue.today);
    return answers(args, await eventsOf(operation, contextValue));
  } catch (error) {
    return { errors: [contextValue.publish(asGraphqlError(error))] };
  }
}

async function eventsOf(operation: Operation, context: LiveContext): Promise<AsyncIterableIterator<LiveEvent, void>> {
  const [place] = placesOf(operation.fields, [], []);
  if (place === undefined) throw new TypeError('A subscription has one root field.');
  const field = operation.root.getFields()[place.name] as Field;
  try {
    return await (field.subscribe?.({}, readArguments(field, place, operation), context, {} as GraphQLResolveInfo) as Promise<AsyncIterableIterator<LiveEvent, void>>);
  } catch (error) {
    throw locatedError(error, place.nodes, place.path);
  }
}

function answers(args: Subscribing, events: AsyncIterableIterator<LiveEvent, void>): Answers {
  const answered = async (found: IteratorResult<LiveEvent, void>): Promise<IteratorResult<ExecutionResult, void>> => {
    if (found.done === true) return found;
    const result = await execute({ ...args, rootValue: found.value });
    return { done: false, value: { ...result, extensions: { ...result.extensions, cursor: found.value.cursor } } };
  };
  const end = async (): Promise<IteratorResult<ExecutionResult, void>> => {
    await events.return?.();
    return { done: true, value: undefined };
  };
  return iteratorOf(() => events.next().then(answered), end);
}
