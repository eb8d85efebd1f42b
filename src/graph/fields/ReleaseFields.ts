import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Indicator } from '../../store/entities/Indicator';
import { Release } from '../../store/entities/Release';
import { indicatorsIn } from '../../store/reads/indicators';
import { lastReleasedOn, nextReleaseOn } from '../../store/reads/releases';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Sized } from '../planner/declare';

@Resolver(() => Release)
export class ReleaseFields {
  @FieldResolver(() => String, { description: "When a period's value usually comes out, in words: `10 days after the period`." })
  usualLag(@Root() { lagRule, lagDays }: Row<Release>): Sql {
    return sql`CASE ${lagRule}::text WHEN 'DAYS' THEN ${lagDays}::text || ' days after the period' WHEN 'NEXT_SESSION' THEN 'on the next NYSE session' ELSE 'on the day itself' END`;
  }

  @FieldResolver(() => IsoDateScalar, {
    nullable: true,
    description: 'Since when the newest period of its indicators was known, by the knowledge date: of a download, the day of that and not of the release. Null where nothing was known.',
  })
  lastOn(@Root() { code }: Row<Release>, @Ctx() { at }: Planning): Sql {
    return lastReleasedOn(code, at);
  }

  @FieldResolver(() => IsoDateScalar, {
    nullable: true,
    description: 'The day by which the period after that should be out by the usual lag: an assumption, which knows of no delay. Null of daily rates, and where nothing was known.',
  })
  nextOn(@Root() { code, lagDays }: Row<Release>, @Ctx() { at }: Planning): Sql {
    return nextReleaseOn(code, lagDays, at);
  }

  @FieldResolver(() => [Indicator], { description: 'The indicators that appear in it, in the order of their codes.' })
  @Sized({ size: 4 })
  indicators(@Root() { code }: Row<Release>): Sql {
    return sql`SELECT i.* FROM (${indicatorsIn(code)}) i ORDER BY i.code`;
  }
}
