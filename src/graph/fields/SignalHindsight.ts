import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { basketsOf } from '../../evaluation/hindsight';
import { signalByKey } from '../../signals/signals';
import { knowableFrom } from '../../store/reads/baskets';
import { type Sql, raw, sql } from '../../store/sql';
import type { Planning } from '../context';
import { type PlannedSignal, Signal } from './Signal';
import { toldOfRoles } from './toldOfRoles';

@Resolver(() => Signal)
export class HindsightOfSignal {
  @FieldResolver(() => IsoDateScalar, {
    nullable: true,
    description: 'The first day on which all members of the baskets that it looks at could be known, of what is known at the knowledge date: on earlier days it is hindsight. Null where it looks at none, or at one that follows from a rule, or nothing is known of it.',
  })
  knowableFrom(@Root() { key, keys, roles: names }: PlannedSignal, @Ctx() { at }: Planning): Sql {
    const baskets = toldOfRoles(names, at, (_, roles) => keys.flatMap((one) => basketsOf(signalByKey(one).of(roles)).map((basket) => ({ key: one, basket }))));
    return sql`(SELECT max((${knowableFrom(raw('b.basket'), at)})) FROM json_to_recordset(${baskets}::json) AS b(key text, basket text) WHERE b.key = ${key})`;
  }
}
