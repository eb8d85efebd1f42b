import { type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { QueryTooComplex } from '../../domain/errors';
import { type RequestContext, createLoaders } from '../context';
import { cost } from './cost';
import { describeSchema, isIntrospection } from './introspection';
import { type Operation, readOperation } from './operation';
import { type Compute, type Plan, plan } from './plan';
import { finish } from './steps';

/** What `execute` is given, whatever the transport. */
export interface Execution extends ExecutionArgs {
  readonly contextValue: RequestContext;
}

/**
 * Runs a validated operation: one SQL statement for all of its root fields, then what is computed in
 * TypeScript. Every transport comes here.
 *
 * What is wrong with the request itself (variables, page sizes, dates, cost) is refused before any SQL
 * and gives errors without data. A statement that fails nulls every root field. `extensions.data` tells
 * the data version, what a left-out `asOf` meant, and whether all of it is about
 * days that are over.
 */
export async function execute(args: Execution): Promise<ExecutionResult> {
  const { reader, today, maxCost, publish } = args.contextValue;
  const operation = readOperation(args);
  if (!('fields' in operation)) return { errors: operation.map(publish) };

  const stored = withFields(operation, (name) => !isIntrospection(name));
  let planned: Plan;
  try {
    const total = cost(operation);
    if (total > maxCost) throw new QueryTooComplex(total, maxCost);
    planned = await plan(stored, today, computing());
  } catch (error) {
    return { errors: [publish(asGraphqlError(error))] };
  }

  const answer = stored.fields.size === 0 ? nothing : await run(planned, reader);
  const schema = describeSchema(args, withFields(operation, isIntrospection));
  const found = new Map(Object.entries({ ...answer.data, ...schema }));
  const data = Object.fromEntries([...operation.fields.keys()].map((key) => [key, found.get(key) ?? null]));
  return {
    ...(answer.errors.length > 0 ? { errors: answer.errors.map(publish) } : {}),
    data,
    extensions: { data: { version: answer.version, asOf: today, isSettled: planned.isSettled } },
  };
}

interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: readonly GraphQLError[];
  readonly version: string | null;
}

const nothing: Answer = { data: {}, errors: [], version: null };

/** Runs the statement; what is computed from its answer sees the same moment of the database. */
async function run(planned: Plan, reader: Execution['contextValue']['reader']): Promise<Answer> {
  const { text, values, steps, isMixed } = planned;
  const answered = async (read: typeof reader.read): Promise<Answer> => {
    const { version, json } = await read({ text, values });
    const data = JSON.parse(json) as Record<string, unknown>;
    return { data, version, errors: await finish(data, steps) };
  };
  try {
    return await (isMixed ? reader.inOneSnapshot(answered) : answered((statement) => reader.read(statement)));
  } catch (error) {
    return { ...nothing, errors: [asGraphqlError(error)] };
  }
}

/** Computes fields with loaders of this operation's own. */
function computing(): Compute {
  const loaders = createLoaders();
  return (field, args, { parent, at }) => Promise.resolve(field.resolve?.(parent, args, { at, loaders }, {} as GraphQLResolveInfo));
}

/** The same operation with only those root fields whose names pass. */
function withFields(operation: Operation, passes: (name: string) => boolean): Operation {
  const fields = [...operation.fields].filter(([, nodes]) => nodes.every((node) => passes(node.name.value)));
  return { ...operation, fields: new Map(fields) };
}

const asGraphqlError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError(error instanceof Error ? error.message : String(error), { originalError: error as Error });
