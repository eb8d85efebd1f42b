import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Computing } from '../context';
import { Computed, Sized } from '../planner/declare';
import { Columnar } from './Columnar';
import { sessionCoverage } from './sessionCoverage';
import { Missing, missingOf } from './Missing';

/**
 * Money that went into and out of a fund.
 * @source The change in shares outstanding times NAV, the usual estimate of an ETF's flow.
 */
@ObjectType({ simpleResolvers: true, description: 'Money that went into a fund less what went out, by day.' })
export class Flows {
  @Field(() => IsoDateScalar, { description: 'The day after which flows are counted.' })
  from!: IsoDate;

  @Field(() => IsoDateScalar, { description: 'The day up to which flows are counted.' })
  to!: IsoDate;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The day that the first change in shares outstanding is counted from; null without any.' })
  baseOn!: IsoDate | null;

  @Field(() => Int, { description: 'Of how many days a flow is known.' })
  count!: number;

  @Field(() => Int, { description: 'How many of these days are NYSE sessions.' })
  sessions!: number;

  @Field(() => Float, { nullable: true, description: "Sum of all days' flows, in the fund's currency; negative where money left on balance, null where none is known." })
  total!: string | null;

  dates!: IsoDate[];
  flows!: string[];
}

@Resolver(() => Flows)
export class FlowsFields {
  @FieldResolver(() => Columnar, {
    description: "Each day's flow: the change in shares outstanding since the day before of which both values are known, times the day's NAV.",
  })
  days(@Root() { dates, flows }: Row<Flows>): Sql {
    return sql`SELECT ${dates}::date[] AS dates, ${flows}::numeric[] AS values`;
  }

  @FieldResolver(() => Float, { nullable: true, description: 'The share of NYSE sessions after `from` up to `to` of which a flow is known, from 0 to 1; null if there is no session.' })
  @Computed({ requires: ['from', 'to', 'sessions'] })
  coverage(@Root() { from, to, sessions }: Flows, @Ctx() { loaders }: Computing): Promise<number | null> {
    return sessionCoverage(loaders, { from, to }, sessions);
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null, and why.' })
  @Sized({ size: 2 })
  missing(@Root() { count }: Row<Flows>): Sql {
    const isKnown = sql`${count}::int > 0`;
    return missingOf({ baseOn: isKnown, total: isKnown });
  }
}
