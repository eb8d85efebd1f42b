import { Arg, Args, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { InvalidInput } from '../../domain/errors';
import { Node } from '../../domain/Node';
import { SearchKind } from '../../domain/SearchKind';
import { searchAt, searchedTypes } from '../../store/reads/search';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { NodeRefs } from '../planner/answers';
import { Sized } from '../planner/declare';
import { Standing } from './Standing';

/** Most hits of a search. */
const MOST_HITS = 50;

/** Longest text that is searched for. */
const LONGEST = 100;

@ObjectType({ simpleResolvers: true, description: 'What a searched text may mean.' })
class SearchHit {
  @Field(() => SearchKind, { description: 'What kind of thing.' })
  kind!: SearchKind;

  @Field(() => String, { description: 'Its natural key: the ticker of a fund, the code of an index or indicator, the CIK of a company, the key of a security.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'Its name at the knowledge date; null where nothing known then names it.' })
  name!: string | null;

  type!: string;
}

@Resolver(() => SearchHit)
export class SearchFields {
  @Query(() => [SearchHit], {
    nullable: true,
    description:
      'What a text may mean by what was known at the knowledge date: what has it for a ticker or CIK, then what has a ticker that begins so, then what has words in its name that begin with all of its words, the shortest name first. Companies are found by former names too.',
  })
  @Sized({ size: MOST_HITS })
  search(
    @Arg('text', () => String, { description: 'A ticker, a part of one, or words; of at most 100 characters, in any case.' }) text: string,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many hits, at most; up to 50.' }) first: number,
    @Args(() => Standing) _: Standing,
    @Ctx() { at }: Planning,
  ): Sql {
    const searched = text.trim();
    if (searched === '' || searched.length > LONGEST) throw new InvalidInput(`'text' has ${searched.length} characters: expected 1 to ${LONGEST}.`);
    if (first < 0 || first > MOST_HITS) throw new InvalidInput(`'first' is ${first}: expected 0 to ${MOST_HITS}.`);
    return searchAt(searched, first, at);
  }

  @FieldResolver(() => Node, { description: 'It itself, as of the knowledge date.' })
  node(@Root() { type, key }: Row<SearchHit>): NodeRefs {
    return new NodeRefs(sql`SELECT ${type}::text AS type, json_build_array(${key}::text)::text AS key`, searchedTypes);
  }
}
