import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { KnownOnBasis } from '../../domain/knowledge';
import { Indicator } from '../../store/entities/Indicator';
import { Release } from '../../store/entities/Release';
import { indicatorsIn } from '../../store/reads/indicators';
import { releaseDaysOf } from '../../store/reads/releaseDays';
import { lastReleaseOf, nextReleaseOf } from '../../store/reads/releases';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Connection } from '../planner/answers';
import { Paged, Sized } from '../planner/declare';
import { Page } from '../planner/Page';
import { ReleaseDayConnection } from './connectionTypes';
import { refuseUnordered } from './refuseUnordered';

@ArgsType()
class ReleaseDatesArguments extends Page {
  @Field(() => IsoDateScalar, { nullable: true, description: 'The first day; the first there is where left out.' })
  readonly from?: IsoDate | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The last day; the last there is where left out.' })
  readonly to?: IsoDate | null;
}

@Resolver(() => Release)
export class ReleaseFields {
  @FieldResolver(() => String, { description: "When a period's value usually comes out, in words: `10 days after the period`." })
  usualLag(@Root() { lagRule, lagDays }: Row<Release>): Sql {
    return sql`CASE ${lagRule}::text WHEN 'DAYS' THEN ${lagDays}::text || ' days after the period' WHEN 'NEXT_SESSION' THEN 'on the next NYSE session' ELSE 'on the day itself' END`;
  }

  @FieldResolver(() => IsoDateScalar, {
    nullable: true,
    description:
      'The day on which it last came out, by the knowledge date: as calendars list it, or since when the newest period of its indicators was known (of a download, the day of that). Null where nothing was known.',
  })
  lastOn(@Root() release: Row<Release>, @Ctx() { at }: Planning): Sql {
    return sql`SELECT released_on FROM (${lastReleaseOf(release, at)}) last`;
  }

  @FieldResolver(() => KnownOnBasis, {
    nullable: true,
    description: 'On what ground `lastOn` is said: `RELEASE_CALENDAR`, or that of the newest period. Null where nothing was known.',
  })
  lastOnBasis(@Root() release: Row<Release>, @Ctx() { at }: Planning): Sql {
    return sql`SELECT basis FROM (${lastReleaseOf(release, at)}) last`;
  }

  @FieldResolver(() => IsoDateScalar, {
    nullable: true,
    description:
      'The day on which it is to come out next: as the newest calendar known has it, else the day by which the period after the newest known one should be out by the usual lag, which knows of no delay. Null of daily rates without a calendar, and where nothing was known.',
  })
  nextOn(@Root() release: Row<Release>, @Ctx() { at }: Planning): Sql {
    return sql`SELECT due_on FROM (${nextReleaseOf(release, release.lagDays, at)}) next`;
  }

  @FieldResolver(() => KnownOnBasis, { nullable: true, description: 'On what ground `nextOn` is said: `RELEASE_CALENDAR` or `LAG_ASSUMED`. Null where nothing was known.' })
  nextOnBasis(@Root() release: Row<Release>, @Ctx() { at }: Planning): Sql {
    return sql`SELECT basis FROM (${nextReleaseOf(release, release.lagDays, at)}) next`;
  }

  @FieldResolver(() => ReleaseDayConnection, {
    description: 'The days on which it came out and is to come out, as calendars known at the knowledge date list them, the first one first; `last: 3` gives the last three. Empty where no calendar is loaded.',
  })
  @Paged({ cap: 1_000 })
  dates(@Root() release: Row<Release>, @Args(() => ReleaseDatesArguments) page: ReleaseDatesArguments, @Ctx() { at }: Planning): Connection {
    const { from = null, to = null } = page;
    refuseUnordered(from, to, 'a day not before');
    return new Connection(releaseDaysOf(release, at, { from, to }), ['release_on'], page, [from, to]);
  }

  @FieldResolver(() => [Indicator], { description: 'The indicators that appear in it, in the order of their codes.' })
  @Sized({ size: 4 })
  indicators(@Root() { code }: Row<Release>): Sql {
    return sql`SELECT i.* FROM (${indicatorsIn(code)}) i ORDER BY i.code`;
  }
}
