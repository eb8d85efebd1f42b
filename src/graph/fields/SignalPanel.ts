import { Arg, Args, Ctx, Field, Float, ObjectType, Query, Resolver } from 'type-graphql';
import { InvalidInput } from '../../domain/errors';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Knowledge, KnownOnBasis } from '../../domain/knowledge';
import { State } from '../../signals/State';
import { type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Sized } from '../planner/declare';
import { jsonList } from './jsonList';
import { RoleArguments, namesIn } from './RoleArguments';
import { refuseUnknownSignals } from './refuseUnknownSignals';
import { standsOn } from './standsOn';
import { toldOfRoles } from './toldOfRoles';

/** Most days of a panel, and how many it counts for: a month end each over 25 years. */
const MOST_DAYS = 1_000;
const DAYS = 300;

@ObjectType({
  simpleResolvers: true,
  description: "What one signal read at the end of each of many days, told from what was known then: as lists of one length, in the order in which the days were asked.",
})
class SignalColumn {
  @Field(() => String, { description: "The signal's key." })
  key!: string;

  @Field(() => [IsoDateScalar], { description: 'The days, as asked.' })
  @Sized({ size: DAYS })
  dates!: IsoDate[];

  @Field(() => [Float], { nullable: 'items', description: "The values, in the definition's unit; null where too little was known." })
  @Sized({ size: DAYS })
  values!: (number | null)[];

  @Field(() => [Float], { nullable: 'items', description: 'The scores, from -1 to 1; null where too little was known, and for what is not scored.' })
  @Sized({ size: DAYS })
  scores!: (number | null)[];

  @Field(() => [State], { nullable: 'items', description: 'What each score says by itself, as `Signal.state` does; null for what is not scored.' })
  @Sized({ size: DAYS })
  states!: (State | null)[];

  @Field(() => [KnownOnBasis], { nullable: 'items', description: 'The weakest ground on which any of the evidence was known; null without evidence.' })
  @Sized({ size: DAYS })
  knownOnBases!: (KnownOnBasis | null)[];
}

@Resolver()
export class SignalPanel {
  @Query(() => [SignalColumn], {
    nullable: true,
    description: 'Many signals at many days at once, each day by its own knowledge: one column a signal, in the order asked. It is told from the stored history where that is up to date, else evaluated from facts that are read once; both give the same.',
  })
  @Sized({ size: 25 })
  panel(
    @Arg('keys', () => [String], { description: "The signals' keys, each once." }) keys: string[],
    @Arg('asOfs', () => [IsoDateScalar], { description: 'The knowledge dates, in any order; at most 1,000, none in the future.' }) asOfs: IsoDate[],
    @Args(() => RoleArguments) roles: RoleArguments,
    @Arg('knowledge', () => Knowledge, { defaultValue: Knowledge.ANY, description: 'Whether assumed days of knowledge count.' }) _: Knowledge,
    @Ctx() { at }: Planning,
  ): Sql {
    refuseUnknownSignals(keys);
    if (asOfs.length > MOST_DAYS) throw new InvalidInput(`'asOfs' holds ${asOfs.length} days: expected at most ${MOST_DAYS}.`);
    const { knowledge } = standsOn(at);
    const columns = toldOfRoles(namesIn(roles), at, (loaders, roles) => loaders.panels.load({ keys, roles, days: asOfs, knowledge }));
    return sql`
      SELECT c.key, ${jsonList('c.dates', 'date')} AS dates, ${jsonList('c.values', 'float8')} AS values, ${jsonList('c.scores', 'float8')} AS scores,
        ${jsonList('c.states', 'text')} AS states, ${jsonList('c.bases', 'text')} AS known_on_bases
      FROM ROWS FROM (json_to_recordset(${columns}::json) AS (key text, dates json, values json, scores json, states json, bases json)) WITH ORDINALITY AS c ORDER BY c.ordinality`;
  }
}
