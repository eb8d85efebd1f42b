import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  execute,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { NotFound } from '../../src/domain/errors';
import type { IsoDate } from '../../src/domain/isoDate';
import { Knowledge } from '../../src/domain/knowledge';
import { nearest } from '../../src/domain/near';
import { type Loaders, createLoaders } from '../../src/graph/context';
import type { NodeKey } from '../../src/graph/nodes/nodeId';
import { nodeTypes } from '../../src/graph/nodes/nodeTypes';
import { Connection, Lookup, NodeRefs, NodeSet } from '../../src/graph/planner/answers';
import { ToldSql } from '../../src/graph/planner/Later';
import type { Field } from '../../src/graph/planner/plan';
import type { Declared } from '../../src/graph/planner/declare';
import { createSchema } from '../../src/graph/schema';
import { Sql, sql } from '../../src/store/sql';
import { type TextRow, encoded, pageOf } from './oraclePage';
import { OracleStatements } from './oracleStatements';
import type { SeenCursor } from './Seen';

export interface At {
  readonly asOf: IsoDate;
  readonly knowledge: Knowledge;
}

type Row = Readonly<Record<string, unknown>>;
type Args = Record<string, unknown>;

/** What one operation's fields share: what it has loaded, and what of its answer later questions may use. */
interface Asking {
  readonly loaders: Loaders;
  readonly ids: string[];
  readonly cursors: SeenCursor[];
}

/**
 * The same declarations, answered the plain way: graphql-js goes field by field, each piece of SQL is a
 * statement of its own in whose holes stand values, and everything between them is done in TypeScript.
 */
export class Oracle {
  private readonly schema = createSchema();
  private readonly statements: OracleStatements;
  /** Where the reader of each object stands, and which type the objects of interfaces are of. */
  private readonly standing = new WeakMap<object, At>();
  private readonly typeNames = new WeakMap<object, string>();

  constructor(
    private readonly db: DataSource,
    url: string,
    private readonly today: IsoDate,
  ) {
    this.statements = new OracleStatements(url);
    rewire(this.schema, this);
  }

  async answer(document: DocumentNode, variableValues: Record<string, unknown>): Promise<ExecutionResult & Asking> {
    const contextValue: Asking = { loaders: createLoaders(this.statements.read), ids: [], cursors: [] };
    return { ...(await execute({ schema: this.schema, document, variableValues, contextValue })), ...contextValue };
  }

  close(): Promise<void> {
    return this.statements.close();
  }

  typeOf(row: object): string {
    return this.typeNames.get(row) ?? '';
  }

  /** A field's value: what its declaration says, asked of values. */
  async field(type: GraphQLObjectType, field: Field, own: Field['resolve'], parent: Row | undefined, args: Args, asking: Asking): Promise<unknown> {
    const isRoot = parent === undefined;
    const at: At = isRoot ? this.standingOf(args) : (this.standing.get(parent) as At);
    if (!isRoot && nodeTypes.has(type.name)) {
      if (field.name === 'id') return this.id(type.name, parent, at, asking);
      if (field.name === 'asOf' || field.name === 'knowledge') return at[field.name];
    }
    if (own === undefined) return parent?.[field.name];
    const { requires }: Declared = field.extensions;
    if (requires !== undefined) {
      const required = Object.fromEntries(requires.map((property) => [property, parent?.[property]]));
      return own(required, args, { at, loaders: asking.loaders }, {} as GraphQLResolveInfo);
    }
    const named = getNamedType(field.type);
    // As if all of it were asked: nothing is left to what asks for less.
    const asks = new Set(isObjectType(named) ? Object.keys(named.getFields()) : []);
    const answer: unknown = await own(parent ?? {}, args, { at, asks }, {} as GraphQLResolveInfo);
    if (answer instanceof NodeSet) return this.nodes(answer, isListType(getNullableType(field.type)));
    if (answer instanceof NodeRefs) return this.refs(answer, isListType(getNullableType(field.type)), at);
    if (answer instanceof Connection) {
      const seen = ({ cursor }: { cursor: string }): unknown =>
        asking.cursors.push({ field: `${type.name}.${field.name}`, args, ...at, cursor });
      return this.connection(answer, named as GraphQLObjectType, field.name, at, seen);
    }
    if (answer instanceof Lookup) {
      const [found] = await this.rows(answer.rows, named.name, at);
      if (found === undefined) {
        const names = (await this.statements.rows(answer.near)).rows.map(({ key }) => String(key));
        throw new NotFound(answer.kind, answer.key, [], nearest(answer.key, names));
      }
      return found;
    }
    if (!isObjectType(named)) return this.statements.value(answer as Sql);
    const rows = await this.rows(answer as Sql, named.name, at);
    return isListType(getNullableType(field.type)) ? rows : (rows[0] ?? null);
  }

  private standingOf({ asOf, knowledge }: Args): At {
    return { asOf: (asOf ?? this.today) as IsoDate, knowledge: (knowledge ?? Knowledge.ANY) as Knowledge };
  }

