import { type GraphQLOutputType, getNamedType, getNullableType, isListType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { Column } from '../../store/sql';

/** The column behind a property of a type: as its entity names it, else the property in snake case. */
export interface ColumnFacts {
  readonly name: string;
  readonly pgType: string;
  readonly nullable: boolean;
}

const unlisted = (property: string): ColumnFacts => ({ name: snakeCase(property), pgType: 'text', nullable: true });

const snakeCase = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The entity's columns by property, from TypeORM's metadata; empty for a type that is no entity. */
function entityColumns(typeName: string): ReadonlyMap<string, ColumnFacts> {
  const target = getMetadataStorage().objectTypes.find(({ name }) => name === typeName)?.target;
  const columns = getMetadataArgsStorage().columns.filter((column) => column.target === target);
  return new Map(
    columns.map(({ propertyName, options }) => [
      propertyName,
      { name: options.name ?? propertyName, pgType: String(options.type), nullable: options.nullable === true },
    ]),
  );
}

const tables = new Map<string, ReadonlyMap<string, ColumnFacts>>();

function columnsOf(typeName: string): ReadonlyMap<string, ColumnFacts> {
  const known = tables.get(typeName);
  if (known !== undefined) return known;
  const columns = entityColumns(typeName);
  tables.set(typeName, columns);
  return columns;
}

export const columnFor = (typeName: string, property: string): ColumnFacts =>
  columnsOf(typeName).get(property) ?? unlisted(property);

/** What is known of a column by its own name. */
export const columnNamed = (typeName: string, name: string): ColumnFacts =>
  [...columnsOf(typeName).values()].find((column) => column.name === name) ?? { ...unlisted(name), name };

/** A row while planning: each property is a column of `alias`, but for those that are told. */
export const rowOf = (typeName: string, alias: string, told: object = {}): object =>
  new Proxy(told, {
    get: (known, property) => {
      if (typeof property !== 'string') return undefined;
      return property in known ? known[property as keyof typeof known] : new Column(alias, columnFor(typeName, property).name);
    },
  });

/**
 * An SQL expression as its GraphQL type wants it: numbers leave `numeric` here and only here, and a
 * moment is written in UTC to the millisecond.
 */
export function asOutput(type: GraphQLOutputType, expression: string): string {
  const isList = isListType(getNullableType(type));
  switch (getNamedType(type).name) {
    case 'Float':
      return `(${expression})::float8${isList ? '[]' : ''}`;
    case 'DateTime':
      return isList ? `ARRAY(SELECT ${inUtc('m.moment')} FROM unnest(${expression}) WITH ORDINALITY m(moment, n) ORDER BY m.n)` : inUtc(expression);
    default:
      return expression;
  }
}

const inUtc = (moment: string): string => `to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
