import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Indicator } from '../../store/entities/Indicator';
import { Release } from '../../store/entities/Release';
import { indicatorsIn } from '../../store/reads/indicators';
import { type Row, type Sql, sql } from '../../store/sql';
import { Sized } from '../planner/declare';

@Resolver(() => Release)
export class ReleaseFields {
  @FieldResolver(() => String, { description: "When a period's value usually comes out, in words: `10 days after the period`." })
  usualLag(@Root() { lagRule, lagDays }: Row<Release>): Sql {
    return sql`CASE ${lagRule}::text WHEN 'DAYS' THEN ${lagDays}::text || ' days after the period' WHEN 'NEXT_SESSION' THEN 'on the next NYSE session' ELSE 'on the day itself' END`;
  }

  @FieldResolver(() => [Indicator], { description: 'The indicators that appear in it, in the order of their codes.' })
  @Sized({ size: 4 })
  indicators(@Root() { code }: Row<Release>): Sql {
    return sql`SELECT i.* FROM (${indicatorsIn(code)}) i ORDER BY i.code`;
  }
}
