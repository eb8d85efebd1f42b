import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { At } from '../../store/at';
import { type Sql, raw, sql } from '../../store/sql';
import type { Connection } from './answers';
import { type OrderTerm, cursorOf, isAfter, orderBy, orderTerm, readCursor, reversed } from './cursor';
import { jsonObject, literal } from './json';
import { isFromEnd, pageSize } from './Page';
import { type Place, below, placesOf } from './place';
import type { Field, Planner } from './plan';
import type { Step } from './steps';
import { asOutput } from './typeTable';

/**
 * A connection as one JSON object. The page is read only where nodes, edges or pageInfo are selected,
 * with one row more than asked for, to see whether there is a next page; totals are read only where selected.
 */
export function connectionSql(
  planner: Planner,
  connection: Connection,
  field: Field,
  at: At,
  place: Place,
): Promise<string> {
  return below(place, (steps) => new ConnectionPlanner(planner, connection, field, at, place).object(steps));
}

const PAGED = ['nodes', 'edges', 'pageInfo'];

/** The column that numbers a page's rows; no table has one of that name. */
const PLACE = '"#"';

class ConnectionPlanner {
  private readonly type: GraphQLObjectType;
  private readonly base: string;
  private readonly page: string;
  private readonly size: number;
  private readonly isFromEnd: boolean;
  private readonly order: readonly OrderTerm[];
  private readonly after: readonly (string | null)[] | null;
  private readonly before: readonly (string | null)[] | null;
  private readonly cursor: Sql;
  private readonly isInPage: Sql;

  constructor(
    private readonly planner: Planner,
    private readonly connection: Connection,
    field: Field,
    private readonly at: At,
    private readonly place: Place,
  ) {
    const { page, order, question } = connection;
    this.type = getNamedType(field.type) as GraphQLObjectType;
    this.base = planner.alias();
    this.page = planner.alias();
    this.size = pageSize(page, field.extensions);
    this.isFromEnd = isFromEnd(page);
    this.order = order.map((term) => orderTerm(this.objectBelow('nodes').name, term));
    const asked = [place.name, question, order];
    const key = (said: string | null | undefined) => (said == null ? null : readCursor(said, this.order, asked, at));
    this.after = key(page.after);
    this.before = key(page.before);
    this.cursor = cursorOf(this.page, this.order, asked, at);
    this.isInPage = sql`${raw(`${this.page}.${PLACE}`)} <= ${this.size}::int`;
  }

  async object(steps: Step[]): Promise<string> {
    const fields = this.planner.operation.subfields(this.type, this.place.nodes);
    const places = placesOf(fields, this.place.path, steps);
    const pairs: [string, string][] = [];
    for (const place of places) pairs.push([place.key, await this.field(place)]);
    const isPaged = places.some(({ name }) => PAGED.includes(name));
    const object = isPaged ? `(SELECT ${jsonObject(pairs)} FROM (${this.planner.write(this.rows())}) ${this.page} HAVING TRUE)` : jsonObject(pairs);
    const { exists } = this.connection;
    return exists === undefined ? object : `CASE WHEN (${this.planner.write(exists)}) THEN ${object} END`;
  }

  /** The page's rows and one more, numbered from the end that they are read from. */
  private rows(): Sql {
    const base = raw(this.base);
    const fromEnd = reversed(this.order);
    return sql`SELECT ${base}.*, row_number() OVER () AS ${raw(PLACE)} FROM (
      SELECT * FROM (${this.connection.rows}) ${base}
      WHERE ${this.after === null ? raw('TRUE') : isAfter(this.base, this.order, this.after)}
        AND ${this.before === null ? raw('TRUE') : isAfter(this.base, fromEnd, this.before)}
      ORDER BY ${orderBy(this.base, this.isFromEnd ? fromEnd : this.order)} LIMIT ${this.size + 1}::int) ${base}`;
  }

  private async field(place: Place): Promise<string> {
    switch (place.name) {
      case '__typename':
        return `${literal(this.type.name)}::text`;
      case 'nodes':
        return this.list(await this.node(place));
      case 'edges':
        return this.list(await below(place, (steps) => this.edge(place, steps)));
      case 'pageInfo':
        return this.pageInfo(place);
      default: {
        const field = this.type.getFields()[place.name] as Field;
        const total = (await field.resolve?.(this.connection, {}, { at: this.at }, {} as GraphQLResolveInfo)) as Sql;
        return asOutput(field.type, `(${this.planner.write(total)})`);
      }
    }
  }

  private list(item: string): string {
    const order = this.isFromEnd ? ` ORDER BY ${PLACE} DESC` : '';
    return `coalesce(json_agg(${item}${order}) FILTER (WHERE ${this.planner.write(this.isInPage)}), '[]'::json)`;
  }

  private node(place: Place): Promise<string> {
    const type = this.objectBelow('nodes');
    const fields = this.planner.operation.subfields(type, place.nodes);
    return below(place, (steps) => this.planner.row(type, this.page, this.at, fields, steps, place.path));
  }

  private async edge(edges: Place, steps: Step[]): Promise<string> {
    const type = this.objectBelow('edges');
    const pairs: [string, string][] = [];
    for (const place of placesOf(this.planner.operation.subfields(type, edges.nodes), edges.path, steps)) {
      if (place.name === '__typename') pairs.push([place.key, `${literal(type.name)}::text`]);
      else if (place.name === 'cursor') pairs.push([place.key, this.planner.write(this.cursor)]);
      else pairs.push([place.key, await this.node(place)]);
    }
    return jsonObject(pairs);
  }

  private pageInfo({ nodes, path, steps }: Place): string {
    const type = this.objectBelow('pageInfo');
    const places = placesOf(this.planner.operation.subfields(type, nodes), path, steps);
    const isMore = sql`count(*) > ${this.size}::int`;
    const value = (name: string): Sql => {
      switch (name) {
        case '__typename':
          return raw(`${literal(type.name)}::text`);
        case 'hasNextPage':
          return this.isFromEnd ? sql`${this.before !== null}::boolean` : isMore;
        case 'hasPreviousPage':
          return this.isFromEnd ? isMore : sql`${this.after !== null}::boolean`;
        default: {
          const direction = raw((name === 'endCursor') === this.isFromEnd ? 'ASC' : 'DESC');
          return sql`(array_agg(${this.cursor} ORDER BY ${raw(PLACE)} ${direction}) FILTER (WHERE ${this.isInPage}))[1]`;
        }
      }
    };
    return jsonObject(places.map(({ key, name }) => [key, this.planner.write(value(name))]));
  }

  private objectBelow(field: 'nodes' | 'edges' | 'pageInfo'): GraphQLObjectType {
    return getNamedType((this.type.getFields()[field] as Field).type) as GraphQLObjectType;
  }
}
