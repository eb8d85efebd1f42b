import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  validateSchema,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { nodeTypes } from '../../src/graph/nodes/nodeTypes';
import type { Declared } from '../../src/graph/planner/declare';
import type { Field } from '../../src/graph/planner/plan';
import { createSchema } from '../../src/graph/schema';
import { useDatabase } from '../support/database';

const database = useDatabase();
const schema = createSchema();

const types = Object.values(schema.getTypeMap()).filter(isObjectType).filter(({ name }) => !name.startsWith('__'));
const query = schema.getQueryType() as GraphQLObjectType;
const isConnection = (type: GraphQLObjectType): boolean => 'pageInfo' in type.getFields();

/** The names, as `Type.field`, of the fields for which something holds. */
const fieldsWhere = (holds: (field: Field, type: GraphQLObjectType) => boolean): readonly string[] =>
  types.flatMap((type) => Object.values(type.getFields()).flatMap((field) => (holds(field, type) ? [`${type.name}.${field.name}`] : [])));

const declaredOf = ({ extensions }: Field): Declared => extensions;

/** The column behind a field, if one of an entity is. */
function columnOf(type: GraphQLObjectType, property: string): ColumnMetadata | undefined {
  const targets = getMetadataStorage().objectTypes.filter(({ name }) => name === type.name).map(({ target }): unknown => target);
  const entity = database().db.entityMetadatas.find(({ target }) => targets.includes(target));
  return entity?.columns.find(({ propertyName }) => propertyName === property);
}

describe('schema.graphql', () => {
  it('is valid', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it('is what the classes say', () => {
    const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
    const committed = readFileSync(join(__dirname, '../../schema.graphql'), 'utf8');
    if (committed !== printed) throw new Error('schema.graphql is not what the classes say. Write it again: npm run schema');
  });
});

describe('a field of the schema', () => {
  it('that may not be null stands on a column that may not', async () => {
    type Nullable = { readonly of: string; readonly is_nullable: string };
    const rows = await database().db.query<Nullable[]>(`SELECT table_name || '.' || column_name AS of, is_nullable FROM information_schema.columns`);
    const mayBeNull = new Map(rows.map(({ of, is_nullable }) => [of, is_nullable === 'YES']));
    const stored = fieldsWhere((field, type) => columnOf(type, field.name) !== undefined);
    expect(stored.length).toBeGreaterThan(25);
    const broken = fieldsWhere(({ name, type }, parent) => {
      const column = columnOf(parent, name);
      return column !== undefined && isNonNullType(type) && mayBeNull.get(`${column.entityMetadata.tableName}.${column.databaseName}`) !== false;
    });
    expect(broken).toEqual([]);
  });

  it('that is a column is read without a resolver, and none has one but those that say how', () => {
    const declared = new Set(getMetadataStorage().fieldResolvers.flatMap(({ kind, schemaName }) => (kind === 'external' ? [schemaName] : [])));
    expect(fieldsWhere((field, type) => field.resolve !== undefined && columnOf(type, field.name) !== undefined)).toEqual([]);
    expect(fieldsWhere((field, type) => type !== query && type !== schema.getSubscriptionType() && field.resolve !== undefined && !declared.has(field.name))).toEqual([]);
  });

  it('that holds a page says how large it may be', () => {
    const capped = fieldsWhere((field) => declaredOf(field).cap !== undefined);
    expect(capped).toEqual(fieldsWhere(({ type }) => isObjectType(getNamedType(type)) && isConnection(getNamedType(type) as GraphQLObjectType)));
    expect(capped.length).toBeGreaterThan(0);
  });

  it('that is a list is of a page, of a size, or as long as what it was asked with', () => {
    const unbounded = fieldsWhere(({ type, args, extensions }, parent) => {
      const isListed = args.some((arg) => isListType(getNullableType(arg.type)));
      return isListType(getNullableType(type)) && !isConnection(parent) && !isListed && (extensions as Declared).size === undefined;
    });
    expect(unbounded).toEqual([]);
  });

  it('that is computed may be null, and is computed from what its type has', () => {
    const computed = (field: Field): boolean => declaredOf(field).requires !== undefined;
    expect(fieldsWhere(computed).length).toBeGreaterThan(0);
    expect(fieldsWhere((field) => computed(field) && isNonNullType(field.type))).toEqual([]);
    const isThere = (property: string, type: GraphQLObjectType): boolean =>
      columnOf(type, property) !== undefined || (property in type.getFields() && type.getFields()[property]?.resolve === undefined);
    expect(fieldsWhere((field, type) => !(declaredOf(field).requires ?? []).every((property) => isThere(property, type)))).toEqual([]);
  });
});

describe('a root field', () => {
  const roots = Object.values(query.getFields());

  it('may be null, so that a failure costs no more than the answer', () => {
    expect(roots.filter(({ type }) => isNonNullType(type)).map(({ name }) => name)).toEqual([]);
  });

  it('takes a knowledge date, or several, and a kind of knowledge, unless ids carry them', () => {
    const takes = (args: Field['args'], ...names: readonly string[]): boolean => args.some(({ name }) => names.includes(name));
    const lacking = roots.filter(({ args }) => !takes(args, 'asOf', 'asOfs') || !takes(args, 'knowledge'));
    expect(lacking.map(({ name }) => name)).toEqual(['node', 'nodes']);
  });
});

describe('a type', () => {
  const nodes = types.filter((type) => type.getInterfaces().some(({ name }) => name === 'Node')).map(({ name }) => name);

  it('that a connection holds is a node', () => {
    const held = types.filter(isConnection).map((type) => getNamedType(type.getFields().nodes?.type as Field['type']).name);
    expect(held.length).toBeGreaterThan(0);
    expect(held.filter((name) => !nodes.includes(name))).toEqual([]);
  });

  it('that is a node can be found by its id, and none else', () => {
    expect([...nodeTypes.keys()].sort()).toEqual([...nodes].sort());
  });

  it('says what it is', () => {
    const undescribed = Object.values(schema.getTypeMap()).filter(({ name, description }) => !name.startsWith('__') && !description);
    expect(undescribed.map(({ name }) => name)).toEqual([]);
  });
});
