import { type ExecutionArgs, type ExecutionResult, GraphQLError, locatedError, OperationTypeNode } from 'graphql';
import { QueryTooComplex } from '../../domain/errors';
import type { IsoDate } from '../../domain/isoDate';
import { type RequestContext, createLoaders } from '../context';
import { cost } from './cost';
import { describeSchema, isIntrospection } from './introspection';
import { type Operation, readOperation } from './operation';
import { Later } from './Later';
import type { Place } from './place';
import { type Plan, plan } from './plan';
import { finish } from './steps';

/** What `execute` is given, whatever the transport. */
export interface Execution extends ExecutionArgs {
  readonly contextValue: RequestContext;
  /** What has happened, where a subscription is answered: its root field is asked of that. */
  readonly rootValue?: object;
}

/**
 * Runs a validated operation: what its SQL waits for, one SQL statement for all of its root fields, then what is computed from it in
 * TypeScript. Every transport comes here.
 *
 * What is wrong with the request itself (variables, page sizes, dates, cost) is refused before any SQL
 * and gives errors without data. A statement that fails nulls every root field. `extensions.data` tells
 * the data version, what a left-out `asOf` meant, and whether all of it is about
 * days that are over; and it marks simulated data.
 *
 * In a simulated market today is its last day. What the answers before saw of that is taken to hold; the answer itself
 * tells whether it does, and where a load changed it in between the operation is run once more. So knowing costs no statement.
 */
export async function execute(args: Execution): Promise<ExecutionResult> {
  const { reader } = args.contextValue;
  const believed = reader.simulatedUntil;
  const { result, simulatedUntil } = await executeBelieving(args, believed);
  const isRefused = result.data === undefined;
  const actual = isRefused && believed !== null ? await reader.lookAgain() : simulatedUntil;
  return actual === believed ? result : (await executeBelieving(args, actual)).result;
}

/** A result, and until when the market that it is of is simulated; as believed, where nothing was read. */
interface Executed {
  readonly result: ExecutionResult;
  readonly simulatedUntil: IsoDate | null;
}

/** Runs it with the last day of a simulated market for today; with today where data are real. */
async function executeBelieving(args: Execution, believed: IsoDate | null): Promise<Executed> {
  const { reader, maxCost, publish } = args.contextValue;
  const today = believed ?? args.contextValue.today;
  const operation = readOperation(args, args.rootValue === undefined ? OperationTypeNode.QUERY : OperationTypeNode.SUBSCRIPTION);
  if (!('fields' in operation)) return { result: { errors: operation.map(publish) }, simulatedUntil: believed };

  const stored = withFields(operation, (name) => !isIntrospection(name));
  let planned: Plan;
  try {
    const total = cost(operation);
    if (total > maxCost) throw new QueryTooComplex(total, maxCost);
    planned = await plan(stored, today, args.rootValue);
  } catch (error) {
    return { result: { errors: [publish(asGraphqlError(error))] }, simulatedUntil: believed };
  }

  const answer = stored.fields.size === 0 ? nothing : await run(planned, reader);
  const schema = describeSchema(args, withFields(operation, isIntrospection));
  const found = new Map(Object.entries({ ...answer.data, ...schema }));
  const data = Object.fromEntries([...operation.fields.keys()].map((key) => [key, found.get(key) ?? null]));
  const { version, simulatedUntil = believed } = answer;
  const mark = believed === null ? {} : { isSimulated: true };
  const result = {
    ...(answer.errors.length > 0 ? { errors: answer.errors.map(publish) } : {}),
    data,
    extensions: { data: { version, asOf: today, isSettled: planned.isSettled && believed === null, ...mark } },
  };
  return { result, simulatedUntil };
}

interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: readonly GraphQLError[];
  readonly version: string | null;
  readonly simulatedUntil?: IsoDate | null;
}

const nothing: Answer = { data: {}, errors: [], version: null };

/** Runs the statement; what is computed for it and from its answer sees the same moment of the database. */
async function run(planned: Plan, reader: Execution['contextValue']['reader']): Promise<Answer> {
  const { text, values, placeOf, steps, isMixed } = planned;
  const answered = async (read: typeof reader.read): Promise<Answer> => {
    const loaders = createLoaders(read);
    const told = await Promise.all(values.map((value) => (value instanceof Later ? value.value(loaders).catch((error: unknown) => refuseAt(placeOf.get(value), error)) : value)));
    const { version, simulatedUntil, json } = await read({ text, values: told });
    const data = JSON.parse(json) as Record<string, unknown>;
    return { data, version, simulatedUntil, errors: await finish(data, steps, loaders) };
  };
  try {
    return await (isMixed ? reader.inOneSnapshot(answered) : answered((statement) => reader.read(statement)));
  } catch (error) {
    return { ...nothing, errors: [asGraphqlError(error)] };
  }
}

/** Fails with the path of the field for which a value could not be told. */
function refuseAt(place: Place | undefined, error: unknown): never {
  throw locatedError(error, place?.nodes, place?.path);
}

/** The same operation with only those root fields whose names pass. */
function withFields(operation: Operation, passes: (name: string) => boolean): Operation {
  const fields = [...operation.fields].filter(([, nodes]) => nodes.every((node) => passes(node.name.value)));
  return { ...operation, fields: new Map(fields) };
}

export const asGraphqlError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError(error instanceof Error ? error.message : String(error), { originalError: error as Error });
