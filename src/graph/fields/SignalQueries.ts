import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { signals } from '../../signals/signals';
import { namesNear } from '../../store/reads/near';
import { type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Lookup } from '../planner/answers';
import { Sized } from '../planner/declare';
import { Later, ToldSql } from '../planner/Later';
import type { At } from '../../store/at';
import { refuseUnknownSignals } from './refuseUnknownSignals';
import { Signal } from './Signal';
import { standsOn } from './standsOn';
import { Standing } from './Standing';

@Resolver()
export class SignalQueries {
  @Query(() => Signal, { nullable: true, description: 'A signal as of the knowledge date; null and NOT_FOUND if there is none.' })
  signal(@Arg('key', () => String, { description: 'Its key: `soft-landing`.' }) key: string, @Args(() => Standing) _: Standing, @Ctx() { at }: Planning): Lookup {
    return new Lookup(readingsAt(signals.has(key) ? [key] : [], at), 'signal', key, namesNear([...signals.keys()], key));
  }

  @Query(() => [Signal], { nullable: true, description: 'Signals as of the knowledge date, in the order asked; all of them, by key, where no keys are given.' })
  @Sized({ size: 25 })
  signals(
    @Args(() => Standing) _: Standing,
    @Ctx() { at }: Planning,
    @Arg('keys', () => [String], { nullable: true, description: 'Their keys.' }) keys?: string[] | null,
  ): Sql {
    const asked = keys ?? [...signals.keys()];
    refuseUnknownSignals(asked);
    return readingsAt(asked, at);
  }
}

/** Signals at `at`, one row each. */
function readingsAt(keys: readonly string[], at: At): Sql {
  const standing = standsOn(at);
  const readings = new Later(async ({ readings: loader }) => JSON.stringify(await Promise.all(keys.map((key) => loader.load({ key, ...standing })))));
  const rows = sql`
    SELECT * FROM json_to_recordset(${readings}::json) AS s(key text, version int, as_of date, value float8, score float8, state text, sentence text,
      is_partial boolean, is_hindsight boolean, known_on_basis text, missing json, terms json, leaves json, leaning int, evidence json)`;
  return new ToldSql(rows, { keys: [...new Set(keys)] });
}
