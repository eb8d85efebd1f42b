import { Args, ArgsType, Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { InstantScalar } from '../../domain/InstantScalar';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Every, sessionsEvery } from '../../evaluation/sessionsOn';
import { KnownOnBasis } from '../../domain/knowledge';
import { State } from '../../signals/State';
import { type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Sized } from '../planner/declare';
import { jsonList } from './jsonList';
import { refuseUnordered } from './refuseUnordered';
import { type PlannedSignal, Signal } from './Signal';
import { standsOn } from './standsOn';
import { toldOfRoles } from './toldOfRoles';

registerEnumType(Every, {
  name: 'Every',
  description: 'On which NYSE sessions a history has an item.',
  valuesConfig: {
    DAY: { description: 'On each.' },
    WEEK: { description: 'On the last one of each week.' },
    MONTH: { description: 'On the last one of each month.' },
  },
});

/** How many items a history counts for: a month end each over 25 years. */
const ITEMS = 300;

@ArgsType()
class HistoryArguments {
  @Field(() => IsoDateScalar, { description: 'The first day. Nothing before 1990 is told.' })
  readonly from!: IsoDate;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The last day; the knowledge date where left out, or where that is before it.' })
  readonly to?: IsoDate | null;

  @Field(() => Every, { defaultValue: Every.MONTH, description: 'On which sessions it has an item. The last one is the newest session so far, whatever it ends.' })
  readonly every!: Every;
}

@ObjectType({
  simpleResolvers: true,
  description: 'What a signal read on past days, each told from what was known at that day\'s end: as lists of one length, the oldest day first.',
})
export class SignalHistory {
  @Field(() => [IsoDateScalar], { description: 'The days, each an NYSE session.' })
  @Sized({ size: ITEMS })
  dates!: IsoDate[];

  @Field(() => [Float], { nullable: 'items', description: "The values, in the definition's unit; null where too little was known. All but the published ones are as all that is loaded now tells of the day." })
  @Sized({ size: ITEMS })
  values!: (number | null)[];

  @Field(() => [Float], { nullable: 'items', description: 'The scores, from -1 to 1; null where too little was known, and for what is not scored.' })
  @Sized({ size: ITEMS })
  scores!: (number | null)[];

  @Field(() => [State], {
    nullable: 'items',
    description: 'The states; null for what is not scored. In a history a state is entered at a score of 0.30 and left below 0.20, and hangs on the sessions before: a score about a border does not flicker.',
  })
  @Sized({ size: ITEMS })
  states!: (State | null)[];

  @Field(() => [KnownOnBasis], { nullable: 'items', description: 'The weakest ground on which any of the evidence was known; null without evidence.' })
  @Sized({ size: ITEMS })
  knownOnBases!: (KnownOnBasis | null)[];

  @Field(() => [Float], {
    nullable: 'items',
    description: "The values, in the definition's unit, as they were computed first, from what was loaded by then and by the version of the definition of then: what was published. Null where too little was known then, and of a day that has not been stored.",
  })
  @Sized({ size: ITEMS })
  publishedValues!: (number | null)[];

  @Field(() => [Float], { nullable: 'items', description: 'The scores of the same, from -1 to 1.' })
  @Sized({ size: ITEMS })
  publishedScores!: (number | null)[];

  @Field(() => [Int], { nullable: 'items', description: 'The versions of the definition that the published readings were computed by; null of a day that has not been stored.' })
  @Sized({ size: ITEMS })
  publishedVersions!: (number | null)[];

  @Field(() => [InstantScalar], {
    nullable: 'items',
    description: 'When the published readings were computed: in a history that began later than its days, long after them. Null of a day that has not been stored.',
  })
  @Sized({ size: ITEMS })
  publishedTimes!: (string | null)[];

  @Field(() => [Float], {
    nullable: 'items',
    description: 'The values less the published ones, in the same unit: what facts that were loaded later, though they count as known by the day, and other versions of the definition changed. Null where either is.',
  })
  @Sized({ size: ITEMS })
  valueGaps!: (number | null)[];

  @Field(() => [Float], { nullable: 'items', description: 'The scores less the published ones, from -2 to 2; null where either is.' })
  @Sized({ size: ITEMS })
  scoreGaps!: (number | null)[];
}

@Resolver(() => Signal)
export class HistoryOfSignal {
  @FieldResolver(() => SignalHistory, { description: 'What it read on past days. Every day sees what was known by its own end and nothing later. It is stored as it is computed: what was published, and the gap to what is told now, stand beside it. Of another basket or other funds than are meant where none are named nothing is stored, and nothing published.' })
  history(@Root() { key, keys, roles: names }: PlannedSignal, @Args(() => HistoryArguments) { from, to, every }: HistoryArguments, @Ctx() { at }: Planning): Sql {
    const { asOf, knowledge } = standsOn(at);
    refuseUnordered(from, to, 'a day not before');
    const sessions = sessionsEvery(every, from, to == null || to > asOf ? asOf : to);
    const histories = toldOfRoles(names, at, (loaders, roles) => Promise.all(keys.map((one) => loaders.histories.load({ key: one, roles, sessions, knowledge }))));
    return sql`
      SELECT ${jsonList('h.dates', 'date')} AS dates, ${jsonList('h.values', 'float8')} AS values, ${jsonList('h.scores', 'float8')} AS scores,
        ${jsonList('h.states', 'text')} AS states, ${jsonList('h.bases', 'text')} AS known_on_bases,
        ${jsonList('h.published_values', 'float8')} AS published_values, ${jsonList('h.published_scores', 'float8')} AS published_scores,
        ${jsonList('h.published_versions', 'int')} AS published_versions, ${jsonList('h.published_times', 'timestamptz')} AS published_times,
        ${jsonList('h.value_gaps', 'float8')} AS value_gaps, ${jsonList('h.score_gaps', 'float8')} AS score_gaps
      FROM json_to_recordset(${histories}::json) AS h(key text, dates json, values json, scores json, states json, bases json, published_values json, published_scores json,
        published_versions json, published_times json, value_gaps json, score_gaps json) WHERE h.key = ${key}`;
  }
}
