import { Args, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { type Membership, securitiesOnlyIn } from '../../store/reads/constituents';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Connection } from '../planner/answers';
import { Paged, Sized } from '../planner/declare';
import { Page } from '../planner/Page';
import { SecurityConnection } from './connectionTypes';
import { Missing, missingOf } from './Missing';

@ObjectType({
  simpleResolvers: true,
  description: 'Who came into an index and who left it between two days. A list is held against a list, or the holdings of a fund against its own.',
})
export class MembershipChanges {
  @Field(() => IsoDateScalar, { description: 'The earlier day.' })
  from!: IsoDate;

  @Field(() => IsoDateScalar, { description: 'The later day.' })
  to!: IsoDate;

  fromList!: number | null;
  toList!: number | null;
  fromSnapshot!: number | null;
  toSnapshot!: number | null;
}

@Resolver(() => MembershipChanges)
export class MembershipChangesFields {
  @FieldResolver(() => SecurityConnection, { nullable: true, description: 'Members on the later day that were none on the earlier. Null unless both days are known.' })
  @Paged({ cap: 3_000 })
  additions(@Root() pair: Row<MembershipChanges>, @Args(() => Page) page: Page, @Ctx() { at }: Planning): Connection {
    return new Connection(securitiesOnlyIn(laterOf(pair), earlierOf(pair), at), ['symbol', 'key'], page, [], areKnown(pair));
  }

  @FieldResolver(() => SecurityConnection, { nullable: true, description: 'Members on the earlier day that are none on the later. Null unless both days are known.' })
  @Paged({ cap: 3_000 })
  deletions(@Root() pair: Row<MembershipChanges>, @Args(() => Page) page: Page, @Ctx() { at }: Planning): Connection {
    return new Connection(securitiesOnlyIn(earlierOf(pair), laterOf(pair), at), ['symbol', 'key'], page, [], areKnown(pair));
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null, and why.' })
  @Sized({ size: 2 })
  missing(@Root() pair: Row<MembershipChanges>): Sql {
    return missingOf({ additions: areKnown(pair), deletions: areKnown(pair) });
  }
}

const earlierOf = ({ fromList, fromSnapshot }: Row<MembershipChanges>): Membership => ({ list: fromList, snapshot: fromSnapshot });

const laterOf = ({ toList, toSnapshot }: Row<MembershipChanges>): Membership => ({ list: toList, snapshot: toSnapshot });

const areKnown = ({ fromList, toList, fromSnapshot, toSnapshot }: Row<MembershipChanges>): Sql =>
  sql`(${fromList}::int IS NOT NULL AND ${toList}::int IS NOT NULL) OR (${fromSnapshot}::int IS NOT NULL AND ${toSnapshot}::int IS NOT NULL)`;
