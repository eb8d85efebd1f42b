import {
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  locatedError,
} from 'graphql';
import { NotFound } from '../../domain/errors';
import type { IsoDate } from '../../domain/isoDate';
import { Knowledge } from '../../domain/knowledge';
import { nearest } from '../../domain/near';
import { refuseFuture } from '../../domain/refuseFuture';
import type { At } from '../../store/at';
import { type Sql, sql, write } from '../../store/sql';
import type { Planning } from '../context';
import { nodeId } from '../nodes/nodeId';
import { nodeTypes } from '../nodes/nodeTypes';
import { namesOf } from '../namesLoader';
import { readArguments } from './arguments';
import { type Answer, Connection, Lookup, NodeRefs, NodeSet } from './answers';
import { computedSql } from './computedSql';
import { connectionSql } from './connectionSql';
import type { Declared } from './declare';
import { jsonObject, literal } from './json';
import { Later, ToldSql } from './Later';
import { nodeRefsSql, nodeSetSql } from './nodeSetSql';
import type { Fields, Operation } from './operation';
import { type Place, below, placesOf } from './place';
import type { Path, Step } from './steps';
import { asOutput, columnFor, rowOf } from './typeTable';

/** One statement that answers an operation's root fields as one JSON object, and what is left to do after it. */
export interface Plan {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Where in the answer each value that is told later is asked for. */
  readonly placeOf: ReadonlyMap<Later, Place>;
  readonly steps: readonly Step[];
  /** True if something is computed in TypeScript: before the statement, for it, or from what it gives. */
  readonly isMixed: boolean;
  /** True if all of it is about days that are over: then only a load changes its answer. */
  readonly isSettled: boolean;
}

export type Field = GraphQLField<unknown, unknown>;

/** A row in scope: its alias, what its fields see as their parent, and where its reader stands. */
export interface Scope {
  readonly type: GraphQLObjectType;
  readonly alias: string;
  readonly parent: object;
  readonly at: At;
}

/**
 * Composes the statement by asking each selected field for its SQL, with columns in place of values.
 *
 * @param event What a subscription's root field is asked of.
 * @throws {GraphQLError} what a field refuses of its arguments, with the field's path.
 */
export async function plan(operation: Operation, today: IsoDate, event: object = {}): Promise<Plan> {
  const planner = new Planner(operation, today);
  const steps: Step[] = [];
  const root: Scope = { type: operation.root, alias: '', parent: event, at: { asOf: today, knowledge: Knowledge.ANY } };
  const text = await planner.object(root, operation.fields, steps, []);
  return { text, values: planner.values, placeOf: planner.placeOf, steps, isMixed: planner.isMixed || planner.placeOf.size > 0, isSettled: planner.isSettled };
}

export class Planner {
  readonly values: unknown[] = [];
  readonly placeOf = new Map<Later, Place>();
  /** Set by the first computed field. */
  isMixed = false;
  /** Unset by the first reader who does not stand on a day that is over. */
  isSettled = true;
  private aliases = 0;

  constructor(
    readonly operation: Operation,
    readonly today: IsoDate,
  ) {}

  write(piece: Sql): string {
    return write(piece, this.values);
  }

  /** An alias that nothing else in the statement has. */
  alias(): string {
    this.aliases += 1;
    return `t${this.aliases}`;
  }

  /** The row `alias` of an object type, as a JSON object of what is selected of it. */
  row(type: GraphQLObjectType, alias: string, at: At, fields: Fields, steps: Step[], path: Path, told: object = {}): Promise<string> {
    return this.object({ type, alias, parent: rowOf(type.name, alias, told), at }, fields, steps, path);
  }

  async object(scope: Scope, fields: Fields, steps: Step[], path: Path): Promise<string> {
    const pairs: [string, string][] = [];
    for (const place of placesOf(fields, path, steps)) pairs.push([place.key, await this.field(scope, place)]);
    return jsonObject(pairs);
  }