  private async id(type: string, row: Row, { asOf, knowledge }: At, { ids }: Asking): Promise<string> {
    const parts = nodeTypes.get(type)?.keyOf(row) ?? [];
    const key = await Promise.all(parts.map((part) => (part instanceof Sql ? this.statements.value(part) : part)));
    const id = encoded([type, asOf, knowledge, ...key.map(String)]);
    ids.push(id);
    return id;
  }

  private async nodes({ keys }: NodeSet, isList: boolean): Promise<unknown> {
    const found = keys.map(async (node) => {
      const type = node === null ? undefined : nodeTypes.get(node.type);
      if (node === null || type === undefined || node.asOf > this.today) return null;
      const parts = Array.from({ length: type.parts }, (_, i) => sql`${node.key[i] ?? null}::text`);
      const [row] = await this.rows(type.find(parts, node), node.type, { asOf: node.asOf, knowledge: node.knowledge });
      return row ?? null;
    });
    const nodes = await Promise.all(found);
    return isList ? nodes : nodes[0];
  }

  private async refs({ rows, areDated }: NodeRefs, isList: boolean, at: At): Promise<unknown> {
    const found = (await this.statements.rows(rows)).rows.map(({ type, key, as_of: asOf, knowledge }): NodeKey => {
      const own = { asOf: asOf as IsoDate, knowledge: knowledge === 'PROVEN' ? Knowledge.PROVEN : Knowledge.ANY };
      return { type: String(type), key: JSON.parse(String(key)) as readonly string[], ...(areDated ? own : at) };
    });
    return this.nodes(new NodeSet(found), isList);
  }

  private async connection(
    asked: Connection,
    type: GraphQLObjectType,
    name: string,
    at: At,
    seen: (item: { cursor: string }) => unknown,
  ): Promise<Row | null> {
    if (asked.exists !== undefined && (await this.statements.value(asked.exists)) !== 't') return null;
    const { items, hasNext, hasPrevious } = pageOf(await this.statements.rows(asked.rows), asked, name, at);
    items.forEach(seen);
    const node = getNamedType(type.getFields().nodes?.type as GraphQLOutputType).name;
    const edges = items.map(({ row, cursor }) => this.stand({ cursor, node: this.object(row, node, at) }, at));
    const pageInfo = {
      hasNextPage: hasNext,
      hasPreviousPage: hasPrevious,
      startCursor: items[0]?.cursor ?? null,
      endCursor: items.at(-1)?.cursor ?? null,
    };
    const { rows, page } = asked;
    return this.stand({ rows, page, nodes: edges.map((edge) => edge.node), edges, pageInfo: this.stand(pageInfo, at) }, at);
  }

  private async rows(piece: Sql, type: string, at: At): Promise<readonly Row[]> {
    const told = piece instanceof ToldSql ? piece.told : {};
    return (await this.statements.rows(piece)).rows.map((row) => this.object(row, type, at, told));
  }

  /** A row as its type's object: by property where the entity names the column otherwise. */
  private object(row: TextRow, type: string, at: At, told: Row = {}): Row {
    const isOfType = (target: unknown): boolean => getMetadataStorage().objectTypes.some((one) => one.name === type && one.target === target);
    const columns = this.db.entityMetadatas.find(({ target }) => isOfType(target))?.columns ?? [];
    const camel = (column: string): string => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    const propertyOf = (column: string): string => columns.find(({ databaseName }) => databaseName === column)?.propertyName ?? camel(column);
    const object = Object.fromEntries(Object.entries(row).map(([column, value]) => [propertyOf(column), value]));
    Object.assign(object, told);
    this.typeNames.set(object, type);
    return this.stand(object, at);
  }

  private stand<Stands extends object>(object: Stands, at: At): Stands {
    this.standing.set(object, at);
    return object;
  }
}

/** Has every field of the schema answered by the oracle, and every leaf read from Postgres' text. */
function rewire(schema: GraphQLSchema, oracle: Oracle): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type)) type.resolveType = (row) => oracle.typeOf(row as object);
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    type.isTypeOf = null;
    for (const field of Object.values(type.getFields())) {
      const own = field.resolve;
      field.resolve = async (parent, args, asking) =>
        fromText(field.type, await oracle.field(type, field, own, parent as Row | undefined, args as Args, asking as Asking));
    }
  }
}

/** The items of an array, from the text that Postgres gives: `{1,NULL,"a, b"}`. */
const listed = (text: string): readonly (string | null)[] =>
  [...text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g)].map(([, quoted, plain]) => quoted?.replace(/\\(.)/g, '$1') ?? (plain === 'NULL' ? null : (plain ?? '')));

/** A leaf as GraphQL has it, from the text that Postgres gives. */
function fromText(type: GraphQLOutputType, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (isListType(getNullableType(type))) return listed(value).map((item) => fromText(getNamedType(type) as GraphQLOutputType, item));
  switch (getNamedType(type).name) {
    case 'Int':
    case 'Float':
      return Number(value);
    case 'Boolean':
      return value === 't';
    case 'DateTime':
      return new Date(value).toISOString();
    default:
      return value;
  }
}
