import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { signals } from '../../signals/signals';
import { namesNear } from '../../store/reads/near';
import type { Sql } from '../../store/sql';
import type { Planning } from '../context';
import { Lookup } from '../planner/answers';
import { Sized } from '../planner/declare';
import { readingsAt } from './readingsAt';
import { RoleArguments, namesIn } from './RoleArguments';
import { refuseUnknownSignals } from './refuseUnknownSignals';
import { Signal } from './Signal';
import { Standing } from './Standing';

@Resolver()
export class SignalQueries {
  @Query(() => Signal, { nullable: true, description: 'A signal as of the knowledge date; null and NOT_FOUND if there is none.' })
  signal(@Arg('key', () => String, { description: 'Its key: `soft-landing`.' }) key: string, @Args(() => RoleArguments) roles: RoleArguments, @Args(() => Standing) _: Standing, @Ctx() planning: Planning): Lookup {
    return new Lookup(readingsAt(signals.has(key) ? [key] : [], namesIn(roles), planning), 'signal', key, namesNear([...signals.keys()], key));
  }

  @Query(() => [Signal], { nullable: true, description: 'Signals as of the knowledge date, in the order asked; all of them, by key, where no keys are given.' })
  @Sized({ size: 25 })
  signals(
    @Args(() => RoleArguments) roles: RoleArguments,
    @Args(() => Standing) _: Standing,
    @Ctx() planning: Planning,
    @Arg('keys', () => [String], { nullable: true, description: 'Their keys.' }) keys?: string[] | null,
  ): Sql {
    const asked = keys ?? [...signals.keys()];
    refuseUnknownSignals(asked);
    return readingsAt(asked, namesIn(roles), planning);
  }
}