  private async field(scope: Scope, place: Place): Promise<string> {
    const { type, alias, parent } = scope;
    const { name, nodes } = place;
    if (name === '__typename') return `${literal(type.name)}::text`;
    const identity = nodeTypes.get(type.name);
    if (identity !== undefined) {
      if (name === 'id') return this.write(nodeId(type.name, identity.keyOf(parent), scope.at));
      if (name === 'asOf') return this.write(sql`${scope.at.asOf}::date`);
      if (name === 'knowledge') return this.write(sql`${scope.at.knowledge}::text`);
    }

    const field = type.getFields()[name] as Field;
    if (field.resolve === undefined) return asOutput(field.type, `${alias}.${columnFor(type.name, name).name}`);

    try {
      const args = readArguments(field, place, this.operation);
      const { requires }: Declared = field.extensions;
      if (requires !== undefined) return computedSql(this, scope, field, args, requires, place);
      const isRoot = type === this.operation.root;
      const at = isRoot ? this.standingAt(args) : scope.at;
      const planning: Planning = { at, asks: this.asksOf(field, place) };
      const answer = (await field.resolve(parent, args, planning, {} as GraphQLResolveInfo)) as Answer;
      if (isRoot && at.asOf === this.today && !(answer instanceof NodeSet)) this.isSettled = false;
      const before = this.values.length;
      const text = await this.answer(answer, field, at, place);
      for (const value of this.values.slice(before)) if (value instanceof Later && !this.placeOf.has(value)) this.placeOf.set(value, place);
      return text;
    } catch (error) {
      throw error instanceof GraphQLError ? error : locatedError(error, nodes, place.path);
    }
  }

  /** The names of the fields that are selected below a place, where its type is an object's. */
  private asksOf(field: Field, { nodes }: Place): ReadonlySet<string> {
    const type = getNamedType(field.type);
    return new Set(isObjectType(type) ? placesOf(this.operation.subfields(type, nodes), [], []).map(({ name }) => name) : []);
  }

  /** Where the reader of a root field stands: what it was asked with, else today and ANY; of several days, on the last of them. */
  private standingAt(args: Readonly<Record<string, unknown>>): At {
    const asked = (args.asOfs ?? [args.asOf ?? this.today]) as readonly IsoDate[];
    const asOf = asked.reduce((last, one) => (one > last ? one : last), asked[0] ?? this.today);
    refuseFuture(asOf, this.today);
    return { asOf, knowledge: (args.knowledge ?? Knowledge.ANY) as Knowledge };
  }

  private async answer(answer: Answer, field: Field, at: At, place: Place): Promise<string> {
    const type = getNamedType(field.type);
    const isList = isListType(getNullableType(field.type));
    if (answer instanceof NodeSet) return nodeSetSql(this, answer, !isList, place);
    if (answer instanceof NodeRefs) return nodeRefsSql(this, answer, !isList, at, place);
    if (!isObjectType(type)) return asOutput(field.type, `(${this.write(answer as Sql)})`);
    if (answer instanceof Connection) return connectionSql(this, answer, field, at, place);
    if (!(answer instanceof Lookup)) return this.rows(answer, type, isList, at, place);

    const { kind, key, rows, near } = answer;
    place.steps.push({
      kind: 'lookup',
      key: place.key,
      names: namesOf(near),
      notFound: (path, names) => locatedError(new NotFound(kind, key, [], nearest(key, names)), place.nodes, path),
    });
    return this.rows(rows, type, isList, at, place);
  }

  private rows(rows: Sql, type: GraphQLObjectType, isList: boolean, at: At, place: Place): Promise<string> {
    return below(place, async (steps) => {
      const alias = this.alias();
      const text = this.write(rows);
      const told = rows instanceof ToldSql ? rows.told : {};
      const object = await this.row(type, alias, at, this.operation.subfields(type, place.nodes), steps, place.path, told);
      const value = isList ? `coalesce(json_agg(${object}), '[]'::json)` : object;
      return `(SELECT ${value} FROM (${text}) ${alias})`;
    });
  }
}
