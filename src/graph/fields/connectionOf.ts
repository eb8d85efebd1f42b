import { type ClassType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'Where a page of a connection stands in the whole.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'True if more follow after this page; of a page asked for with `last`, true if it was asked for with `before`.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'True if the page was asked for with `after`; of a page asked for with `last`, true if more stand before it.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "The first item's cursor, to go back `before`; null on an empty page." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "The last item's cursor, to go on `after`; null on an empty page." })
  endCursor!: string | null;
}

/** The connection type over nodes of one type, as Relay's cursor connections specification lays it out. */
export function connectionOf<Item extends object>(node: ClassType<Item>, name: string, description: string) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One of ${description}, with its cursor.` })
  class Edge {
    @Field(() => String, { description: 'Where it stands, for `after` and `before`. Good for this very question only.' })
    cursor!: string;

    @Field(() => node, { description: 'The item itself.' })
    node!: Item;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of ${description}.` })
  abstract class Connected {
    @Field(() => [node], { description: 'The items of the page.' })
    nodes!: Item[];

    @Field(() => [Edge], { description: 'The items of the page, each with its cursor.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where this page stands in the whole.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are on all pages.' })
    totalCount!: number;
  }
  return Connected;
}
