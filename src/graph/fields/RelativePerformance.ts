import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Fund } from '../../store/entities/Fund';
import { etfBySymbol } from '../../store/reads/etfs';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Computing } from '../context';
import { Computed, Sized } from '../planner/declare';
import { Columnar } from './Columnar';
import { Missing, missingOf } from './Missing';
import { sessionCoverage } from './sessionCoverage';

@ObjectType({
  simpleResolvers: true,
  description: 'How a fund did against another, by NAV or total return, over the days of which both values are known.',
})
export class RelativePerformance {
  @Field(() => IsoDateScalar, { nullable: true, description: 'The first day of which both values are known; null without any.' })
  firstOn!: IsoDate | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The last day of which both values are known; null without any.' })
  lastOn!: IsoDate | null;

  @Field(() => Int, { description: 'Of how many days both NAVs are known.' })
  count!: number;

  @Field(() => Int, { description: 'How many of these days after the first are NYSE sessions.' })
  sessions!: number;

  @Field(() => Float, { nullable: true, description: "This fund's value on the last of these days over that on the first, less 1: 0.05 is 5 %; null where either is not known." })
  ownReturn!: string | null;

  @Field(() => Float, { nullable: true, description: "The other fund's value on the last of these days over that on the first, less 1, as a fraction; null where either is not known." })
  otherReturn!: string | null;

  otherSymbol!: string;
  dates!: IsoDate[];
  ratios!: string[];
}

@Resolver(() => RelativePerformance)
export class RelativePerformanceFields {
  @FieldResolver(() => Fund, { description: 'The fund that it is held against.' })
  other(@Root() { otherSymbol }: Row<RelativePerformance>): Sql {
    return etfBySymbol(otherSymbol);
  }

  @FieldResolver(() => Float, { nullable: true, description: 'By how much it did better, as a fraction: (1 + `ownReturn`) / (1 + `otherReturn`) - 1; null where either is.' })
  relativeReturn(@Root() { ownReturn, otherReturn }: Row<RelativePerformance>): Sql {
    return sql`(1 + ${ownReturn}::numeric) / (1 + ${otherReturn}::numeric) - 1`;
  }

  @FieldResolver(() => Columnar, { description: 'Its value over the other\'s, as a multiple of what that was on the first day, which is 1.' })
  ratio(@Root() { dates, ratios }: Row<RelativePerformance>): Sql {
    return sql`SELECT ${dates}::date[] AS dates, ${ratios}::numeric[] AS values`;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'The share of NYSE sessions after `firstOn` up to `lastOn` of which both values are known, from 0 to 1; null without any.',
  })
  @Computed({ requires: ['firstOn', 'lastOn', 'sessions'] })
  async coverage(@Root() { firstOn, lastOn, sessions }: RelativePerformance, @Ctx() { loaders }: Computing): Promise<number | null> {
    return firstOn === null || lastOn === null ? null : sessionCoverage(loaders, { from: firstOn, to: lastOn }, sessions);
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null, and why.' })
  @Sized({ size: 5 })
  missing(@Root() { count }: Row<RelativePerformance>): Sql {
    const isKnown = sql`${count}::int > 0`;
    return missingOf({ firstOn: isKnown, lastOn: isKnown, ownReturn: isKnown, otherReturn: isKnown, relativeReturn: isKnown });
  }
}
